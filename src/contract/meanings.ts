/** What each value of a choice means, in a sentence that an office manager understands. */
import type { Choice, ChoiceValue } from "./choices.ts";
import type { ChoiceName } from "./policy.ts";
import { categoryWords, siteWords, surfaceWords } from "./words.ts";

const actionMeanings = {
  allow: "Is let go. Nobody is told.",
  record: "Is let go and recorded. The person is not told.",
  warn: "The person is warned before they post.",
  "warn-with-reason": "The person is warned, and must give a reason to post it anyway.",
  block: "Is stopped.",
};

const meanings: Readonly<Record<ChoiceName, Readonly<Record<string, string>>>> = {
  strictness: {
    relaxed:
      "Stops only what is certain. What is likely warns when something else in the draft points the same way.",
    balanced: "Stops what is certain and warns of what is likely.",
    strict: "Also stops what is only likely, and warns of what is possible.",
  },
  actions: {
    ...actionMeanings,
  },
  surfaceActions: actionMeanings,
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
  surfaces: {
    true: "Drafts in these boxes are checked.",
    false: "These boxes are not watched at all.",
  },
  reasonFreeText: {
    true: "A reason may be given in one’s own words.",
    false: "A reason has to be one of those that are offered.",
  },
  secondPerson: {
    never: "Nobody else has to agree before a draft is posted anyway.",
    stopped: "A colleague’s code is needed to post a draft that was stopped.",
    always: "A colleague’s code is needed to post any draft anyway.",
  },
  language: {
    browser: "The language of the browser.",
    en: "English.",
    es: "Spanish.",
  },
};

export const meaningOf = (choice: Choice, value: ChoiceValue): string =>
  new Map(Object.entries(meanings[choice.setting])).get(String(value)) ?? String(value);

const partWords = new Map<string, string>(
  Object.entries({ ...categoryWords, ...siteWords, ...surfaceWords }),
);

/** The part of a setting as a person calls it. */
export const partName = (part: string): string =>
  part
    .split(".")
    .map((one) => partWords.get(one) ?? one)
    .join(": ");
