import type { Knowledge } from "../knowledge.ts";
import type { Alternative, Draft, Hit, Practice } from "../model.ts";
import { fill, limitOf, turn } from "./fill.ts";
import { fitting } from "./own-replies.ts";
import { repairs } from "./repair.ts";
import { english } from "./replies-en.ts";
import { spanish } from "./replies-es.ts";
import { greeted, salutationOf } from "./salutation.ts";
import { flairOf } from "./sentences.ts";
import { isFamiliar, languageOf, situationsOf } from "./situation.ts";
import type { Language, Situation } from "./situation.ts";
import { wordings } from "./wordings.ts";
import type { Parts } from "./wordings.ts";

const library: Readonly<Record<Language, Readonly<Record<Situation, Parts>>>> = {
  en: english,
  es: spanish,
};

/** As many as a person reads before choosing, and as a card beside a box has room for. */
const wanted = 3;
/** Of these as many may be the practice's own, which go before ours. */
const ownWanted = 2;

/** What is said when nothing fits: it fits every situation of its kind. */
const lastResort: Readonly<Record<Situation, readonly Situation[]>> = {
  praise: ["chat", "threat"],
  chat: ["praise", "question"],
  neutral: ["threat", "complaint"],
  complaint: ["threat", "stranger"],
  grief: ["complaint"],
  mourning: ["post"],
  billing: ["complaint", "threat"],
  wait: ["complaint", "threat"],
  question: ["neutral", "chat"],
  threat: ["complaint", "stranger"],
  stranger: ["complaint", "threat"],
  message: ["question", "neutral"],
  post: ["question", "chat"],
  review: ["insider"],
  insider: ["review"],
};

/** A check costs as much as the draft's own: no draft is worth more of them than this. */
const mostTries = 24;

/**
 * Two or three safe texts for a stopped draft: a repair that keeps what is harmless in it, where something is, and whole
 * replies for the situation, the practice's own before ours. `checkAgain` says whether a text passes in the place of the draft; what fails it is never
 * offered. `used` are texts that stand on the same page already: other words come first. The same draft in the same thread
 * gets the same texts.
 */
export function suggest(
  draft: Draft,
  hits: readonly Hit[],
  knowledge: Pick<Knowledge, "practice" | "replies">,
  checkAgain: (text: string) => boolean,
  used: readonly string[] = [],
): Alternative[] {
  const language = languageOf(draft);
  const familiar = language === "es" && isFamiliar(draft.text);
  const found = situationsOf(draft, hits);
  const main = found[0] ?? "complaint";
  const limit = limitOf(draft);
  const by = turn(draft) + used.length;
  const known = new Map<string, boolean>();
  const passes = (text: string): boolean => {
    const answer = known.get(text) ?? (text.length <= limit && known.size < mostTries && checkAgain(text));
    known.set(text, answer);
    return answer;
  };
  const salutation = salutationOf(draft, hits);
  const aim = { found, language, familiar, by, greeting: salutation.text };
  const filled = (template: string): string =>
    fill(template, draft, knowledge.practice, { language, familiar });
  const [first, second] = wordings(library[language][main], by, used).filter(({ open }) =>
    fitsSurface(draft, open),
  );
  const repair = repairs(
    draft,
    hits,
    {
      situation: main,
      language,
      familiar,
      by,
      salutation,
      bridge: hasNoReply.has(main) ? "" : filled(first?.open ?? ""),
      closing: wantsContact.has(main) ? filled(second?.close ?? "") : "",
      reach: filled("{reach}"),
    },
    passes,
  ).find(passes);
  const alternatives: Alternative[] = repair === undefined ? [] : [{ text: repair, kind: "repair" }];
  const offer = (texts: Iterable<string>, most: number): void => {
    for (const text of texts) {
      if (alternatives.length >= most) return;
      if (alternatives.some((other) => other.text === text) || !passes(text)) continue;
      alternatives.push({ text, kind: "reply" });
    }
  };
  offer(fitting(knowledge.replies, draft, language, used), alternatives.length + ownWanted);
  offer(replies(draft, knowledge.practice, aim, used), wanted);
  return alternatives;
}

interface Aim {
  readonly found: readonly Situation[];
  readonly language: Language;
  readonly familiar: boolean;
  readonly by: number;
  readonly greeting: string;
}

/** Where an answer without a way to go on leaves somebody alone. */
const wantsContact: ReadonlySet<Situation> = new Set([
  "complaint",
  "grief",
  "billing",
  "wait",
  "stranger",
  "threat",
  "message",
  "question",
]);

/** Nobody is answered there, so that no text for the situation can stand in for what the person wrote. */
const hasNoReply: ReadonlySet<Situation> = new Set(["post", "mourning", "review", "insider"]);

function textsOf(
  draft: Draft,
  practice: Practice,
  { language, familiar, by }: Aim,
  situation: Situation,
  used: readonly string[],
): readonly string[] {
  return wordings(library[language][situation], by, used)
    .filter(({ open, close }) => fitsSurface(draft, open) && fitsSurface(draft, close))
    .map(({ open, close }) => fill(`${open} ${close}`, draft, practice, { language, familiar }));
}

/** Every reply that may be tried, in order: one of each fitting situation first, then the rest, then the general ones. */
function* replies(draft: Draft, practice: Practice, aim: Aim, used: readonly string[]): Generator<string> {
  const [main = "complaint"] = aim.found;
  const flair =
    main === "praise" || main === "chat" || main === "post" ? ` ${flairOf(draft.text)}`.trimEnd() : "";
  const lists = aim.found.map((situation) => textsOf(draft, practice, aim, situation, used));
  // The first of the main ones may stand in the repair.
  for (let at = 1; at < 4; at++) {
    for (const list of lists) {
      const text = list[at];
      if (text !== undefined) yield `${greeted(aim.greeting, text)}${flair}`;
    }
  }
  // What all of these share may be what is found: greeting, emoji, or a contact that is a listed patient's as well.
  const unlisted = { ...practice, name: "", phones: [], emails: [] };
  yield* textsOf(draft, unlisted, aim, main, used).slice(0, 4);
  for (const situation of lastResort[main]) {
    yield* textsOf(draft, practice, aim, situation, used).slice(0, 3);
    yield* textsOf(draft, unlisted, aim, situation, used).slice(0, 3);
  }
}

/** A comment is no review, and is not thanked as one. */
const fitsSurface = (draft: Draft, template: string): boolean =>
  draft.surface !== "comment" || !/review|reseña/i.test(template);
