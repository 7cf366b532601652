import { toContext } from "./context.ts";
import { decide } from "./decide.ts";
import type { Knowledge } from "./knowledge.ts";
import { merge } from "./merge.ts";
import type { Action, Category, Draft, EnginePolicy, Finding, Hit, Verdict } from "./model.ts";
import { fault, recognize } from "./recognize.ts";
import { suggest } from "./suggest/suggest.ts";

/** Total: any draft gets a verdict, and nothing that fails lets one pass. Linear in the length of the draft. */
export function check(draft: Draft, knowledge: Knowledge): Verdict {
  const hits = look(draft, knowledge);
  const findings = decide(hits, knowledge.policy, isListed(draft, knowledge));
  return {
    verdict: verdictOf(findings),
    findings,
    alternatives: findings.length === 0 ? [] : alternatives(draft, hits, knowledge),
  };
}

function look(draft: Draft, knowledge: Knowledge): readonly Hit[] {
  try {
    const context = toContext(draft, knowledge.practice);
    return merge(recognize(context, knowledge), context, knowledge);
  } catch {
    return [fault];
  }
}

function isListed({ thread }: Draft, { patients }: Knowledge): boolean {
  try {
    return thread ? patients.isListed(thread.author) : false;
  } catch {
    return true;
  }
}

function verdictOf(findings: readonly Finding[]): Verdict["verdict"] {
  if (findings.some(({ level }) => level === "block")) return "block";
  return findings.length > 0 ? "warn" : "allow";
}

const blockAll: Readonly<Record<Category, Action>> = {
  "patient-match": "block",
  identifier: "block",
  health: "block",
  payment: "block",
  relationship: "block",
  media: "block",
  conduct: "block",
};
const strictest: EnginePolicy = { strictness: "strict", actions: blockAll };

function alternatives(draft: Draft, hits: readonly Hit[], knowledge: Knowledge): Verdict["alternatives"] {
  const listed = isListed(draft, knowledge);
  // The attachments stay with the draft whatever is written: only the words are judged again.
  const passes = (text: string): boolean =>
    remembered(knowledge, JSON.stringify([draft.surface, draft.thread, text]), () => {
      const again = look({ ...draft, text, attachments: [] }, knowledge);
      return decide(again, strictest, listed).length === 0;
    });
  try {
    return suggest(draft, hits, knowledge, passes);
  } catch {
    return [];
  }
}

/**
 * While a person types, the same replies are judged again at each letter. The last few answers are kept in memory, for
 * as long as the knowledge they were given under.
 */
const answers = new WeakMap<Knowledge, Map<string, boolean>>();
const mostAnswers = 200;

function remembered(knowledge: Knowledge, key: string, find: () => boolean): boolean {
  const known = answers.get(knowledge) ?? new Map<string, boolean>();
  answers.set(knowledge, known);
  const answer = known.get(key) ?? find();
  known.delete(key);
  known.set(key, answer);
  for (const oldest of known.keys()) {
    if (known.size <= mostAnswers) break;
    known.delete(oldest);
  }
  return answer;
}
