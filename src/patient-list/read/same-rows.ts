/** Which rows were there before, of any number of them: 12 bytes a row and no text. */

export interface SameRows {
  /** The line on which the same cells were; undefined: not yet, and now remembered with `line`. */
  before(cells: readonly string[], line: number): number | undefined;
}

/** 64 bits a row: two different rows among a million are taken for one with a chance of 1 in 37 million. */
export function newSameRows(): SameRows {
  let slots = 1 << 12;
  let high = new Uint32Array(slots);
  let low = new Uint32Array(slots);
  let lines = new Uint32Array(slots);
  let used = 0;

  function find(h: number, l: number): number {
    let at = l & (slots - 1);
    while (lines[at] !== 0 && !(high[at] === h && low[at] === l)) at = (at + 1) & (slots - 1);
    return at;
  }

  function grow(): void {
    const old = { high, low, lines };
    slots *= 2;
    high = new Uint32Array(slots);
    low = new Uint32Array(slots);
    lines = new Uint32Array(slots);
    for (const [from, line] of old.lines.entries()) {
      if (line === 0) continue;
      const at = find(old.high[from] ?? 0, old.low[from] ?? 0);
      high[at] = old.high[from] ?? 0;
      low[at] = old.low[from] ?? 0;
      lines[at] = line;
    }
  }

  return {
    before(cells, line) {
      if (used * 2 > slots) grow();
      const [h, l] = hash(cells);
      const at = find(h, l);
      const known = lines[at];
      if (known !== undefined && known !== 0) return known;
      high[at] = h;
      low[at] = l;
      lines[at] = line;
      used++;
      return undefined;
    },
  };
}

/** Two halves that mix each other (after bryc's cyrb53, public domain); the end of a cell counts as a sign. */
function hash(cells: readonly string[]): readonly [number, number] {
  let h = 0xdeadbeef;
  let l = 0x41c6ce57;
  for (const written of cells) {
    const cell = written.trim();
    for (let i = 0; i <= cell.length; i++) {
      const code = i < cell.length ? cell.charCodeAt(i) : 0x10000;
      h = Math.imul(h ^ code, 2_654_435_761);
      l = Math.imul(l ^ code, 1_597_334_677);
    }
  }
  const a = Math.imul(h ^ (h >>> 16), 2_246_822_507) ^ Math.imul(l ^ (l >>> 13), 3_266_489_909);
  const b = Math.imul(l ^ (l >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return [a >>> 0, b >>> 0];
}
