/**
 * Sends the record to the collector that the managed policy names, as it grows. The queue is the record itself: what is kept is
 * how far the collector has it. Before an attempt begins, when to try again is on disk, and only an answer of success moves the
 * place, so that a worker that is killed in the middle loses nothing; an entry whose answer was lost is sent again, under the same
 * id.
 */
import type { ForwardProblem, ForwardStanding } from "../contract/forwarding.ts";
import type { StoredLine } from "../platform/record-store.ts";
import type { Item } from "../platform/storage.ts";
import { dueAt } from "./back-off.ts";
import { digest } from "./digest.ts";
import { entriesLimit, toBatch, toEndMessage } from "./forward-batch.ts";
import type { Batch } from "./forward-batch.ts";
import { forwardDelay } from "./forward-delay.ts";
import type { Collector, Posted } from "./forward-post.ts";
import { freshState, isAgainstAll, withTurnedAway } from "./forward-state.ts";
import type { ForwardState, Kept } from "./forward-state.ts";

export interface ForwardParts {
  /** `unsettled`: not known yet. `away`: it is to be waited for. Undefined: nothing is to be sent. */
  readPolicy(): Promise<Collector | "unsettled" | "away" | undefined>;
  /** The seat, `seq` of the entry that will be next, and how many seals there are. Undefined: there is no record yet. */
  readHead(): Promise<{ readonly seat: string; readonly next: number; readonly seals: number } | undefined>;
  /** The first entries from `from` on, in their order; those that are gone are passed over. */
  readEntries(from: number, most: number): Promise<readonly StoredLine[]>;
  /** Lines of the seals from this number on. */
  readSeals(from: number): Promise<readonly string[]>;
  /** The last line of an export of all there is, signed now. */
  readEnd(): Promise<string>;
  readonly kept: Item<ForwardState>;
  post(collector: Collector, body: string): Promise<Posted>;
  /** One alarm of the browser, which starts the worker. */
  readonly alarm: { set(at: number): Promise<void>; clear(): Promise<void> };
  /** Of the extension. */
  readonly version: string;
  /** Most entries and seals of a message; left out, `entriesLimit`. */
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

/** Where the record goes at the moment, and how far it reaches. */
interface Aim {
  readonly collector: Collector;
  readonly target: string;
  readonly seat: string;
  readonly end: number;
  readonly seals: number;
}

const areSent = (state: Kept, aim: Aim): boolean => state.next >= aim.end && state.seals >= aim.seals;
const isAllSent = (state: Kept, aim: Aim): boolean => areSent(state, aim) && state.ended > aim.seals;

export function createForward(parts: ForwardParts): Forward {
  let last: Promise<void> = Promise.resolve();
  /** Has not begun yet: whoever asks meanwhile is answered by it. */
  let queued: Promise<void> | undefined;
  /** Halved when a message was too large. */
  let most = parts.most ?? entriesLimit;
  /** While one is looked for that the collector objects to: most records of a message. */
  let narrow: number | undefined;
  let withStandIn = false;

  async function readAim(): Promise<Aim | "unsettled" | "none"> {
    const collector = await parts.readPolicy();
    if (typeof collector !== "object") return collector === "unsettled" ? collector : "none";
    const head = await parts.readHead();
    if (!head) return "unsettled";
    const target = await digest(JSON.stringify([collector.address, collector.token ?? null]));
    return { collector, target, seat: head.seat, end: head.next, seals: head.seals };
  }

  /** The place goes on at another collector where it stopped at the last one; another record begins anew. */
  async function stateFor({ target, seat, end, seals }: Aim): Promise<Kept> {
    const kept = await parts.kept.read();
    const isOfThis = kept && kept.seat === seat && kept.next <= end && kept.seals <= seals;
    if (!isOfThis) return freshState(target, seat);
    return kept.target === target ? kept : { ...kept, target, failures: 0, problem: null, nextAt: null };
  }

  async function lookNow(): Promise<void> {
    const aim = await readAim();
    if (aim === "unsettled") return;
    if (aim === "none") return rest();
    const state = await stateFor(aim);
    // It was of one entry, at one collector.
    withStandIn = false;
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
    if (isAllSent(state, aim)) {
      if (state.nextAt !== null || state.problem !== null) await settle({ ...state, problem: null });
      return undefined;
    }
    if (areSent(state, aim)) return sendEnd(state, aim);
    const limit = narrow ?? most;
    const entries = state.next < aim.end ? await parts.readEntries(state.next, limit) : [];
    if (entries.length === 0 && state.next < aim.end) {
      // They are gone without having been sent.
      return keep({ ...state, next: aim.end, missing: state.missing + aim.end - state.next });
    }
    const seals = state.seals < aim.seals ? await parts.readSeals(state.seals) : [];
    const { next, seals: sealed } = state;
    const about = { seat: aim.seat, next, seals: sealed, version: parts.version, now: parts.now() };
    const batch = toBatch(entries, seals, { ...about, most: limit, withStandIn });
    if (batch.count === 0) return keep({ ...state, seals: aim.seals });
    const { begun, posted } = await attempt(state, aim, batch.body);
    if (posted.taken)
      return taken({ ...state, nextAt: begun.nextAt, triedAt: begun.triedAt }, batch, posted.rejected);
    if (posted.problem === "too-large" && batch.count > 1) {
      most = Math.max(1, Math.floor(batch.count / 2));
      return { ...begun, failures: state.failures };
    }
    if (posted.problem === "unfit" && closeIn(state, batch)) return { ...begun, failures: state.failures };
    withStandIn = false;
    await waitFor(begun, posted.problem, posted.retryAfter);
    return undefined;
  }

  /** When to try again is on disk before anything is sent. */
  async function attempt(state: Kept, aim: Aim, body: string): Promise<{ begun: Kept; posted: Posted }> {
    const tried = { ...state, failures: state.failures + 1, triedAt: parts.now() };
    const begun = await waitFor(tried, state.problem);
    return { begun, posted: await parts.post(aim.collector, body) };
  }

  /**
   * Looks for the one that the collector objects to, so that it does not hold up the others; in its place goes that there is
   * one. False: it is tried no further, since that is not taken either, or no more than that ever is.
   */
  function closeIn(state: Kept, batch: Batch): boolean {
    if (withStandIn || isAgainstAll(state.turnedAway, state.next)) return false;
    if (batch.count > 1) narrow = Math.floor(batch.count / 2);
    else withStandIn = true;
    return true;
  }

  async function taken(state: Kept, batch: Batch, rejected: number): Promise<Kept> {
    const count = withStandIn ? 1 : Math.min(rejected, batch.count);
    if (withStandIn) narrow = undefined;
    withStandIn = false;
    const place = { from: state.next, next: batch.next, count: Math.min(count, batch.next - state.next) };
    return keep({
      ...state,
      next: batch.next,
      seals: batch.seals,
      failures: 0,
      sentAt: parts.now(),
      problem: null,
      rejected: state.rejected + count,
      missing: state.missing + batch.missing,
      turnedAway: place.count > 0 ? withTurnedAway(state.turnedAway, place) : state.turnedAway,
    });
  }

  /** With it, what the collector has by now can be verified. */
  async function sendEnd(state: Kept, aim: Aim): Promise<Kept | undefined> {
    const { begun, posted } = await attempt(state, aim, toEndMessage(await parts.readEnd(), parts.version));
    // The next one says all that this one does.
    const isPassedOver = !posted.taken && posted.problem === "unfit";
    if (!posted.taken && !isPassedOver) {
      await waitFor(begun, posted.problem, posted.retryAfter);
      return undefined;
    }
    const rejected = state.rejected + (posted.taken ? Math.min(posted.rejected, 1) : 1);
    const { nextAt, triedAt } = begun;
    const sent = { ...state, nextAt, triedAt, ended: aim.seals + 1, failures: 0, problem: null, rejected };
    return keep(posted.taken ? { ...sent, sentAt: parts.now() } : sent);
  }

  /** The alarm that was set for this message stands for the next one too. */
  async function keep(sent: Kept): Promise<Kept> {
    const aim = await readAim();
    if (typeof aim === "object" && isAllSent(sent, aim)) return settle(sent);
    await parts.kept.write(sent);
    return sent;
  }

  /** Nothing waits. */
  async function settle(state: Kept): Promise<Kept> {
    const settled = { ...state, nextAt: null };
    await parts.kept.write(settled);
    await parts.alarm.clear();
    return settled;
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
      const { next, triedAt, sentAt, problem, nextAt, ...counted } = isOfThis ? kept : freshState("", "");
      const { rejected, missing, turnedAway } = counted;
      const waiting = Math.max(0, (head?.next ?? next) - next);
      const told =
        collector === "away" ? { problem: "policy-away" as const, nextAt: null } : { problem, nextAt };
      return { next, waiting, triedAt, sentAt, rejected, turnedAway, missing, ...told };
    },
  };
}
