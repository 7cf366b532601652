import { toContext } from "./context.ts";
import { decide, policyOn } from "./decide.ts";
import { doubt } from "./doubt.ts";
import type { Knowledge } from "./knowledge.ts";
import { merge } from "./merge.ts";
import type { Action, Category, Draft, EnginePolicy, Finding, Hit, Verdict } from "./model.ts";
import { allowedIn, readWords, stoppedIn, withoutAllowed, withStopped } from "./own-words.ts";
import type { Judged } from "./own-words.ts";
import { fault, recognize } from "./recognize.ts";
import { suggest } from "./suggest/suggest.ts";

/** Total: any draft gets a verdict, and nothing that fails lets one pass. Linear in the length of the draft. */
export function check(draft: Draft, knowledge: Knowledge, used: readonly string[] = []): Verdict {
  const { hits, findings } = judge(draft, knowledge, knowledge.policy, isListed(draft, knowledge));
  return {
    verdict: verdictOf(findings),
    findings,
    alternatives: findings.length === 0 ? [] : alternatives(draft, hits, knowledge, used),
  };
}

/** What a policy makes of a draft. */
export function judge(draft: Draft, knowledge: Knowledge, general: EnginePolicy, listed: boolean): Judged {
  const policy = policyOn(draft.surface, general);
  try {
    const context = toContext(draft, knowledge.practice);
    const recognized = doubt(recognize(context, knowledge), context);
    const merged = merge(recognized, context, knowledge, policy.actions);
    const plain = { hits: merged, findings: decide(merged, policy, listed) };
    const read = readWords(context.folded, knowledge.words);
    const isAllowed = allowedIn(read, knowledge.words);
    const judged = merged.some(isAllowed)
      ? withoutAllowed(plain, isAllowed, () => {
          const rest = merge(
            recognized.filter((hit) => !isAllowed(hit)),
            context,
            knowledge,
            policy.actions,
          );
          return { hits: rest, findings: decide(rest, policy, listed) };
        })
      : plain;
    return withStopped(judged, stoppedIn(read, knowledge.words, policy));
  } catch {
    return { hits: [fault], findings: decide([fault], policy, listed) };
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

function alternatives(
  draft: Draft,
  hits: readonly Hit[],
  knowledge: Knowledge,
  used: readonly string[],
): Verdict["alternatives"] {
  const listed = isListed(draft, knowledge);
  // The attachments stay with the draft whatever is written: only the words are judged again.
  const passes = (text: string): boolean =>
    remembered(knowledge, JSON.stringify([draft.site, draft.surface, draft.thread, text]), () => {
      const again = judge({ ...draft, text, attachments: [] }, knowledge, strictest, listed);
      return again.findings.length === 0;
    });
  try {
    return suggest(draft, hits, knowledge, passes, used);
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
