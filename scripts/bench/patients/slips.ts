/** What happens to a name on its way through fingers, and what people do to it to get past a filter. */
export type Random = () => number;

export const below = (random: Random, count: number): number => Math.floor(random() * count);
export const pickOf = <T>(random: Random, list: readonly [T, ...T[]]): T =>
  list[below(random, list.length)] ?? list[0];

const alphabet = "abcdefghijklmnopqrstuvwxyz";

/** One letter put in, left out, changed, or exchanged with the next, anywhere. Capitals stay in front. */
export function misspell(name: string, random: Random): string {
  const small = name.toLowerCase();
  for (;;) {
    const at = below(random, small.length);
    const letter = alphabet.charAt(below(random, alphabet.length));
    const [before, here, after] = [small.slice(0, at), small.charAt(at), small.slice(at + 1)];
    const slipped = pickOf(random, [
      `${before}${letter}${here}${after}`,
      `${before}${after}`,
      `${before}${letter}${after}`,
      `${before}${after.slice(0, 1)}${here}${after.slice(1)}`,
    ]);
    const letters = slipped.replace(/\P{L}/gu, "").length;
    if (slipped !== small && letters >= 2 && /^\p{L}.*\p{L}$/u.test(slipped))
      return slipped.replace(/(?:^|[-'])\p{L}/gu, (start) => start.toUpperCase());
  }
}

/** Cyrillic and Greek letters that look like ours in most fonts. */
const lookAlikes: ReadonlyMap<string, string> = new Map(
  `aа cс eе hһ iі jј oо pр sѕ xх yу oο vν AА BВ CС EЕ HН IІ JЈ KК MМ OО PР SЅ TТ XХ AΑ BΒ EΕ HΗ IΙ KΚ MΜ NΝ OΟ PΡ TΤ YΥ ZΖ`
    .split(" ")
    .map((pair) => [`${pair.slice(0, 1)}${/\p{Script=Greek}/u.test(pair) ? "g" : "c"}`, pair.slice(1)]),
);

/** From one to all of the letters that have a look-alike; undefined where none has. */
export function disguise(text: string, random: Random): string | undefined {
  const script = pickOf(random, ["c", "c", "c", "g"]);
  const places = [...text].flatMap((letter, at) => (lookAlikes.has(letter + script) ? [at] : []));
  if (places.length === 0) return undefined;
  const all = random() < 0.3;
  const only = places[below(random, places.length)];
  return [...text]
    .map((letter, at) =>
      places.includes(at) && (all || at === only) ? (lookAlikes.get(letter + script) ?? letter) : letter,
    )
    .join("");
}

const invisible = ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"] as const;

/** One to three invisible characters between letters. */
export function sprinkle(text: string, random: Random): string {
  let result = text;
  for (let times = 1 + below(random, 3); times > 0; times -= 1) {
    const at = 1 + below(random, result.length - 1);
    result = result.slice(0, at) + pickOf(random, invisible) + result.slice(at);
  }
  return result;
}

/** Each letter by itself: "J a n e  S m i t h", "J.a.n.e S.m.i.t.h". */
export function spaceOut(words: readonly string[], random: Random): string {
  const [between, gap] = pickOf(random, [
    [" ", "  "],
    [" ", "   "],
    [" ", " "],
    [".", " "],
    ["-", " "],
    ["_", " "],
  ]);
  return words.map((word) => [...word].join(between)).join(gap);
}

export const widen = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
