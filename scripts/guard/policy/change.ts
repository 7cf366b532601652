/** One thing that another policy changes. */
import type { InForce } from "../../../src/contract/policy-file.ts";
import type { JsonObject } from "../../../src/policy-file/json.ts";

/** `neutral`: neither looser nor stricter, or nobody has declared which. */
export type Direction = "loosens" | "tightens" | "neutral";

export interface Change {
  readonly path: string;
  readonly direction: Direction;
  readonly words: string;
}

/** A file, and what it comes to. */
export interface Side {
  readonly file: JsonObject;
  readonly forced: InForce;
}

export const mayChoose = (is: boolean): string =>
  is ? "each browser may now choose for itself" : "a browser may no longer choose for itself";
