/** Replies put together from their parts, so that one page does not read the same words again and again. */

/** Openings and closings; every opening fits every closing. */
export interface Parts {
  readonly open: readonly string[];
  readonly close: readonly string[];
}

export interface Wording {
  readonly open: string;
  readonly close: string;
}

/**
 * Every pairing once, beginning at the `by`th: neighbors differ in both parts. Those whose parts do not stand in `used`
 * come first, then those with one part that does, then the rest.
 */
export function wordings({ open, close }: Parts, by: number, used: readonly string[]): readonly Wording[] {
  const all: Wording[] = [];
  const shift = Math.floor(by / open.length);
  for (let at = 0; at < open.length * close.length; at++) {
    const round = Math.floor(at / open.length);
    const first = open[(by + at) % open.length];
    const last = close[(shift + (at % open.length) + round) % close.length];
    if (first !== undefined && last !== undefined) all.push({ open: first, close: last });
  }
  if (used.length === 0) return all;
  return all
    .map((wording) => ({ wording, times: timesUsed(wording, used) }))
    .toSorted((a, b) => a.times - b.times)
    .map(({ wording }) => wording);
}

/** A slot is filled in what was used: only its longest run of words is compared. */
const plain = (part: string): string =>
  part.split(/\{\w{1,9}\}/).reduce((longest, piece) => (piece.length > longest.length ? piece : longest), "");

function timesUsed({ open, close }: Wording, used: readonly string[]): number {
  let times = 0;
  for (const text of used) {
    const hasOpen = text.includes(plain(open));
    const hasClose = text.includes(plain(close));
    times += hasOpen && hasClose ? 10 : Number(hasOpen) + Number(hasClose);
  }
  return times;
}
