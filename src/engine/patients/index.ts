/** The door of the patient list: a blind index that answers "is this a way to write somebody on the list?" */
import type { Folded } from "../rule.ts";
import type { PatientMatch } from "./match.ts";
import type { NameTable, Table } from "./table.ts";

/** One line of the list as imported. Nothing of it is kept but hashes. */
export interface Person {
  readonly given: string;
  readonly family: string;
  readonly nicknames: readonly string[];
  /** Former or other full names. */
  readonly aliases: readonly string[];
  /** Maiden and other former family names; each goes with every given name. */
  readonly formerFamilies: readonly string[];
  readonly handles: readonly string[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly recordNumbers: readonly string[];
  /** `yyyy-mm-dd`. */
  readonly birthDates: readonly string[];
}

/** Nothing is known: for those of whom a list says little. */
export const nobody: Person = {
  given: "",
  family: "",
  nicknames: [],
  aliases: [],
  formerFamilies: [],
  handles: [],
  phones: [],
  emails: [],
  birthDates: [],
  recordNumbers: [],
};

export interface PatientIndex {
  /** Changes with the list: a verdict is worth nothing under another one. */
  readonly version: string;
  readonly people: number;
  /** Offsets are in `folded.text`. Linear; sorted by start. */
  find(folded: Folded): readonly PatientMatch[];
  /** Is the name or handle that a site shows for somebody one of the list? A given name alone is not enough. */
  isListed(author: string): boolean;
}

/**
 * What became of a person. `listed`: the name and every contact given are on the list already, or the same row has been
 * added before; nothing was changed. `nameless`: neither a name nor a contact that could be found in a draft.
 */
export type Added = "added" | "listed" | "nameless";

export interface IndexBuilder {
  readonly people: number;
  /** No name is kept. */
  add(person: Person): Added;
  /**
   * Takes away what was typed, as far as it is listed: a name with all that follows from it, and each contact. `found`
   * and `missing` count the typed names, handles and contacts. What 255 or more share stays: nobody knows how many more.
   */
  remove(person: Person): { readonly found: number; readonly missing: number };
  /** The list as it is now; more may be added afterwards. */
  finish(id: string): SerializedIndex;
}

/**
 * Plain data: survives structured cloning, and `encodeIndex` makes one run of bytes of it. The same people under the
 * same key make the same bytes, whatever their order.
 */
export interface SerializedIndex {
  readonly format: 2;
  readonly id: string;
  readonly people: number;
  /** Secret beside the index: whoever has both can guess names (docs/threat-model.md). */
  readonly key: Uint8Array;
  /** Name parts: how many have each as given name, as family name, and as a word of its own in either. */
  readonly names: NameTable & {
    readonly given: Uint8Array;
    readonly family: Uint8Array;
    readonly words: Uint8Array;
  };
  /** Pairs, initials, handles, contacts and birth dates → how many people. */
  readonly forms: Table & { readonly counts: Uint8Array };
  /** A name part with one letter left out → number of the part × 32 + place of the letter. */
  readonly deletions: Table & { readonly values: Uint32Array };
}

export const emptyIndex: PatientIndex = { version: "none", people: 0, find: () => [], isListed: () => false };

export { buildIndex, editIndex, newIndex } from "./build.ts";
export { decodeIndex, encodeIndex } from "./encode.ts";
export { openIndex } from "./open.ts";
