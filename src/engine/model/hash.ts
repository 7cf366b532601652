/** Bits of a feature's hash. 22 keep a feature that was never trained from meeting a trained one (about 1 in 100). */
export const hashBits = 22;

/** FNV-1a over UTF-16 units: one number for a word, a class or a family of features. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** Continues a feature with one more part; the order of parts matters. */
export function mix(state: number, part: number): number {
  const hash = Math.imul(state ^ part, 0x9e3779b1);
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
}

/** Cuts a finished state to `hashBits`, after spreading the high bits that multiplication leaves weak. */
export function bucket(state: number): number {
  const hash = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> (32 - hashBits);
}
