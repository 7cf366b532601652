import type { EntryLine } from "../contract/record-entry.ts";
import { dayOf } from "./day.ts";
import { fail } from "./fault.ts";
import { nameMisplaced } from "./survey.ts";
import { holdSeat, iso, openDay } from "./walk.ts";
import type { Walk } from "./walk.ts";

/** @throws {Broken} where the entry does not follow what stands before it. */
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
  await openDay(walk, dayOf(entry.at), { line, hash, name }, entry.kind === "clock");
  if (entry.kind === "first") walk.key = entry.key;
  if (entry.kind === "key-change") walk.announced = entry.key;
  if (entry.kind === "expiry") walk.expired = Math.max(walk.expired, entry.before);
  walk.from ??= entry.seq;
  walk.next = entry.seq + 1;
  walk.head = hash;
  walk.at = entry.at;
  walk.lineOfHead = line;
}
