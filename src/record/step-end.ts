import type { EndLine } from "../contract/record-entry.ts";
import { dayOf } from "./day.ts";
import { fail } from "./fault.ts";
import { nameMissing, nameUnsealed } from "./survey.ts";
import { holdSeat, iso, openDay } from "./walk.ts";
import type { Walk } from "./walk.ts";

/**
 * `text`: what the signature is of.
 * @throws {Broken} where the end tells of more, less or something else than what stands before it.
 */
export async function stepEnd(walk: Walk, found: EndLine, text: string): Promise<void> {
  const { end } = found;
  const { line } = walk;
  const here = { line, hash: found.hash, name: "the end" };
  holdSeat(walk, end.seat, "the end");
  walk.key ??= end.key;
  if (end.key !== walk.key) fail("key-changed", line, "the end is signed with another key");
  if (!(await walk.proof.isSigned(text, found.signature, end.key))) {
    fail("signature-wrong", line, "the end was not signed with the key of this seat");
  }
  if (walk.next < end.next) {
    await nameMissing(walk.lines, here, { from: walk.next, next: end.next });
  }
  if (walk.next > end.next) {
    fail("inserted", line, `there are ${walk.next} entries, and the end counts ${end.next}`);
  }
  if (end.head !== walk.head)
    fail("changed", walk.lineOfHead, `entry ${end.next - 1} is not the one that the end names`);
  if (walk.seals.length < end.seals) {
    await nameUnsealed(walk.lines, here, { number: walk.seals.length, date: walk.day ?? "the last day" });
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
  await openDay(walk, dayOf(end.at), here, false);
  if (end.expired > end.from)
    fail("inserted", line, `entries up to ${end.expired} are said to be removed, and some are here`);
  // Whoever exports all there is has the entry that tells why the beginning is gone: it is younger than what it removed.
  if (end.expired > 0 && end.from === end.expired && walk.expired < end.expired) {
    fail("removed", 1, `the entries before ${end.expired} are gone, and no entry tells that they were due`);
  }
  walk.keys.add(end.key);
  walk.end = found;
}
