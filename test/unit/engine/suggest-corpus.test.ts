import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readKnowledge } from "../../../scripts/guard/read-knowledge.ts";
import { emptyPractice } from "../../../src/contract/practice.ts";
import { check, prepare } from "../../../src/engine/index.ts";
import type { Draft, Knowledge, Verdict } from "../../../src/engine/index.ts";

interface Labelled extends Pick<Draft, "site" | "surface" | "thread" | "attachments"> {
  readonly id: string;
  readonly draft: string;
}

const sets = ["train-1", "train-2", "train-3", "train-4", "train-5", "train-6", "train-7", "dev"];

const draftOf = ({ draft, site, surface, thread, attachments }: Labelled): Draft => ({
  text: draft,
  site,
  surface,
  thread,
  attachments,
});

const draftsOf = (folder: string): Labelled[] =>
  readFileSync(join(folder, "drafts.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Labelled);

/** What is wrong with the alternatives of one stopped draft; ids only, never texts. */
function faults(one: Labelled, { alternatives }: Verdict, knowledge: Knowledge): string[] {
  const found: string[] = [];
  if (alternatives.length < 2 || alternatives.length > 3)
    found.push(`${one.id}: ${alternatives.length} offered`);
  if (new Set(alternatives.map(({ text }) => text)).size < alternatives.length)
    found.push(`${one.id}: twice the same`);
  for (const { text } of alternatives) {
    if (check({ ...draftOf(one), text, attachments: [] }, knowledge).verdict !== "allow")
      found.push(`${one.id}: an unsafe one`);
    if (/\{\w+\}/.test(text)) found.push(`${one.id}: an unfilled slot`);
  }
  return found;
}

describe.each(sets)("alternatives for the drafts of %s", (set) => {
  const folder = join("test/corpus", set);

  it("are at least two, and every one passes its own check", { timeout: 120_000 }, async () => {
    const knowledge = await readKnowledge({
      practice: join(folder, "practice.json"),
      patients: join(folder, "patients.csv"),
    });
    const bare = prepare(knowledge.policy, emptyPractice, knowledge.patients);
    const drafts = draftsOf(folder);
    const wrong: string[] = [];
    let stopped = 0;
    for (const [at, one] of drafts.entries()) {
      // Every eighth draft once more for a practice that told us nothing about itself.
      for (const own of at % 8 === 0 ? [knowledge, bare] : [knowledge]) {
        const verdict = check(draftOf(one), own);
        if (verdict.verdict === "allow") continue;
        stopped++;
        wrong.push(...faults(one, verdict, own));
      }
    }
    expect(stopped).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  });
});
