/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012): 64 bits under a 128-bit key. The state lives in locals, as pairs of
 * 32-bit halves: module variables or BigInt make it ten times slower in a browser.
 */

/** Writes the high and the low half of the hash to `out[0]` and `out[1]`. `key` has 16 bytes. */
export function sipHash(key: Uint8Array, data: Uint8Array, length: number, out: Uint32Array): void {
  const words = new Uint32Array(2 * Math.floor(length / 8) + 2);
  for (let at = 0; at < length; at++) {
    words[at >>> 2] = (words[at >>> 2] ?? 0) | ((data[at] ?? 0) << (8 * (at & 3)));
  }
  sipWords(toWords(key), words, length, out);
}

/** The 16 bytes of a key as four little-endian words. */
export function toWords(key: Uint8Array): Uint32Array {
  return Uint32Array.from(
    [0, 4, 8, 12],
    (at) =>
      (key[at] ?? 0) | ((key[at + 1] ?? 0) << 8) | ((key[at + 2] ?? 0) << 16) | ((key[at + 3] ?? 0) << 24),
  );
}

/**
 * The same over little-endian words: `words` holds `length` bytes and zeros up to the end of the eight bytes in which
 * the message ends (a whole eight of zeros where `length` is a multiple of eight). `length` is below 256.
 */
export function sipWords(key: Uint32Array, words: Uint32Array, length: number, out: Uint32Array): void {
  const k0l = key[0] ?? 0;
  const k0h = key[1] ?? 0;
  const k1l = key[2] ?? 0;
  const k1h = key[3] ?? 0;
  let al = k0l ^ 0x70736575;
  let ah = k0h ^ 0x736f6d65;
  let bl = k1l ^ 0x6e646f6d;
  let bh = k1h ^ 0x646f7261;
  let cl = k0l ^ 0x6e657261;
  let ch = k0h ^ 0x6c796765;
  let dl = k1l ^ 0x79746573;
  let dh = k1h ^ 0x74656462;
  const blocks = length >>> 3;
  for (let block = 0; block <= blocks + 1; block++) {
    let ml = 0;
    let mh = 0;
    if (block <= blocks) {
      ml = words[block * 2] ?? 0;
      mh = words[block * 2 + 1] ?? 0;
      if (block === blocks) mh |= length << 24;
      dl ^= ml;
      dh ^= mh;
    } else {
      cl ^= 0xff;
    }
    for (let rounds = block <= blocks ? 2 : 4; rounds > 0; rounds--) {
      // v0 += v1; v1 = rotl(v1, 13) ^ v0; v0 = rotl(v0, 32)
      let sum = (al >>> 0) + (bl >>> 0);
      ah = (ah + bh + (sum > 0xffffffff ? 1 : 0)) | 0;
      al = sum | 0;
      let low = (bl << 13) | (bh >>> 19);
      let high = (bh << 13) | (bl >>> 19);
      bl = low ^ al;
      bh = high ^ ah;
      low = al;
      al = ah;
      ah = low;
      // v2 += v3; v3 = rotl(v3, 16) ^ v2
      sum = (cl >>> 0) + (dl >>> 0);
      ch = (ch + dh + (sum > 0xffffffff ? 1 : 0)) | 0;
      cl = sum | 0;
      low = (dl << 16) | (dh >>> 16);
      high = (dh << 16) | (dl >>> 16);
      dl = low ^ cl;
      dh = high ^ ch;
      // v0 += v3; v3 = rotl(v3, 21) ^ v0
      sum = (al >>> 0) + (dl >>> 0);
      ah = (ah + dh + (sum > 0xffffffff ? 1 : 0)) | 0;
      al = sum | 0;
      low = (dl << 21) | (dh >>> 11);
      high = (dh << 21) | (dl >>> 11);
      dl = low ^ al;
      dh = high ^ ah;
      // v2 += v1; v1 = rotl(v1, 17) ^ v2; v2 = rotl(v2, 32)
      sum = (cl >>> 0) + (bl >>> 0);
      ch = (ch + bh + (sum > 0xffffffff ? 1 : 0)) | 0;
      cl = sum | 0;
      low = (bl << 17) | (bh >>> 15);
      high = (bh << 17) | (bl >>> 15);
      bl = low ^ cl;
      bh = high ^ ch;
      low = cl;
      cl = ch;
      ch = low;
    }
    if (block <= blocks) {
      al ^= ml;
      ah ^= mh;
    }
  }
  out[0] = ah ^ bh ^ ch ^ dh;
  out[1] = al ^ bl ^ cl ^ dl;
}
