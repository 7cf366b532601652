/** Which ways of hiding words a draft uses, told from what folding had to change. */
import type { Folded } from "../../src/engine/rule.ts";

export const hidingKinds = [
  "zero-width",
  "look-alikes",
  "full-width and styled",
  "leetspeak",
  "spaced letters",
  "emoji for words",
] as const;
export type Hiding = (typeof hidingKinds)[number];

/** Joins emoji and writes right-to-left honestly: between letters only it hides something. */
const invisible = /(?<=[\p{L}\p{N}])[\p{Cf}\u115f\u1160\u3164\uffa0]+(?=[\p{L}\p{N}])/u;
/** Accents belong to a language; letters whose plain form is something else do not. */
const plain = (letter: string): string => letter.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
/** Letters of the languages that are written here and fold to others honestly. */
const honest = /[ßæœøªºﬁﬂ™©®]/iu;

/** Things of care and body where a noun would stand: elsewhere they only decorate. */
const thing = "💉🦷💊🩹🩺🩸👄💋🫦👃👁🦵🦶🍑🧬🔪🤰🫁🧠🦴👂🥼";
const emojiWord = new RegExp(
  `(?<!\\p{L})(?:your|ur|yr|the|my|her|his|their|a|an|this|that|these|those|next|first|new|more|some|of|for|with|on|tu|tus|su|sus|mi|el|la|los|las|esos|esas|ese|esa|un|una|de|con|para)\\s+(?:[${thing}]\\ufe0f?)+`,
  "iu",
);

export function hiding(folded: Folded): readonly Hiding[] {
  const found = new Set<Hiding>();
  if (invisible.test(folded.original)) found.add("zero-width");
  if (emojiWord.test(folded.original)) found.add("emoji for words");
  let last: { end: number; isLetter: boolean } | undefined;
  for (let at = 0; at < folded.text.length; at++) {
    const letter = folded.text.charAt(at);
    const { start, end } = folded.toOriginal({ start: at, end: at + 1 });
    const isLetter = /[a-z]/.test(letter);
    const written = folded.original.slice(start, end).replace(/[\p{Cf}\u3164]/gu, "");
    if (isLetter && !honest.test(written)) {
      const kind = kindOf(written, letter);
      if (kind !== undefined) found.add(kind);
    }
    // Between two neighbors of the folded text something visible was dropped.
    if (isLetter && last?.isLetter === true && start > last.end) found.add("spaced letters");
    last = { end, isLetter };
  }
  return hidingKinds.filter((kind) => found.has(kind));
}

function kindOf(written: string, letter: string): Hiding | undefined {
  if (plain(written).startsWith(letter)) return undefined;
  if (/^[\p{Nd}@$€!|]$/u.test(written)) return "leetspeak";
  // Compatibility forms: full-width, mathematical, circled, squared.
  if (plain(written.normalize("NFKD")).includes(letter)) return "full-width and styled";
  return /\p{L}/u.test(written) ? "look-alikes" : "full-width and styled";
}
