/** What is wrong with a CSS selector that an admin wrote, told without a document: the worker and the command line have none. */
import { createParser } from "css-selector-parser";

export const selectorLimit = 300;

/**
 * What both browsers understand in `Element.matches`. Left out: pseudo-elements, which match nothing; states that change by
 * themselves (`:hover`), under which a box would come and go; `:scope` and `:host`, which mean nothing here.
 */
const parse = createParser({
  syntax: {
    tag: { wildcard: true },
    ids: true,
    classNames: true,
    combinators: [">", "+", "~"],
    attributes: {
      operators: ["=", "~=", "|=", "^=", "$=", "*="],
      unknownCaseSensitivityModifiers: "reject",
      caseSensitivityModifiers: ["i", "I", "s", "S"],
    },
    pseudoElements: false,
    pseudoClasses: {
      unknown: "reject",
      definitions: {
        NoArgument: (
          "first-child last-child only-child first-of-type last-of-type only-of-type root empty enabled disabled " +
          "checked required optional read-only read-write placeholder-shown"
        ).split(" "),
        Formula: ["nth-of-type", "nth-last-of-type"],
        FormulaOfSelector: ["nth-child", "nth-last-child"],
        Selector: ["not", "is", "where", "has"],
      },
    },
  },
});

/** A sentence for the person who wrote it; undefined: it can be used. */
export function selectorProblem(text: string): string | undefined {
  if (text.trim() === "") return "Write a CSS selector.";
  if (text.length > selectorLimit)
    return `Write at most ${selectorLimit} characters; this has ${text.length}.`;
  try {
    parse(text);
    return undefined;
  } catch (error) {
    const said = error instanceof Error ? error.message : "";
    // Which part of the standard knows it is of no use to the reader; it may still not be used here.
    const [start, end] = [said.indexOf(" It is defined in:"), said.lastIndexOf(" Pos:")];
    const what = (start >= 0 && end > start ? said.slice(0, start) + said.slice(end) : said)
      .replace(/^css-selector-parser parse error: /, "")
      .replace(/\. Pos: (\d+)\.$/, " (at character $1)");
    return `This is no CSS selector that can be used: ${what}.`;
  }
}
