/** What must not be kept of a text: a draft that policy lets go is gone, and what is kept stays for years. */
import { judge } from "./check.ts";
import type { Knowledge } from "./knowledge.ts";
import type { EnginePolicy, Finding } from "./model.ts";
import { listedIn } from "./patients/mentions.ts";
import type { Span } from "./rule.ts";

/** Of a text that could not be looked at as a whole nobody can say anything. */
const isFault = ({ rule }: Finding): boolean => rule === "engine-fault";

/** As in a post, with these words of the policy in place of its own. */
const findingsIn = (
  text: string,
  knowledge: Knowledge,
  instead: Partial<EnginePolicy>,
): readonly Finding[] => {
  const policy: EnginePolicy = { ...knowledge.policy, ...instead, surfaceActions: undefined };
  return judge({ text, site: "other", surface: "post" }, knowledge, policy, false).findings;
};

/**
 * What of a text is too much to be kept, in its own offsets: whatever is on the patient list, be it a given name alone, and what
 * identifies somebody, also where policy lets both go in a draft.
 */
export function notToKeep(text: string, knowledge: Knowledge): readonly Span[] {
  const { policy } = knowledge;
  const findings = findingsIn(text, knowledge, {
    strictness: policy.strictness === "relaxed" ? "balanced" : policy.strictness,
    actions: { ...policy.actions, identifier: "block", "patient-match": "block" },
  });
  if (findings.some(isFault)) return [{ start: 0, end: text.length }];
  const named = findings.filter(({ category }) => category === "identifier" || category === "patient-match");
  return [...listedIn(text, knowledge), ...named];
}

/** Whether a text names somebody on the patient list, also where policy lets that go in a draft. */
export function namesListed(text: string, knowledge: Knowledge): boolean {
  const actions = { ...knowledge.policy.actions, "patient-match": "block" } as const;
  return findingsIn(text, knowledge, { actions }).some(
    (finding) => finding.category === "patient-match" || isFault(finding),
  );
}
