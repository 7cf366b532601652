import type { Knowledge } from "../knowledge.ts";
import { isAboutCare } from "../about-care.ts";
import type { Confidence, Hit } from "../model.ts";
import type { RuleContext } from "../rule.ts";
import { isShown, shownBy } from "./shown.ts";
import type { PatientMatch } from "./index.ts";

/** The list is small enough for a given name alone to mean somebody. */
const small = 2000;

/** Makes hits of what the index found. How sure depends on the form, on how many share it, and on what stands around it. */
export function recognizePatients(context: RuleContext, { patients }: Knowledge): readonly Hit[] {
  const shown = shownBy(context);
  const few = Math.max(2, Math.ceil(patients.people / 500));
  return patients.find(context.folded).flatMap((match) => {
    const typed = context.folded.text.slice(match.start, match.end);
    if (isShown(match.form, typed, shown)) return [];
    const confidence = sureness(match, context, patients.people, few);
    if (confidence === undefined) return [];
    return [
      {
        rule: "patient-list",
        category: "patient-match",
        confidence,
        ...context.folded.toOriginal(match),
        why: "This looks like a person on the patient list; naming one tells that they are a patient.",
        source: "45 CFR 164.508(a)",
      } satisfies Hit,
    ];
  });
}

function sureness(
  match: PatientMatch,
  context: RuleContext,
  people: number,
  few: number,
): Confidence | undefined {
  const { form, everyday, capitals, hidden } = match;
  const { text } = context.folded;
  switch (form) {
    case "contact":
      return "certain";
    case "handle":
      if (/^[@#]|[0-9._]/.test(text.slice(match.start, match.end))) return "certain";
      return everyday ? "possible" : "likely";
    case "full":
      if (everyday && !hidden) return capitals && !isPhrase(match, context) ? "likely" : "possible";
      return "certain";
    case "handle-of-names":
    case "misspelled":
      return match.people <= few ? "likely" : "possible";
    case "given-initial":
    case "initial-family":
    case "titled-family":
      if (match.people > few) return "possible";
      return everyday && !capitals && !hidden ? "possible" : "likely";
    case "misspelled-given":
      return people > small || match.people > few || !capitals ? "possible" : givenAlone(match, context);
    case "given":
      return people > small || match.people > few + 1 ? undefined : givenAlone(match, context);
    case "family":
      return people <= small && !everyday && match.people <= few && isAboutCare(context)
        ? "possible"
        : undefined;
  }
}

const cases = new WeakMap<RuleContext, boolean>();

/** Has the draft capitals and small letters? Looked up once a check: a text may be nothing but names. */
function isCased(context: RuleContext): boolean {
  const { text } = context.draft;
  const cased = cases.get(context) ?? (/\p{Ll}/u.test(text) && /\p{Lu}/u.test(text));
  cases.set(context, cased);
  return cased;
}

/** Given names that are also months: only the strongest signs make them persons. */
const months = new Set(["april", "may", "june", "august", "julio", "abril"]);

/** A given name alone is somebody only in a small practice, and only where it is written as a name. */
function givenAlone(match: PatientMatch, context: RuleContext): Confidence | undefined {
  const { text } = context.folded;
  const typed = text.slice(match.start, match.end);
  const { start, end } = context.folded.toOriginal(match);
  const before = context.draft.text.slice(Math.max(0, start - 24), start);
  const after = context.draft.text.slice(end, end + 24);
  const cased = isCased(context);
  if (match.hidden) {
    // Spaced letters of an everyday word may be decoration; invisible and foreign letters in it are not.
    const spaced = /^[a-z .-]+$/i.test(context.draft.text.slice(start, end));
    return typed.length >= 3 && !(spaced && match.everyday) ? "likely" : "possible";
  }
  if (cased && !match.capitals) return undefined;
  // Another surname follows or another name leads: somebody else.
  if (/^ (?:\p{Lu}\. )?\p{Lu}\p{Ll}/u.test(after) && !/^ (?:I|We|You|The|Thank|She|He)\b/.test(after))
    return undefined;
  const told = isAboutCare(context);
  if (match.everyday) {
    if (cased && (isSpokenTo(before, after, start) || (told && isWrittenAsName(typed, before, after, text))))
      return "likely";
    return context.audience === "person" ? undefined : "possible";
  }
  if (!cased && (typed.length < 3 || (context.audience === "everybody" && !told))) return "possible";
  if (/^-\p{L}/u.test(after)) return "possible";
  return "likely";
}

/** Greeted, thanked, or called at the start. */
function isSpokenTo(before: string, after: string, start: number): boolean {
  if (
    /(?:^|[\n.!?] ?)(?:hi|hey|hello|dear|hola|thanks|thank you|gracias|congrats),? (?:so much,? )?$/i.test(
      before,
    )
  ) {
    return /^(?:[,.!:]|$| [^\p{L}])/u.test(after);
  }
  return start === 0 && /^(?:,? (?:thank|gracias)\b|, (?:you|your|ur|u)\b)/i.test(after);
}

/** An everyday word in capitals that is used as a name: owned, spoken to, or doing something inside a sentence. */
function isWrittenAsName(typed: string, before: string, after: string, text: string): boolean {
  const inSentence = /[\p{Ll},] $/u.test(before) && !/^ ?\p{Lu}/u.test(after);
  if (/^['’]s? (?!market|sale|special)/.test(after))
    return !months.has(typed) || /(?<![a-z])(?:she|her|he|his|him)(?![a-z])/u.test(text);
  if (inSentence && !months.has(typed)) return true;
  return (
    /^ (?:is|was|has|had|came|comes|did|got|sits|looks|finished|paid|left|said|picked|chose)\b/.test(after) &&
    /(?<![a-z])(?:she|her|he|his|him)(?![a-z])/u.test(text)
  );
}

/** Everyday words in capitals may be a heading, a street, a product: not where more of it goes on. */
function isPhrase(match: PatientMatch, context: RuleContext): boolean {
  const { text } = context.folded;
  const after = text.slice(match.end, match.end + 24);
  const before = text.slice(Math.max(0, match.start - 16), match.start);
  if (
    /^ (?:street|st|ave|avenue|road|rd|blvd|lane|drive|park|farmers|market|specials?|sale|event|collection|days?|shade|palette|team|church|school|bank|elementary|festival|fest|week|weekend|month|5k|10k|scrubs|candle|box|kit|gift|hours|menu|cleanup)(?![a-z])/u.test(
      after,
    )
  ) {
    return true;
  }
  if (/(?:\bin|\bof|\bthe|\bour|\bnew|\bevery|\ball) $/.test(before)) return true;
  const { start, end } = context.folded.toOriginal(match);
  const next = context.draft.text.slice(end, end + 3);
  const previous = context.draft.text.slice(Math.max(0, start - 20), start);
  return /^,? \p{Lu}/u.test(next) || /\p{Lu}\p{Ll}+ $/u.test(previous);
}
