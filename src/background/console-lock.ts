/**
 * Who may read the record through the worker. Where policy names the officer's passphrase, a page has to give it, and gets a
 * session of its own: a random name, good for some minutes after each use. Nothing of the passphrase is kept.
 */
import { consoleSession, usualIdleMinutes } from "../contract/console-lock.ts";
import type { ConsoleLock, ConsoleStanding, ConsoleUnlocked } from "../contract/console-lock.ts";
import type { Code } from "../contract/messages.ts";
import { z } from "../contract/zod.ts";
import { randomBytes, toHex } from "../patient-list/bytes.ts";
import type { Item } from "../platform/storage.ts";
import { opensConsole } from "../record/console-lock.ts";
import { createTurns } from "./in-turn.ts";
import { waitAfter } from "./patients-state.ts";
import type { Tries } from "./patients-state.ts";
import type { ResolvedPolicy } from "./policy.ts";
import type { Recorder } from "./record.ts";
import type { Room } from "./record-room.ts";

/** `storage.session`. `until`: milliseconds since 1970; `verifier`: of the lock that was opened, as policy had it. */
export const consoleSessions = z.array(
  z.strictObject({ session: consoleSession, verifier: z.string(), until: z.int() }),
);
export type ConsoleSessions = z.infer<typeof consoleSessions>;

/** More than anybody has pages of it. */
const mostSessions = 8;

export interface ConsoleLockParts {
  readPolicy(): Promise<Pick<ResolvedPolicy, "policy" | "states" | "faults" | "source">>;
  readonly record: Pick<Recorder, "add">;
  readonly room: Pick<Room, "note">;
  /** Outlives the browser, so that a restart gives no more tries. */
  readonly tries: Item<Tries>;
  readonly sessions: Item<ConsoleSessions>;
  readonly now: () => number;
}

export interface ConsoleGuard {
  standing(): Promise<ConsoleStanding | undefined>;
  /** Undefined: the record may be told to whoever names this session, which it keeps for some minutes more. */
  refuses(session: string | undefined): Promise<Code | undefined>;
  /** An opened session is on record before it is named. */
  unlock(passphrase: string): Promise<ConsoleUnlocked | undefined>;
  /** False: there was no such session. */
  lock(session: string): Promise<boolean>;
}

type Lock = ConsoleLock | "none" | "broken";

export function createConsoleGuard(parts: ConsoleLockParts): ConsoleGuard {
  const { tries, sessions, now } = parts;
  const alone = createTurns();

  /** Undefined: nobody knows yet whether there is a policy. */
  async function inForce(): Promise<Lock | undefined> {
    const { policy, faults, source } = await parts.readPolicy();
    if (source === "awaited") return undefined;
    if (policy.consoleLock) return policy.consoleLock;
    // It was meant to be locked, and nothing says with what.
    return faults.some(({ path }) => path.split(".")[0] === "consoleLock") ? "broken" : "none";
  }

  /** Those that still count; of one that has come to its end the record is told. */
  async function open(lock: ConsoleLock): Promise<ConsoleSessions> {
    const known = await sessions.read();
    const left = known.filter(
      ({ verifier, until }) =>
        // A clock that was set back must keep nothing open.
        verifier === lock.verifier && until > now() && until <= now() + idleMs(lock),
    );
    if (left.length === known.length) return known;
    await sessions.write(left);
    await parts.room.note(locked);
    return left;
  }

  return {
    async standing() {
      const lock = await inForce();
      if (lock === undefined) return undefined;
      if (typeof lock === "string") return { lock, idleMinutes: usualIdleMinutes };
      return { lock: "passphrase", idleMinutes: lock.idleMinutes ?? usualIdleMinutes };
    },
    refuses: (session) =>
      alone(async () => {
        const lock = await inForce();
        if (lock === undefined) return "not-ready";
        if (lock === "none") return undefined;
        if (lock === "broken" || session === undefined) return "not-allowed";
        const known = await open(lock);
        if (!known.some((one) => one.session === session)) return "not-allowed";
        const until = now() + idleMs(lock);
        await sessions.write(known.map((one) => (one.session === session ? { ...one, until } : one)));
        return undefined;
      }),
    unlock: (passphrase) =>
      alone(async () => {
        const lock = await inForce();
        if (lock === undefined) return undefined;
        if (typeof lock === "string") return { problem: lock, wait: 0 };
        const before = await tries.read();
        // A clock that was set back must not lock a person out.
        const wait = Math.min(before.until - now(), waitAfter(before.wrong));
        if (wait > 0) return { problem: "wait", wait };
        if (!(await opensConsole(lock, passphrase))) {
          const wrong = before.wrong + 1;
          const longer = waitAfter(wrong);
          await tries.write({ wrong, until: now() + longer });
          await parts.room.note({ kind: "unlock", what: "console", result: "refused" });
          return { problem: "wrong", wait: longer };
        }
        const known = await open(lock);
        await parts.record.add({ kind: "unlock", what: "console", result: "opened" });
        const session = toHex(randomBytes(16));
        const opened = { session, verifier: lock.verifier, until: now() + idleMs(lock) };
        await sessions.write([...known.slice(1 - mostSessions), opened]);
        await tries.write({ wrong: 0, until: 0 });
        return { problem: null, wait: 0, session };
      }),
    lock: (session) =>
      alone(async () => {
        const known = await sessions.read();
        const left = known.filter((one) => one.session !== session);
        if (left.length === known.length) return false;
        await sessions.write(left);
        await parts.room.note(locked);
        return true;
      }),
  };
}

const locked = { kind: "unlock", what: "console", result: "locked" } as const;

const idleMs = ({ idleMinutes = usualIdleMinutes }: ConsoleLock): number => idleMinutes * 60_000;
