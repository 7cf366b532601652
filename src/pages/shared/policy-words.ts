/** The policy's values in words, and how to say where it comes from. */
import type { Choice, ChoiceValue } from "../../contract/choices.ts";
import type { PolicyReport } from "../../contract/policy-report.ts";
import { meaningOf, partName } from "../../contract/meanings.ts";
import type { MessageKey } from "../../platform/i18n.ts";
import { declaredWords } from "../../platform/declared-words.ts";
import { t } from "../../platform/i18n.ts";

const words: Readonly<Record<string, MessageKey>> = {
  relaxed: "shared_relaxed",
  balanced: "shared_balanced",
  strict: "shared_strict",
  allow: "shared_let_it_go",
  record: "shared_record_only",
  warn: "shared_warn",
  "warn-with-reason": "shared_warn_ask_why",
  block: "shared_block",
  hold: "shared_hold_the_send",
  "let-go-and-record": "shared_let_it_go_and_record_it",
  never: "shared_never",
  warnings: "shared_after_a_warning",
  stopped: "shared_where_it_was_stopped",
  always: "shared_always",
  browser: "shared_that_of_the_browser",
  en: "shared_english",
  es: "shared_spanish",
  true: "shared_yes",
  false: "shared_no",
};

export function valueWords(value: ChoiceValue): string {
  const key = words[String(value)];
  return key === undefined ? String(value) : t(key);
}

/** Of one part of a setting: what is yes or no is then a switch, named like the part. */
export const switchWords = (value: ChoiceValue): string =>
  typeof value === "boolean" ? (value ? t("shared_on") : t("shared_off")) : valueWords(value);

export const choiceWords = ({ part }: Pick<Choice, "part">, value: ChoiceValue): string =>
  part === undefined ? valueWords(value) : switchWords(value);

const sources: Readonly<Record<PolicyReport["source"], MessageKey>> = {
  default: "shared_standard",
  seat: "shared_standard_changed_here",
  managed: "shared_set_by_your_administrator",
  "last-good": "shared_set_by_your_administrator",
  awaited: "shared_waiting_for_your_administrators_policy",
};

export const sourceWords = (source: PolicyReport["source"]): string => t(sources[source]);

/** What a value means, in a sentence. */
export const meaningWords = (choice: Choice, value: ChoiceValue): string =>
  declaredWords(meaningOf(choice, value));

/** The part of a setting as a person calls it. */
export const partWords = (part: string): string =>
  partName(part)
    .split(": ")
    .map((one) => declaredWords(one))
    .join(": ");
