/** The sealed list's header, and what can be wrong with a file; docs/sealed-list.md is the format. */
import { z } from "./zod.ts";

/** The version that is written. A file with a higher one is not read. */
export const sealedVersion = 1;
/** Fewest rounds of PBKDF2 that are taken or written, and most: more would keep a worker busy for minutes. */
export const fewestRounds = 600_000;
export const mostRounds = 10_000_000;
/** Longest header in bytes. One of ours has about 700. */
export const headerLimit = 4096;

/** People on a list, as far as its header tells: the least of these sizes that holds them. */
export const peopleBuckets = [
  "up to 100",
  "up to 1,000",
  "up to 10,000",
  "up to 100,000",
  "up to 1,000,000",
  "more than 1,000,000",
] as const;
export type PeopleBucket = (typeof peopleBuckets)[number];

/** Base64 of exactly so many bytes. */
function base64(bytes: number): z.ZodMiniString {
  const padding = (3 - (bytes % 3)) % 3;
  const letters = Math.ceil(bytes / 3) * 4 - padding;
  const isRight = (text: string): boolean =>
    text.length === letters + padding &&
    /^[A-Za-z0-9+/]*$/.test(text.slice(0, letters)) &&
    text.endsWith("=".repeat(padding));
  return z.string().check(z.refine(isRight, `no ${bytes} bytes in base64`));
}

const wrapped = { iv: base64(12), wrapped: base64(48) };
export const passphraseLock = z.strictObject({
  kind: z.literal("passphrase"),
  kdf: z.literal("PBKDF2-SHA-256"),
  iterations: z.int().check(z.minimum(fewestRounds), z.maximum(mostRounds)),
  salt: base64(16),
  ...wrapped,
});
const managedLock = z.strictObject({ kind: z.literal("managed"), ...wrapped });

/** Name of a list, new with every change of what is on it. */
export const listId = z.string().check(z.regex(/^[\w-]{1,64}$/, "no name of a list"));

const instant = z.iso.datetime({ precision: 3 });

export const sealedHeader = z.strictObject({
  version: z.literal(sealedVersion),
  listId,
  /** ISO instants, UTC, with milliseconds. From `expires` on the list is not used. */
  created: instant,
  expires: z.nullable(instant),
  people: z.enum(peopleBuckets),
  cipher: z.literal("A256GCM"),
  iv: base64(12),
  /** Length of the encrypted part, with its tag of 16 bytes. */
  bytes: z.int().check(z.minimum(16 + 16)),
  /** Ways to the list key, each kind at most once: several passphrases would make one attempt as slow as all of them. */
  locks: z.array(z.discriminatedUnion("kind", [passphraseLock, managedLock])).check(
    z.minLength(1),
    z.maxLength(2),
    z.refine((locks) => new Set(locks.map(({ kind }) => kind)).size === locks.length, "a kind of lock twice"),
  ),
});
export type SealedHeader = z.infer<typeof sealedHeader>;
export type Lock = SealedHeader["locks"][number];

/**
 * Why a list cannot be used. `damaged`: cut short, or changed by accident (the checksum tells). `altered`: changed by
 * somebody who mended the checksum. `no-such-lock`: it does not open with this kind of key at all. `locked`: nothing is
 * wrong with it, the key is not here.
 */
export const listProblem = z.enum([
  "not-a-list",
  "damaged",
  "newer-version",
  "wrong-passphrase",
  "wrong-key",
  "no-such-lock",
  "altered",
  "expired",
  "locked",
]);
export type ListProblem = z.infer<typeof listProblem>;
