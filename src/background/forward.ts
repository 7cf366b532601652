/**
 * Sends the record to the collector that the managed policy names, as it grows. The queue is the record itself: what is kept is
 * how far the collector has it. Before an attempt begins, when to try again is on disk, and only an answer of success moves the
 * place, so that a worker that is killed in the middle loses nothing; an entry whose answer was lost is sent again, under the same
 * id.
 */
import { forwardProblem } from "../contract/forwarding.ts";
import type { ForwardProblem, ForwardStanding } from "../contract/forwarding.ts";
import { z } from "../contract/zod.ts";
import type { StoredLine } from "../platform/record-store.ts";
import type { Item } from "../platform/storage.ts";
import { dueAt } from "./back-off.ts";
import { digest } from "./digest.ts";
import { entriesLimit, toBatch } from "./forward-batch.ts";
import type { Batch } from "./forward-batch.ts";
import { forwardDelay } from "./forward-delay.ts";
import type { Collector, Posted } from "./forward-post.ts";

const instant = z.nullable(z.int());
const count = z.int().check(z.minimum(0));

/** Setting `forward`. Instants in milliseconds since 1970. */
export const forwardState = z.nullable(
  z.strictObject({
    /** Digest of address and token: another one is another chance. */
    target: z.string(),
    seat: z.string(),
    /** The collector has the entries before this one. */
    next: count,
    failures: count,
    triedAt: instant,
    sentAt: instant,
    problem: z.nullable(forwardProblem),
    /** Null: nothing waits for a time. */
    nextAt: instant,
    rejected: count,
    missing: count,
  }),
);
export type ForwardState = z.infer<typeof forwardState>;
type Kept = NonNullable<ForwardState>;

export interface ForwardParts {
  /** `unsettled`: not known yet. `away`: it is to be waited for. Undefined: nothing is to be sent. */
  readPolicy(): Promise<Collector | "unsettled" | "away" | undefined>;
  /** The seat, and `seq` of the entry that will be next. Undefined: there is no record yet. */
  readHead(): Promise<{ readonly seat: string; readonly next: number } | undefined>;
  /** The first entries from `from` on, in their order; those that are gone are passed over. */
  readEntries(from: number, most: number): Promise<readonly StoredLine[]>;
  readonly kept: Item<ForwardState>;
  post(collector: Collector, body: string): Promise<Posted>;
  /** One alarm of the browser, which starts the worker. */
  readonly alarm: { set(at: number): Promise<void>; clear(): Promise<void> };
  /** Of the extension. */
  readonly version: string;
  /** Most entries of a message; left out, `entriesLimit`. */
  readonly most?: number;
  now(): number;
  random(): number;
}

export interface Forward {
  /**
   * Sends what waits, or waits for its time, or does nothing: as the policy and what is kept say. For the start of the worker,
   * the alarm, an entry that was appended, and a change of the policy. Never rejects.
   */
  look(): Promise<void>;
  /** Null: the policy names no collector. */
  standing(): Promise<ForwardStanding | null>;
}

const fresh = (target: string, seat: string): Kept => ({
  target,
  seat,
  next: 0,
  failures: 0,
  triedAt: null,
  sentAt: null,
  problem: null,
  nextAt: null,
  rejected: 0,
  missing: 0,
});

/** Where the record goes at the moment, and how far it reaches. */
interface Aim {
  readonly collector: Collector;
  readonly target: string;
  readonly seat: string;
  readonly end: number;
}

export function createForward(parts: ForwardParts): Forward {
  let last: Promise<void> = Promise.resolve();
  /** Has not begun yet: whoever asks meanwhile is answered by it. */
  let queued: Promise<void> | undefined;
  /** Halved when a message was too large. */
  let most = parts.most ?? entriesLimit;

  async function readAim(): Promise<Aim | "unsettled" | "none"> {
    const collector = await parts.readPolicy();
    if (typeof collector !== "object") return collector === "unsettled" ? collector : "none";
    const head = await parts.readHead();
    if (!head) return "unsettled";
    const target = await digest(JSON.stringify([collector.address, collector.token ?? null]));
    return { collector, target, seat: head.seat, end: head.next };
  }

  /** The place goes on at another collector where it stopped at the last one; another record begins anew. */
  async function stateFor({ target, seat, end }: Aim): Promise<Kept> {
    const kept = await parts.kept.read();
    if (!kept || kept.seat !== seat || kept.next > end) return fresh(target, seat);
    return kept.target === target ? kept : { ...kept, target, failures: 0, problem: null, nextAt: null };
  }

  async function lookNow(): Promise<void> {
    const aim = await readAim();
    if (aim === "unsettled") return;
    if (aim === "none") return rest();
    const state = await stateFor(aim);
    const now = parts.now();
    const due = state.nextAt === null ? now : dueAt(state.nextAt, now);
    if (due > now) await parts.alarm.set(due);
    else await sendAll(state);
  }

  /** At most seats nothing is ever forwarded: that must not cost them a write whenever the worker starts. */
  async function rest(): Promise<void> {
    const kept = await parts.kept.read();
    if (kept && kept.nextAt !== null) await settle(kept);
  }

  /** One message after the other, until nothing waits or one is not taken. */
  async function sendAll(from: Kept): Promise<void> {
    let state: Kept | undefined = from;
    while (state) {
      const aim = await readAim();
      // Whoever changed policy or record asks for another look.
      if (typeof aim !== "object" || aim.target !== state.target || aim.seat !== state.seat) return;
      state = await sendNext(state, aim);
    }
  }

  /** What to go on with; undefined: nothing waits, or it has to wait for its time. */
  async function sendNext(state: Kept, aim: Aim): Promise<Kept | undefined> {
    if (state.next >= aim.end) {
      if (state.nextAt !== null || state.problem !== null) await settle({ ...state, problem: null });
      return undefined;
    }
    const entries = await parts.readEntries(state.next, most);
    if (entries.length === 0) {
      // They are gone without having been sent.
      await settle({ ...state, next: aim.end, missing: state.missing + aim.end - state.next });
      return undefined;
    }
    const now = parts.now();
    const about = { seat: aim.seat, from: state.next, version: parts.version, now };
    const batch = toBatch(entries, about);
    const begun = await waitFor({ ...state, failures: state.failures + 1, triedAt: now }, state.problem);
    const posted = await parts.post(aim.collector, batch.body);
    if (posted.taken) return taken({ ...state, nextAt: begun.nextAt, triedAt: now }, batch, posted.rejected);
    if (posted.problem === "too-large" && batch.count > 1) {
      most = Math.max(1, Math.floor(batch.count / 2));
      return { ...begun, failures: state.failures };
    }
    await waitFor(begun, posted.problem, posted.retryAfter);
    return undefined;
  }

  async function taken(state: Kept, batch: Batch, rejected: number): Promise<Kept | undefined> {
    const sent: Kept = {
      ...state,
      next: batch.next,
      failures: 0,
      sentAt: parts.now(),
      problem: null,
      rejected: state.rejected + Math.min(rejected, batch.count),
      missing: state.missing + batch.missing,
    };
    const aim = await readAim();
    if (typeof aim === "object" && sent.next >= aim.end) {
      await settle(sent);
      return undefined;
    }
    // The alarm that was set for this message stands for the next one too.
    await parts.kept.write(sent);
    return sent;
  }

  /** Nothing waits. */
  async function settle(state: Kept): Promise<void> {
    await parts.kept.write({ ...state, nextAt: null });
    await parts.alarm.clear();
  }

  async function waitFor(state: Kept, problem: ForwardProblem | null, retryAfter?: number): Promise<Kept> {
    const delay = forwardDelay({ failures: state.failures, problem, retryAfter }, parts.random());
    const waits = { ...state, problem, nextAt: parts.now() + delay };
    await parts.kept.write(waits);
    await parts.alarm.set(waits.nextAt);
    return waits;
  }

  /** The store did not answer, or is full: the place is where it was. */
  async function stumble(): Promise<void> {
    const kept = await parts.kept.read();
    if (kept) await waitFor({ ...kept, failures: kept.failures + 1 }, "storage");
  }

  return {
    look() {
      if (queued) return queued;
      const mine = last
        .then(() => {
          queued = undefined;
          return lookNow();
        })
        .catch(() => stumble())
        .catch(() => undefined);
      queued = mine;
      last = mine;
      return mine;
    },
    async standing() {
      const collector = await parts.readPolicy();
      if (collector === undefined || collector === "unsettled") return null;
      const [head, kept] = [await parts.readHead(), await parts.kept.read()];
      const isOfThis = kept && (!head || kept.seat === head.seat);
      const { next, triedAt, sentAt, problem, nextAt, rejected, missing } = isOfThis ? kept : fresh("", "");
      const waiting = Math.max(0, (head?.next ?? next) - next);
      const told =
        collector === "away" ? { problem: "policy-away" as const, nextAt: null } : { problem, nextAt };
      return { next, waiting, triedAt, sentAt, rejected, missing, ...told };
    },
  };
}
