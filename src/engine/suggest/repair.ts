import type { Draft, Hit } from "../model.ts";
import type { Language, Situation } from "./situation.ts";

interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Sentences with what closes them (marks, quotes, emoji). Every character belongs to one. */
function sentencesOf(text: string): readonly Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  const ends =
    /(?:(?<!(?:^|\s)(?:dr|mr|mrs|ms|st|dra|sra|[a-z]))[.!?…]{1,12}["')”]{0,4}(?:\s{0,4}[^\p{L}\p{N}\s"“(¡¿$@#]{1,8}(?=\s|$))?(?=\s|$)|\n+)\s*/giu;
  for (const match of text.matchAll(ends)) {
    const end = match.index + match[0].length;
    if (text.slice(start, end).trim() !== "") found.push({ text: text.slice(start, end), start, end });
    start = end;
  }
  if (text.slice(start).trim() !== "") found.push({ text: text.slice(start), start, end: text.length });
  return found;
}

const thanks = /\b(?:thanks?|thank (?:you|u)|thx|tysm|ty|appreciate|grateful|gracias|agradecemos)\b/iu;
const apology = /\b(?:sorry|apologi[sz]e|apolog(?:y|ies)|regret|lamentamos|disculp[ae]|perd[oó]n|siento)\b/iu;
const object =
  /\b(?:reviews?|feedback|stars?|kind words|words|comments?|notes?|recommendation|shout-?out|rese[ñn]a|palabras|comentarios?|estrellas)\b/iu;

const mends: Readonly<
  Record<Language, Readonly<Record<"praise" | "other" | "ask" | "all" | "sorry", string>>>
> = {
  en: {
    praise: "Thank you for the kind words!",
    other: "Thank you for the feedback.",
    ask: "Thank you for reaching out!",
    all: "Thank you to everyone who follows along!",
    sorry: "We are sorry to read this.",
  },
  es: {
    praise: "¡Gracias por sus palabras!",
    other: "Gracias por el comentario.",
    ask: "¡Gracias por escribir!",
    all: "¡Gracias a todos los que nos siguen!",
    sorry: "Lamentamos leer esto.",
  },
};

function thanksFor(situation: Situation): "praise" | "other" | "ask" | "all" {
  if (situation === "praise") return "praise";
  if (situation === "question" || situation === "message" || situation === "neutral") return "ask";
  return situation === "post" ? "all" : "other";
}

/** A harmless sentence in the place of an offending one, or nothing. */
function mend(sentence: string, situation: Situation, language: Language): string {
  if (situation === "review" || situation === "insider") return "";
  if (thanks.test(sentence)) {
    const kind =
      object.test(sentence) && situation !== "post"
        ? situation === "praise"
          ? "praise"
          : "other"
        : thanksFor(situation);
    return `${mends[language][kind]} `;
  }
  return apology.test(sentence) && situation !== "post" && situation !== "message"
    ? `${mends[language].sorry} `
    : "";
}

const greeting = /^(?:(?:hi|hey|hello|dear|hola|estimad[oa])\s+)?\p{Lu}[\p{L}'’-]{1,15}[,!]\s+(?=\S)/iu;

/** Enough left to stand as an answer: not a bare greeting or signature. */
const stands = (text: string): boolean => {
  const rest = text.replace(greeting, "");
  const words = rest.match(/\p{L}{2,}/gu)?.length ?? 0;
  return (
    (words >= 4 && /\p{L}{3,}[^—–-]{8,}/u.test(rest)) ||
    (words >= 1 && /\d/.test(rest) && /\s/.test(rest.trim()))
  );
};

/** A sentence that leans on the one before it. */
const leans =
  /^\s*(?:this|that|these|those|it|she|he|they|her|his|and|but|so|which|also|then|because|eso|esto|ella|[eé]l|pero|y|por eso)\b/iu;

/** Starts something that the cut took away. */
const hangs =
  /^(?:on|if|when|while|as|after|since|because|for|with|at|in|to|from|before|about|given|although|though|once|si|cuando|como|por|para|con|en|de)\b/iu;

const joint = /[,;:]?\s+(?:but|and|so|because|since|pero|y|porque)\s|\s[-–—]\s|;\s|,\s/giu;

/** What an offending sentence says before it offends, if that can stand: "It's $199, but you …" → "It's $199." */
function before(sentence: Sentence, hits: readonly Hit[]): string {
  const first =
    Math.min(...hits.filter(({ end }) => end > sentence.start).map(({ start }) => start)) - sentence.start;
  const cuts = [...sentence.text.matchAll(joint)].map(({ index }) => index).filter((index) => index < first);
  const part = sentence.text.slice(0, cuts.at(-1) ?? 0).trim();
  const words = part.split(/\s+/).length;
  return words < 2 ||
    thanks.test(sentence.text) ||
    hangs.test(part) ||
    greeting.test(`${part}, x`) ||
    thanks.test(part) ||
    apology.test(part)
    ? ""
    : `${part}. `;
}

const tidy = (text: string): string =>
  text
    .replace(/[ \t]{2,}/g, " ")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

const most = 40;
const nowhere: Sentence = { text: "", start: -1, end: -1 };

/**
 * The draft without its offending sentences, best attempt first: mended, then dropped, then only the sentences that
 * pass alone. Empty when nothing of the person's own is left to keep.
 */
export function repairs(
  draft: Draft,
  hits: readonly Hit[],
  situation: Situation,
  language: Language,
  passes: (text: string) => boolean,
): readonly string[] {
  const placed = hits.filter(({ start, end }) => end > start);
  if (placed.length === 0) return [draft.text];
  const sentences = sentencesOf(draft.text).slice(0, most);
  const offends = ({ start, end }: Sentence): boolean =>
    placed.some((hit) => hit.start < end && start < hit.end);
  const own = sentences.filter(
    (sentence, at) =>
      !offends(sentence) && !(leans.test(sentence.text) && offends(sentences[at - 1] ?? nowhere)),
  );
  const opening = greeting.exec(draft.text)?.[0] ?? "";
  const lead =
    sentences[0] !== undefined && offends(sentences[0]) && !placed.some(({ start }) => start < opening.length)
      ? opening
      : "";
  const cut = sentences
    .map((sentence) =>
      own.includes(sentence) ? sentence.text : offends(sentence) ? before(sentence, placed) : "",
    )
    .join("");
  let mended = false;
  const replaced = sentences
    .map((sentence) => {
      if (own.includes(sentence)) return sentence.text;
      if (!offends(sentence)) return "";
      const text = mended ? "" : before(sentence, placed) || mend(sentence.text, situation, language);
      mended ||= text !== "";
      return text;
    })
    .join("");
  const kept = own.map(({ text }) => text).join("");
  const candidates = [lead + lower(replaced, lead), replaced, cut, kept].map(tidy);
  if (own.length > 1 && own.length <= 8) {
    candidates.push(
      tidy(
        own
          .filter(({ text }) => passes(text.trim()))
          .map(({ text }) => text)
          .join(""),
      ),
    );
  }
  return [...new Set(candidates)].filter((text) => text !== draft.text.trim() && stands(text));
}

/** "Maria, Thank you" reads "Maria, thank you". */
const lower = (text: string, lead: string): string =>
  lead.trimEnd().endsWith(",") && /^(?:Thank|We are|Gracias|Lamentamos)/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
