/** How well the whole guard judges sets that its scorer was not trained on: one set left out at a time. */
import { breakdown, type Share } from "../guard/breakdown.ts";
import { percent, table } from "../bench/figures.ts";
import { type Decision, toOdds } from "../../src/engine/model/score.ts";
import { chooseDecision, isEveryday } from "./decision.ts";
import { cachedFolds } from "./fold-cache.ts";
import { type Fold, sets } from "./fold.ts";
import { areaUnderCurve } from "./measure.ts";
import { type Case, findingsOf, tally, toCases } from "./pipeline.ts";

export interface LeftOutSets {
  readonly cases: readonly Case[];
  readonly folds: ReadonlyMap<string, Fold>;
  /** The set itself has no say in the blend and thresholds that it is measured with. */
  readonly decisions: ReadonlyMap<string, Decision>;
}

/** `more` names further folds to train: "none" leaves nothing out. */
export async function leaveOut(more: readonly string[] = []): Promise<LeftOutSets> {
  const folds = await cachedFolds([...sets, ...more], 2);
  const cases: Case[] = [];
  for (const set of sets) cases.push(...(await toCases(set, folds.get(set)?.left ?? [])));
  const decisions = new Map(
    sets.map((set) => [set, chooseDecision(cases.filter(({ labelled }) => labelled.set !== set))]),
  );
  return { cases, folds, decisions };
}

const share = (value: number): string => (100 * value).toFixed(1);

function rowOf(name: string, cases: readonly Case[], decisionOf: (one: Case) => Decision | undefined) {
  const scored = cases.map((one) => {
    const blend = decisionOf(one)?.blend ?? { draft: 0, clause: 0, net: 0, tag: 0, bias: 0 };
    return { odds: toOdds(blend, one.left.margins), flagged: one.labelled.expect === "flag" };
  });
  const balanced = tally(cases, decisionOf, "balanced");
  const strict = tally(cases, decisionOf, "strict");
  const without = tally(cases, () => undefined, "balanced");
  return [
    name,
    areaUnderCurve(scored).toFixed(3),
    share(balanced.stopped),
    share(balanced.passed),
    share(balanced.named),
    share(balanced.touched),
    `${share(strict.stopped)} / ${share(strict.passed)}`,
    `${share(without.stopped)} / ${share(without.passed)}`,
  ];
}

const part = ({ hit, of }: Share): string => (of === 0 ? "" : `${percent(hit, of)} of ${of}`);

/** Two tables for docs/benchmarks.md: set by set; and by surface, category, language and hidden writing. */
export function reportLeftOut({ cases, decisions }: LeftOutSets): string {
  const decisionOf = ({ labelled }: Case): Decision | undefined => decisions.get(labelled.set);
  const everyday = cases.filter(isEveryday);
  const own = cases.filter((one) => !isEveryday(one));
  const of = (set: string): Case[] => cases.filter(({ labelled }) => labelled.set === set);
  const isOwn = (set: string): boolean => set.startsWith("own");
  const rows = [
    ...sets.filter((set) => !isOwn(set)).map((set) => rowOf(`\`${set}\``, of(set), decisionOf)),
    rowOf("**these together**", everyday, decisionOf),
    ...sets.filter(isOwn).map((set) => rowOf(`\`${set}\``, of(set), decisionOf)),
    rowOf("**our own together**", own, decisionOf),
  ];
  const bySet = table(
    [
      "left out",
      "AUC of the scorer",
      "stopped",
      "passed",
      "right category",
      "marked words touched",
      "strict: stopped / passed",
      "without scorer: stopped / passed",
    ],
    rows,
  );
  const judged = (some: readonly Case[]) =>
    breakdown(
      some.map((one) => ({
        labelled: one.labelled,
        findings: findingsOf(one, decisionOf(one), "balanced"),
      })),
    );
  const ours = new Map(judged(own).map((row) => [`${row.group} ${row.name}`, row]));
  const parts = judged(everyday)
    .filter(({ group }) => group !== "all" && group !== "set")
    .map((row) => {
      const other = ours.get(`${row.group} ${row.name}`);
      return [
        row.group,
        row.name,
        part(row.stopped),
        part(row.passed),
        other ? part(other.stopped) : "",
        other ? part(other.passed) : "",
      ];
    });
  const byPart = table(["", "", "stopped", "passed", "own sets: stopped", "own sets: passed"], parts);
  return `${bySet}\n\n${byPart}`;
}
