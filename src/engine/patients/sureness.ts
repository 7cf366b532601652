/** How sure a match is: by its form, by how many share it, and by what stands around it. */
import { isAboutCare } from "../about-care.ts";
import type { Confidence } from "../model.ts";
import type { RuleContext } from "../rule.ts";
import { common } from "./often-said.ts";
import { givenAlone, isGestured, isSpokenTo } from "./given-alone.ts";
import type { PatientMatch } from "./match.ts";
import { isOrdinary } from "./ordinary.ts";
import type { Beside } from "./reasons.ts";

/** The list is small enough for a given name alone to mean somebody. */
const small = 2000;

/** So few share it that it means one of them: at most four, however long the list. */
const fewOf = (people: number): number => Math.min(4, Math.max(2, Math.ceil(people / 500)));

export interface Judgment {
  readonly confidence: Confidence;
  readonly beside: Beside;
}

export interface Surroundings {
  /** How many are on the list. */
  readonly people: number;
  /** Is the person who is answered on it? */
  readonly isListed: () => boolean;
  readonly isBesideName: boolean;
}

export function judge(match: PatientMatch, context: RuleContext, around: Surroundings): Judgment | undefined {
  const { people, isListed, isBesideName } = around;
  if (match.form === "given" && people > small) return givenAtLarge(match, context, people, isListed);
  const isGiven = match.form === "given" || match.form === "misspelled-given";
  // Hidden writing says by itself that somebody is meant.
  if (isGiven && !match.hidden) {
    const told = isAboutCare(context);
    if (!told && !isListed()) return undefined;
    const confidence = sureness(match, context, people);
    return confidence && { confidence, beside: told ? "care" : "answered" };
  }
  const confidence =
    match.form === "birth-date" && isBesideName ? "likely" : sureness(match, context, people);
  return confidence && { confidence, beside: undefined };
}

function sureness(match: PatientMatch, context: RuleContext, people: number): Confidence | undefined {
  const { form, everyday, capitals, hidden } = match;
  const { text } = context.folded;
  const few = fewOf(people);
  switch (form) {
    case "email":
    case "phone":
      return "certain";
    case "handle":
      if (/^[@#]|[0-9._]/.test(text.slice(match.start, match.end))) return "certain";
      return everyday ? "possible" : "likely";
    case "full":
    case "nickname":
    case "reversed":
      return ofTwoNames(match, context);
    case "handle-of-names":
    case "misspelled":
      return "likely";
    case "record-number":
      return ofRecord(match, context, people);
    case "birth-date":
      return ofBirthDate(match, context, people);
    case "handle-of-initial":
    case "given-initial":
    case "initial-family":
      if (match.people > few) return "possible";
      if (everyday && !capitals && !hidden) return "possible";
      return people <= small && match.people === 1 && !everyday ? "certain" : "likely";
    case "titled-family":
      if (match.people > few || (people > small && !isCaredFor(match, context))) return "possible";
      return everyday && !capitals && !hidden ? "possible" : "likely";
    case "misspelled-given":
      // Among many every other word is one slip away from somebody's name.
      if (people > small) return undefined;
      return match.people > few || !capitals ? "possible" : givenAlone(match, context);
    case "given":
      return match.people > few + 1 ? undefined : givenAlone(match, context);
    case "family":
      return people <= small && !everyday && match.people <= few && isAboutCare(context)
        ? "possible"
        : undefined;
  }
}

/** Two everyday words are a name where they are written or treated as one. */
function ofTwoNames(match: PatientMatch, context: RuleContext): Confidence {
  const { before, after } = around(match, context);
  if (match.hidden) return "certain";
  if (
    /^ (?:Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Way|Place|Highway|Park|Hall|Middle|High|Elementary|School|Library|Hospital|Foundation|Library|Center|Bridge)(?!\p{L})/u.test(
      after,
    )
  )
    return "possible";
  if (match.capitals) {
    if (!match.everyday) return "certain";
    return isPhrase(match, context, isNamed(before, after)) ? "possible" : "likely";
  }
  const words = context.folded.text.slice(match.start, match.end).match(/\p{L}{2,}/gu) ?? [];
  const isCommon = words.some((word) => common.has(word));
  const isCapitalized = /\p{Lu}\p{Ll}/u.test(context.draft.text);
  if (!words.every(isOrdinary)) return isCommon && isMixed(match, context) ? "possible" : "certain";
  const isCalled = isHailed(before) || isActing(after) || isGestured(before, "");
  if (isCalled || isShouted(match, context)) return "likely";
  if (!isMixed(match, context) && (isSetApart(before, after) || (!isCommon && isGestured("", after))))
    return "likely";
  if (isCapitalized && isMixed(match, context)) return "possible";
  return isCommon ? "possible" : "likely";
}

/** One word with a capital and one without: "Tamika day" is no name, "tamika day" may be one. */
function isMixed({ start, end }: PatientMatch, { folded, draft }: RuleContext): boolean {
  const place = folded.toOriginal({ start, end });
  const typed = draft.text.slice(place.start, place.end);
  return /(?<!\p{L})\p{Lu}/u.test(typed) && /(?<!\p{L})\p{Ll}{2}/u.test(typed);
}

/** In capitals throughout, where the rest is not. */
function isShouted({ start, end }: PatientMatch, { folded, draft: { text } }: RuleContext): boolean {
  const place = folded.toOriginal({ start, end });
  const typed = text.slice(place.start, place.end);
  return /\p{Lu}{2}/u.test(typed) && !/\p{Ll}/u.test(typed) && /\p{Ll}{2}/u.test(text);
}

/** What stands before and behind, as typed. */
function around(match: PatientMatch, { folded, draft }: RuleContext): { before: string; after: string } {
  const { start, end } = folded.toOriginal(match);
  return { before: draft.text.slice(Math.max(0, start - 32), start), after: draft.text.slice(end, end + 32) };
}

/** After words that a person follows, whatever the name means: hailed, greeted, seen, talked with. */
const isHailed = (before: string): boolean =>
  /(?<!\p{L})(?:(?:shout-?out|kudos|congrats|congratulations|thanks|thank you|thankful|props|love|hi|hey|hello|hola|gracias|felicidades|welcome)(?: again)? (?:to|from|a|de)|proud of|honor|hi|hey|hello|hola|by|with|see|saw|seen|know|knows|meet|met|shows|showing|named|called|what|from|con|por) $/iu.test(
    before,
  );

/** A statement of its own, or called at the start of one: "hope winters: best of luck". */
const isSetApart = (before: string, after: string): boolean =>
  /(?:^|[\n:;,.!?\u2013\u2014\u2022]|(?<!\p{L})cc) ?$/iu.test(before) &&
  /^(?:[.!]?$|[\n:,!]|\.\s| ?[\u2013\u2014\p{Extended_Pictographic}]| - | \p{Lu})/u.test(after);

/** Before what only a person does. */
const isActing = (after: string): boolean =>
  /^ (?:said|says|told|tells|asked|asks|won|wins|would|came|dropped|stopped|knows|loved|smiled|laughed|wrote|writes|brought|baked|opened|runs|sings|teaches|dijo|gano|vino)(?!\p{L})/iu.test(
    after,
  );

/** Among many a given name means somebody only as the one who is cared for, where few have it; or as the listed person it is said to. */
function givenAtLarge(
  match: PatientMatch,
  context: RuleContext,
  people: number,
  isListed: () => boolean,
): Judgment | undefined {
  const typed = context.folded.text.slice(match.start, match.end);
  if (typed.length < 3 || isOrdinary(typed) || !match.capitals) return undefined;
  const { before, after } = around(match, context);
  // The end of a longer name, or of a place: "New York", "Celia Cruz".
  if (/\p{Lu}[\p{L}.'\u2019]{0,30} $/u.test(before) && !isGestured(before, "")) return undefined;
  const isRare = match.people <= fewOf(people) && isCaredFor(match, context);
  const isAnswered = !isRare && isSpokenTo(before, after, match.start) && isListed();
  if (!isRare && !isAnswered) return undefined;
  const confidence = givenAlone(match, context);
  return confidence && { confidence, beside: isRare ? "care" : "answered" };
}

/** Said to have come, had or done what patients do, or to own a body, a result, a visit. Who does that to others is staff. */
function isCaredFor(match: PatientMatch, context: RuleContext): boolean {
  if (!isAboutCare(context)) return false;
  const { before, after } = around(match, context);
  if (
    /^ (?:came|comes|stopped by|walked (?:in|out)|got|had|has had|left|lost|finished|graduated|chose|picked|paid|owes|sat|vino|vino por|termino|pago)(?!\p{L})/iu.test(
      after,
    )
  )
    return true;
  const owned = /^['\u2019][sS]? (?:\p{L}+ ){0,2}\p{L}+/u.exec(after)?.[0];
  if (owned !== undefined) return isAboutCare(context, { start: match.end, end: match.end + owned.length });
  return context.audience === "everybody" && isGestured(before, "");
}

const birthWords = /(?:birth|born|\bdob\b|\bb\.?d\.?\b|bday|naci[od]|nacimiento|cumple)/u;

/** Among many, somebody was born on almost every day. */
function ofBirthDate(match: PatientMatch, { folded: { text } }: RuleContext, people: number): Confidence {
  const around =
    text.slice(Math.max(0, match.start - 40), match.start) + "|" + text.slice(match.end, match.end + 20);
  if (birthWords.test(around)) return "likely";
  return people <= small ? "likely" : "possible";
}

const recordWords =
  /(?:\bmrn\b|chart|record|file|account|acct|patient|\bid\b|\bno\b|#|number|expediente|historia|cuenta)/u;

/** Bare digits are a record number where the list is short, the number long, or a word says so. */
function ofRecord(match: PatientMatch, { folded: { text } }: RuleContext, people: number): Confidence {
  const typed = text.slice(match.start, match.end);
  const before = text.slice(Math.max(0, match.start - 24), match.start);
  if (people <= small || /[a-z]/.test(typed) || recordWords.test(before)) return "certain";
  return typed.replace(/\D+/g, "").length >= 8 ? "likely" : "possible";
}

/** Hailed, or with what only stands behind a name. */
const isNamed = (before: string, after: string): boolean =>
  isHailed(before) ||
  /(?<!\p{L})(?:congrats|congratulations|kudos|shout-?out|thanks|thank you|welcome|birthday|anniversary|felicidades|gracias|bienvenid[oa]),? $/iu.test(
    before,
  ) ||
  isActing(after) ||
  /^,? (?:jr|sr|ii|iii|iv|md)(?!\p{L})/iu.test(after);

/** Everyday words in capitals may be a heading, a street, a product: not where more of it goes on, unless they are `named`. */
function isPhrase(match: PatientMatch, context: RuleContext, named: boolean): boolean {
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
  if (named) return false;
  if (/(?:\bin|\bat|\bof|\bthe|\bour|\bnew|\bevery|\ball) $/.test(before)) return true;
  const { start, end } = context.folded.toOriginal(match);
  const next = context.draft.text.slice(end, end + 3);
  const previous = context.draft.text.slice(Math.max(0, start - 20), start);
  // "Carol Brown Thank you for the pie"
  const isThanked = /^ (?:Thank|Thanks|You|We|Gracias)(?!\p{L})/u.test(
    context.draft.text.slice(end, end + 9),
  );
  return (/^,? \p{Lu}/u.test(next) && !isThanked) || /\p{Lu}\p{Ll}+ $/u.test(previous);
}
