/** How the patient list stands, as the extension's pages are told. No names: the list has none. */
import { listId, listProblem, peopleBuckets } from "./sealed-list.ts";
import { z } from "./zod.ts";

/** Milliseconds since 1970. */
const instant = z.int();

/**
 * What came of the last attempt to fetch the practice's list. `unreachable`: no answer, no secure connection, a
 * redirect, or a server that does not let the extension read (CORS); `refused`: an answer that is not 200;
 * `too-large`, `too-slow`: over the limits; `wrong-sha256`: not the file that the policy names; `storage`: it could not
 * be kept; else what is wrong with the file itself.
 */
export const fetchProblem = z.enum([
  "unreachable",
  "refused",
  "too-large",
  "too-slow",
  "wrong-sha256",
  "storage",
  ...listProblem.options,
]);
export type FetchProblem = z.infer<typeof fetchProblem>;

export const patientsStanding = z.strictObject({
  /** The list in use. Null: there is none, or the practice's has not arrived (`awaited`). */
  list: z.nullable(
    z.strictObject({
      id: listId,
      /** These, and `locks`, as the header tells; nothing where it cannot be read. */
      created: z.nullable(instant),
      expires: z.nullable(instant),
      /** Which says so: the list, or the policy that names it. */
      expiresBy: z.optional(z.enum(["list", "policy"])),
      bucket: z.nullable(z.enum(peopleBuckets)),
      /** Known while it is open. */
      people: z.nullable(z.int()),
      state: z.enum(["open", ...listProblem.options]),
      source: z.enum(["seat", "managed"]),
      locks: z.array(z.enum(["passphrase", "managed"])),
    }),
  ),
  /** A managed policy names a list that has not arrived: drafts are unchecked. */
  awaited: z.boolean(),
  /** A list of this seat is stored and not used, because the policy names one. */
  setAside: z.boolean(),
  /** Null: nothing is to be fetched. */
  arrival: z.nullable(
    z.strictObject({
      triedAt: z.nullable(instant),
      problem: z.nullable(fetchProblem),
      /** Null: nothing more is to be fetched until the policy names another file. */
      nextAt: z.nullable(instant),
    }),
  ),
});
export type PatientsStanding = z.infer<typeof patientsStanding>;

/** `storage.session`: the list key (32 bytes, base64) and the stored list that it opens. The worker alone writes it. */
export const keptKey = z.nullable(z.strictObject({ id: z.string(), key: z.string() }));
export type KeptKey = z.infer<typeof keptKey>;
