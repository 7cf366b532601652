/**
 * Fetches the practice's sealed list from where the managed policy says. A file counts only if it has the SHA-256 that
 * the policy names, and opens with its key; until then the last good one stays. When to try again is on disk before an
 * attempt begins, so that a worker that is killed in the middle loses nothing.
 */
import type { FetchProblem, PatientsStanding } from "../contract/patients.ts";
import { fetchProblem } from "../contract/patients.ts";
import { z } from "../contract/zod.ts";
import { sha256Of } from "../patient-list/bytes.ts";
import type { Item } from "../platform/storage.ts";
import { backOff, dueAt, hopeless } from "./back-off.ts";
import { digest } from "./digest.ts";
import type { Patients } from "./patients.ts";
import type { NamedFile, ResolvedPatientList } from "./policy-patient-list.ts";

/** Setting `patients-fetch`: the attempts at one file. Instants in milliseconds since 1970. */
export const fetchState = z.nullable(
  z.strictObject({
    /** Digest of address, SHA-256 and key: another one is another file, or another chance for this one. */
    target: z.string(),
    failures: z.int(),
    triedAt: z.nullable(z.int()),
    problem: z.nullable(fetchProblem),
    /** Null: the file is here. */
    nextAt: z.nullable(z.int()),
  }),
);
export type FetchState = z.infer<typeof fetchState>;

export interface ListFetchParts {
  readPolicy(): Promise<ResolvedPatientList>;
  readonly patients: Pick<Patients, "take" | "managedId" | "inForce">;
  readonly kept: Item<FetchState>;
  download(address: string, signal: AbortSignal): Promise<{ file: Uint8Array } | { problem: FetchProblem }>;
  /** One alarm of the browser, which starts the worker. */
  readonly alarm: { set(at: number): Promise<void>; clear(): Promise<void> };
  /** Another list has been taken into use. */
  onTaken(): Promise<unknown>;
  now(): number;
  random(): number;
}

/**
 * `start`: the browser has started, so it is tried at once. `doubt`: the stored list cannot be used. `wake`: anything
 * else; tried if it is due, or if the policy names another file than before.
 */
type Why = "start" | "doubt" | "wake";

export interface ListFetch {
  /** Tries, or waits for its time, or does nothing: as the policy and what is kept say. Never rejects. */
  look(why: Why): Promise<void>;
  standing(): Promise<PatientsStanding["arrival"]>;
}

interface Target extends NamedFile {
  readonly name: string;
  readonly key: string | undefined;
}

export function createListFetch(parts: ListFetchParts): ListFetch {
  let last: Promise<void> = Promise.resolve();
  let running: { readonly name: string; readonly stop: AbortController } | undefined;
  let startIsDue = false;

  async function readTarget(): Promise<Target | "unsettled" | undefined> {
    const { named, key, unsettled } = await parts.readPolicy();
    if (unsettled) return "unsettled";
    if (typeof named === "string") return undefined;
    return { ...named, key, name: await digest(JSON.stringify([named.address, named.sha256, key ?? null])) };
  }

  /** What is done next looks at the policy anew: it may be another one by then. */
  async function lookNow(why: Why): Promise<void> {
    const target = await readTarget();
    if (target === "unsettled") {
      startIsDue ||= why === "start";
      return;
    }
    const isStart = why === "start" || startIsDue;
    startIsDue = false;
    const kept = await parts.kept.read();
    if (!target) {
      // At most seats nothing is ever named: that must not cost them a write whenever the worker starts.
      if (kept) await Promise.all([parts.kept.write(null), parts.alarm.clear()]);
      return;
    }
    const before = kept?.target === target.name ? kept : undefined;
    // A policy that named none for a moment has had it dropped.
    const isDropped = parts.patients.inForce().state === "awaited";
    const isHere = before !== undefined && before.nextAt === null && !isDropped;
    if (isHere && why === "wake" && !isStart) return;
    if ((await parts.patients.managedId()) === target.sha256) {
      await done(target, before?.triedAt ?? null);
      return;
    }
    const now = parts.now();
    const due = before?.nextAt == null ? now : dueAt(before.nextAt, now);
    if (due > now && !isStart) await parts.alarm.set(due);
    else await attempt(target, before?.failures ?? 0, before?.problem ?? null);
  }

  async function done(target: Target, triedAt: number | null): Promise<void> {
    await parts.kept.write({ target: target.name, failures: 0, triedAt, problem: null, nextAt: null });
    await parts.alarm.clear();
  }

  async function attempt(target: Target, failed: number, problem: FetchProblem | null): Promise<void> {
    const triedAt = parts.now();
    const fail = async (failures: number, what: FetchProblem | null): Promise<void> => {
      const nextAt = triedAt + backOff(failures, parts.random());
      await parts.kept.write({ target: target.name, failures, triedAt, problem: what, nextAt });
      await parts.alarm.set(nextAt);
    };
    await fail(failed + 1, problem);
    const stop = new AbortController();
    running = { name: target.name, stop };
    const outcome = await fetchFile(target, stop.signal);
    running = undefined;
    if (outcome === "overtaken") return;
    if (outcome === undefined) {
      await done(target, triedAt);
      await parts.onTaken();
    } else await fail(outcome.isFinal ? hopeless : failed + 1, outcome.problem);
  }

  async function fetchFile(
    target: Target,
    signal: AbortSignal,
  ): Promise<{ problem: FetchProblem; isFinal: boolean } | "overtaken" | undefined> {
    const got = await parts.download(target.address, signal);
    const now = await readTarget();
    if (typeof now !== "object" || now.name !== target.name) return "overtaken";
    if ("problem" in got) return { problem: got.problem, isFinal: false };
    const sha256 = await sha256Of(got.file);
    if (sha256 !== target.sha256) return { problem: "wrong-sha256", isFinal: false };
    try {
      const problem = await parts.patients.take(got.file, sha256, target.key);
      return problem && { problem, isFinal: true };
    } catch {
      // The disk is full, or the store is being upgraded.
      return { problem: "storage", isFinal: false };
    }
  }

  /** A download of what the policy does not name any more is given up. */
  async function stopOvertaken(): Promise<void> {
    if (!running) return;
    const target = await readTarget();
    if (typeof target !== "object" || target.name !== running?.name) running?.stop.abort();
  }

  return {
    look(why) {
      const mine = last.then(() => lookNow(why)).catch(() => undefined);
      last = mine;
      void stopOvertaken().catch(() => undefined);
      return mine;
    },
    async standing() {
      const { named } = await parts.readPolicy();
      if (named === "none") return null;
      const kept = await parts.kept.read();
      const { triedAt = null, problem = null, nextAt = null } = kept ?? {};
      return { triedAt, problem, nextAt };
    },
  };
}
