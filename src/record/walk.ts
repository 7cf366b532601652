/** One step of the verifier for each kind of line. What has been read is in order, or `Broken` was thrown. */
import { noHash } from "../contract/record-entry.ts";
import type { EndLine, EntryLine, RecordEnd, Seal, SealLine } from "../contract/record-entry.ts";
import { dayAfter, dayOf } from "./day.ts";
import { fail } from "./fault.ts";
import type { Checking } from "./proof.ts";
import { nameMisplaced, nameMissing, nameUnsealed } from "./survey.ts";
import type { Lines } from "./survey.ts";

export interface SealSeen {
  readonly number: number;
  readonly date: string;
  readonly hash: string;
}

export interface Walk {
  readonly lines: Lines;
  readonly proof: Checking;
  /** Steps back of the clock that are accepted, by the `seq` of their `clock` entries. */
  readonly accepted: ReadonlySet<number>;
  /** What the file's last line says; it is proven when it is reached. */
  readonly claim: RecordEnd | undefined;
  line: number;
  seat: string | undefined;
  /** In force, and announced in the open day. */
  key: string | undefined;
  announced: string | undefined;
  /** Of the chain so far. */
  next: number;
  head: string;
  at: number;
  /** `seq` of the first entry in the file. */
  from: number | undefined;
  lineOfHead: number;
  /** The open day; undefined: nothing told it yet. */
  day: string | undefined;
  first: number;
  back: boolean;
  readonly seals: SealSeen[];
  sealed: string;
  /** How many entries may be gone, as `expiry` entries tell. */
  expired: number;
  /** Those that have signed. */
  readonly keys: Set<string>;
  end: EndLine | undefined;
}

export function newWalk(parts: Pick<Walk, "lines" | "proof" | "accepted" | "claim">): Walk {
  return {
    ...parts,
    line: 0,
    seat: undefined,
    key: undefined,
    announced: undefined,
    next: 0,
    head: noHash,
    at: 0,
    from: undefined,
    lineOfHead: 0,
    day: undefined,
    first: 0,
    back: false,
    seals: [],
    sealed: noHash,
    expired: 0,
    keys: new Set(),
    end: undefined,
  };
}

function holdSeat(walk: Walk, seat: string, of: string): void {
  walk.seat ??= seat;
  if (walk.seat !== seat) fail("inserted", walk.line, `${of} is of another seat`);
}

export async function stepEntry(walk: Walk, { entry, hash }: EntryLine): Promise<void> {
  const { line } = walk;
  const name = `entry ${entry.seq}`;
  holdSeat(walk, entry.seat, name);
  if (entry.seq !== walk.next || entry.previous !== walk.head) {
    await nameMisplaced(walk.lines, {
      line,
      seq: entry.seq,
      hash,
      expected: walk.next,
      lineBefore: walk.lineOfHead,
      sealedBefore: walk.next > 0 && walk.first === walk.next,
    });
  }
  if ((entry.seq === 0) !== (entry.kind === "first")) {
    fail(
      "inserted",
      line,
      `${name} is of the kind ${entry.kind}: a record begins with its first entry, and has one`,
    );
  }
  if (entry.at < walk.at) {
    const told = entry.kind === "clock" && entry.was === walk.at;
    if (!told || !walk.accepted.has(entry.seq)) {
      const how = told ? ", and tells so itself" : "";
      fail("clock-back", line, `${name} is of ${iso(entry.at)}, after ${iso(walk.at)}${how}`);
    }
  }
  await openDay(walk, dayOf(entry.at), name, entry.kind === "clock");
  if (entry.kind === "first") walk.key = entry.key;
  if (entry.kind === "key-change") walk.announced = entry.key;
  if (entry.kind === "expiry") walk.expired = Math.max(walk.expired, entry.before);
  walk.from ??= entry.seq;
  walk.next = entry.seq + 1;
  walk.head = hash;
  walk.at = entry.at;
  walk.lineOfHead = line;
}

/** Holds a line's day against the open one: a day that has ended must have been sealed. */
async function openDay(walk: Walk, day: string, name: string, mayGoBack: boolean): Promise<void> {
  walk.day ??= day;
  if (day === walk.day) return;
  const { line, seals } = walk;
  const unsealed = { line, number: seals.length, date: walk.day, before: name };
  if (day > walk.day) await nameUnsealed(walk.lines, unsealed);
  // Within the slack of a clock, time may stand in a day that is sealed: the open one counts.
  if (!mayGoBack) fail("clock-back", line, `${name} is of ${day}, which was sealed before`);
  if (walk.next > walk.first) await nameUnsealed(walk.lines, unsealed);
  walk.day = day;
  walk.back = true;
}

export async function stepSeal(walk: Walk, { seal, hash, signature }: SealLine, text: string): Promise<void> {
  const { line } = walk;
  const name = `seal ${seal.number} (${seal.date})`;
  holdSeat(walk, seal.seat, name);
  walk.key ??= seal.key;
  if (seal.key !== walk.key) {
    fail(
      "key-changed",
      line,
      `${name} is signed with another key, which no entry under the old one announced`,
    );
  }
  if (!(await walk.proof.isSigned(text, signature, seal.key))) {
    fail("signature-wrong", line, `${name} was not signed with the key of this seat`);
  }
  await holdNumber(walk, seal, hash, name);
  const isAbsent = await holdEntries(walk, seal, name);
  holdDate(walk, seal, name, isAbsent);
  if (seal.closed < walk.at && !(isAbsent && seal.back === true)) {
    fail("clock-back", line, `${name} was closed ${iso(seal.closed)}, after ${iso(walk.at)}`);
  }
  if (!isAbsent && seal.next !== walk.announced) {
    fail("key-changed", line, `${name} hands over to another key than the entries of its day announce`);
  }
  walk.keys.add(seal.key);
  walk.key = seal.next ?? seal.key;
  walk.announced = undefined;
  walk.next = seal.first + seal.count;
  walk.head = seal.head;
  walk.at = seal.closed;
  walk.day = dayAfter(seal.date);
  walk.first = walk.next;
  walk.back = false;
  walk.seals.push({ number: seal.number, date: seal.date, hash });
  walk.sealed = hash;
}

async function holdNumber(walk: Walk, seal: Seal, hash: string, name: string): Promise<void> {
  const { line, seals } = walk;
  const expected = seals.length;
  if (seal.number > expected) {
    const date = walk.day ?? "an earlier day";
    await nameUnsealed(walk.lines, { line, number: expected, date, before: name });
  }
  if (seal.number < expected) {
    if (seals[seal.number]?.hash === hash) {
      fail("repeated", line, `${name} stands here again, where seal ${expected} belongs`);
    }
    fail("forked", line, `there are two seals ${seal.number}, both signed by this seat`);
  }
  if (seal.previous !== walk.sealed) {
    fail("forked", line, `${name} follows another seal ${seal.number - 1}`);
  }
}

/** True: the day has entries, and this export holds none of them. */
async function holdEntries(walk: Walk, seal: Seal, name: string): Promise<boolean> {
  const { line } = walk;
  if (seal.first !== walk.first) {
    fail(
      "forked",
      line,
      `${name} begins with entry ${seal.first}, and the seal before ended with ${walk.first - 1}`,
    );
  }
  const next = seal.first + seal.count;
  const mayBeAbsent = walk.from === undefined && (walk.claim === undefined || next <= walk.claim.from);
  if (walk.next < next && !mayBeAbsent) {
    await nameMissing(walk.lines, { line, from: walk.next, next, by: name });
  }
  if (walk.next > next) {
    fail(
      "inserted",
      line,
      `there are ${walk.next - seal.first} entries before ${name}, which counts ${seal.count}`,
    );
  }
  const isHere = walk.from !== undefined || seal.count === 0;
  if (isHere && seal.head !== walk.head) {
    fail("changed", line, `${name} closes with another entry ${next - 1} than the one that stands before it`);
  }
  return walk.from === undefined;
}

function holdDate(walk: Walk, seal: Seal, name: string, isAbsent: boolean): void {
  const { line, day } = walk;
  const isBack = seal.back === true;
  if (isAbsent ? isBack : isBack === walk.back && seal.date === day) return;
  if (day === undefined || seal.date === day) {
    if (isBack === walk.back) return;
    fail("clock-back", line, `${name} tells of a clock that was set back, and no entry does`);
  }
  if (seal.date > day)
    fail("seal-missing", line, `after ${day}, which ${name} passes over, there is no seal`);
  fail("clock-back", line, `${name} is of a day before ${day}`);
}

export async function stepEnd(walk: Walk, found: EndLine, text: string): Promise<void> {
  const { end } = found;
  const { line } = walk;
  holdSeat(walk, end.seat, "the end");
  walk.key ??= end.key;
  if (end.key !== walk.key) fail("key-changed", line, "the end is signed with another key");
  if (!(await walk.proof.isSigned(text, found.signature, end.key))) {
    fail("signature-wrong", line, "the end was not signed with the key of this seat");
  }
  if (walk.next < end.next) {
    await nameMissing(walk.lines, { line, from: walk.next, next: end.next, by: "the end" });
  }
  if (walk.next > end.next) {
    fail("inserted", line, `there are ${walk.next} entries, and the end counts ${end.next}`);
  }
  if (end.head !== walk.head)
    fail("changed", walk.lineOfHead, `entry ${end.next - 1} is not the one that the end names`);
  if (walk.seals.length < end.seals) {
    const missing = { line, number: walk.seals.length, date: walk.day ?? "the last day", before: "the end" };
    await nameUnsealed(walk.lines, missing);
  }
  if (end.seals !== walk.seals.length || end.sealed !== walk.sealed) {
    fail(
      "forked",
      line,
      `the end names another seal ${end.seals - 1} than the last one that stands before it`,
    );
  }
  const from = walk.from ?? end.next;
  if (from !== end.from)
    fail("removed", 1, `the entries begin with ${from}, and the end says with ${end.from}`);
  if (end.at < walk.at) fail("clock-back", line, `the end is of ${iso(end.at)}, after ${iso(walk.at)}`);
  await openDay(walk, dayOf(end.at), "the end", false);
  if (end.expired > end.from)
    fail("inserted", line, `entries up to ${end.expired} are said to be removed, and some are here`);
  // Whoever exports all there is has the entry that tells why the beginning is gone: it is younger than what it removed.
  if (end.expired > 0 && end.from === end.expired && walk.expired < end.expired) {
    fail("removed", 1, `the entries before ${end.expired} are gone, and no entry tells that they were due`);
  }
  walk.keys.add(end.key);
  walk.end = found;
}

const iso = (at: number): string => new Date(at).toISOString();
