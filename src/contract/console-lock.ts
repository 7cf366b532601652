/** The officer's passphrase of the console: what policy carries of it, and what the worker answers to it. */
import { fewestRounds, mostRounds } from "./sealed-list.ts";
import { z } from "./zod.ts";

/** Minutes without a hand on the console after which it locks, where policy says nothing of them. */
export const usualIdleMinutes = 15;

/**
 * `verifier`: 32 bytes of PBKDF2-SHA-256 over the passphrase (NFC, UTF-8) and `salt` (16 bytes). It opens nothing: what is
 * tried is the passphrase.
 */
export const consoleLock = z.strictObject({
  salt: z
    .string()
    .check(z.regex(/^[A-Za-z0-9+/]{21}[AQgw]==$/, "must be 16 bytes in base64 (24 characters)")),
  rounds: z
    .int()
    .check(
      z.gte(fewestRounds, `must be at least ${fewestRounds}`),
      z.lte(mostRounds, `must be at most ${mostRounds}`),
    ),
  verifier: z
    .string()
    .check(z.regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/, "must be 32 bytes in base64 (44 characters)")),
  idleMinutes: z.optional(z.int().check(z.gte(1, "must be at least 1"), z.lte(240, "must be at most 240"))),
});
export type ConsoleLock = z.infer<typeof consoleLock>;

/** Names one page for which the passphrase was given: 128 bits, in hex. */
export const consoleSession = z.string().check(z.regex(/^[0-9a-f]{32}$/, "no session"));

/**
 * `none`: policy names no passphrase. `broken`: it names one in a way that cannot be used, so that nothing opens the record
 * until the policy is mended.
 */
export const consoleStanding = z.strictObject({
  lock: z.enum(["none", "passphrase", "broken"]),
  idleMinutes: z.int(),
});
export type ConsoleStanding = z.infer<typeof consoleStanding>;

/** `wait`: milliseconds until the next passphrase is tried; with the problem `wait` this one was not. */
export const consoleUnlocked = z.strictObject({
  problem: z.nullable(z.enum(["wrong", "wait", "none", "broken"])),
  wait: z.int(),
  /** Where there is no problem. */
  session: z.optional(consoleSession),
});
export type ConsoleUnlocked = z.infer<typeof consoleUnlocked>;
