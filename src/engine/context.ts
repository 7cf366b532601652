import { clauses } from "./clauses.ts";
import type { Draft, Practice } from "./model.ts";
import { fold } from "./normalize.ts";
import type { Audience, RuleContext } from "./rule.ts";

/** Everything a rule may look at, made once a check. */
export function toContext(draft: Draft, practice: Practice): RuleContext {
  const folded = fold(draft.text);
  return {
    draft,
    audience: audienceOf(draft),
    folded,
    clauses: clauses(folded.text),
    threadText: fold(draft.thread?.text ?? "").text,
    threadAuthor: fold(draft.thread?.author ?? "").text,
    practice,
  };
}

/** A comment is to one person only where it answers somebody; a post or review is to everybody. */
function audienceOf({ surface, thread }: Draft): Audience {
  if (surface === "review-reply" || surface === "message") return "person";
  return surface === "comment" && thread ? "person" : "everybody";
}
