/** The door of the patient list: a blind index that answers "is this a way to write somebody on the list?" */
import type { Folded, Span } from "../rule.ts";
import type { Table } from "./table.ts";

/** One line of the list as imported. Nothing of it is kept but hashes. */
export interface Person {
  readonly given: string;
  readonly family: string;
  readonly nicknames: readonly string[];
  /** Former or other full names. */
  readonly aliases: readonly string[];
  readonly handles: readonly string[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly recordNumbers: readonly string[];
}

/** How somebody was written, from the surest to the least. */
export type Form =
  | "contact"
  | "handle"
  | "full"
  | "handle-of-names"
  | "misspelled"
  | "given-initial"
  | "initial-family"
  | "titled-family"
  | "given"
  | "misspelled-given"
  | "family";

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

export interface PatientIndex {
  /** Changes with the list: a verdict is worth nothing under another one. */
  readonly version: string;
  readonly people: number;
  /** Offsets are in `folded.text`. Linear; sorted by start. */
  find(folded: Folded): readonly PatientMatch[];
  /** Is the name or handle that a site shows for somebody one of the list? A given name alone is not enough. */
  isListed(author: string): boolean;
}

/** Plain data: survives structured cloning, and each array can be sealed as it is. */
export interface SerializedIndex {
  readonly format: 1;
  readonly id: string;
  readonly people: number;
  /** Secret beside the index: whoever has both can guess names (docs/threat-model.md). */
  readonly key: Uint8Array;
  /** Name part → how many have it as given name (low byte) and as family name (next byte). */
  readonly names: Table;
  /** Pairs, initials, handles and contacts → how many people. */
  readonly forms: Table;
  /** A name part with one letter left out → number of the part in `parts` × 32 + place of the letter. */
  readonly deletions: Table;
  /** Hashes of the name parts, high and low half. */
  readonly parts: Uint32Array;
}

export const emptyIndex: PatientIndex = { version: "none", people: 0, find: () => [], isListed: () => false };

export { buildIndex } from "./build.ts";
export { openIndex } from "./open.ts";
