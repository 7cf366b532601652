import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { check } from "../../src/engine/index.ts";
import type { Draft, Verdict } from "../../src/engine/index.ts";
import { parseLine } from "../guard/check-lines.ts";
import { readKnowledge } from "../guard/read-knowledge.ts";
import { percent, table } from "./figures.ts";

const corpus = join(import.meta.dirname, "../../test/corpus");

interface Tally {
  stopped: number;
  mustStop: number;
  passed: number;
  mustPass: number;
  offered: number;
  offers: number;
  unsafe: number;
}

const nothing = (): Tally => ({
  stopped: 0,
  mustStop: 0,
  passed: 0,
  mustPass: 0,
  offered: 0,
  offers: 0,
  unsafe: 0,
});

type Label = { readonly expect?: "flag" | "pass" | "either" };

async function score(set: string): Promise<Tally> {
  const folder = join(corpus, set);
  const knowledge = await readKnowledge({
    practice: join(folder, "practice.json"),
    patients: join(folder, "patients.csv"),
  });
  const tally = nothing();
  for (const row of (await readFile(join(folder, "drafts.jsonl"), "utf8")).split("\n")) {
    if (row.trim() === "") continue;
    const parsed = parseLine(row);
    if ("fault" in parsed) throw new Error(`${set}: ${parsed.fault}`);
    const { draft: text, site, surface, thread = null, attachments } = parsed.line;
    const draft: Draft = { text, site, surface, thread, attachments: attachments ?? [] };
    const { expect }: Label = JSON.parse(row);
    const verdict = check(draft, knowledge);
    if (expect === "flag") countStopped(tally, verdict);
    if (expect === "pass") {
      tally.mustPass += 1;
      if (verdict.verdict === "allow") tally.passed += 1;
    }
    for (const offer of verdict.alternatives) {
      tally.offers += 1;
      const again = check({ ...draft, text: offer.text, attachments: [] }, knowledge);
      if (again.verdict !== "allow") tally.unsafe += 1;
    }
  }
  return tally;
}

function countStopped(tally: Tally, { verdict, alternatives }: Verdict): void {
  tally.mustStop += 1;
  if (verdict === "allow") return;
  tally.stopped += 1;
  if (alternatives.length > 0) tally.offered += 1;
}

const rowOf = (name: string, { stopped, mustStop, passed, mustPass, offered }: Tally): string[] => [
  name,
  `${percent(stopped, mustStop)} of ${mustStop}`,
  `${percent(passed, mustPass)} of ${mustPass}`,
  percent(offered, stopped),
];

/** How the guard, as it is, judges every labelled set under the default policy. */
export async function measureAccuracy(): Promise<string> {
  const sets = (await readdir(corpus, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
  const rows: string[][] = [];
  let [offers, unsafe] = [0, 0];
  for (const set of sets) {
    const tally = await score(set);
    offers += tally.offers;
    unsafe += tally.unsafe;
    rows.push(rowOf(`\`${set}\``, tally));
  }
  const head = [
    "Set",
    "Stopped, of those to stop",
    "Passed, of those to pass",
    "With an alternative, of those stopped",
  ];
  return `${table(head, rows)}\n\nOf ${offers} alternatives that were offered, ${unsafe} did not pass when checked as a draft.`;
}
