import type { Form, PatientMatch } from "./match.ts";

/** What each form is called to the person who wrote the draft. Never which entry of the list it is. */
const words: Record<Form, string> = {
  email: "e-mail address",
  phone: "phone number",
  handle: "recorded handle",
  full: "full name",
  nickname: "nickname and family name",
  reversed: "full name in reverse",
  "handle-of-names": "handle made of the name",
  misspelled: "misspelled name",
  "record-number": "record number",
  "birth-date": "birth date",
  "handle-of-initial": "handle made of the name",
  "given-initial": "given name and initial",
  "initial-family": "initial and family name",
  "titled-family": "title and family name",
  given: "given name",
  "misspelled-given": "misspelled name",
  family: "family name",
};

const numbers = new Set<Form>(["email", "phone", "birth-date", "record-number"]);

/** Beside what a given name counts that does not count alone. */
export type Beside = "care" | "answered" | undefined;

export function whyOf({ form, hidden }: PatientMatch, beside: Beside): string {
  const name = hidden ? `${words[form]} in hidden writing` : words[form];
  const verb = numbers.has(form) ? "giving" : "naming";
  const where = { care: " beside words about care", answered: ", while a listed patient is answered" };
  return `This looks like a listed patient's ${name}${beside ? where[beside] : ""}; ${verb} one tells that they are a patient.`;
}
