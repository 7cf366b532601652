/** How well drafts were judged, in parts: one row for all, and one for each set, surface, category, language, hiding. */
import type { Category, Finding } from "../../src/engine/model.ts";
import type { RuleContext } from "../../src/engine/rule.ts";
import { hiding, hidingKinds } from "./hidden-writing.ts";
import { writtenIn } from "./written-in.ts";

/** A labelled draft (test/corpus/GUIDE.md). */
interface Labelled {
  readonly set: string;
  readonly expect: "flag" | "pass" | "either";
  readonly categories: readonly Category[];
  readonly spans: readonly (readonly [string, Category])[];
  readonly context: Pick<RuleContext, "draft" | "folded">;
}

/** A labelled draft and what was found in it; no findings: it passed. */
export interface Judged {
  readonly labelled: Labelled;
  readonly findings: readonly Pick<Finding, "category" | "start" | "end">[];
}

export interface Share {
  readonly hit: number;
  readonly of: number;
}

export const groups = ["all", "set", "surface", "category", "language", "hidden writing"] as const;

/** `stopped`: of drafts to stop. `passed`: of drafts to pass. `named`, `touched`: of stopped drafts, and of their labelled words. */
export interface Row {
  readonly group: (typeof groups)[number];
  readonly name: string;
  readonly stopped: Share;
  readonly passed: Share;
  readonly named: Share;
  readonly touched: Share;
}

const columns = ["stopped", "passed", "named", "touched"] as const;
type Counts = Record<(typeof columns)[number], { hit: number; of: number }>;

/**
 * Drafts labelled `either` are not scored. A category has no drafts to pass, and a draft counts in the row of each of its
 * categories; "named" there means that one of the draft's categories was. Rows without a scored draft are left out.
 */
export function breakdown(cases: readonly Judged[]): Row[] {
  const rows = new Map<string, Counts>();
  const rowOf = (key: string): Counts => {
    const row = rows.get(key) ?? {
      stopped: { hit: 0, of: 0 },
      passed: { hit: 0, of: 0 },
      named: { hit: 0, of: 0 },
      touched: { hit: 0, of: 0 },
    };
    rows.set(key, row);
    return row;
  };
  for (const one of cases) {
    if (one.labelled.expect === "either") continue;
    for (const [group, names] of Object.entries(namesOf(one.labelled))) {
      for (const name of names) add(rowOf(`${group}\n${name}`), one);
    }
  }
  return groups.flatMap((group) =>
    Array.from(rows)
      .filter(([key]) => key.startsWith(`${group}\n`))
      .map(([key, counts]) => ({ group, name: key.slice(group.length + 1), ...counts })),
  );
}

function namesOf({
  set,
  expect,
  categories,
  context,
}: Labelled): Record<(typeof groups)[number], readonly string[]> {
  const kinds = hiding(context.folded);
  return {
    all: ["all"],
    set: [set],
    surface: [context.draft.surface],
    category: expect === "flag" ? categories : [],
    language: [writtenIn(context.draft.text)],
    "hidden writing": kinds.length > 0 ? ["any", ...hidingKinds.filter((kind) => kinds.includes(kind))] : [],
  };
}

function add(row: Counts, { labelled, findings }: Judged): void {
  const count = (column: keyof Counts, hit: boolean): void => {
    row[column].of++;
    if (hit) row[column].hit++;
  };
  const stopped = findings.length > 0;
  if (labelled.expect === "pass") {
    count("passed", !stopped);
    return;
  }
  count("stopped", stopped);
  if (!stopped) return;
  count(
    "named",
    findings.some(({ category }) => labelled.categories.includes(category)),
  );
  for (const [quote] of labelled.spans) {
    const at = labelled.context.draft.text.indexOf(quote);
    if (at < 0) continue;
    count(
      "touched",
      findings.some(({ start, end }) => start < at + quote.length && end > at),
    );
  }
}
