import type { Draft, Hit } from "../model.ts";
import { afterOffence, beforeOffence } from "./cut.ts";
import { mend, redo } from "./mend.ts";
import type { Mended } from "./mend.ts";
import { capital, greeted } from "./salutation.ts";
import type { Salutation } from "./salutation.ts";
import { flairOf, namesOf, sentencesOf } from "./sentences.ts";
import type { Sentence } from "./sentences.ts";
import type { Language, Situation } from "./situation.ts";

export interface Setting {
  readonly situation: Situation;
  readonly language: Language;
  readonly familiar: boolean;
  readonly by: number;
  /** How the draft greets, safe to repeat, and how much of the draft that is. */
  readonly salutation: Salutation;
  /** A harmless sentence for the situation, for where what is left of the draft cannot stand alone; empty in a post. */
  readonly bridge: string;
  /** A closing sentence for where nothing of the draft invites to talk and something should; else empty. */
  readonly closing: string;
  /** "call us at …", in the draft's language. */
  readonly reach: string;
}

const thanks =
  /(?<!\p{L})(?:thanks?|thank (?:you|u)|thx|tysm|ty|appreciate|grateful|gracias|agradecemos)(?!\p{L})/iu;
const apology =
  /(?<!\p{L})(?:sorry|apologi[sz]e|apolog(?:y|ies)|regret|lamentamos|disculp[ae]|perd[oó]n|siento)(?!\p{L})/iu;

/** A sentence that leans on the one before it. */
const leans =
  /^\s*(?:this|that|these|those|it|it['’]s|she|he|they|her|his|and|or|but|so|which|also|then|because|still|both|either|neither|instead|otherwise|even|same|eso|esto|ella|[eé]l|pero|y|por eso|tambi[eé]n|as[ií])(?!\p{L})/iu;

const contact = /\d{3}[-.\s]?\d{4}|\S@\S/u;

/** Enough left to stand as an answer: not a bare greeting, signature or exclamation. */
function stands(text: string): boolean {
  const words = text.match(/\p{L}{2,40}/gu)?.length ?? 0;
  return (
    words >= 4 &&
    (words >= 6 || contact.test(text) || /[.!…:]|\p{Extended_Pictographic}/u.test(text)) &&
    !/^\s*[-–—]/.test(text)
  );
}

/** A post is a story: without its beginning, the rest of it is none. */
const tells = (parts: readonly Part[], count: number): boolean =>
  (parts[0]?.at === 0 || parts.length * 2 > count) && parts.some(({ text }) => stands(text));

const tidy = (text: string): string =>
  text
    .replace(/[ \t]{2,99}/g, " ")
    .replace(/[ \t]{1,99}\n/g, "\n")
    .replace(/\n{3,99}/g, "\n\n")
    .trim();

/** More sentences are not looked at: a repair of a very long draft is not read before it is posted. */
const most = 40;

/** Nor is a longer draft repaired, in UTF-16 units: the repair would have to be checked as long again. */
const longest = 5000;

interface Part {
  readonly text: string;
  /** Which sentence of the draft it stands for, from 0. */
  readonly at: number;
  readonly mended?: Mended | undefined;
}

/**
 * Texts in the place of the draft that keep what is harmless in it, best first: mended, then only cut, then the greeting
 * with a text for the situation. Empty when nothing of the person's own is left. `passes` says whether a text passes alone.
 */
export function repairs(
  draft: Draft,
  hits: readonly Hit[],
  setting: Setting,
  passes: (text: string) => boolean,
): readonly string[] {
  const placed = hits.filter(({ start, end }) => end > start);
  if (placed.length === 0) return [draft.text];
  if (setting.situation === "insider" || draft.text.length > longest) return [];
  const { salutation, situation, bridge } = setting;
  const sentences = sentencesOf(draft.text.slice(salutation.length))
    .slice(0, most)
    .map(({ text, start, end }) => ({
      text,
      start: start + salutation.length,
      end: end + salutation.length,
    }));
  const parts = toParts(sentences, placed, setting, namesOf(draft.thread?.author ?? ""));
  const isPost = situation === "post" || situation === "mourning";
  const cheerful = situation === "praise" || situation === "chat";
  const flair = cheerful ? flairOf(draft.text) : "";
  const candidates: string[] = [];
  const add = (list: readonly Part[]): void => {
    const kept = list.filter(
      ({ text, mended }) => mended !== undefined || !isScrap(text, setting.closing !== ""),
    );
    const text = tidy(kept.map((part) => part.text).join(""));
    if (isPost ? !tells(kept, sentences.length) : kept.length === 0) return;
    const isBare = setting.closing !== "" && !contact.test(text) && kept.every(({ mended }) => mended);
    const needsBridge = !stands(text) || kept.every(({ mended }) => mended && thin.has(mended.says));
    const body = greeted(salutation.text, needsBridge ? `${bridge} ${capital(text)}`.trim() : text);
    candidates.push(finished(body, isBare ? ` ${setting.closing}` : "", flair));
  };
  add(parts);
  add(parts.filter(({ mended }) => mended === undefined));
  if (parts.length > 1 && parts.length <= 8) add(parts.filter(({ text }) => passes(text.trim())));
  return [...new Set(candidates)].filter((text) => text !== draft.text.trim());
}

/** Not enough to be an answer alone. */
const thin: ReadonlySet<Mended["says"]> = new Set(["farewell", "wishes", "invitation"]);

/**
 * "Yep!", "Max!!", "Goals.": says nothing without what was around it. Under a complaint "We've let it go." does not either.
 */
function isScrap(text: string, isHard: boolean): boolean {
  const count = text.match(/[\p{L}\d]{1,40}/gu)?.length ?? 0;
  const isShort = count < (isHard ? 6 : 4) && /\p{L}/u.test(text);
  return (
    isShort && !thanks.test(text) && !apology.test(text) && !contact.test(text) && !/^\s*[-–—]/.test(text)
  );
}

function toParts(
  sentences: readonly Sentence[],
  placed: readonly Hit[],
  setting: Setting,
  names: readonly string[],
): readonly Part[] {
  const parts: Part[] = [];
  const hitsIn = ({ start, end }: Sentence): readonly Hit[] =>
    placed.filter((hit) => hit.start < end && start < hit.end);
  const says = new Set<Mended["says"]>();
  for (const sentence of sentences) {
    if (hitsIn(sentence).length > 0) continue;
    if (thanks.test(sentence.text)) says.add("thanks");
    if (apology.test(sentence.text)) says.add("sorry");
    if (contact.test(sentence.text)) says.add("invitation");
  }
  let isCut = false;
  sentences.forEach((sentence, at) => {
    const lost = isCut;
    const here = hitsIn(sentence);
    isCut = false;
    if (here.length === 0) {
      // What leans on a sentence that is gone goes with it.
      if (lost && leans.test(sentence.text)) isCut = true;
      else parts.push({ text: sentence.text, at });
      return;
    }
    const rest = afterOffence(sentence, here);
    const kept = beforeOffence(sentence, here);
    const mending = { ...setting, names };
    const mended =
      mend(sentence, here, mending) ?? (kept + rest === "" ? redo(sentence, here, mending) : undefined);
    const space = sentence.text.slice(sentence.text.trimEnd().length) || " ";
    if (mended && !says.has(mended.says)) {
      says.add(mended.says);
      parts.push({ text: `${mended.text.trimEnd()}${space}`, at, mended });
      isCut = acts.has(mended.says);
    } else {
      if (kept !== "" && !mended) parts.push({ text: kept, at });
      else isCut = rest === "";
    }
    if (rest !== "") parts.push({ text: rest, at });
  });
  return parts;
}

/** After these nothing is left that a next sentence could lean on. */
const acts: ReadonlySet<Mended["says"]> = new Set([
  "compliment",
  "wishes",
  "invitation",
  "celebration",
  "shout-out",
]);

const finished = (text: string, closing: string, flair: string): string =>
  `${text}${closing}${flair === "" || flairOf(text) !== "" ? "" : ` ${flair}`}`;
