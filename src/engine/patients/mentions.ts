import type { Knowledge } from "../knowledge.ts";
import { fold } from "../normalize.ts";
import type { Span } from "../rule.ts";
import type { Form } from "./match.ts";
import { notMeantIn } from "./not-meant.ts";

/** Less than a whole name: in a draft they mean somebody only together with what stands around them. */
const parts = new Set<Form>(["given", "family", "titled-family", "given-initial", "initial-family"]);

/**
 * Where a text has anything that is on the list, in the text's own offsets: also a given or a family name by itself, which
 * is nothing to stop a draft for but is too much to be kept. Everyday words, the practice's own names and public names are
 * left out, and so is a lone name with a misspelling, which is not what the list has.
 */
export function listedIn(text: string, { patients, policy, practice }: Knowledge): readonly Span[] {
  const folded = fold(text);
  const matches = patients.find(folded);
  if (matches.length === 0) return [];
  const isNotMeant = notMeantIn(folded, policy, practice);
  return matches
    .filter((match) => match.form !== "misspelled-given" && !(match.everyday && parts.has(match.form)))
    .filter((match) => !isNotMeant(match))
    .map((match) => folded.toOriginal(match));
}
