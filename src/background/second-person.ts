/**
 * A colleague's agreement to a draft, without a server: the six digits that their authenticator app shows (TOTP, RFC 6238
 * with its defaults: SHA-1, 30 s), checked against the secrets of the managed policy. No page ever sees a secret.
 */
import { hmac } from "@noble/hashes/hmac.js";
import { sha1 } from "@noble/hashes/legacy.js";
// Without the hashes that nobody here uses, which are two thirds of it.
import { Secret, TOTP } from "otpauth/bare";
import type { Approver } from "../contract/policy-lists.ts";
import { z } from "../contract/zod.ts";
import type { Draft } from "../engine/model.ts";
import type { Item } from "../platform/storage.ts";
import { backOff, dueAt } from "./back-off.ts";
import { digest } from "./digest.ts";
import { createTurns } from "./in-turn.ts";

/** Outlives the browser, so that a restart gives no more tries. */
export const codeTries = z.strictObject({
  /** Wrong codes in a row. */
  wrong: z.int(),
  /** Until then no code is tried. Milliseconds since 1970. */
  until: z.int(),
  /** By the approver's name the 30 s step of the last code that was taken: no older one is, nor that one again. */
  taken: z.record(z.string(), z.int()),
});
export type CodeTries = z.infer<typeof codeTries>;
export const noTries: CodeTries = { wrong: 0, until: 0, taken: {} };

/** Ends with the browser. `draft` is a digest: no text. */
export const codeAnswers = z.array(
  z.strictObject({
    id: z.string(),
    draft: z.string(),
    /** Who agreed; null: the code was not taken. */
    name: z.nullable(z.string()),
    problem: z.nullable(z.enum(["wrong", "used"])),
  }),
);
export type CodeAnswers = z.infer<typeof codeAnswers>;

export interface Approval {
  readonly problem: "wrong" | "used" | "wait" | null;
  /** Milliseconds. */
  readonly wait: number;
}

export interface SecondPersonParts {
  readonly tries: Item<CodeTries>;
  readonly answers: Item<CodeAnswers>;
  now(): number;
}

export interface SecondPerson {
  /** Rejects, and takes nothing, where what is kept can be neither read nor written. */
  approve(id: string, draft: Draft, code: string, approvers: readonly Approver[]): Promise<Approval>;
  /** Who has agreed to exactly this draft under this id. */
  approverOf(id: string, draft: Draft): Promise<string | undefined>;
}

const period = 30;
/** Steps to either side: clocks differ, and somebody reads the digits out (RFC 6238, section 5.2). */
const window = 1;
/** Slips of the hand that cost no wait. */
const freeTries = 3;
/** More than a page can have under way. */
const answersKept = 50;

export function createSecondPerson(parts: SecondPersonParts): SecondPerson {
  const { tries, answers } = parts;
  /** One code at a time: two tabs must not be let in by the same. */
  const alone = createTurns();

  async function decide(code: string, approvers: readonly Approver[]): Promise<Decided> {
    const at = parts.now();
    const kept = await tries.read();
    const wait = waitAt(kept, at);
    if (wait > 0) return { name: null, problem: "wait", wait };
    const owners = stepsOf(code, approvers, at);
    const fresh = owners.find(({ name, step }) => step > (kept.taken[name] ?? -1));
    if (fresh) {
      const taken = { ...kept.taken, [fresh.name]: fresh.step };
      await tries.write({ wrong: 0, until: 0, taken });
      return { name: fresh.name, problem: null, wait: 0 };
    }
    // A code that was right a moment ago is no guess.
    if (owners.length > 0) return { name: null, problem: "used", wait: 0 };
    const wrong = kept.wrong + 1;
    const next = wrong > freeTries ? backOff(wrong - freeTries, 0) : 0;
    await tries.write({ ...kept, wrong, until: at + next });
    return { name: null, problem: "wrong", wait: next };
  }

  async function once(
    id: string,
    draft: Draft,
    code: string,
    approvers: readonly Approver[],
  ): Promise<Approval> {
    const seen = await answers.read();
    const named = await nameOf(id, draft);
    const before = seen.find((one) => one.id === id && one.draft === named);
    if (before) {
      return { problem: before.problem, wait: before.problem ? waitAt(await tries.read(), parts.now()) : 0 };
    }
    const { name, problem, wait } = await decide(code, approvers);
    if (problem !== "wait")
      await answers.write([...seen.slice(1 - answersKept), { id, draft: named, name, problem }]);
    return { problem, wait };
  }

  return {
    approve: (id, draft, code, approvers) => alone(() => once(id, draft, code, approvers)),
    async approverOf(id, draft) {
      const named = await nameOf(id, draft);
      const found = (await answers.read()).find((one) => one.id === id && one.draft === named);
      return found?.name ?? undefined;
    },
  };
}

interface Decided extends Approval {
  readonly name: string | null;
}

const waitAt = ({ wrong, until }: CodeTries, at: number): number =>
  wrong > freeTries ? Math.max(0, dueAt(until, at) - at) : 0;

/** Everybody whose app shows this code about now, and the step at which it does. */
function stepsOf(code: string, approvers: readonly Approver[], at: number): { name: string; step: number }[] {
  const current = TOTP.counter({ period, timestamp: at });
  return approvers.flatMap(({ name, secret }) => {
    const totp = new TOTP({
      secret: Secret.fromBase32(secret),
      algorithm: "SHA1",
      digits: 6,
      period,
      hmac: (_name, key, message) => hmac(sha1, key, message),
    });
    const delta = totp.validate({ token: code, timestamp: at, window });
    return delta === null ? [] : [{ name, step: current + delta }];
  });
}

/** With the id in it, so that equal drafts have nothing in common. */
const nameOf = (id: string, { text, site, surface, thread, attachments }: Draft): Promise<string> =>
  digest(
    JSON.stringify([
      id,
      text,
      site,
      surface,
      thread ? [thread.author, thread.text] : null,
      (attachments ?? []).map(({ kind, name, attested }) => [kind, name, attested ?? false]),
    ]),
  );
