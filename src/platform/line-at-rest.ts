/**
 * How a line of the record lies in the store: without what the store knows from elsewhere, and with a sign in place of each of
 * the words that most lines have. Signs are control characters, which canonical JSON never has as such, so that a line comes
 * back letter by letter, whatever is in it. A whole line, as versions before kept it, is at rest too: it has no sign.
 */
import { noHash } from "../contract/record-entry.ts";

/** What is known of an entry beside its line. */
export interface KnownOfLine {
  readonly seat: string;
  readonly seq: number;
  /** Hash of the entry before; undefined: that entry is not there. */
  readonly before: string | undefined;
}

const previousSign = "\u0001";
const placeSign = "\u0002";
/** Stands first in a line with letters beyond one byte: what follows are the bytes of its UTF-8. */
const bytesSign = "\u0003";

/** What lies in a store was written with these: signs may come to the list, and none may ever mean something else. */
export const signs: readonly (readonly [sign: string, text: string])[] = [
  ["\u0004", '{"entry":{"at":'],
  ["\u0005", '"],"engineVersion":"'],
  ["\u0006", '","fingerprint":"'],
  ["\u0007", '","kind":"attempt","length":'],
  ["\u0008", ',"outcome":"'],
  ["\u000b", '","policyVersion":"'],
  ["\u000c", ',"categories":["'],
  ["\u000e", '"rules":["'],
  ["\u000f", ',"site":"'],
  ["\u0010", '","surface":"'],
  ["\u0011", '"},"hash":"'],
  ["\u0012", ',"kind":"'],
  ["\u0013", ',"subject":{"hash":"'],
  ["\u0014", '","reason":"'],
  ["\u0015", '","id":"'],
];
const texts = new Map(signs);

const previousText = (hash: string): string => `"previous":"${hash}",`;
const placeText = (seat: string, seq: number): string => `"seat":"${seat}","seq":${seq}`;

/** `line`: canonical JSON of an entry with its hash. What does not stand in it as it is known stays as it is. */
export function toRest(line: string, { seat, seq, before }: KnownOfLine): string {
  let rest = line.replace(placeText(seat, seq), placeSign);
  if (before !== undefined) rest = rest.replace(previousText(before), previousSign);
  for (const [sign, text] of signs) rest = rest.replaceAll(text, sign);
  // A store takes two bytes for each letter of a line in which one needs two.
  return /[\u0100-\uffff]/.test(rest) ? bytesSign + toBytes(rest) : rest;
}

/**
 * The line that `toRest` was given. Where the entry before is not there any more, its hash is nobody's: the line says that
 * nothing was before, which its own hash contradicts.
 */
export function fromRest(rest: string, { seat, seq, before = noHash }: KnownOfLine): string {
  const text = rest.startsWith(bytesSign) ? fromBytes(rest.slice(1)) : rest;
  // oxlint-disable-next-line no-control-regex -- they are the signs
  return text.replaceAll(/[\u0001\u0002\u0004-\u001f]/g, (sign) => {
    if (sign === previousSign) return previousText(before);
    return sign === placeSign ? placeText(seat, seq) : (texts.get(sign) ?? sign);
  });
}

/** Of a line at rest: its hash, which is what the next one follows. */
export const hashOfRest = (rest: string): string => rest.slice(-66, -2);

/** As it has to lie where the entry before goes. */
export const restOnItsOwn = (rest: string, before: string): string =>
  rest.replace(previousSign, previousText(before));

function toBytes(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join("");
}

const fromBytes = (bytes: string): string =>
  new TextDecoder().decode(Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)));
