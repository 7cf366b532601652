import { basename, join } from "node:path";
import { toContext } from "../../src/engine/context.ts";
import { check } from "../../src/engine/index.ts";
import type { Knowledge } from "../../src/engine/index.ts";
import type { Strictness, Verdict } from "../../src/engine/model.ts";
import { breakdown } from "./breakdown.ts";
import type { Judged } from "./breakdown.ts";
import { toDraft } from "./check-lines.ts";
import { missesOf, readable, report } from "./score-report.ts";
import { readKnowledge } from "./read-knowledge.ts";
import { readSet } from "./read-set.ts";
import type { LabelledLine } from "./read-set.ts";

interface Options {
  readonly policy: string | undefined;
  /** How many wrong verdicts to print. */
  readonly misses: number;
  readonly json: boolean;
}

/** A labelled draft, what was said about it, and what was offered. */
export interface Scored extends Judged, LabelledLine {
  readonly findings: Verdict["findings"];
  readonly alternatives: Verdict["alternatives"];
  readonly micros: number;
}

const strictnesses: readonly Strictness[] = ["relaxed", "balanced", "strict"];

/** Scores labelled sets (drafts.jsonl, practice.json, patients.csv in each folder) together, under each strictness. */
export async function scoreSets(folders: readonly string[], options: Options): Promise<number> {
  const scored: Scored[] = [];
  const others = new Map<Strictness, Judged[]>();
  let own: Strictness = "balanced";
  for (const folder of folders) {
    const knowledge = await readKnowledge({
      practice: join(folder, "practice.json"),
      patients: join(folder, "patients.csv"),
      policy: options.policy,
    });
    const lines = await readSet(join(folder, "drafts.jsonl"));
    own = knowledge.policy.strictness;
    scored.push(...judge(basename(folder), lines, knowledge));
    for (const strictness of strictnesses) {
      if (strictness === own) continue;
      const policy = { ...knowledge.policy, strictness };
      const judged = judge(basename(folder), lines, { ...knowledge, policy });
      others.set(strictness, [...(others.get(strictness) ?? []), ...judged]);
    }
  }
  const found = report(
    scored,
    strictnesses.map((strictness) => ({
      strictness,
      rows: breakdown(strictness === own ? scored : (others.get(strictness) ?? [])),
    })),
    own,
  );
  console.log(options.json ? JSON.stringify(found) : readable(found));
  for (const miss of missesOf(scored).slice(0, options.misses)) console.log(miss);
  return 0;
}

function judge(set: string, lines: readonly LabelledLine[], knowledge: Knowledge): Scored[] {
  return lines.map(({ line, label }) => {
    const draft = toDraft(line);
    const started = process.hrtime.bigint();
    const { findings, alternatives } = check(draft, knowledge);
    const micros = Number((process.hrtime.bigint() - started) / 1000n);
    const { expect = "either", categories = [], spans = [] } = label;
    const context = toContext(draft, knowledge.practice);
    return {
      line,
      label,
      labelled: { set, expect, categories, spans, context },
      findings,
      alternatives,
      micros,
    };
  });
}
