/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012): 64 bits under a 128-bit key. The state lives in locals, as pairs of
 * 32-bit halves: module variables or BigInt make it ten times slower in a browser.
 */

/** Writes the high and the low half of the hash to `out[0]` and `out[1]`. `key` has 16 bytes. */
export function sipHash(key: Uint8Array, data: Uint8Array, length: number, out: Uint32Array): void {
  const k0l = word(key, 0);
  const k0h = word(key, 4);
  const k1l = word(key, 8);
  const k1h = word(key, 12);
  let al = k0l ^ 0x70736575;
  let ah = k0h ^ 0x736f6d65;
  let bl = k1l ^ 0x6e646f6d;
  let bh = k1h ^ 0x646f7261;
  let cl = k0l ^ 0x6e657261;
  let ch = k0h ^ 0x6c796765;
  let dl = k1l ^ 0x79746573;
  let dh = k1h ^ 0x74656462;
  const blocks = Math.floor(length / 8);
  for (let block = 0; block <= blocks + 1; block++) {
    let ml = 0;
    let mh = 0;
    const at = block * 8;
    if (block < blocks) {
      ml = word(data, at);
      mh = word(data, at + 4);
    } else if (block === blocks) {
      ml = tail(data, at, Math.min(at + 4, length));
      mh = tail(data, at + 4, length) | (length << 24);
    }
    if (block <= blocks) {
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

function word(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24)
  );
}

function tail(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value |= (bytes[at] ?? 0) << (8 * (at - from));
  return value;
}
