/** How somebody on the list was written, and where. */
import type { Span } from "../rule.ts";

/** From the surest to the least: of two in one place the first stays. */
export const forms = [
  "email",
  "phone",
  "handle",
  "full",
  "nickname",
  "reversed",
  "handle-of-names",
  "misspelled",
  "record-number",
  "birth-date",
  "handle-of-initial",
  "given-initial",
  "initial-family",
  "titled-family",
  "given",
  "misspelled-given",
  "family",
] as const;
export type Form = (typeof forms)[number];

export interface PatientMatch extends Span {
  readonly form: Form;
  /** How many on the list are written like this; 255 stands for that many or more. */
  readonly people: number;
  /** Every word of it is also an everyday word. */
  readonly everyday: boolean;
  /** Written with the capitals of a name, in a draft that also has lower case. */
  readonly capitals: boolean;
  /** Written so that a filter would miss it: look-alike or invisible letters, spaced out, digits for letters. */
  readonly hidden: boolean;
}
