/** The lists that a practice writes itself: what is always stopped, what is always allowed, who is no patient. */
import type * as engine from "../engine/model.ts";
import { z } from "./zod.ts";

/** Of one list, in one place: the managed policy, or one browser. Both count together. */
export const mostPhrases = 200;
export const phraseLimit = 100;
export const wordLimit = 12;
/** What the card shows in place of our own reason, in UTF-16 units. */
export const phraseReasonLimit = 200;

/** A patient is a matter of the patient list, and a photo one of its authorization: neither is a word. */
export const stoppedCategories = ["relationship", "identifier", "health", "payment", "conduct"] as const;

const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** Why a phrase cannot be always stopped; undefined: it can. For the person who wrote it. */
export function stoppedPhraseProblem(text: string): string | undefined {
  const words = wordsIn(text);
  if (words.join("").length < 2) return "Write a word or phrase of at least 2 letters or digits.";
  if (text.length > phraseLimit) return `Write at most ${phraseLimit} characters; this has ${text.length}.`;
  if (words.length > wordLimit) return `Write at most ${wordLimit} words; this has ${words.length}.`;
  return undefined;
}

/** Words that speak to one person: with one other word they are what rules look for ("your visit"). */
const speaksToSomebody = /^(?:you|your|yours|u|ur|tu|tus|te|ti|su|sus|le|usted|ustedes)$/iu;

/**
 * Why a phrase cannot be always allowed; undefined: it can. One short word, or "your" with one more, would switch off a
 * whole rule. A longer single word is taken for the name of a product, brand or event (`engine/own-words.ts`).
 */
export function allowedPhraseProblem(text: string): string | undefined {
  const words = wordsIn(text);
  const problem = stoppedPhraseProblem(text);
  if (problem !== undefined) return problem;
  if (words.length === 1 && words.join("").length < 4)
    return "One short word would switch off whole rules. Write at least two words, or one name of 4 letters or more.";
  if (words.length === 2 && words.some((word) => speaksToSomebody.test(word)))
    return "Two words that speak to somebody would switch off a whole rule. Write the whole phrase.";
  return undefined;
}

/**
 * Why a name cannot be one that is never meant as a patient; undefined: it can. One short word is the given name of many.
 */
export function publicNameProblem(text: string): string | undefined {
  const words = wordsIn(text);
  if (text.length > phraseLimit) return `Write at most ${phraseLimit} characters; this has ${text.length}.`;
  if (words.length > wordLimit) return `Write at most ${wordLimit} words; this has ${words.length}.`;
  if (words.length < 2 && words.join("").length < 4)
    return "Write the whole name, or one name of 4 letters or more.";
  return undefined;
}

const text = z.string().check(z.trim());

function checked(problemOf: (text: string) => string | undefined): z.core.CheckFn<string> {
  return ({ value, issues }) => {
    const problem = problemOf(value);
    if (problem !== undefined) issues.push({ code: "custom", message: problem, input: value });
  };
}

export const allowedPhrase = text.check(checked(allowedPhraseProblem));

export const publicName = text.check(checked(publicNameProblem));

export const stoppedPhrase = z.strictObject({
  text: text.check(checked(stoppedPhraseProblem)),
  category: z._default(z.enum(stoppedCategories), "relationship"),
  reason: z.optional(
    text.check(
      z.minLength(1, "Write the reason, or leave it out."),
      z.maxLength(phraseReasonLimit, `Write at most ${phraseReasonLimit} characters.`),
    ),
  ),
}) satisfies z.ZodMiniType<engine.StoppedPhrase>;

/** One list may hold what the admin lists and what one browser adds. */
const most = z.maxLength(2 * mostPhrases, `A list has at most ${mostPhrases} entries.`);
export const allowedPhrases = z.array(allowedPhrase).check(most);
export const stoppedPhrases = z.array(stoppedPhrase).check(most);
export const publicNames = z.array(publicName).check(most);

/** Entries of one list with the same key are one: the case of a phrase makes no difference. */
export const phraseKey = (entry: string | Pick<engine.StoppedPhrase, "text" | "category">): string =>
  typeof entry === "string" ? entry.toLowerCase() : `${entry.category} ${entry.text.toLowerCase()}`;
