/** The door of the patient list: a blind index that answers "is this a way to write somebody on the list?" */
import type { Folded } from "../rule.ts";
import type { PatientMatch } from "./match.ts";
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
