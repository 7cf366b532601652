/** Replies that nothing is to be said against, hardly ever the same twice: a verdict that is known already would prove nothing. */

const kind = ["kind", "warm", "generous", "thoughtful", "sweet", "lovely"] as const;
const things = ["words", "note", "comment", "feedback", "message"] as const;
const wishes = ["week", "day", "weekend", "evening", "morning", "summer", "autumn"] as const;
/** What an editor, a keyboard or we ourselves could change on the way: signs beyond one byte and one unit, spaces, quotes. */
const endings = [
  "!",
  "!!",
  ".",
  " 😊",
  "…",
  "! Très süß",
  ' "so kind"',
  "!  Bye",
  " ❤️",
  " – thanks",
] as const;

const pick = (list: readonly string[], number: number, by: number): string =>
  list[Math.floor(number / by) % list.length] ?? "";

/** The same reply comes again after 420 others. */
export function safeText(number: number): string {
  const ending = pick(endings, number, 1);
  const begin = `Thanks for the ${pick(kind, number, 1)} ${pick(things, number, 6)}`;
  return number % 3 === 0
    ? `${begin}! Have a lovely ${pick(wishes, number, 30)}${ending}`
    : `${begin}, happy ${pick(wishes, number, 30)}${ending}`;
}
