/** The whole check on drafts that were left out: rules, identifiers, names and patient list beside the scorer. */
import { fileURLToPath } from "node:url";
import { decide } from "../../src/engine/decide.ts";
import { doubt } from "../../src/engine/doubt.ts";
import type { Knowledge } from "../../src/engine/knowledge.ts";
import { merge } from "../../src/engine/merge.ts";
import type { Finding, Hit, Strictness } from "../../src/engine/model.ts";
import { type Decision, score, toHits, toOdds } from "../../src/engine/model/score.ts";
import { recognize, recognizers } from "../../src/engine/recognize.ts";
import { readKnowledge } from "../guard/read-knowledge.ts";
import { type Labelled, readSet } from "./corpus.ts";
import type { LeftOut } from "./fold.ts";

/** A labelled draft with all that is known of it but the scorer's decision. */
export interface Case {
  readonly labelled: Labelled;
  readonly left: LeftOut;
  readonly others: readonly Hit[];
  readonly knowledge: Knowledge;
  readonly listed: boolean;
}

const withoutScorer = recognizers.filter((recognizer) => recognizer !== score);

export async function toCases(set: string, left: readonly LeftOut[]): Promise<Case[]> {
  const file = (name: string): string =>
    fileURLToPath(new URL(`../../test/corpus/${set}/${name}`, import.meta.url));
  const knowledge = await readKnowledge({ practice: file("practice.json"), patients: file("patients.csv") });
  const byId = new Map(left.map((one) => [one.id, one]));
  return readSet(set).flatMap((labelled) => {
    const one = byId.get(labelled.id);
    if (!one || labelled.expect === "either") return [];
    const { thread } = labelled.context.draft;
    return [
      {
        labelled,
        left: one,
        others: recognize(labelled.context, knowledge, withoutScorer),
        knowledge,
        listed: thread ? knowledge.patients.isListed(thread.author) : false,
      },
    ];
  });
}

export function findingsOf(
  { labelled, left, others, knowledge, listed }: Case,
  decision: Decision | undefined,
  strictness: Strictness,
): readonly Finding[] {
  const scored = decision ? toHits(left, decision, (clause) => clause) : [];
  const doubted = doubt(
    [...others, ...scored],
    labelled.context,
    () => decision !== undefined && toOdds(decision.blend, left.margins) < decision.thresholds.doubtful,
  );
  const merged = merge(doubted, labelled.context, knowledge);
  return decide(merged, { ...knowledge.policy, strictness }, listed);
}
