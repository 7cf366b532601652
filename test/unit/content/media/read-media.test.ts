import { deflateSync } from "node:zlib";
import ExifReader from "exifreader";
import { describe, expect, it } from "vitest";
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
  segment,
  shown,
  taken,
  tiff,
  userText,
  utf8,
  webp,
  where,
  xmp,
} from "./made-files.ts";
import { read, whole } from "./read-made.ts";

const exif = tiff([...camera, artist, taken, where]);
const fromExif = whole(["device", "person", "time", "place"], ["Ottilie Brandvold"]);
const everywhere = { jpeg: jpeg(app.exif(exif)), png: png(chunk("eXIf", exif)), webp: webp({ EXIF: exif }) };

describe("Exif", () => {
  it.each([
    ["JPEG", everywhere.jpeg],
    [
      "JPEG, the other byte order",
      jpeg(app.exif(tiff([...camera, artist, taken, where], { isLittle: false }))),
    ],
    ["PNG, after the image", everywhere.png],
    ["WebP, after the image", everywhere.webp],
    ["HEIC", heic(exif)],
    ["TIFF", exif],
    [
      "PNG of ImageMagick",
      png(chunk("zTXt", bytes("Raw profile type exif\0\0", deflateSync(profile("exif"))))),
    ],
  ])("tells place, time, device and names in a %s", async (_, file) => {
    expect(await read(file)).toEqual(fromExif);
  });

  it.each(Object.entries(everywhere))("finds in a %s what another reader finds", async (_, file) => {
    const tags = ExifReader.load(file.buffer);
    expect(Object.keys(tags)).toEqual(
      expect.arrayContaining(["Make", "Artist", "DateTimeOriginal", "GPSLatitude", "GPSLongitude"]),
    );
    expect(await read(file)).toEqual(fromExif);
  });

  it("takes a position and a date of zeros for none", async () => {
    const empty = tiff([
      {
        tag: 0x8825,
        sub: [
          { tag: 2, rationals: [0, 0, 0] },
          { tag: 4, rationals: [0, 0, 0] },
        ],
      },
      { tag: 0x0132, ascii: "0000:00:00 00:00:00" },
      { tag: 0x010f, ascii: "   " },
    ]);
    expect(await read(jpeg(app.exif(empty)))).toEqual(whole([]));
  });

  it("tells of the small copy of what was cropped away", async () => {
    const preview = tiff(camera, { next: [{ tag: 0x0201, raw: [0, 0, 0, 8] }] });
    expect(await read(jpeg(app.exif(preview)))).toEqual(whole(["device", "preview"]));
  });

  it("reads comments and Windows' fields in their own letters", async () => {
    const wide = (text: string): number[] => [...Buffer.from(text, "utf16le")];
    const file = tiff([
      { tag: 0x9c9d, raw: wide("José Ejemplo\0") },
      { tag: 0x9c9e, raw: wide("follow-up\0") },
      { tag: 0x8769, sub: [{ tag: 0x9286, raw: [...bytes("UNICODE\0"), ...wide("sehr gut")] }] },
    ]);
    const { kinds, texts } = await read(jpeg(app.exif(file)));
    expect(kinds.toSorted()).toEqual(["caption", "keywords", "person"]);
    expect(texts.toSorted()).toEqual(["José Ejemplo", "follow-up", "sehr gut"].toSorted());
  });
});

describe("XMP", () => {
  const packet = xmp(
    `${shown}<dc:subject><rdf:Bag><rdf:li>recall &amp; crown</rdf:li></rdf:Bag></dc:subject>` +
      `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">After the visit</rdf:li></rdf:Alt></dc:description>` +
      `<mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag><rdf:li mwg-rs:Name="Ansel Pryde" mwg-rs:Type="Face"/></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>`,
    'xmp:CreateDate="2026-05-12T14:31:07" exif:GPSLatitude="40,26.77N"',
  );
  const found = whole(
    ["person", "keywords", "caption", "time", "place"],
    ["Ottilie Brandvold", "recall & crown", "After the visit", "Ansel Pryde"],
  );

  it.each([
    ["JPEG", jpeg(app.xmp(packet))],
    ["PNG", png(chunk("iTXt", bytes("XML:com.adobe.xmp\0", [0, 0, 0, 0], packet)))],
    ["PNG, packed", png(chunk("iTXt", bytes("XML:com.adobe.xmp\0", [1, 0, 0, 0], deflateSync(packet))))],
    ["WebP", webp({ "XMP ": packet })],
    ["TIFF", tiff([{ tag: 0x02bc, raw: packet }])],
    ["film", film(0, box("udta", box("XMP_", packet)))],
  ])("tells people, regions, words and place in a %s", async (_, file) => {
    expect(await read(file)).toEqual(found);
  });

  it("is read in a HEIC beside its Exif", async () => {
    const carried = await read(heic(exif, packet));
    expect(carried.isWhole).toBe(true);
    expect(carried.texts).toContain("Ansel Pryde");
    expect(carried.kinds).toContain("device");
  });

  it("goes on in further segments of a JPEG", async () => {
    const pad = `<!--${"x".repeat(70_000)}-->`;
    const long = xmp(`<dc:title>Recall</dc:title>${pad}${shown}`);
    const pieces = [0, 60_000].map((at) => {
      const piece = long.subarray(at, at + 60_000);
      const head = bytes(
        "http://ns.adobe.com/xmp/extension/\0",
        "0".repeat(32),
        big(long.length, 4),
        big(at, 4),
      );
      return segment(0xe1, bytes(head, piece));
    });
    expect(await read(jpeg(...pieces))).toEqual(
      whole(["caption", "person"], ["Recall", "Ottilie Brandvold"]),
    );
  });
});

describe("IPTC and comments", () => {
  it("are told", async () => {
    const fields = bytes(
      iptcField(80, "Ottilie Brandvold"),
      iptcField(25, "whitening"),
      iptcField(90, "Springfield"),
      iptcField(55, "20260512"),
      iptcField(120, "Zoë at her recall"),
    );
    const file = jpeg(
      app.photoshop(bytes(block(0x0404, fields), block(0x040c, bytes("x")))),
      app.comment("Room 4"),
    );
    expect(await read(file)).toEqual(
      whole(
        ["person", "keywords", "place", "time", "caption", "preview"],
        ["Room 4", "Ottilie Brandvold", "whitening", "Springfield", "Zoë at her recall"],
      ),
    );
  });

  it("are told of a PNG", async () => {
    const file = png(chunk("tEXt", bytes("Author\0Ottilie Brandvold")), chunk("tIME", bytes(big(0, 7))));
    expect(await read(file)).toEqual(whole(["person", "time"], ["Ottilie Brandvold"]));
  });

  it("are told of a GIF", async () => {
    const file = bytes("GIF89a", [1, 0, 1, 0, 0, 0, 0], [0x21, 0xfe, 6], "Room 4", [0, 0x3b]);
    expect(await read(file)).toEqual(whole(["caption"], ["Room 4"]));
  });
});

describe("a film", () => {
  it.each([
    [
      "keys of QuickTime",
      keyed({
        "com.apple.quicktime.location.ISO6709": "+40.4461-079.9822+250/",
        "com.apple.quicktime.make": "Samplemaker",
        "com.apple.quicktime.author": "Ottilie Brandvold",
        "com.apple.quicktime.creationdate": "2026-05-12T14:31:07-0400",
      }),
    ],
    [
      "user data of QuickTime",
      box(
        "udta",
        userText("\u00A9xyz", "+40.4461-079.9822/"),
        userText("\u00A9mak", "Samplemaker"),
        userText("\u00A9aut", "Ottilie Brandvold"),
        big(0, 4),
      ),
    ],
    [
      "user data of 3GPP",
      box(
        "udta",
        box("loci", big(0, 4), [0x15, 0xc7], "home", big(0, 1), big(1, 13)),
        box("auth", big(0, 4), [0x15, 0xc7], "Ottilie Brandvold\0"),
        userText("\u00A9mod", "Phone 9"),
      ),
    ],
  ])("tells by its %s", async (_, part) => {
    expect(await read(film(3_861_441_067, part))).toEqual(
      whole(["time", "place", "device", "person"], ["Ottilie Brandvold"]),
    );
  });

  it("tells by lists of MP4, and by a track of places", async () => {
    const item = (type: string, value: string): Uint8Array =>
      box(type, box("data", big(1, 4), big(0, 4), utf8(value)));
    const list = box(
      "udta",
      box("meta", big(0, 4), box("hdlr", big(0, 8), "mdir"), box("ilst", item("\u00A9nam", "Recall"))),
    );
    const track = box(
      "trak",
      box("mdia", box("minf", box("stbl", box("stsd", big(0, 4), big(1, 4), box("gpmd", big(0, 8)))))),
    );
    expect(await read(film(0, list, track))).toEqual(whole(["caption", "place"], ["Recall"]));
  });

  it("tells nothing where there is nothing", async () => {
    expect(await read(film(0))).toEqual(whole([]));
  });
});

function profile(name: string): string {
  const hex = Buffer.from(bytes("Exif\0\0", exif)).toString("hex");
  return `\n${name}\n${String(hex.length / 2).padStart(8)}\n${hex.replaceAll(/(.{72})/g, "$1\n")}\n`;
}
