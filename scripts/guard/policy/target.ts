/** What each way of rolling a policy out has to be able to do. */
import type { Line } from "./hardening.ts";
import type { JsonObject } from "../../../src/policy-file/json.ts";

export interface EmittedFile {
  /** Below the folder that the admin names; with `/`. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Where the file goes, for README.txt: one line each. */
  readonly places: readonly string[];
}

export interface Emitted {
  readonly files: readonly EmittedFile[];
  /** How an admin sees that it works, and how to take it back, for README.txt. */
  readonly afterwards: readonly string[];
  /** In place of the usual words about where the hardening lines are. */
  readonly linesNote?: string;
}

export interface Target {
  readonly name: string;
  readonly title: string;
  readonly browsers: readonly Browser[];
  /** The hardening lines cannot be in its files: undefined, they can. */
  readonly noLines?: "by-hand" | "refused";
  /** `id`: the extension's in Chrome and Edge; without it that of a build of this repository. Firefox has one for all. */
  emit(policy: JsonObject, lines: readonly Line[], id?: string): Emitted;
  /** The policy in a file that `emit` wrote. Throws a `Problem` that names `file`. */
  parse(bytes: Uint8Array, file: string, id?: string): JsonObject;
}

/** Days, as the worker has it (`graceMs` in src/background/policy-source.ts). */
const graceDays = 7;
/** `how` ends the sentence "To take it back, …". */
export const takeBack = (how: string): string =>
  `To take it back, ${how}. ReplyGuard cannot tell a policy that was taken away from one that could not be read: the last one stays in force for ${graceDays} more days. To be rid of it at once, hand out one with the defaults first.`;

export type Browser = "chrome" | "edge" | "firefox";

export const browserNames: Readonly<Record<Browser, string>> = {
  chrome: "Chrome",
  edge: "Edge",
  firefox: "Firefox",
};
