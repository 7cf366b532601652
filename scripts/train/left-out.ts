/** How well the whole guard judges sets that its scorer was not trained on: one set left out at a time. */
import { type Row, type Share, breakdown } from "../guard/breakdown.ts";
import { percent, table } from "../bench/figures.ts";
import type { Strictness } from "../../src/engine/model.ts";
import { type Decision, toOdds } from "../../src/engine/model/score.ts";
import { chooseDecision, isEveryday } from "./decision.ts";
import { cachedFolds } from "./fold-cache.ts";
import { type Fold, sets } from "./fold.ts";
import { areaUnderCurve } from "./measure.ts";
import { type Case, findingsOf, toCases } from "./pipeline.ts";

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

type DecisionOf = (one: Case) => Decision | undefined;

const inPercent = ({ hit, of }: Share): string => ((100 * hit) / of).toFixed(1);
const part = ({ hit, of }: Share): string => (of === 0 ? "" : `${percent(hit, of)} of ${of}`);

const rowsUnder = (cases: readonly Case[], decisionOf: DecisionOf, strictness: Strictness): readonly Row[] =>
  breakdown(
    cases.map((one) => ({ labelled: one.labelled, findings: findingsOf(one, decisionOf(one), strictness) })),
  );

function scorerArea(cases: readonly Case[], decisionOf: DecisionOf): string {
  const scored = cases.flatMap((one) => {
    const blend = decisionOf(one)?.blend;
    return blend ? [{ odds: toOdds(blend, one.left.margins), flagged: one.labelled.expect === "flag" }] : [];
  });
  return areaUnderCurve(scored).toFixed(3);
}

/** A line for each of the sets that `cases` are of, and `together` for all of them. */
function setLines(
  cases: readonly Case[],
  balanced: readonly Row[],
  decisionOf: DecisionOf,
  together: string,
): string[][] {
  const strict = rowsUnder(cases, decisionOf, "strict");
  const without = rowsUnder(cases, () => undefined, "balanced");
  const lineOf = (name: string, head: string, own: readonly Case[]): string[] => {
    const [main, strictly, rules] = [balanced, strict, without].map((rows) =>
      rows.find((row) => row.name === name && (row.group === "set" || row.group === "all")),
    );
    if (!main || !strictly || !rules) throw new Error(`no drafts of ${name} to judge`);
    return [
      head,
      scorerArea(own, decisionOf),
      ...[main.stopped, main.passed, main.named, main.touched].map(inPercent),
      `${inPercent(strictly.stopped)} / ${inPercent(strictly.passed)}`,
      `${inPercent(rules.stopped)} / ${inPercent(rules.passed)}`,
    ];
  };
  const names = balanced.filter(({ group }) => group === "set").map(({ name }) => name);
  return [
    ...names.map((name) =>
      lineOf(
        name,
        `\`${name}\``,
        cases.filter(({ labelled }) => labelled.set === name),
      ),
    ),
    lineOf("all", `**${together}**`, cases),
  ];
}

/** Two tables for docs/benchmarks.md: set by set; and by surface, category, language and hidden writing. */
export function reportLeftOut({ cases, decisions }: LeftOutSets): string {
  const decisionOf: DecisionOf = ({ labelled }) => decisions.get(labelled.set);
  const everyday = cases.filter(isEveryday);
  const own = cases.filter((one) => !isEveryday(one));
  const rows = rowsUnder(everyday, decisionOf, "balanced");
  const ownRows = rowsUnder(own, decisionOf, "balanced");
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
    [
      ...setLines(everyday, rows, decisionOf, "these together"),
      ...setLines(own, ownRows, decisionOf, "our own together"),
    ],
  );
  const parts = rows
    .filter(({ group }) => group !== "all" && group !== "set")
    .map(({ group, name, stopped, passed }) => {
      const ours = ownRows.find((row) => row.group === group && row.name === name);
      return [
        group,
        name,
        part(stopped),
        part(passed),
        ours ? part(ours.stopped) : "",
        ours ? part(ours.passed) : "",
      ];
    });
  const byPart = table(["", "", "stopped", "passed", "own sets: stopped", "own sets: passed"], parts);
  return `${bySet}\n\n${byPart}`;
}
