import { judge } from "./check.ts";
import type { Knowledge } from "./knowledge.ts";
import type { EnginePolicy } from "./model.ts";
import { listedIn } from "./patients/mentions.ts";
import type { Span } from "./rule.ts";

/**
 * What of a text is too much to be kept, in its own offsets: whatever is on the patient list, be it a given name alone, and what
 * identifies somebody, also where policy lets both go in a draft: a draft is gone, and what is kept stays for years. All of it,
 * where it could not be looked at as a whole.
 */
export function notToKeep(text: string, knowledge: Knowledge): readonly Span[] {
  const { policy } = knowledge;
  const stricter: EnginePolicy = {
    ...policy,
    strictness: policy.strictness === "relaxed" ? "balanced" : policy.strictness,
    actions: { ...policy.actions, identifier: "block", "patient-match": "block" },
    surfaceActions: undefined,
  };
  const { findings } = judge({ text, site: "other", surface: "post" }, knowledge, stricter, false);
  if (findings.some(({ rule }) => rule === "engine-fault")) return [{ start: 0, end: text.length }];
  const named = findings.filter(({ category }) => category === "identifier" || category === "patient-match");
  return [...listedIn(text, knowledge), ...named];
}
