/** Verifies an export of the record: docs/log-format.md is what it holds it against. */
import { endLine, recordLineLimit } from "../contract/record-entry.ts";
import type { RecordEnd } from "../contract/record-entry.ts";
import { z } from "../contract/zod.ts";
import { Broken, fail } from "./fault.ts";
import type { Fault } from "./fault.ts";
import { nameOfKey } from "./proof.ts";
import type { Checking } from "./proof.ts";
import { parseJson, readLine } from "./read-line.ts";
import type { Lines } from "./survey.ts";
import { stepEnd } from "./step-end.ts";
import { stepEntry } from "./step-entry.ts";
import { stepSeal } from "./step-seal.ts";
import { newWalk } from "./walk.ts";
import type { SealSeen, Walk } from "./walk.ts";

export interface Export {
  readonly lines: Lines;
  /** The last line of the file, or as much of its end as holds it. */
  readonly last: string;
}

export interface Expected {
  /** Names of keys (`nameOfKey`), one of which must have signed. Empty: whatever key the record begins with. */
  readonly keys: ReadonlySet<string>;
  /** `seq` of the `clock` entries whose steps back are accepted. */
  readonly acceptedClocks: ReadonlySet<number>;
}

/** What an export that holds has proven. */
export interface Held {
  readonly end: RecordEnd;
  readonly seals: readonly SealSeen[];
  /** Names of the keys that signed. */
  readonly keys: readonly string[];
}

export type Verified = { readonly held: Held } | { readonly fault: Fault };

/** Stops at the first fault, and then reads the file again to tell which it is. Memory grows with days, not with entries. */
export async function verifyExport(file: Export, expected: Expected, proof: Checking): Promise<Verified> {
  const walk = newWalk({
    lines: file.lines,
    proof,
    accepted: expected.acceptedClocks,
    claim: claimOf(file.last),
  });
  try {
    return { held: await readThrough(walk, expected) };
  } catch (error) {
    if (error instanceof Broken) return { fault: error.fault };
    throw error;
  }
}

function claimOf(last: string): RecordEnd | undefined {
  const text = last.trimEnd().split("\n").at(-1) ?? "";
  return z.safeParse(endLine, parseJson(text)?.value).data?.end;
}

async function readThrough(walk: Walk, expected: Expected): Promise<Held> {
  // One line behind: what is wrong with a line may depend on whether it is the last.
  let waiting: string | undefined;
  for await (const text of walk.lines()) {
    if (waiting !== undefined) await step(walk, waiting, false);
    waiting = text;
  }
  if (waiting !== undefined) await step(walk, waiting, true);
  if (!walk.end) return fail("cut-off", walk.line + 1, "the export has no end");
  const { end } = walk.end;
  const keys = await Promise.all([...walk.keys].map((key) => nameOfKey(key, walk.proof)));
  if (expected.keys.size > 0 && !keys.some((key) => expected.keys.has(key))) {
    fail("key-changed", 1, `the record is signed with key ${keys.join(", ")}, and with none that was named`);
  }
  return { end, seals: walk.seals, keys };
}

async function step(walk: Walk, text: string, isLast: boolean): Promise<void> {
  const number = ++walk.line;
  if (text.length > recordLineLimit) fail("not-understood", number, "no line of a record is so long");
  const parsed = parseJson(text);
  if (walk.end) {
    // Whatever stands there, and however broken it is, the export was whole before it.
    const again = z.safeParse(endLine, parsed?.value).data;
    if (again?.hash === walk.end.hash) fail("repeated", number, "the end stands twice");
    fail(
      "inserted",
      number,
      "there is something after the end: another export begins here, or lines were added",
    );
  }
  if (parsed === undefined) {
    if (isLast) return fail("cut-off", number, "the last line stops before its end");
    return fail("changed", number, "the line is not JSON");
  }
  const read = await readLine(text, parsed.value, { number, key: walk.key, next: walk.next }, walk.proof);
  if (read.is === "entry") return stepEntry(walk, read.line);
  if (read.is === "seal") return stepSeal(walk, read.line, read.text);
  return stepEnd(walk, read.line, read.text);
}
