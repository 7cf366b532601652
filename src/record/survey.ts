/** Looks through a whole file once more after something was found out of place, to tell what happened to it. */
import { fail } from "./fault.ts";
import type { FaultKind } from "./fault.ts";
import { outlineOf } from "./read-line.ts";

/** Reads the lines of a file from its start, without their ends; as often as it is called. */
export type Lines = () => AsyncIterable<string>;

interface Place {
  readonly line: number;
  readonly hash: string;
}

interface Survey {
  readonly entries: ReadonlyMap<number, readonly Place[]>;
  readonly seals: ReadonlyMap<number, readonly Place[]>;
  /** What entries, seals and the end say that they follow. */
  readonly followed: ReadonlySet<string>;
  readonly highest: number;
  /** How many lines have the hash `again`. */
  readonly times: number;
}

/** Only what bears on these numbers and hashes is kept. */
async function survey(
  lines: Lines,
  about: { entries?: readonly number[]; seals?: readonly number[]; again?: string },
): Promise<Survey> {
  const entries = new Map<number, Place[]>(about.entries?.map((seq) => [seq, []]));
  const seals = new Map<number, Place[]>(about.seals?.map((number) => [number, []]));
  const hashes = new Set<string>();
  let times = 0;
  for await (const { line, found } of outlines(lines)) {
    const place = { line, hash: found.hash };
    if (found.hash === about.again) times++;
    if (found.entry) entries.get(found.entry.seq)?.push(place);
    if (found.seal) seals.get(found.seal.number)?.push(place);
  }
  for (const places of entries.values()) for (const { hash } of places) hashes.add(hash);
  const followed = new Set<string>();
  let highest = -1;
  for await (const { found } of outlines(lines)) {
    if (found.entry) highest = Math.max(highest, found.entry.seq);
    for (const hash of [found.entry?.previous, found.seal?.head, found.end?.head]) {
      if (hash !== undefined && hashes.has(hash)) followed.add(hash);
    }
  }
  return { entries, seals, followed, highest, times };
}

async function* outlines(lines: Lines) {
  let line = 0;
  for await (const text of lines()) {
    line++;
    const found = outlineOf(text);
    if (found) yield { line, found };
  }
}

export interface Misplaced {
  readonly line: number;
  readonly seq: number;
  readonly hash: string;
  /** `seq` that belongs here. */
  readonly expected: number;
  /** Line of the last entry in order, and whether a seal stands for it. */
  readonly lineBefore: number;
  readonly sealedBefore: boolean;
}

/** Of an entry that does not belong where it stands. Every line up to it is in order. */
export async function nameMisplaced(lines: Lines, one: Misplaced): Promise<never> {
  const { line, seq, expected, hash } = one;
  const seen = await survey(lines, { entries: [seq, expected] });
  const here = seen.entries.get(seq) ?? [];
  const isFollowed = seen.followed.has(hash);
  if (seq > expected) {
    const later = (seen.entries.get(expected) ?? []).some((place) => place.line > line);
    if (later && here.some((place) => place.line > line && place.hash === hash)) {
      return fail("repeated", line, `entry ${seq} stands here and again further on`);
    }
    if (later && !isFollowed)
      return fail(
        "inserted",
        line,
        `entry ${seq}, which no other line knows, stands before entry ${expected}`,
      );
    if (later) return fail("reordered", line, `entry ${seq} stands before entry ${expected}`);
    return fail("removed", line, `${theEntries(expected, seq)} missing before entry ${seq}`);
  }
  if (seq < expected) {
    const earlier = here.find((place) => place.line < line);
    if (earlier?.hash === hash) {
      return fail("repeated", line, `entry ${seq} stands in line ${earlier.line} already`);
    }
    if (!earlier)
      return fail("inserted", line, `entry ${seq} is one of those that this export does not hold`);
    if (isFollowed && seen.followed.has(earlier.hash)) {
      return fail(
        "forked",
        line,
        `there are two entries ${seq}, and the record goes on after both; the other is in line ${earlier.line}`,
      );
    }
    const stray = isFollowed ? earlier.line : line;
    return fail("inserted", stray, `there are two entries ${seq}; the record goes on without this one`);
  }
  if (!isFollowed || seq === 0)
    return fail(
      "changed",
      line,
      `entry ${seq} does not follow what stands before it: its hash was made anew`,
    );
  if (one.sealedBefore)
    return fail("forked", line, `entry ${seq} follows another entry ${seq - 1} than the sealed one`);
  return fail(
    "changed",
    one.lineBefore,
    `entry ${seq - 1} is not the one that entry ${seq} follows: its hash was made anew`,
  );
}

/** A seal or the end, or an entry, before which something is missed. */
export interface Early {
  readonly line: number;
  readonly hash: string;
  readonly name: string;
}

/** Of entries that a seal or the end counts and that have not been there. */
export async function nameMissing(
  lines: Lines,
  early: Early,
  missing: { readonly from: number; readonly next: number },
): Promise<never> {
  const { line, hash, name } = early;
  const { from, next } = missing;
  const seen = await survey(lines, { entries: [from], again: hash });
  if (seen.times > 1) return fail("repeated", line, `${name} stands here and again further on`);
  const elsewhere = seen.entries.get(from)?.find((place) => place.line > line);
  if (elsewhere) {
    return fail("reordered", line, `${name} stands before entry ${from}, which is in line ${elsewhere.line}`);
  }
  const kind: FaultKind = seen.highest >= next || from === 0 ? "removed" : "cut-off";
  return fail(kind, line, `${theEntries(from, next)} missing before ${name}`);
}

/** Of a seal that has not been there. */
export async function nameUnsealed(
  lines: Lines,
  early: Early,
  missing: { readonly number: number; readonly date: string },
): Promise<never> {
  const { line, hash, name } = early;
  const { number, date } = missing;
  const seen = await survey(lines, { seals: [number], again: hash });
  if (seen.times > 1) return fail("repeated", line, `${name} stands here and again further on`);
  const elsewhere = seen.seals.get(number)?.find((place) => place.line > line);
  if (elsewhere) {
    return fail(
      "reordered",
      line,
      `${name} stands before seal ${number}, which is in line ${elsewhere.line}`,
    );
  }
  return fail("seal-missing", line, `seal ${number}, of ${date}, is missing before ${name}`);
}

function theEntries(from: number, next: number): string {
  return next - from === 1 ? `entry ${from} is` : `entries ${from} to ${next - 1} are`;
}
