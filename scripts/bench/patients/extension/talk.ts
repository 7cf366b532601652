/** What page, worker and builder say to each other. All of it is plain data. */
import type { NameRows } from "../read-names.ts";

/** Milliseconds, and bytes of the index and of the sealed file. `invent`: of making the people up alone. */
export interface Made {
  readonly invent: number;
  readonly add: number;
  readonly finish: number;
  readonly seal: number;
  readonly people: number;
  readonly indexBytes: number;
  readonly fileBytes: number;
  /** The list key, as the session keeps it. */
  readonly key: string;
}

export type Building = { readonly done: number } | { readonly made: Made } | { readonly fault: string };

export interface BuildOrder {
  readonly id: string;
  readonly size: number;
  /** Each person also has a phone, an e-mail address, a birth date and a record number. */
  readonly contacts: boolean;
  readonly rows: NameRows;
}

/** Milliseconds of each step of a cold start, in the worker. `script`: from its beginning until the order was there. */
export interface Cold {
  readonly script: number;
  readonly read: number;
  readonly open: number;
  /** The first that the list does for a draft, and the first whole check after that. */
  readonly first: number;
  readonly check: number;
}

/**
 * Milliseconds of each look-up: of the index alone, of all that the list does for a draft, of the whole check. Each is the
 * mean of a few in a row, a letter longer each time: a worker's clock ticks ten times in a millisecond.
 */
export interface Times {
  readonly find: readonly number[];
  readonly list: readonly number[];
  readonly whole: readonly number[];
}

export type Order =
  | { readonly ask: "cold"; readonly id: string; readonly text: string }
  | { readonly ask: "times"; readonly texts: readonly string[]; readonly rounds: number }
  | { readonly ask: "nothing" };
