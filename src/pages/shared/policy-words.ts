/** The policy's values in words, and how to say where it comes from. */
import type { Choice, ChoiceValue } from "../../contract/choices.ts";
import type { PolicyReport } from "../../contract/policy-report.ts";

const words: Readonly<Record<string, string>> = {
  relaxed: "Relaxed",
  balanced: "Balanced",
  strict: "Strict",
  allow: "Let it go",
  record: "Record only",
  warn: "Warn",
  "warn-with-reason": "Warn, ask why",
  block: "Block",
  hold: "Hold the send",
  "let-go-and-record": "Let it go and record it",
  never: "Never",
  warnings: "After a warning",
  stopped: "Where it was stopped",
  always: "Always",
  browser: "That of the browser",
  en: "English",
  es: "Spanish",
  true: "Yes",
  false: "No",
};

export function valueWords(value: ChoiceValue): string {
  return words[String(value)] ?? String(value);
}

/** Of one part of a setting: what is yes or no is then a switch, named like the part. */
export const switchWords = (value: ChoiceValue): string =>
  typeof value === "boolean" ? (value ? "On" : "Off") : valueWords(value);

export const choiceWords = ({ part }: Pick<Choice, "part">, value: ChoiceValue): string =>
  part === undefined ? valueWords(value) : switchWords(value);

export const sourceWords: Readonly<Record<PolicyReport["source"], string>> = {
  default: "Standard",
  seat: "Standard, changed here",
  managed: "Set by your administrator",
  "last-good": "Set by your administrator",
  awaited: "Waiting for your administrator’s policy",
};
