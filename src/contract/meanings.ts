/** What each value of a choice means, in a sentence that an office manager understands. */
import type { Choice, ChoiceValue } from "./choices.ts";
import type { ChoiceName } from "./policy.ts";
import { categoryWords, siteWords } from "./words.ts";

const meanings: Readonly<Record<ChoiceName, Readonly<Record<string, string>>>> = {
  strictness: {
    relaxed:
      "Stops only what is certain. What is likely warns when something else in the draft points the same way.",
    balanced: "Stops what is certain and warns of what is likely.",
    strict: "Also stops what is only likely, and warns of what is possible.",
  },
  actions: {
    allow: "Is let go. Nobody is told.",
    record: "Is let go and recorded. The person is not told.",
    warn: "The person is warned before they post.",
    block: "Is stopped.",
  },
  sites: {
    true: "Drafts on this site are checked.",
    false: "This site is not watched at all.",
  },
  unchecked: {
    hold: "A draft that could not be checked is held until it has been.",
    "let-go-and-record": "A draft that could not be checked is let go, and that is recorded.",
  },
  postAnyway: {
    never: "Nobody may post a draft that was warned about or stopped.",
    warnings: "A person may post a draft that was warned about, but not one that was stopped.",
    always: "A person may post any draft, also one that was stopped.",
  },
  reasonRequired: {
    true: "Whoever posts anyway must give a reason in one line.",
    false: "Whoever posts anyway need not say why.",
  },
  seatMayAllow: {
    true: "A person at one browser may add phrases that are always allowed, and public names.",
    false: "Nobody at a browser may add phrases that are always allowed, or public names.",
  },
};

export const meaningOf = (choice: Choice, value: ChoiceValue): string =>
  new Map(Object.entries(meanings[choice.setting])).get(String(value)) ?? String(value);

const partWords = new Map<string, string>(Object.entries({ ...categoryWords, ...siteWords }));

/** The part of a setting as a person calls it. */
export const partName = (part: string): string => partWords.get(part) ?? part;
