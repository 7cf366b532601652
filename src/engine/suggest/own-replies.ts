/** The practice's own replies, read once for each policy. */
import type { Draft, EnginePolicy, Surface } from "../model.ts";
import { fold } from "../normalize.ts";
import { languageOf } from "./situation.ts";
import type { Language } from "./situation.ts";

export interface OwnReply {
  readonly text: string;
  readonly surfaces?: readonly Surface[] | undefined;
  readonly language: Language;
  readonly words: ReadonlySet<string>;
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(fold(text).text.match(/\p{L}{4,}/gu));

export const readReplies = ({ replies = [] }: EnginePolicy): readonly OwnReply[] =>
  replies.map(({ text, surfaces }) => ({
    text,
    surfaces,
    language: languageOf({ text, site: "other", surface: "post" }),
    words: wordsOf(text),
  }));

/** Each costs a check, so that not all of a long list are tried. */
const most = 8;

/** Those that fit: nearest to what is answered, or else to the draft, first; what stands on the page already last. */
export function fitting(
  replies: readonly OwnReply[],
  { text, thread, surface }: Draft,
  language: Language,
  used: readonly string[],
): readonly string[] {
  if (replies.length === 0) return [];
  const asked = [...wordsOf((thread?.text ?? text).slice(0, 3000))];
  const nearness = (reply: OwnReply): number =>
    asked.filter((word) => reply.words.has(word)).length - (used.includes(reply.text) ? 1e4 : 0);
  return replies
    .filter((reply) => reply.language === language && (reply.surfaces?.includes(surface) ?? true))
    .toSorted((a, b) => nearness(b) - nearness(a))
    .slice(0, most)
    .map((reply) => reply.text);
}
