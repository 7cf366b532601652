/** A draft's log-odds beside its label. */
export interface Scored {
  readonly odds: number;
  readonly flagged: boolean;
}

/** Chance that a draft that must be stopped scores above one that must pass; ties count half. */
export function areaUnderCurve(scored: readonly Scored[]): number {
  const order = scored.toSorted((a, b) => a.odds - b.odds);
  let ranks = 0;
  let flagged = 0;
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && order[to]?.odds === order[from]?.odds) to++;
    const here = order.slice(from, to).filter((one) => one.flagged).length;
    ranks += (here * (from + to + 1)) / 2;
    flagged += here;
    from = to;
  }
  return (ranks - (flagged * (flagged + 1)) / 2) / (flagged * (order.length - flagged));
}

/** The log-odds that `share` of the drafts that must pass stay below. */
export function thresholdPassing(scored: readonly Scored[], share: number): number {
  const passing = scored.filter((one) => !one.flagged).map((one) => one.odds);
  passing.sort((a, b) => a - b);
  return passing[Math.min(passing.length - 1, Math.ceil(passing.length * share))] ?? 0;
}

export function recallAt(scored: readonly Scored[], threshold: number): number {
  const flagged = scored.filter((one) => one.flagged);
  return flagged.filter((one) => one.odds >= threshold).length / flagged.length;
}

export function passedAt(scored: readonly Scored[], threshold: number): number {
  const passing = scored.filter((one) => !one.flagged);
  return passing.filter((one) => one.odds < threshold).length / passing.length;
}
