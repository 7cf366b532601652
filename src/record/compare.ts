/** Holds exports of one seat against each other. */
import type { Fault } from "./fault.ts";
import { outlineOf } from "./read-line.ts";
import type { Lines } from "./survey.ts";
import type { Held } from "./verify.ts";

export interface Named {
  readonly name: string;
  readonly lines: Lines;
  readonly held: Held;
}

/**
 * Undefined: one record went through all of them, in whatever order they are given. Otherwise the name of the export in which
 * it first goes another way than in an earlier one, and how.
 */
export async function compareExports(
  exports: readonly Named[],
): Promise<{ readonly name: string; readonly fault: Fault } | undefined> {
  const inOrder = exports.toSorted((one, other) => one.held.end.at - other.held.end.at);
  for (const [at, later] of inOrder.entries()) {
    for (const earlier of inOrder.slice(0, at)) {
      const fault = await compareTwo(earlier, later);
      if (fault) return { name: later.name, fault };
    }
  }
  return undefined;
}

async function compareTwo(earlier: Named, later: Named): Promise<Fault | undefined> {
  const forked = (line: number, what: string): Fault => ({ kind: "forked", line, what });
  const [old, young] = [earlier.held, later.held];
  const other = young.seals.find(({ hash }, number) => (old.seals[number]?.hash ?? hash) !== hash);
  if (other) return forked(1, `seal ${other.number} (${other.date}) is another one than in ${earlier.name}`);
  if (young.end.next < old.end.next || young.end.seals < old.end.seals) {
    return forked(1, `it is younger than ${earlier.name}, and has fewer entries or seals`);
  }
  // Seals that both have prove all that is before them; the last entries of the older export had none yet.
  const seq = old.end.next - 1;
  if (young.end.next === old.end.next) {
    return young.end.head === old.end.head
      ? undefined
      : forked(1, `its last entry ${seq} is another one than in ${earlier.name}`);
  }
  if (seq < young.end.from) return undefined;
  let line = 0;
  for await (const text of later.lines()) {
    line++;
    const found = outlineOf(text);
    if (found?.entry?.seq !== seq) continue;
    return found.hash === old.end.head
      ? undefined
      : forked(line, `entry ${seq} is another one than in ${earlier.name}`);
  }
  return undefined;
}
