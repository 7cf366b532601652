/** Texts that somebody would write to make the engine slow: near misses of rules and names, and signs in masses. */
const pieces: Readonly<Record<string, string>> = {
  "your your": "your ",
  "nearly a thank-you": "thanks for coming i, you had two syringe, see you at your nex ",
  "care of everyone": "everyone your lips paid us ",
  "conditions without an end": "if your botox visit ",
  "short findings": "your botox. ",
  "she came in": "she came i ",
  names: "Jane Doe ",
  "full-width names": "\uff2a\uff41\uff4e\uff45 ",
  handles: "@jane.doe ",
  "nearly phones": "310-555-",
  digits: "5",
  "one long word": "a",
  "lone letters": "b o t o x ",
  leetspeak: "b0t0x ",
  "zero-width signs": "y\u200bo\u200bu\u200br\u200b ",
  accents: "e\u0301\u0301\u0301",
  "letters of two scripts": "\u0430b\u0441 ",
  emoji: "\u{1f600}",
  dashes: "-",
  "line breaks": "\n",
  spaces: "you        ",
  "at signs": "@",
  brackets: "([{\"'.!?",
  dots: "a.b.",
};

export interface Hostile {
  readonly kind: string;
  readonly text: string;
}

/** One text of each kind, `length` UTF-16 units long. */
export const hostileTexts = (length: number): readonly Hostile[] =>
  Object.entries(pieces).map(([kind, piece]) => ({
    kind,
    text: piece.repeat(Math.ceil(length / piece.length)).slice(0, length),
  }));
