/**
 * Hides how many people a list holds from whoever only sees its size. Padmé (Nikitin et al., "Reducing Metadata Leakage
 * from Encrypted Files and Communication with PURBs", PoPETs 2019, §4): lengths keep so many leading bits as the number of
 * their bits has bits; at most 12 % is added.
 */
import type { Bytes } from "./bytes.ts";

/** Bytes before the content: its length as u64 LE, then 8 zero bytes, so that the content lies at a multiple of 16. */
const prefix = 16;

/** The padded length of `length` bytes. */
export function padme(length: number): number {
  if (length < 2) return length;
  const exponent = Math.floor(Math.log2(length));
  const kept = Math.floor(Math.log2(exponent)) + 1;
  // Not with shifts: those end at 31 bits.
  const step = 2 ** Math.max(0, exponent - kept);
  return Math.ceil(length / step) * step;
}

export function pad(content: Uint8Array): Bytes {
  const padded = new Uint8Array(padme(prefix + content.length));
  new DataView(padded.buffer).setBigUint64(0, BigInt(content.length), true);
  padded.set(content, prefix);
  return padded;
}

/** A view of what `pad` was given; undefined: this was not padded by it. */
export function unpad(padded: Bytes): Bytes | undefined {
  if (padded.length < prefix) return undefined;
  const view = new DataView(padded.buffer, padded.byteOffset, prefix);
  const length = Number(view.getBigUint64(0, true));
  if (view.getBigUint64(8, true) !== 0n || padme(prefix + length) !== padded.length) return undefined;
  // Nothing may travel in what nobody reads.
  for (let at = prefix + length; at < padded.length; at++) if (padded[at] !== 0) return undefined;
  return padded.subarray(prefix, prefix + length);
}
