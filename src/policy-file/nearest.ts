/** The known word that was most likely meant; undefined where none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const wanted = word.slice(0, 60).toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const one of known) {
    const steps = distance(wanted, one.toLowerCase());
    if (steps >= least) continue;
    least = steps;
    best = one;
  }
  return best;
}

/** Letters to add, drop, change, or swap with the next. */
function distance(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let y = 1; y <= from.length; y += 1) {
    const next = [y];
    for (let x = 1; x <= to.length; x += 1) {
      const same = from[y - 1] === to[x - 1];
      const swapped = y > 1 && x > 1 && from[y - 1] === to[x - 2] && from[y - 2] === to[x - 1];
      next.push(
        Math.min(
          (next[x - 1] ?? 0) + 1,
          (row[x] ?? 0) + 1,
          (row[x - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (before[x - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    before = row;
    row = next;
  }
  return row[to.length] ?? 0;
}
