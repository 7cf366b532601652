/** Ways of hiding the telling words of a rule's example, as people do it; deterministic. */

export const ways = [
  "capitals",
  "zero-width",
  "soft hyphens",
  "look-alikes",
  "full-width",
  "bold letters",
  "accents",
  "no-break spaces",
  "curly quotes",
  "leetspeak",
  "spaced word",
  "hyphenated word",
  "dotted word",
  "starred word",
] as const;
export type Way = (typeof ways)[number];

const cyrillic: Readonly<Record<string, string>> = {
  a: "а",
  e: "е",
  o: "о",
  p: "р",
  c: "с",
  x: "х",
  i: "і",
  s: "ѕ",
};
const signs: Readonly<Record<string, string>> = { a: "4", e: "3", i: "1", o: "0", s: "5", t: "7" };
const plainWord = /\p{L}+/gu;

/** The example in its hidden form; undefined where this way changes nothing. Marks are taken off. */
export function hide(example: string, way: Way): string | undefined {
  const parts = example.split(/([«»])/);
  let inside = false;
  let hidden = "";
  for (const part of parts) {
    if (part === "«" || part === "»") inside = part === "«";
    else hidden += inside ? change(part, way) : part;
  }
  return hidden === example.replace(/[«»]/g, "") ? undefined : hidden;
}

function change(words: string, way: Way): string {
  switch (way) {
    case "capitals":
      return words.toUpperCase();
    case "zero-width":
      return words.replace(/(?<=[a-z])(?=[a-z])/gi, "\u200b");
    case "soft hyphens":
      return words.replace(/(?<=[a-z]{2})(?=[a-z]{2})/gi, "\u00ad");
    case "look-alikes":
      // A word of nothing but foreign letters is a foreign word: its first letter stays Latin.
      return words.replace(
        plainWord,
        (word) =>
          word.charAt(0) + word.slice(1).replace(/[aeopcxis]/g, (letter) => cyrillic[letter] ?? letter),
      );
    case "full-width":
      return words.replace(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));
    case "bold letters":
      return words.replace(/[a-z]/g, (letter) => String.fromCodePoint(0x1d41a + letter.charCodeAt(0) - 97));
    case "accents":
      return words.replace(/[aeou]/g, (vowel) => `${vowel}\u0301`);
    case "no-break spaces":
      return words.replaceAll(" ", "\u00a0");
    case "curly quotes":
      return words.replaceAll("'", "’");
    case "leetspeak":
      return longest(words, (word) => word.slice(0, 1) + leet(word.slice(1)));
    case "spaced word":
      return longest(words, (word) => Array.from(word).join(" "));
    case "hyphenated word":
      return longest(words, (word) => Array.from(word).join("-"));
    case "dotted word":
      return longest(words, (word) => Array.from(word).join("."));
    case "starred word":
      return longest(words, (word) => Array.from(word).join("*"));
  }
}

/** Two letters at most: what is left must still be read. */
function leet(word: string): string {
  let left = 2;
  return word.replace(/[aeiost]/g, (letter) => (left-- > 0 ? (signs[letter] ?? letter) : letter));
}

/** Changes the longest word alone, the first of several. */
function longest(words: string, form: (word: string) => string): string {
  const all = words.match(plainWord) ?? [];
  const word = all.toSorted((a, b) => b.length - a.length)[0] ?? "";
  return word.length < 4 ? words : words.replace(word, form(word));
}
