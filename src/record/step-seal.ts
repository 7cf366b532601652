import type { Seal, SealLine } from "../contract/record-entry.ts";
import { dayAfter } from "./day.ts";
import { fail } from "./fault.ts";
import { nameMissing, nameUnsealed } from "./survey.ts";
import { holdSeat, iso } from "./walk.ts";
import type { Walk } from "./walk.ts";

/**
 * `text`: what the signature is of.
 * @throws {Broken} where the seal is not the next one, or is not of the entries that stand before it.
 */
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
  const isAbsent = await holdEntries(walk, seal, hash, name);
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
    await nameUnsealed(walk.lines, { line, hash, name }, { number: expected, date });
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
async function holdEntries(walk: Walk, seal: Seal, hash: string, name: string): Promise<boolean> {
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
    await nameMissing(walk.lines, { line, hash, name }, { from: walk.next, next });
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
