/** Parts of a draft as far as a repair needs them: its sentences, and what closes a sentence. */

export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const ends =
  /(?:(?<!(?:^|\s)(?:dr|mr|mrs|ms|st|sgt|dra|sra|[a-z]))[.!?…]{1,12}["')”]{0,4}(?:\s{0,4}[^\p{L}\p{N}\s"“(¡¿$@#]{1,8}(?=\s|$))?(?=\s|$)|\n{1,9})\s{0,9}/giu;

/** Sentences with what closes them (marks, quotes, emoji). Every character belongs to one. */
export function sentencesOf(text: string): readonly Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  for (const match of text.matchAll(ends)) {
    const end = match.index + match[0].length;
    if (text.slice(start, end).trim() !== "") found.push({ text: text.slice(start, end), start, end });
    start = end;
  }
  if (text.slice(start).trim() !== "") found.push({ text: text.slice(start), start, end: text.length });
  return found;
}

/** Parts of the shown name, in lower case: "Maria G." gives "maria", "@nat.theplantmom" gives "nat", "theplantmom". */
export function namesOf(author: string): readonly string[] {
  return author
    .slice(0, 100)
    .toLowerCase()
    .split(/[^\p{L}'’]{1,9}/u)
    .filter((part) => part.length >= 2);
}

/** Whether a word is a part of the shown name, or short for one. */
export const isNamed = (word: string, names: readonly string[]): boolean => {
  const plain = word.toLowerCase().replace(/^@/, "");
  // A handle often has the given name in it.
  return (
    plain.length >= 2 &&
    names.some(
      (name) =>
        name === plain ||
        (plain.length >= 3 && name.startsWith(plain)) ||
        (plain.length >= 4 && name.length > 8 && name.includes(plain)),
    )
  );
};

const pictures = "\\p{Extended_Pictographic}\\u200d\\ufe0f\\u{1f3fb}-\\u{1f3ff}";
const closing = new RegExp(`(?:[\\s!.?…~)]|[${pictures}]|:\\)|<3){0,24}$`, "u");

/** A sentence without what closes it: the person addressed at its end, marks and emoji. */
export interface Framed {
  readonly core: string;
  readonly vocative: string;
  readonly close: string;
}

const endearments =
  /^(?:girl|babe|bestie|love|hun|hon|friend|queen|sis|lady|beautiful|gorgeous|amiga|reina|hermosa|bella|linda|mi reina|mi amor|mi vida|y['’]all)$/iu;

export function framed(sentence: string, names: readonly string[]): Framed {
  const close = closing.exec(sentence.slice(-60))?.[0] ?? "";
  const rest = sentence.slice(0, sentence.length - close.length);
  const last = /(,\s{0,9}|\s{1,9})(@?[\p{L}][\p{L}\p{N}_.'’-]{1,29}|mi \p{L}{3,9})$/u.exec(rest);
  const [all = "", before = "", name = ""] = last ?? [];
  const isVocative =
    name !== "" &&
    ((before.includes(",") && endearments.test(name)) || (/^[@\p{Lu}]/u.test(name) && isNamed(name, names)));
  if (!isVocative) return { core: rest, vocative: "", close };
  return { core: rest.slice(0, rest.length - all.length), vocative: `, ${name}`, close };
}

/** Emoji that say no more than a smile: hearts, sparkles, flowers, hands. */
const harmless =
  /[❤🧡💛💚💙💜🤍🖤💗💖💕💞💓♥😊🙂😀😃😄😁🥰😍🤗☺✨🌟💫🙏🙌👏🎉🥳🌸🌷🌻🌼🌺💐☀👋🦋🍂🍁🌈🎄🎃]\ufe0f?/gu;

/** The first such emoji of a draft, at most two, or nothing. */
export const flairOf = (text: string): string =>
  Array.from(text.slice(0, 2000).matchAll(harmless), ([emoji]) => emoji)
    .filter((emoji, at, all) => all.indexOf(emoji) === at)
    .slice(0, 2)
    .join("");
