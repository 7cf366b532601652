/** A given name with nothing beside it: when it means somebody on the list, and when a word, a shop or somebody else. */
import { isAboutCare } from "../about-care.ts";
import type { Confidence } from "../model.ts";
import { fold } from "../normalize.ts";
import type { RuleContext } from "../rule.ts";
import type { PatientMatch } from "./match.ts";
import { times, wordNames } from "./word-names.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const cases = new WeakMap<RuleContext, boolean>();

/** Has the draft capitals and small letters? Looked up once a check: a text may be nothing but names. */
function isCased(context: RuleContext): boolean {
  const { text } = context.draft;
  const cased = cases.get(context) ?? (/\p{Ll}/u.test(text) && /\p{Lu}/u.test(text));
  cases.set(context, cased);
  return cased;
}

/** A given name alone is somebody only in a small practice, and only where it is written as a name. */
export function givenAlone(match: PatientMatch, context: RuleContext): Confidence | undefined {
  const { text } = context.folded;
  const typed = text.slice(match.start, match.end);
  const { start, end } = context.folded.toOriginal(match);
  const written = context.draft.text.slice(start, end);
  const before = context.draft.text.slice(Math.max(0, start - 32), start);
  const after = context.draft.text.slice(end, end + 32);
  const cased = isCased(context);
  const told = isAboutCare(context);
  const isStrongWord = match.everyday || times.has(typed);
  const isWord = isStrongWord || wordNames.has(typed) || isAcronym(written, cased);
  if (match.hidden) {
    // Spaced letters of an everyday word may be decoration; invisible and foreign letters in it are not.
    if (typed.length < 3 || (isWord && /^[a-z .-]+$/i.test(written))) return "possible";
    const leet = isWord && /^[\x20-\x7e]+$/.test(written);
    return leet && !isWrittenAsName(typed, before, after, text) ? "possible" : "likely";
  }
  if (cased && !match.capitals) return undefined;
  // Another surname follows or another name leads: somebody else.
  if (/^ (?:\p{Lu}\. )?\p{Lu}\p{Ll}/u.test(after) && !/^ (?:I|We|You|The|Thank|She|He)\b/.test(after))
    return undefined;
  if (isSomebodyElse(before, after) || isShop(match, context, after)) return undefined;
  if (isWord) {
    if (isPlaceOrTime(before, after)) return undefined;
    if (cased && (isSpokenTo(before, after, start) || (told && isWrittenAsName(typed, before, after, text))))
      return "likely";
    if (!isStrongWord && cased && !isOpening(before)) return "likely";
    return context.audience === "person" && isStrongWord ? undefined : "possible";
  }
  if (!cased && (typed.length < 3 || (context.audience === "everybody" && !told))) return "possible";
  if (/^-\p{L}/u.test(after)) return "possible";
  // At the start of a sentence a capital says nothing.
  const isBare = context.audience === "everybody" && !told && isOpening(before);
  return isBare && !/^['\u2019][sS]? \p{Ll}/u.test(after) && !isGestured(before, after)
    ? "possible"
    : "likely";
}

const isOpening = (before: string): boolean => /(?:^|[\n.!?:\u2026*\u2022"\u201c(]) ?$/u.test(before);

/** Capitals throughout beside small letters: "CHIP" is a plan, "VI" a number, "JP" perhaps somebody. */
const isAcronym = (written: string, cased: boolean): boolean => cased && /^\p{Lu}{2,5}$/u.test(written);

/** Somebody at work, an animal, a signature, a title of a song: nobody who comes for care. */
function isSomebodyElse(before: string, after: string): boolean {
  return (
    /(?<![\p{L}\p{N}])(?:dr|dra|doctor|doctora|nurse|chef|pastor|father|padre|reverend|rev|deacon|dj|mayor|judge|senator|president|governor|principal|professor|prof|saint|st|san|santa|hurricane|tropical storm|enfermer[oa])\.? $/iu.test(
      before,
    ) ||
    /^,? (?:the|our|my|his|her|el|la|nuestr[oa]) (?:\p{L}{1,12} ){0,2}(?:cat|dog|pup|puppy|kitten|parrot|fish|goldfish|turtle|hamster|bunny|horse|goat|plant|cactus|fern|skeleton|mascot|robot|elf|gat[oa]|perr[oa])(?!\p{L})/iu.test(
      after,
    ) ||
    (/(?:^|[\s.!?])[-\u2013\u2014~] ?$/u.test(before) &&
      /^[.!\s]*(?:$|\n|[\u{1f300}-\u{1faff}])/u.test(after))
  );
}

/** What a possessive name owns in capitals is a business, unless it is a word of care; so is what follows an ampersand. */
function isShop(match: PatientMatch, context: RuleContext, after: string): boolean {
  if (/^ ?(?:&|\+|and|y) (?:sons?|co|company|hijos|associates)(?!\p{L})/iu.test(after)) return true;
  const owned = /^['\u2019][sS]? (\p{Lu}[\p{L}'\u2019-]{1,20})/u.exec(after)?.[0];
  return owned !== undefined && !isAboutCare(context, { start: match.end, end: match.end + owned.length });
}

/** Words that a place, a day or a thing has before it. */
function isPlaceOrTime(before: string, after: string): boolean {
  return (
    (/(?<!\p{L})our $/iu.test(before) && /^ \p{Ll}/u.test(after)) ||
    /(?<![\p{L}\p{N}])(?:in|near|across|around|throughout|outside|inside|downtown|north|south|east|west|middle|central|visit|visiting|state of|city of|town of|county of|this|last|next|every|each|on|on a|by|until|til|till|through|thru|all|a|an|the|any|some|no|en|este|esta|cada|hasta|el|los|las|un|una|proxim[oa]|estado de|ciudad de) $/iu.test(
      before,
    ) ||
    (/(?<![\p{L}\p{N}])(?:to|from|of|de|a|desde) $/iu.test(before) &&
      !/(?:thanks|thank you|shout-?out|kudos|congrats|congratulations|props|love|hugs|wishes|birthday|gracias|felicidades|happened|result of|photo of|picture of|pic of|video of|said|says|talk|talked|spoke|proud|so much) (?:to|from|of|de|a|desde) $|(?:result|photo|picture|pic|video|proud|word|note|card|review) (?:of|from) $/iu.test(
        before,
      )) ||
    /\p{Lu}\p{Ll}+, $/u.test(before)
  );
}

const fillers = words(
  "to out for a para de del again back so much the one and only lovely beautiful amazing sweet you day birthday our my mi nuestra nuestro very own",
);
const gestures = words(`
  shoutout shout kudos props cheers hugs love thanks thank welcome bienvenida bienvenido felicidades enhorabuena
  gracias saludos abrazo abrazos congrats congratulations congratulate birthday happy feliz girl queen guy king gal
  friend neighbor star dear favorite fave babe client patient clienta paciente miss missing meet met proud saw seeing
  see hey hi hello hola querida querido own
`);

/** A gesture toward one person: hailed, thanked, congratulated, called one's own. */
export function isGestured(before: string, after: string): boolean {
  const said = fold(before).text.match(/\p{L}+/gu) ?? [];
  const last = said.findLastIndex((word) => !fillers.has(word));
  return (
    gestures.has(said[last] ?? "") ||
    /^(?:happy|feliz)$/.test(said[last - 1] ?? "") ||
    said.slice(last + 1).some((word) => gestures.has(word)) ||
    isGesturedAfter(after)
  );
}

const isGesturedAfter = (after: string): boolean =>
  /^(?:,? (?:you|your|ur|u|we love|we miss|we adore|te|tu|eres|thank|gracias|happy|feliz|congrat)(?!\p{L})|['\u2019][sS]? (?:birthday|smile|face|story|transformation|glow|big day|wedding|new|before|first|journey|results?|day)(?!\p{L})| (?:is|was|has|had|came|comes|did|got|looks?|left|said|picked|chose|turned|graduated|walked|stopped)(?!\p{L}))/iu.test(
    after,
  );

/** Greeted, thanked, or called at the start. */
export function isSpokenTo(before: string, after: string, start: number): boolean {
  if (
    /(?:^|[\n.!?] ?)(?:hi|hey|hello|dear|hola|thanks|thank you|gracias|congrats),? (?:so much,? )?$/i.test(
      before,
    )
  ) {
    return /^(?:[,.!:]|$| [^\p{L}])/u.test(after);
  }
  return start === 0 && /^(?:,? (?:thank|gracias)\b|, (?:you|your|ur|u)\b)/i.test(after);
}

const bodyWords = words(`
  brow brows lip lips skin face cheek cheeks chin teeth tooth smile stitches lashes hair nose jaw eyes result results
  swelling bruise bruises bruising braces crown filling implant implants recovery surgery
`);
const ownsBody = (after: string): boolean =>
  /^['\u2019][sS] \p{Ll}/u.test(after) &&
  after
    .slice(2)
    .split(/[^\p{L}]+/u, 3)
    .some((word) => bodyWords.has(word));

/** An everyday word in capitals that is used as a name: owned, spoken to, or doing something inside a sentence. */
function isWrittenAsName(typed: string, before: string, after: string, text: string): boolean {
  // "Autumn's brows", but no "Autumn's colors": part of a body in the small letters of a sentence.
  if (ownsBody(after) && !isOpening(before)) return true;
  const inSentence = /[\p{Ll},] $/u.test(before) && !/^ ?\p{Lu}/u.test(after);
  const isOfOne = /(?<![a-z])(?:she|her|he|his|him|ella|su)(?![a-z])/u.test(text);
  if (/^['\u2019][sS]? (?!market|sale|special)/.test(after)) return !times.has(typed) || isOfOne;
  if (inSentence && !times.has(typed)) return true;
  return (
    /^ (?:is|was|has|had|came|comes|did|got|sits|looks|finished|paid|left|said|picked|chose)\b/.test(after) &&
    isOfOne
  );
}
