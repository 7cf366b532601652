import { sipHash } from "./siphash.ts";

/** A 64-bit hash; both halves unsigned, never both 0. */
export interface Key {
  readonly high: number;
  readonly low: number;
}

export interface Hasher {
  /** `kind` keeps a phone, a handle and a name with the same letters apart. */
  ofText(kind: string, text: string): Key;
  ofPair(kind: string, first: Key, second: Key): Key;
}

const longest = 256;

/** `key` has 16 bytes. Texts are hashed as UTF-16 units; anything beyond 250 units is ignored. */
export function makeHasher(key: Uint8Array): Hasher {
  const bytes = new Uint8Array(2 * longest);
  const view = new DataView(bytes.buffer);
  const out = new Uint32Array(2);
  const finish = (length: number): Key => {
    sipHash(key, bytes, length, out);
    const high = out[0] ?? 0;
    const low = out[1] ?? 0;
    return { high, low: high === 0 && low === 0 ? 1 : low };
  };
  return {
    ofText(kind, text) {
      bytes[0] = kind.charCodeAt(0);
      const units = Math.min(text.length, longest - 6);
      for (let i = 0; i < units; i++) view.setUint16(1 + 2 * i, text.charCodeAt(i), true);
      return finish(1 + 2 * units);
    },
    ofPair(kind, first, second) {
      bytes[0] = kind.charCodeAt(0);
      view.setUint32(1, first.high, true);
      view.setUint32(5, first.low, true);
      view.setUint32(9, second.high, true);
      view.setUint32(13, second.low, true);
      return finish(17);
    },
  };
}
