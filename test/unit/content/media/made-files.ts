/** Small pictures and films, made by their formats' own rules. Whoever and wherever they tell of is invented. */

type Piece = Uint8Array | string | readonly number[];

export function bytes(...pieces: readonly Piece[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    pieces.flatMap((piece) =>
      typeof piece === "string" ? [...piece].map((letter) => letter.codePointAt(0) ?? 0) : [...piece],
    ),
  );
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const big = (value: number, size: number): number[] =>
  Array.from({ length: size }, (_, at) => Math.floor(value / 256 ** (size - 1 - at)) % 256);
export const little = (value: number, size: number): number[] => big(value, size).toReversed();

// --- Exif -------------------------------------------------------------------------------------------------------------

/** `ascii` ends with a zero; `sub`: another table. */
export type Field =
  | { readonly tag: number; readonly ascii: string }
  | { readonly tag: number; readonly rationals: readonly number[] }
  | { readonly tag: number; readonly raw: Piece }
  | { readonly tag: number; readonly sub: readonly Field[] };

/** `next`: the table of the preview. */
export function tiff(
  fields: readonly Field[],
  { next, isLittle = true }: { next?: readonly Field[]; isLittle?: boolean } = {},
): Uint8Array<ArrayBuffer> {
  const number = isLittle ? little : big;
  let out: number[] = [...bytes(isLittle ? "II" : "MM"), ...number(42, 2), ...number(8, 4)];

  function write(table: readonly Field[], isLast: boolean): number {
    const start = out.length;
    const sorted = table.toSorted((a, b) => a.tag - b.tag);
    out = [...out, ...Array.from({ length: 2 + 12 * sorted.length + 4 }, () => 0)];
    const put = (at: number, values: readonly number[]): void => {
      for (const [index, value] of values.entries()) out[at + index] = value;
    };
    put(start, number(sorted.length, 2));
    for (const [index, field] of sorted.entries()) {
      const at = start + 2 + 12 * index;
      put(at, number(field.tag, 2));
      if ("sub" in field) {
        put(at + 2, [...number(4, 2), ...number(1, 4)]);
        const place = write(field.sub, true);
        put(at + 8, number(place, 4));
        continue;
      }
      const value =
        "ascii" in field
          ? [...utf8(field.ascii), 0]
          : "raw" in field
            ? [...bytes(field.raw)]
            : field.rationals.flatMap((one) => [...number(Math.round(one * 100), 4), ...number(100, 4)]);
      const [type, count] =
        "ascii" in field ? [2, value.length] : "raw" in field ? [7, value.length] : [5, value.length / 8];
      put(at + 2, [...number(type, 2), ...number(count, 4)]);
      if (value.length <= 4) put(at + 8, value);
      else {
        if (out.length % 2 === 1) out.push(0);
        put(at + 8, number(out.length, 4));
        out = [...out, ...value];
      }
    }
    if (isLast) return start;
    if (out.length % 2 === 1) out.push(0);
    const after = next ? out.length : 0;
    if (next) write(next, true);
    put(start + 2 + 12 * sorted.length, number(after, 4));
    return start;
  }

  write(fields, false);
  return Uint8Array.from(out);
}

export const taken: Field = { tag: 0x8769, sub: [{ tag: 0x9003, ascii: "2026:05:12 14:31:07" }] };
export const where: Field = {
  tag: 0x8825,
  sub: [
    { tag: 1, ascii: "N" },
    { tag: 2, rationals: [40, 26, 46.3] },
    { tag: 3, ascii: "W" },
    { tag: 4, rationals: [79, 58, 56] },
  ],
};
export const camera: readonly Field[] = [
  { tag: 0x010f, ascii: "Samplemaker" },
  { tag: 0x0110, ascii: "Phone 9" },
];
export const artist: Field = { tag: 0x013b, ascii: "Ottilie Brandvold" };

// --- XMP, IPTC --------------------------------------------------------------------------------------------------------

export const xmp = (inside: string, attributes = ""): Uint8Array =>
  utf8(
    `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/" ${attributes}>${inside}</rdf:Description></rdf:RDF></x:xmpmeta>\n   <?xpacket end="w"?>`,
  );

export const shown =
  "<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Ottilie Brandvold</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>";

export const iptcField = (number: number, value: string): Uint8Array => {
  const text = utf8(value);
  return bytes([0x1c, 2, number], big(text.length, 2), text);
};

/** A block of Photoshop's. */
export const block = (id: number, body: Uint8Array): Uint8Array =>
  bytes("8BIM", big(id, 2), [0, 0], big(body.length, 4), body, body.length % 2 === 1 ? [0] : []);

// --- pictures ---------------------------------------------------------------------------------------------------------

export const segment = (marker: number, body: Uint8Array): Uint8Array =>
  bytes([0xff, marker], big(body.length + 2, 2), body);

export const app = {
  exif: (body: Uint8Array): Uint8Array => segment(0xe1, bytes("Exif\0\0", body)),
  xmp: (body: Uint8Array): Uint8Array => segment(0xe1, bytes("http://ns.adobe.com/xap/1.0/\0", body)),
  photoshop: (body: Uint8Array): Uint8Array => segment(0xed, bytes("Photoshop 3.0\0", body)),
  comment: (words: string): Uint8Array => segment(0xfe, utf8(words)),
};

/** One gray pixel, as browsers decode it. */
const pixel = Buffer.from(
  "/9sAQwADAgICAgIDAgICAwMDAwQGBAQEBAQIBgYFBgkICgoJCAkJCgwPDAoLDgsJCQ0RDQ4PEBAREAoMEhMSEBMPEBAQ/8AACwgAAQABAQERAP/EABQAAQAAAAAAAAAAAAAAAAAAAAn/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oACAEBAAA/AFSf/9k=",
  "base64",
);

export const jpeg = (...segments: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  bytes([0xff, 0xd8], segment(0xe0, bytes("JFIF\0", [1, 1, 0, 0, 1, 0, 1, 0, 0])), ...segments, pixel);

const crcTable = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});
const crc = (data: Uint8Array): number =>
  (data.reduce((sum, byte) => (crcTable[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8), 0xffffffff) ^ 0xffffffff) >>>
  0;

export const chunk = (type: string, body: Uint8Array): Uint8Array =>
  bytes(big(body.length, 4), type, body, big(crc(bytes(type, body)), 4));

export const pngHead = bytes("\x89PNG\r\n\x1A\n");
export const png = (...chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  bytes(
    pngHead,
    chunk("IHDR", bytes(big(1, 4), big(1, 4), [8, 0, 0, 0, 0])),
    chunk("IDAT", Buffer.from("eJxjYAAAAAIAAUivpHEAAAAA", "base64").subarray(0, 10)),
    ...chunks,
    chunk("IEND", bytes()),
  );

const riffChunk = (type: string, body: Uint8Array): Uint8Array =>
  bytes(type, little(body.length, 4), body, body.length % 2 === 1 ? [0] : []);
export function webp(parts: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
  const body = bytes(
    "WEBP",
    riffChunk("VP8X", bytes([0x0c, 0, 0, 0], [0, 0, 0], [0, 0, 0])),
    riffChunk("VP8L", bytes([0x2f, 0, 0, 0, 0, 0x88, 0x88, 8])),
    ...Object.entries(parts).map(([type, part]) => riffChunk(type, part)),
  );
  return bytes("RIFF", little(body.length, 4), body);
}

// --- boxes ------------------------------------------------------------------------------------------------------------

export const box = (type: string, ...inside: readonly Piece[]): Uint8Array<ArrayBuffer> => {
  const body = bytes(...inside);
  return bytes(big(body.length + 8, 4), type, body);
};

export function heic(exif: Uint8Array, packet?: Uint8Array): Uint8Array<ArrayBuffer> {
  const item = bytes([0, 0, 0, 6], "Exif\0\0", exif);
  const parts = packet ? [item, packet] : [item];
  const infos = [
    box("infe", [2, 0, 0, 0], big(1, 2), big(0, 2), "Exif", [0]),
    box("infe", [2, 0, 0, 0], big(2, 2), big(0, 2), "mime", [0], "application/rdf+xml", [0]),
  ].slice(0, parts.length);
  const type = box("ftyp", "heic", big(0, 4), "mif1heic");
  const metaWith = (start: number): Uint8Array => {
    let at = start;
    const places = parts.map((part, index) => {
      const place = bytes(big(index + 1, 2), big(0, 2), big(1, 2), big(at, 4), big(part.length, 4));
      at += part.length;
      return place;
    });
    return box(
      "meta",
      [0, 0, 0, 0],
      box("hdlr", [0, 0, 0, 0], big(0, 4), "pict", big(0, 12), [0]),
      box("iinf", [0, 0, 0, 0], big(infos.length, 2), ...infos),
      box("iloc", [0, 0, 0, 0], [0x44, 0], big(places.length, 2), ...places),
    );
  };
  const start = type.length + metaWith(0).length + 8;
  return bytes(type, metaWith(start), box("mdat", ...parts));
}

const movieHead = (seconds: number): Uint8Array => box("mvhd", big(0, 4), big(seconds, 4), big(0, 92));
export const userText = (type: string, words: string): Uint8Array => {
  const text = utf8(words);
  return box(type, big(text.length, 2), [0x15, 0xc7], text);
};

/** As phones write it: the film first, what is said of it last. */
export const film = (seconds: number, ...inside: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  bytes(
    box("ftyp", "qt  ", big(0, 4), "qt  "),
    box("wide"),
    box("mdat", big(0, 5000)),
    box("moov", movieHead(seconds), ...inside),
  );

/** A list of QuickTime keys, as in the films of phones. */
export function keyed(values: Readonly<Record<string, string>>): Uint8Array {
  const names = Object.keys(values);
  return box(
    "meta",
    box("hdlr", big(0, 8), "mdta", big(0, 13)),
    box(
      "keys",
      big(0, 4),
      big(names.length, 4),
      ...names.map((name) => bytes(big(8 + name.length, 4), "mdta", name)),
    ),
    box(
      "ilst",
      ...Object.values(values).map((value, index) => {
        const data = box("data", big(1, 4), big(0, 4), utf8(value));
        return bytes(big(data.length + 8, 4), big(index + 1, 4), data);
      }),
    ),
  );
}
