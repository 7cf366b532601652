import { sipWords, toWords } from "./siphash.ts";

/** A 64-bit hash; both halves unsigned. */
export interface Key {
  readonly high: number;
  readonly low: number;
}

export interface Hasher {
  /** `kind`, one letter, keeps a phone, a handle and a name with the same signs apart. */
  ofText(kind: string, text: string): Key;
  ofPair(kind: string, first: Key, second: Key): Key;
}

/** SipHash's length byte counts to 255; two bytes a unit, one unit for the kind. */
const longest = 126;

/** `key` has 16 bytes. Texts are hashed as UTF-16 units; anything beyond 126 units is ignored. */
export function makeHasher(key: Uint8Array): Hasher {
  const keyWords = toWords(key);
  const words = new Uint32Array(longest / 2 + 3);
  const out = new Uint32Array(2);
  const finish = (length: number): Key => {
    sipWords(keyWords, words, length, out);
    return { high: out[0] ?? 0, low: out[1] ?? 0 };
  };
  return {
    ofText(kind, text) {
      const units = Math.min(text.length, longest);
      let word = kind.charCodeAt(0);
      let at = 0;
      for (let i = 0; i < units; i++) {
        const unit = text.charCodeAt(i);
        if ((i & 1) === 0) words[at++] = word | (unit << 16);
        else word = unit;
      }
      if ((units & 1) === 0) words[at++] = word;
      words[at] = 0;
      words[at + 1] = 0;
      return finish(2 * (units + 1));
    },
    ofPair(kind, first, second) {
      words[0] = kind.charCodeAt(0);
      words[1] = first.high;
      words[2] = first.low;
      words[3] = second.high;
      words[4] = second.low;
      words[5] = 0;
      return finish(20);
    },
  };
}
