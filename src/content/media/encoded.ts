/** Numbers and texts as they stand in files. */

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** One sign a byte. */
export function latin(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** UTF-8, which most files have by now, and where it is not, one sign a byte. */
export function text(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return latin(bytes);
  }
}

export const utf16 = (bytes: Uint8Array, isLittle: boolean): string =>
  new TextDecoder(isLittle ? "utf-16le" : "utf-16be").decode(bytes);

export const startsWith = (bytes: Uint8Array, start: string, at = 0): boolean =>
  bytes.length >= at + start.length && latin(bytes.subarray(at, at + start.length)) === start;

/** Up to the next zero, and where to go on after it. */
export function upToZero(bytes: Uint8Array, from: number): { part: Uint8Array; next: number } {
  const end = bytes.indexOf(0, from);
  return end < 0
    ? { part: bytes.subarray(from), next: bytes.length }
    : { part: bytes.subarray(from, end), next: end + 1 };
}

/** The other way: a byte of each sign. */
export function bytesOf(letters: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = letters.charCodeAt(at);
  return bytes;
}
