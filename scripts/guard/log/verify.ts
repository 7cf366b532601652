import { compareExports } from "../../../src/record/compare.ts";
import type { Named } from "../../../src/record/compare.ts";
import { dayOf } from "../../../src/record/day.ts";
import { faultWords } from "../../../src/record/fault.ts";
import type { Fault } from "../../../src/record/fault.ts";
import { verifyExport } from "../../../src/record/verify.ts";
import type { Expected, Held } from "../../../src/record/verify.ts";
import { nodeChecking, openExport } from "./read-file.ts";

export interface VerifyOptions extends Expected {
  /** Each seat's record must reach this day, `2026-11-25`. */
  readonly until: string | undefined;
  readonly json: boolean;
}

type Result = { readonly file: string } & ({ readonly held: Held } | { readonly fault: Fault });

/** 0 only where everything holds. Each file that does not is named with its first fault. */
export async function verifyFiles(files: readonly string[], options: VerifyOptions): Promise<number> {
  const results: Result[] = [];
  const held: Named[] = [];
  for (const file of files) {
    const source = await openExport(file);
    const verified = await verifyExport(source, options, nodeChecking);
    results.push({ file, ...verified });
    if ("held" in verified) held.push({ name: file, lines: source.lines, held: verified.held });
  }
  for (const seat of new Set(held.map((one) => one.held.end.seat))) {
    const exports = held.filter((one) => one.held.end.seat === seat);
    const fault = (await compareExports(exports)) ?? tooEarly(exports, options.until);
    if (fault)
      results[results.findIndex(({ file }) => file === fault.name)] = {
        file: fault.name,
        fault: fault.fault,
      };
  }
  for (const result of results) print(result, options.json);
  return results.every((result) => "held" in result) ? 0 : 1;
}

function tooEarly(
  exports: readonly Named[],
  until: string | undefined,
): { readonly name: string; readonly fault: Fault } | undefined {
  const youngest = exports.toSorted((one, other) => other.held.end.at - one.held.end.at)[0];
  if (until === undefined || youngest === undefined || dayOf(youngest.held.end.at) >= until) return undefined;
  const what = `the record of seat ${youngest.held.end.seat} was exported ${iso(youngest.held.end.at)}, before ${until}`;
  const { end, seals } = youngest.held;
  return {
    name: youngest.name,
    fault: { kind: "not-reached", line: end.next - end.from + seals.length + 1, what },
  };
}

const iso = (at: number): string => new Date(at).toISOString();

function print(result: Result, json: boolean): void {
  if (json) {
    console.log(
      JSON.stringify("held" in result ? summary(result.file, result.held) : { ...result, holds: false }),
    );
    return;
  }
  if ("fault" in result) {
    const { kind, line, what } = result.fault;
    const { name, remedy } = faultWords[kind];
    console.error(`guard: ${result.file}:${line}: ${name}: ${what}\n  ${remedy}`);
    return;
  }
  console.log(inWords(result.file, result.held));
}

function summary(file: string, { end, seals, keys }: Held) {
  return {
    file,
    holds: true,
    seat: end.seat,
    keys,
    entries: { from: end.from, next: end.next, expired: end.expired },
    days: { sealed: seals.length, first: seals[0]?.date ?? null, last: seals.at(-1)?.date ?? null },
    exported: iso(end.at),
  };
}

const number = (value: number): string => value.toLocaleString("en-US");

function inWords(file: string, { end, seals, keys }: Held): string {
  const [first, last] = [seals[0], seals.at(-1)];
  const days =
    first && last
      ? `${number(seals.length)} ${seals.length === 1 ? "day is" : "days are"} sealed, ${first.date} to ${last.date}`
      : "no day is sealed yet";
  const here = end.next - end.from;
  const entries = `${number(here)} ${here === 1 ? "entry" : "entries"}${here > 0 ? `, ${end.from} to ${end.next - 1}` : ""}`;
  const lines = [
    `${file}: holds`,
    `  seat ${end.seat}, key ${keys.join(", then ")}`,
    `  ${entries}; ${days}; exported ${iso(end.at)}`,
  ];
  if (end.expired > 0)
    lines.push(`  entries before ${end.expired} were due to be removed; their days' seals are here`);
  if (end.from > end.expired) {
    lines.push(`  entries ${end.expired} to ${end.from - 1} are not in this file; their days' seals are`);
  }
  return lines.join("\n");
}
