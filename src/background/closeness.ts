/** How near two texts are, by what they are written with. Pure. */

/** Lower case, without accents: what a person looks for without them is found all the same. */
const plain = (text: string): string => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

export const wordsOf = (text: string): readonly string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Of a longer text only so much is looked at, in UTF-16 units: there are replies of a thousand at most. */
const looked = 3000;

/** Letters that stand together, three and three, with the ends of words: a word counts also in another form. */
function pieces(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const word of wordsOf(text.slice(0, looked))) {
    const padded = ` ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) {
      const piece = padded.slice(at, at + 3);
      found.set(piece, (found.get(piece) ?? 0) + 1);
    }
  }
  return found;
}

const sum = (counts: Iterable<number>): number => [...counts].reduce((total, one) => total + one, 0);

/** How near a text is to `to`, 0 to 1: the share of pieces that both have (Sørensen–Dice). */
export function closeTo(to: string): (text: string) => number {
  const mine = pieces(to);
  const all = sum(mine.values());
  return (text) => {
    const theirs = pieces(text);
    const both = sum([...mine].map(([piece, count]) => Math.min(count, theirs.get(piece) ?? 0)));
    return both === 0 ? 0 : (2 * both) / (all + sum(theirs.values()));
  };
}

/** The nearest first; what is as near stays in its order. */
export function nearestFirst<T extends { readonly text: string }>(items: readonly T[], to: string): T[] {
  const near = closeTo(to);
  return items
    .map((item) => ({ item, by: near(item.text) }))
    .toSorted((a, b) => b.by - a.by)
    .map(({ item }) => item);
}
