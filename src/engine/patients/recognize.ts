import { care, visit } from "../lexicon/words.ts";
import type { Knowledge } from "../knowledge.ts";
import type { Confidence, Hit } from "../model.ts";
import type { RuleContext } from "../rule.ts";
import type { PatientMatch } from "./index.ts";
import { handleKey } from "./name-parts.ts";

const aboutCare = new RegExp(
  `(?<!\\p{L})(?:${care}|${visit}|patients?|clients?|regulars?|guests?|came|comes|coming|stops? by|stopped by|in today|our (?:girl|queen|guy|babe|fave|favorite)|paid|owes|balance|pacientes?|clientas?|vino|viene)(?!\\p{L})`,
  "u",
);

/** Makes hits of what the index found. How sure depends on the form, on how many share it, and on what stands around it. */
export function recognizePatients(context: RuleContext, { patients }: Knowledge): readonly Hit[] {
  const shown = new Set(context.threadAuthor.match(/\p{L}+/gu) ?? []);
  const shownHandle = handleKey(context.threadAuthor);
  const few = Math.max(2, Math.ceil(patients.people / 500));
  return patients.find(context.folded).flatMap((match) => {
    const typed = context.folded.text.slice(match.start, match.end);
    if (isShown(match, typed, shown, shownHandle)) return [];
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

/** What the other person shows on the site may be repeated: given name, initial, handle. A full name may not. */
function isShown(
  { form }: PatientMatch,
  typed: string,
  shown: ReadonlySet<string>,
  shownHandle: string,
): boolean {
  if (form === "handle" || form === "handle-of-names")
    return shownHandle !== "" && handleKey(typed) === shownHandle;
  if (form !== "given" && form !== "given-initial" && form !== "initial-family") return false;
  return (typed.match(/\p{L}+/gu) ?? []).every((word) => shown.has(word));
}

function sureness(
  match: PatientMatch,
  context: RuleContext,
  people: number,
  few: number,
): Confidence | undefined {
  const { form, everyday, capitals } = match;
  const { text } = context.folded;
  switch (form) {
    case "contact":
      return "certain";
    case "handle":
      return /^[@#]|[0-9._]/.test(text.slice(match.start, match.end))
        ? "certain"
        : everyday
          ? "possible"
          : "likely";
    case "full":
      if (everyday) return capitals && !isPhrase(match, context) ? "likely" : "possible";
      return "certain";
    case "handle-of-names":
      return match.people <= few ? "likely" : "possible";
    case "misspelled":
      return match.people <= few ? "likely" : "possible";
    case "given-initial":
    case "initial-family":
    case "titled-family":
      if (match.people > few) return "possible";
      return everyday && !capitals ? "possible" : "likely";
    case "given":
      return givenAlone(match, context, people, few);
    case "family":
      return people <= 5000 && !everyday && match.people <= few && aboutCare.test(text)
        ? "possible"
        : undefined;
  }
}

/** A given name alone is somebody only in a small practice, when it is rare there and care is spoken of. */
function givenAlone(
  match: PatientMatch,
  context: RuleContext,
  people: number,
  few: number,
): Confidence | undefined {
  const { text } = context.folded;
  if (people > 5000 || match.people > few + 1 || match.end - match.start < 2) return undefined;
  const cased = /\p{Ll}/u.test(context.draft.text) && /\p{Lu}/u.test(context.draft.text);
  if (cased && !match.capitals) return undefined;
  // Another surname follows: somebody else of that name.
  const after = context.folded.toOriginal({ start: match.end, end: Math.min(text.length, match.end + 3) });
  if (/^ \p{Lu}\p{Ll}/u.test(context.draft.text.slice(after.start, after.end))) return undefined;
  const strong = !match.everyday && (!cased || match.capitals) && match.end - match.start >= 3;
  const told = aboutCare.test(text);
  if (context.audience === "person") return match.everyday ? undefined : strong ? "likely" : "possible";
  if (!told) return strong ? "possible" : undefined;
  return strong ? "likely" : "possible";
}

/** Everyday words in capitals may be a heading, a street, a product: not where more of it goes on. */
function isPhrase(match: PatientMatch, context: RuleContext): boolean {
  const { text } = context.folded;
  const after = text.slice(match.end, match.end + 24);
  const before = text.slice(Math.max(0, match.start - 16), match.start);
  if (
    /^ (?:street|st|ave|avenue|road|rd|blvd|lane|drive|park|farmers|market|special|specials|sale|event|day|days|collection|shade|palette|team|church|school|bank|elementary|festival|fest|week|weekend|month|5k|10k|scrubs|candle|box|kit|gift|hours|menu|cleanup)(?!\p{L})/u.test(
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
