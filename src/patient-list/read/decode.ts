/** Text out of bytes, as spreadsheets and practice software write it. */
import type { Pace } from "./pace.ts";

export type Encoding = "UTF-8" | "UTF-16 LE" | "UTF-16 BE" | "Windows-1252";

export interface Detected {
  readonly encoding: Encoding;
  /** Length of the byte order mark. */
  readonly start: number;
  /** Holds a zero byte that no text has: a picture, a database. */
  readonly binary: boolean;
  /** Bytes that are wrong in this encoding, read as U+FFFD, and what another program had read so before. */
  readonly wrong: number;
}

const piece = 1 << 18; // bytes

/** Looks at every byte: the one name with an accent may be in the last line. */
export async function detectEncoding(bytes: Uint8Array, pace: Pace): Promise<Detected> {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return { encoding: "UTF-16 LE", start: 2, binary: false, wrong: 0 };
  if (a === 0xfe && b === 0xff) return { encoding: "UTF-16 BE", start: 2, binary: false, wrong: 0 };
  const unmarked = utf16WithoutMark(bytes);
  if (unmarked) return { encoding: unmarked, start: 0, binary: false, wrong: 0 };
  const start = a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
  const count = { many: 0, wrong: 0, lost: 0, zero: false, at: start };
  while (count.at < bytes.length) {
    countUtf8(bytes, Math.min(bytes.length, count.at + piece), count);
    await pace.rest(0);
  }
  // One broken character must not spoil all others: the old encoding hardly ever looks like UTF-8 by chance.
  const isUtf8 = start > 0 || count.wrong === 0 || count.many > count.wrong;
  return {
    encoding: isUtf8 ? "UTF-8" : "Windows-1252",
    start,
    binary: count.zero,
    wrong: isUtf8 ? count.wrong + count.lost : 0,
  };
}

/** What is said of a file with characters that nobody can read any more. */
export function lostWords({ wrong }: Detected): string[] {
  return wrong === 0
    ? []
    : [
        `${wrong.toLocaleString("en-US")} characters of the file are broken. Names with accents may be wrong: export the list again as UTF-8.`,
      ];
}

/** In text of Western letters every other byte is zero. */
function utf16WithoutMark(bytes: Uint8Array): Encoding | undefined {
  const head = Math.min(bytes.length, 4096) & ~1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < head; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  if (head < 4) return undefined;
  if (odd > head * 0.3 && even < head * 0.02) return "UTF-16 LE";
  if (even > head * 0.3 && odd < head * 0.02) return "UTF-16 BE";
  return undefined;
}

function countUtf8(
  bytes: Uint8Array,
  end: number,
  count: { many: number; wrong: number; lost: number; zero: boolean; at: number },
): void {
  let at = count.at;
  while (at < end) {
    const byte = bytes[at++] ?? 0;
    if (byte < 0x80) {
      if (byte === 0) count.zero = true;
      continue;
    }
    const more =
      byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : 0;
    let seen = 0;
    while (seen < more && ((bytes[at + seen] ?? 0) & 0xc0) === 0x80) seen++;
    // A file cut within its last character is cut, not of another encoding.
    if (more > 0 && (seen === more || at + seen >= bytes.length)) count.many++;
    else count.wrong++;
    if (byte === 0xef && bytes[at] === 0xbf && bytes[at + 1] === 0xbd) count.lost++;
    at += seen;
  }
  count.at = at;
}

const labels = {
  "UTF-8": "utf-8",
  "UTF-16 LE": "utf-16le",
  "UTF-16 BE": "utf-16be",
  "Windows-1252": "windows-1252",
} as const;

/** What 0x80 to 0x9F stand for: some versions of Node read them as Latin-1. */
const upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Piece by piece; line ends are all "\n", and no pair of them is torn. `read` counts bytes. */
export function* textOf(
  bytes: Uint8Array,
  { encoding, start }: Pick<Detected, "encoding" | "start">,
): Generator<{ readonly text: string; readonly read: number }> {
  const decoder = new TextDecoder(labels[encoding], { ignoreBOM: true });
  const whole = encoding === "Windows-1252";
  let held = "";
  for (let at = start; at < bytes.length; at += piece) {
    const end = Math.min(bytes.length, at + piece);
    let text = held + decoder.decode(bytes.subarray(at, end), whole ? {} : { stream: end < bytes.length });
    if (whole) text = text.replace(/[\u0080-\u009f]/g, (mark) => upper[mark.charCodeAt(0) - 0x80] ?? mark);
    held = text.endsWith("\r") && end < bytes.length ? "\r" : "";
    if (held !== "") text = text.slice(0, -1);
    yield { text: text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text, read: end };
  }
}

/** The beginning of a text, for guesses. */
export function headOf(
  bytes: Uint8Array,
  detected: Pick<Detected, "encoding" | "start">,
  length: number,
): string {
  const part = bytes.subarray(0, detected.start + length);
  let text = "";
  for (const one of textOf(part, detected)) text += one.text;
  return text;
}
