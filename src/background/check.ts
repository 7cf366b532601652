import { policyOn } from "../engine/decide.ts";
import type { Draft, Finding, Verdict } from "../engine/model.ts";
import { alwaysStopped } from "../engine/own-words.ts";
import type { Checked } from "../contract/messages.ts";
import { permissionFor } from "../contract/permission.ts";
import { sourceWords, whyWords } from "../platform/words.ts";
import { nearestFirst } from "./closeness.ts";
import type { Knowledge } from "./knowledge.ts";

/** With its reason in the language in use. */
const inWords = (finding: Finding): Finding => ({
  ...finding,
  why: whyWords(finding.rule, finding.why),
  source: sourceWords(finding.source),
});

/** What the page gets: the verdict, under which knowledge it holds, and what policy lets the person do with it. */
export function checkDraft<Prepared>(
  draft: Draft,
  knowledge: Knowledge<Prepared>,
  check: (draft: Draft, prepared: Prepared, used?: readonly string[]) => Verdict,
  isMonitoring: boolean,
  used?: readonly string[],
): Checked {
  const { policy } = knowledge.resolved;
  const found = check(draft, knowledge.prepared, used);
  const { actions } = policyOn(draft.surface, policy);
  // A phrase that somebody has put on the list speaks whatever is said about its category.
  const told = isMonitoring
    ? []
    : found.findings.filter(({ rule, category }) => rule === alwaysStopped || actions[category] !== "record");
  const verdict = told.length > 0 ? found.verdict : "allow";
  // Where a picture alone is held, its own text is no other reply, nor is none.
  const replies = found.alternatives.filter(({ text }) => !["", draft.text.trim()].includes(text.trim()));
  const alternatives = told.length > 0 ? nearestFirst(replies, draft.text) : [];
  return {
    knowledge: knowledge.version,
    verdict: { verdict, findings: told.map(inWords), alternatives },
    permission: permissionFor(verdict, told, policy, actions),
    note: verdict === "allow" && found.findings.length > 0,
  };
}
