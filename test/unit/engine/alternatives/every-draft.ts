/** What must hold for the alternatives of every draft of every labelled set, under any policy, for any practice. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readKnowledge } from "../../../../scripts/guard/read-knowledge.ts";
import { emptyPractice } from "../../../../src/contract/practice.ts";
import { check, prepare } from "../../../../src/engine/index.ts";
import type { Draft, Knowledge, Practice } from "../../../../src/engine/index.ts";
import type { EnginePolicy, Strictness } from "../../../../src/engine/model.ts";
import { limitOf } from "../../../../src/engine/suggest/fill.ts";

type Line = Pick<Draft, "site" | "surface" | "thread" | "attachments"> & {
  readonly id: string;
  readonly draft: string;
};

const corpus = "test/corpus";

const sets = readdirSync(corpus, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .toSorted();

const strictnesses: readonly Strictness[] = ["relaxed", "balanced", "strict"];

const block = "block";
const blockAll: EnginePolicy["actions"] = {
  "patient-match": block,
  identifier: block,
  health: block,
  payment: block,
  relationship: block,
  media: block,
  conduct: block,
};

const digits = fc.integer({ min: 0, max: 99 }).map((last) => `310-555-01${String(last).padStart(2, "0")}`);
const email = fc.constantFrom("desk@quillfeather.example", "hola@clinica-sol.example", "a@b.example");

/** Also practices that told us nothing, or whose name reads like a pattern, a person or a treatment. */
const anyPractice: fc.Arbitrary<Practice> = fc.record({
  name: fc.constantFrom(
    "",
    "Quillfeather Skin",
    "Clínica Sol",
    "$& $1 Smiles",
    "Grace & May",
    "The Botox Bar",
    "MD",
  ),
  aliases: fc.constant([]),
  addresses: fc.constant([]),
  phones: fc.array(digits, { maxLength: 2 }),
  emails: fc.array(email, { maxLength: 2 }),
  websites: fc.constant([]),
  handles: fc.constant([]),
  staff: fc.array(fc.constantFrom({ name: "Dr. Odalys Quist" }, { name: "May" }), { maxLength: 2 }),
});

/** Ids only, never texts: a fault is looked up in the set. */
function faultsOf(line: Line, knowledge: Knowledge, used: readonly string[]): string[] {
  const { id, draft: text, ...rest } = line;
  const draft: Draft = { ...rest, text };
  const { verdict, alternatives } = check(draft, knowledge, used);
  if (verdict === "allow") return alternatives.length > 0 ? [`${id}: offered for a draft that passes`] : [];
  const strict = { ...knowledge, policy: { strictness: "strict", actions: blockAll } as const };
  const found: string[] = [];
  if (alternatives.length < 2 || alternatives.length > 3) found.push(`${id}: ${alternatives.length} offered`);
  if (new Set(alternatives.map((one) => one.text)).size < alternatives.length) found.push(`${id}: twice`);
  for (const { text: offered, kind } of alternatives) {
    const again = check({ ...draft, text: offered, attachments: [] }, strict);
    if (again.verdict !== "allow") found.push(`${id}: a ${kind} that does not pass`);
    if (/\{\w+\}|undefined/.test(offered)) found.push(`${id}: an unfilled slot`);
    if (offered.length > limitOf(draft)) found.push(`${id}: too long`);
    if (offered === text && (draft.attachments ?? []).length === 0) found.push(`${id}: the draft itself`);
    if (kind === "reply" && draft.surface === "comment" && /\b(?:review|reseña)/i.test(offered))
      found.push(`${id}: a comment thanked as a review`);
  }
  return found;
}

/** Every draft once: two of three for its own practice, one for any; the three strictnesses in turn. */
async function faultsIn(set: string): Promise<{ faults: string[]; drafts: number }> {
  const folder = join(corpus, set);
  const own = await readKnowledge({
    practice: join(folder, "practice.json"),
    patients: join(folder, "patients.csv"),
  });
  const lines = readFileSync(join(folder, "drafts.jsonl"), "utf8")
    .split("\n")
    .filter((row) => row.trim() !== "")
    .map((row): Line => JSON.parse(row));
  const practices = [emptyPractice, ...fc.sample(anyPractice, { seed: 7, numRuns: 8 })].map((practice) =>
    prepare(own.policy, practice, own.patients),
  );
  const faults = lines.flatMap((line, at) => {
    const any = practices[Math.floor(at / 3) % practices.length] ?? own;
    const base = at % 3 === 2 ? any : own;
    const strictness = strictnesses[Math.floor(at / 2) % 3] ?? "strict";
    const knowledge = { ...base, policy: { ...base.policy, strictness } };
    const used = at % 4 === 0 ? ["Thank you so much for the kind words! Have a wonderful week!"] : [];
    return faultsOf(line, knowledge, used);
  });
  return { faults, drafts: lines.length };
}

/** One of `of` parts of all sets, so that parts run side by side. */
export function describePart(part: number, of: number): void {
  const here = sets.filter((_, at) => at % of === part);
  describe.each(here)("alternatives for every draft of %s", (set) => {
    it("are two or three, pass the check at its strictest, and fit", async () => {
      const { faults, drafts } = await faultsIn(set);
      expect(drafts).toBeGreaterThan(50);
      expect(faults).toEqual([]);
    });
  });
}
