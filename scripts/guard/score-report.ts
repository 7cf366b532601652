import type { Strictness } from "../../src/engine/model.ts";
import type { Row, Share } from "./breakdown.ts";
import type { Scored } from "./score-sets.ts";

/** What `guard score --json` prints. */
export interface Report {
  readonly strictness: Strictness;
  readonly drafts: number;
  /** Named as in test/corpus/score.mjs, and equal to what it counts. */
  readonly totals: Readonly<Record<string, Share>>;
  readonly rows: readonly Row[];
  /** The first row, all drafts, under each strictness. */
  readonly under: Readonly<Record<Strictness, Row | undefined>>;
  /** Time of a check in millionths of a second, with the search for alternatives. */
  readonly micros: { readonly p50: number; readonly p95: number };
}

export function report(
  scored: readonly Scored[],
  runs: readonly { readonly strictness: Strictness; readonly rows: readonly Row[] }[],
  strictness: Strictness,
): Report {
  const rows = runs.find((run) => run.strictness === strictness)?.rows ?? [];
  const all = (which: Strictness): Row | undefined =>
    runs.find((run) => run.strictness === which)?.rows.find(({ group }) => group === "all");
  const micros = scored.map((one) => one.micros).toSorted((a, b) => a - b);
  const at = (share: number): number => micros[Math.floor(share * (micros.length - 1))] ?? 0;
  return {
    strictness,
    drafts: scored.length,
    totals: totals(scored, rows),
    rows,
    under: { relaxed: all("relaxed"), balanced: all("balanced"), strict: all("strict") },
    micros: { p50: at(0.5), p95: at(0.95) },
  };
}

function totals(scored: readonly Scored[], rows: readonly Row[]): Record<string, Share> {
  const stopped = scored.filter(
    ({ labelled, findings }) => labelled.expect === "flag" && findings.length > 0,
  );
  const found: [string, Share][] = rows.flatMap(({ group, name, stopped, passed, named, touched }) => {
    if (group === "all")
      return [
        ["recall", stopped],
        ["category named", named],
        ["span touched", touched],
        ["pass", passed],
      ];
    if (group === "surface")
      return [
        [`recall · ${name}`, stopped],
        [`pass · ${name}`, passed],
      ];
    return group === "category" ? [[`recall · ${name}`, stopped]] : [];
  });
  found.push([
    "alternative offered",
    { hit: stopped.filter(({ alternatives }) => alternatives.length > 0).length, of: stopped.length },
  ]);
  return Object.fromEntries(found.filter(([, { of }]) => of > 0));
}

const percent = ({ hit, of }: Share): string => (of === 0 ? "–" : ((100 * hit) / of).toFixed(1));

/** A table for people: shares in percent, with the number of drafts that they are of. */
export function readable({ strictness, drafts, totals, rows, under, micros }: Report): string {
  const head = ["", "stopped %", "of", "passed %", "of", "category named %", "words touched %"];
  const cells = (name: string, { stopped, passed, named, touched }: Row): string[] => [
    name,
    percent(stopped),
    String(stopped.of),
    percent(passed),
    String(passed.of),
    percent(named),
    percent(touched),
  ];
  const table: string[][] = [];
  for (const which of ["relaxed", "balanced", "strict"] as const) {
    const row = under[which];
    if (row) table.push(cells(which === strictness ? `${which} (as below)` : which, row));
  }
  let group = "all";
  for (const row of rows) {
    if (row.group === "all") continue;
    if (row.group !== group) table.push([row.group.toUpperCase()]);
    group = row.group;
    table.push(cells(`  ${row.name}`, row));
  }
  const widths = head.map((_, column) =>
    Math.max(...[head, ...table].map((line) => line[column]?.length ?? 0)),
  );
  const lines = [head, ...table].map((line) =>
    line
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
  const offered = totals["alternative offered"] ?? { hit: 0, of: 0 };
  return [
    ...lines,
    "",
    `${drafts} drafts. Alternatives offered for ${percent(offered)} % of those rightly stopped.`,
    `A check took ${micros.p50} µs in the middle, ${micros.p95} µs at the 95th percentile.`,
  ].join("\n");
}

/** The wrong verdicts, each with its draft: for whoever wrote the labelled set. */
export function missesOf(scored: readonly Scored[]): string[] {
  return scored.flatMap(({ line, label, labelled, findings }) => {
    const stopped = findings.length > 0;
    if (labelled.expect === "either" || stopped === (labelled.expect === "flag")) return [];
    const what = stopped
      ? `stopped by ${findings.map(({ rule, start, end }) => `${rule} “${line.draft.slice(start, end)}”`).join(", ")}`
      : `let through (${labelled.categories.join(", ")})`;
    return [`\n${line.id} [${line.surface}] ${what}\n  draft: ${line.draft}\n  note:  ${label.note ?? ""}`];
  });
}
