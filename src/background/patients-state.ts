/** What is kept about patient lists besides the sealed files themselves, and what a list can come to. */
import type { SealedHeader, ListProblem } from "../contract/sealed-list.ts";
import { listId } from "../contract/sealed-list.ts";
import { z } from "../contract/zod.ts";
import type { PatientIndex } from "../engine/patients/index.ts";
import { opensWithPassphrase } from "../patient-list/problem-words.ts";

export type Source = "seat" | "managed";

/**
 * Setting `patients-in-use`. Both kinds may be stored; which one counts the policy says. A seat's list has its own id, a
 * managed one is stored under the SHA-256 of its file.
 */
const inUse = z.strictObject({
  seat: z.nullable(listId),
  managed: z.nullable(z.strictObject({ id: listId })),
});
export type InUse = z.infer<typeof inUse>;

/** Throws where something is stored that cannot be understood: that is not "no list". */
export function readInUse(value: unknown): InUse {
  if (value === undefined || value === null) return { seat: null, managed: null };
  // Written by the version that knew no other list than the seat's.
  if (typeof value === "string") return { seat: value, managed: null };
  return inUse.parse(value);
}

/** `storage.session`: wrong passphrases in a row, and until when (milliseconds since 1970) none is tried. */
export const tries = z.strictObject({ wrong: z.int(), until: z.int() });
export type Tries = z.infer<typeof tries>;

const longestWait = 30_000;

/** Milliseconds to wait after so many wrong passphrases: each costs half a second of work already. */
export const waitAfter = (wrong: number): number => Math.min(1000 * 2 ** Math.max(0, wrong - 1), longestWait);

interface Stored {
  readonly id: string;
  readonly source: Source;
}

/** A list that is open. `expires`: milliseconds since 1970, or null for never. */
export interface OpenList extends Stored {
  readonly state: "open";
  readonly header: SealedHeader;
  readonly index: PatientIndex;
}

/** A list that is stored and cannot be used. `header`: where the file has one that can be read. */
export interface ClosedList extends Stored {
  readonly state: ListProblem;
  readonly header: SealedHeader | undefined;
}

/** `awaited`: a managed policy names a list, and none has arrived. */
export type InForce = OpenList | ClosedList | { readonly state: "none" } | { readonly state: "awaited" };

/** The code for the page, of a list that cannot be used; undefined: it can, or there is none to be used. */
export function closedCode(list: InForce): "locked" | "expired" | "awaited" | "unusable" | undefined {
  if (list.state === "open" || list.state === "none") return undefined;
  if (list.state === "awaited" || list.state === "expired") return list.state;
  const locks = list.header?.locks.map(({ kind }) => kind) ?? [];
  return opensWithPassphrase(list.state, locks) ? "locked" : "unusable";
}

/** Part of the version of all knowledge: another list, or another state of it, is other knowledge. */
export const versionOf = (list: InForce): string =>
  "id" in list ? `${list.state} ${list.source} ${list.id}` : list.state;

export const expiryOf = ({ expires }: SealedHeader): number | null =>
  expires === null ? null : Date.parse(expires);
