import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMedia } from "../../../../src/content/media/read-media.ts";
import {
  app,
  artist,
  big,
  block,
  box,
  bytes,
  camera,
  chunk,
  film,
  heic,
  iptcField,
  jpeg,
  keyed,
  png,
  pngHead,
  shown,
  taken,
  tiff,
  userText,
  utf8,
  webp,
  where,
  xmp,
} from "./made-files.ts";
import { read, readBlob, whole } from "./read-made.ts";

/** How long the page, had it anything to do, would have waited at most, in milliseconds. */
async function longestTask(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  let isDone = false;
  const look = (): void => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    if (!isDone) setImmediate(look);
  };
  setImmediate(look);
  await work();
  isDone = true;
  look();
  return longest;
}

const exif = tiff([...camera, artist, taken, where]);

describe("a file that is not as it should be", () => {
  const unread = { kinds: [], texts: [], isWhole: false };

  it.each([
    ["empty", bytes()],
    ["another kind of file", utf8("%PDF-1.7 and more")],
    ["a film that WebM holds", bytes([0x1a, 0x45, 0xdf, 0xa3], big(0, 40))],
    ["a film without its head", bytes(box("ftyp", "isom", big(0, 4)), box("mdat", big(0, 50)))],
    ["a JPEG cut off in Exif", jpeg(app.exif(exif)).slice(0, 60)],
    ["a HEIC whose Exif is beyond its end", heic(exif).slice(0, -10)],
  ])("could not be read: %s", async (_, file) => {
    expect(await read(file)).toEqual(unread);
  });

  it("tells what was found before it ended", async () => {
    const cut = jpeg(app.exif(exif), app.xmp(xmp(shown))).slice(0, -300);
    expect(await read(cut)).toMatchObject({ isWhole: false, texts: ["Ottilie Brandvold"] });
  });

  it.each([
    ["text", chunk("zTXt", bytes("Comment\0\0", deflateSync(new Uint8Array(400_000_000))))],
    [
      "XMP",
      chunk("iTXt", bytes("XML:com.adobe.xmp\0", [1, 0, 0, 0], deflateSync(new Uint8Array(400_000_000)))),
    ],
  ])("is not unpacked without end: %s", async (_, bomb) => {
    const started = performance.now();
    expect(await read(png(bomb))).toEqual(unread);
    expect(performance.now() - started).toBeLessThan(1500);
  });

  it("has an end where a thousand packed texts come to a gigabyte", async () => {
    const bomb = chunk("zTXt", bytes("Comment\0\0", deflateSync(new Uint8Array(1_000_000))));
    const started = performance.now();
    expect(await read(bytes(pngHead, ...Array.from({ length: 1000 }, () => bomb)))).toMatchObject({
      isWhole: false,
    });
    expect(performance.now() - started).toBeLessThan(1500);
  });

  it.each([
    ["attributes", `<a ${Array.from({ length: 20_000 }, (_, at) => `b${at}="1"`).join(" ")}/>`],
    ["one attribute over and over", `<a ${'b="1" '.repeat(45_000)}/>`],
    ["tags that never close", "<a>".repeat(90_000)],
    ["texts in a deep place", `${"<a>".repeat(90)}${"x<b/>".repeat(45_000)}`],
    ["entities", `<dc:title>${"&amp;".repeat(55_000)}</dc:title>`],
    [
      "an entity of its own",
      `<!DOCTYPE a [<!ENTITY b "${"x".repeat(1000)}">]><a>${"&b;".repeat(45_000)}</a>`,
    ],
    ["signs that open and nothing else", "<".repeat(290_000)],
  ])("does not keep the page busy with XMP of many %s", async (_, packet) => {
    const file = tiff([{ tag: 0x02bc, raw: utf8(packet) }]);
    expect(await longestTask(() => read(file))).toBeLessThan(250);
  });

  it.each([
    ["blanks", `a 1${" ".repeat(290_000)}z`],
    ["numbers", `a ${"1 ".repeat(140_000)}z`],
    ["signs", "a".repeat(290_000)],
  ])("does not keep the page busy with a profile of many %s", async (_, text) => {
    const file = png(chunk("tEXt", bytes("Raw profile type exif\0", utf8(text))));
    expect(await longestTask(() => read(file))).toBeLessThan(250);
  });

  it("lets the page go on while a megabyte and a half is taken apart", async () => {
    const packet = xmp(`<dc:subject>${"<rdf:li>a word &amp; more</rdf:li>".repeat(7500)}</dc:subject>`);
    const blocks = bytes(...[1, 2, 3, 4].map(() => block(0x0424, packet)));
    const file = new Blob([
      tiff([
        { tag: 0x02bc, raw: packet },
        { tag: 0x8649, raw: blocks },
      ]),
    ]);
    let turns = 0;
    let isDone = false;
    const count = (): void => {
      turns += 1;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    // By this clock every look at it comes after a long time.
    let now = 0;
    const carried = await readMedia(file, readBlob, () => (now += 20));
    isDone = true;
    expect(carried.kinds).toEqual(["keywords"]);
    expect(turns).toBeGreaterThan(packet.length / 16_384);
  });

  it("is not followed into tables that name each other", async () => {
    const round = bytes(
      "II*\0",
      [8, 0, 0, 0],
      [1, 0],
      [0x69, 0x87, 4, 0, 1, 0, 0, 0, 8, 0, 0, 0],
      [8, 0, 0, 0],
    );
    expect(await read(round)).toEqual(whole([]));
  });

  it("of more boxes than anybody writes is given up", async () => {
    const many = Array.from({ length: 3000 }, () => box("free"));
    expect(await read(film(0, ...many))).toEqual(unread);
  });

  it("of five gigabytes is looked at in a few places", async () => {
    let asked = 0;
    const huge = {
      size: 5_000_000_000,
      slice(from: number, to: number) {
        asked += to - from;
        const head = bytes(box("ftyp", "isom", big(0, 4)), big(1, 4), "mdat", big(4_999_990_000, 8));
        return new Blob([from === 0 ? bytes(head, big(0, to - head.length)) : bytes(big(0, to - from))]);
      },
    };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of a file only these two are used
    const carried = await readMedia(huge as unknown as Blob, readBlob, () => performance.now());
    expect(carried).toEqual(unread);
    expect(asked).toBeLessThan(100_000);
  });

  it("gives up after seconds where the disk is slow", async () => {
    let now = 0;
    const slow = async (piece: Blob): Promise<Uint8Array> => {
      now += 1000;
      return readBlob(piece);
    };
    const many = png(...Array.from({ length: 50 }, () => chunk("IDAT", bytes(big(0, 5000)))));
    expect(await readMedia(new Blob([many]), slow, () => now)).toMatchObject({ isWhole: false });
    expect(now).toBeLessThan(6000);
  });
});

it("has an answer for any bytes, in bounds", async () => {
  const starts = [
    jpeg(app.exif(exif), app.xmp(xmp(shown)), app.photoshop(block(0x0404, iptcField(80, "A B")))),
    png(chunk("iTXt", bytes("XML:com.adobe.xmp\0", [1, 0, 0, 0], deflateSync(xmp(shown))))),
    webp({ EXIF: exif, "XMP ": xmp(shown) }),
    heic(exif, xmp(shown)),
    film(5, keyed({ "com.apple.quicktime.author": "A B" }), box("udta", userText("\u00A9xyz", "+1+2/"))),
    bytes("GIF89a", [1, 0, 1, 0, 0, 0, 0], [0x21, 0xfe, 6], "Room 4", [0, 0x3b]),
    exif,
    bytes(),
  ];
  const changes = fc.array(fc.tuple(fc.nat(4000), fc.nat(255)), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...starts),
      changes,
      fc.nat(6000),
      fc.uint8Array({ maxLength: 200 }),
      async (start, changed, cut, tail) => {
        const file = bytes(start.slice(0, cut), tail);
        for (const [at, value] of changed) if (at < file.length) file[at] = value;
        const began = performance.now();
        const { kinds, texts, isWhole } = await read(file);
        expect(performance.now() - began).toBeLessThan(1000);
        expect(new Set(kinds).size).toBe(kinds.length);
        expect(texts.length).toBeLessThanOrEqual(30);
        expect(texts.every((one) => one.length <= 500 && !/\p{Cc}/u.test(one))).toBe(true);
        expect(typeof isWhole).toBe("boolean");
      },
    ),
    { numRuns: 1500 },
  );
});
