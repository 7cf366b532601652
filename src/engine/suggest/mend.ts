/** Mends a sentence that says too much: its own beginning ("Thanks so much for …") with a harmless end. */
import type { Hit } from "../model.ts";
import { fold } from "../normalize.ts";
import { actOf } from "./acts.ts";
import type { Act, Tone } from "./acts.ts";
import { capital } from "./salutation.ts";
import { framed } from "./sentences.ts";
import type { Sentence } from "./sentences.ts";
import type { Language, Situation } from "./situation.ts";

export interface Mended {
  readonly text: string;
  /** What it now says: a draft needs each only once. */
  readonly says: "thanks" | "glad" | "sorry" | Act;
}

export interface Mending {
  readonly situation: Situation;
  readonly language: Language;
  /** Whether the draft speaks Spanish with `tú`. */
  readonly familiar: boolean;
  readonly names: readonly string[];
  /** Picks one of several wordings. */
  readonly by: number;
  /** "call us at …", in the draft's language. */
  readonly reach: string;
}

const tones: Readonly<Record<Situation, Tone>> = {
  praise: "praise",
  chat: "praise",
  neutral: "ask",
  complaint: "hard",
  billing: "hard",
  wait: "hard",
  threat: "hard",
  stranger: "hard",
  question: "ask",
  message: "ask",
  grief: "hard",
  mourning: "all",
  post: "all",
  review: "hard",
  insider: "hard",
};

const objects: Readonly<Record<Language, Readonly<Record<Tone, readonly string[]>>>> = {
  en: {
    praise: ["the kind words", "the sweet words", "this lovely note", "these kind words"],
    hard: ["the feedback", "the honest feedback", "telling us"],
    ask: ["reaching out", "writing", "the note"],
    all: ["following along", "being such a kind community"],
  },
  es: {
    praise: ["sus palabras", "el cariño", "este lindo mensaje", "sus lindas palabras"],
    hard: ["el comentario", "la sinceridad"],
    ask: ["escribir", "el mensaje"],
    all: ["seguirnos por aquí", "tanto cariño en esta página"],
  },
};

/** First group: what stands before; second: the beginning that is kept. */
const starts = {
  thanks:
    /^(.{0,60}?)(?<!\p{L})((?:many |big |huge |so many )?(?:thanks|thank (?:you|u|ya)|thanku|thx|tysm|ty(?= (?:for|so)))(?: (?:so much|so so much|very much|again|a lot|a million|a ton|a bunch|both|guys|all)){0,2}|(?:we |i )?(?:really |so |truly )?appreciate|(?:(?:we|i)(?:['’]re| are|['’]m| am) )?(?:so |very |truly |forever )?grateful)(?!\p{L})/iu,
  gracias:
    /^(.{0,60}?)(?<!\p{L})((?:(?:much[ií]simas|muchas|mil|tantas|infinitas) )?gracias|(?:le |te |les )?agradecemos|agradecid[oa]s?)(?!\p{L})/iu,
  glad: /^(.{0,30}?)(?<!\p{L})((?:(?:we|i)(?:['’]re| are|['’]m| am) |how |such )?(?:(?:so|very|really|super|beyond|just|truly|absolutely) ){0,4}(?:glad|happy|thrilled|delighted|overjoyed|ecstatic|pleased))(?!\p{L}| (?:birthday|anniversary|new|holidays?|monday|friday|to (?!hear|see|read|know|learn)))/iu,
  pleasure:
    /^()((?:it (?:was|is)|it['’]s|what) ?(?:been )?(?:always |really |truly |just |so ){0,4}(?:such )?(?:an? )?(?:absolute |real |total |true |great )?(?:pleasure|joy|delight|treat|honor|lovely|wonderful|nice))(?!\p{L})/iu,
  alegra:
    /^(.{0,30}?)(?<!\p{L})(qu[eé] (?:alegr[ií]a|gusto|felicidad|emoci[oó]n|bonito|lindo)|(?:nos|me) (?:alegra|encanta|emociona)(?: (?:mucho|tanto|much[ií]simo))?|(?:fue |es )?un (?:placer|gusto))(?!\p{L})/iu,
  sorry:
    /^(.{0,30}?)(?<!\p{L})((?:(?:we|i)(?:['’]re| are|['’]m| am) )?(?:(?:so|very|truly|really|deeply|sincerely|terribly) ){0,4}sorry)(?!\p{L})/iu,
  lamento:
    /^(.{0,30}?)(?<!\p{L})((?:lamentamos|sentimos|lamento|siento)(?: (?:mucho|much[ií]simo|de verdad))?)(?!\p{L})/iu,
  apology:
    /^(?:please accept |we |i )?(?:\p{L}{3,12}ly )?(?:apologi[sz]e|(?:our|my) (?:\p{L}{3,12} )?apologies|apologies)(?!\p{L})/iu,
  disculpa:
    /^(?:le |te |les )?(?:pedimos |ofrecemos |mil )?(?:una )?(?:disculpas?|disculpe|perd[oó]n)(?!\p{L})/iu,
} as const;

/** What may not stand before it: "If you loved it, thank …", "You said thank you", "No thanks". */
const changesIt =
  /(?<!\p{L})(?:if|when|since|because|you|your|ur|he|she|they|his|her|their|that|who|no|not|never|\p{L}{1,12}n['’]t|was|were|say|said|si|cuando|usted|ella|[eé]l|que|ni|nunca)(?!\p{L})/iu;

const picked = (list: readonly string[], by: number): string => list[by % list.length] ?? "";

/** Where one thing that is thanked for ends and the next begins: "for coming in and for the lovely stars". */
const also =
  /\s{1,9}(?:and|y|&)\s{1,9}(?:also\s{1,9}|tambi[eé]n\s{1,9})?(?:for\s{1,9}|por\s{1,9})?(?=(?:the|your|all|this|these|sharing|taking|writing|leaving|las?|los|el|tus?|sus?|est[ae]s?|compartir|escribir)(?!\p{L}))/giu;

/** The harmless one of several things that are thanked for, or nothing. */
function harmlessObject(
  core: string,
  from: number,
  offends: (start: number, end: number) => boolean,
): string | undefined {
  let at = from;
  const items: string[] = [];
  let count = 0;
  const take = (end: number): void => {
    count++;
    if (!offends(at, end))
      items.push(
        core
          .slice(at, end)
          .replace(/^\s*(?:for|por)\s{1,9}/iu, "")
          .trim(),
      );
  };
  for (const { index, 0: found } of core.slice(from).matchAll(also)) {
    take(from + index);
    at = from + index + found.length;
  }
  take(core.length);
  const [first] = items;
  return count > 1 && first !== undefined && /\s/.test(first) && !/[,;:]/.test(first) ? first : undefined;
}

/** A harmless sentence in the place of one that offends, or nothing where it cannot be mended; the greeting is not part of it. */
export function mend({ text, start }: Sentence, hits: readonly Hit[], mending: Mending): Mended | undefined {
  const { situation, language, familiar, names, by } = mending;
  if (situation === "insider" || situation === "review") return undefined;
  const offends = (from: number, to: number): boolean =>
    hits.some((hit) => hit.start < start + to && start + from < hit.end);
  const { core, vocative, close } = framed(text.trimEnd(), names);
  const tone = tones[situation];
  const mark = tone === "hard" ? "." : "!";
  const end = ends.test(close) ? close.replaceAll("?", mark) : `${mark}${close}`;
  const spoken = offends(core.length, core.length + vocative.length) ? "" : vocative;
  const finish = (said: string, says: Mended["says"]): Mended => ({ text: `${said}${spoken}${end}`, says });
  const es = language === "es";
  const thanked = opener(core, es ? starts.gracias : starts.thanks, offends);
  if (thanked !== undefined) {
    const takesObject = /(?:appreciate|agradecemos)$/iu.test(thanked.text);
    const link = takesObject ? "" : es ? " por" : " for";
    const object = harmlessObject(core, thanked.end, offends) ?? picked(objects[language][tone], by);
    return finish(`${thanked.text}${link} ${familiar ? object.replace(/^sus /, "tus ") : object}`, "thanks");
  }
  if (tone === "praise") {
    const glad = es
      ? opener(core, starts.alegra, offends)
      : (opener(core, starts.glad, offends) ?? opener(core, starts.pleasure, offends));
    return glad && finish(`${glad.text} ${es ? "leer esto" : "to read this"}`, "glad");
  }
  if (tone !== "hard" && situation !== "neutral") return undefined;
  const sorry = opener(core, es ? starts.lamento : starts.sorry, offends);
  if (sorry) return finish(`${sorry.text} ${es ? "leer esto" : "to read this"}`, "sorry");
  if (!(es ? starts.disculpa : starts.apology).test(core)) return undefined;
  return finish(es ? "Lamentamos leer esto" : "We are sorry to read this", "sorry");
}

/**
 * A sentence that does the same and tells nothing, where its own beginning cannot be kept.
 */
export function redo({ text, start }: Sentence, hits: readonly Hit[], mending: Mending): Mended | undefined {
  const { situation, language, names, by, reach } = mending;
  if (situation === "insider" || situation === "review") return undefined;
  const { core, vocative, close } = framed(text.trimEnd(), names);
  const tone = tones[situation];
  const found = actOf(fold(core).text, language, tone, by);
  if (!found) return undefined;
  const isInvitation = found.act === "invitation";
  const from = start + core.length;
  const isNamed =
    !isInvitation &&
    tone !== "all" &&
    !hits.some((hit) => hit.start < from + vocative.length && from < hit.end);
  const marks = isInvitation
    ? "."
    : ends.test(close) && !found.text.startsWith("¡")
      ? close.replaceAll("?", "!")
      : `!${close.replace(/[.!?…]/gu, "")}`;
  return {
    text: `${found.text.replaceAll("{reach}", () => reach)}${isNamed ? vocative : ""}${marks}`,
    says: found.act,
  };
}

/** A mark, or an emoji, which many write in its place. */
const ends = /[.!?…]|\p{Extended_Pictographic}/u;

/** The beginning that is kept, and where in `core` it ends. What stands before it is kept where that is harmless and short. */
function opener(
  core: string,
  start: RegExp,
  offends: (from: number, to: number) => boolean,
): { text: string; end: number } | undefined {
  const [all = "", before = "", kept] = start.exec(core) ?? [];
  if (kept === undefined || changesIt.test(before) || before.split(" ").length > 5) return undefined;
  if (/^ty$/iu.test(kept) && before !== "") return undefined;
  return { text: offends(0, before.length) ? capital(kept) : `${before}${kept}`, end: all.length };
}
