/**
 * `guard policy test --record`: what a policy would do with cases that an officer found to be false alarms. There is no text in the
 * record, so that it says what follows from rules and categories alone, and names what does not.
 */
import { falseAlarmLimit, falseAlarmLine } from "../../../src/contract/false-alarm.ts";
import type { FalseAlarm } from "../../../src/contract/false-alarm.ts";
import { inForce } from "../../../src/contract/policy-file.ts";
import { z } from "../../../src/contract/zod.ts";
import { outlineOf } from "../../../src/record/read-line.ts";
import { linesOf } from "../log/read-file.ts";
import { Problem } from "../problem.ts";
import { caseOutcomes, judgeCase, untold } from "./judge-case.ts";
import type { CaseOutcome } from "./judge-case.ts";
import { readPolicy } from "./read-policy.ts";

export interface TryRecordOptions {
  readonly policy: string;
  readonly record: string;
  /** The policy that is in force; without it the default is compared with. */
  readonly compare: string | undefined;
  /** In milliseconds. */
  readonly now: number;
  readonly list: boolean;
  readonly json: boolean;
}

interface RuleCount {
  cases: number;
  stillStopped: number;
}

const words: Readonly<Record<CaseOutcome, string>> = {
  stopped: "still stopped (blocked, or warned about where the finding was not sure)",
  warned: "only warned about",
  recorded: "let go and recorded",
  allow: "let go",
  "not-watched": "not checked (the site, or this kind of box, is switched off)",
};

const isStopped = (one: CaseOutcome): boolean => one === "stopped" || one === "warned";

/** 1 where a line is bad: it is named on standard error, the rest is counted. */
export async function tryRecord({
  policy,
  record,
  compare,
  now,
  list,
  json,
}: TryRecordOptions): Promise<number> {
  const next = inForce(await readPolicy(policy)).policy;
  const old = inForce(compare === undefined ? {} : await readPolicy(compare)).policy;
  const counts = new Map<CaseOutcome, string[]>(caseOutcomes.map((one) => [one, []]));
  const rules = new Map<string, RuleCount>();
  const changed: { id: string; before: CaseOutcome; now: CaseOutcome }[] = [];
  const seen = new Set<string>();
  let status = 0;
  let number = 0;
  for await (const text of linesOf(record, falseAlarmLimit)) {
    number++;
    if (text.trim() === "") continue;
    const known = readCase(text, record);
    const id = known && `${known.seat}:${known.seq}`;
    if (!known || id === undefined || seen.has(id)) {
      status = 1;
      console.error(
        `guard: ${record}:${number}: ${known ? "this case stands in the file already" : "this is no case of a false alarm"}\nExport the false alarms again in the console, and give the file as it is.`,
      );
      continue;
    }
    seen.add(id);
    const outcome = judgeCase(next, known, now);
    counts.get(outcome)?.push(id);
    const before = judgeCase(old, known, now);
    if (before !== outcome) changed.push({ id, before, now: outcome });
    for (const rule of known.rules) {
      const one = rules.get(rule) ?? { cases: 0, stillStopped: 0 };
      rules.set(rule, {
        cases: one.cases + 1,
        stillStopped: one.stillStopped + (isStopped(outcome) ? 1 : 0),
      });
    }
  }
  const report = {
    cases: seen.size,
    outcomes: Object.fromEntries(
      caseOutcomes.map((one) => {
        const ids = counts.get(one) ?? [];
        return [one, list ? { count: ids.length, ids } : { count: ids.length }];
      }),
    ),
    rules: [...rules]
      .map(([rule, count]) => ({ rule, ...count }))
      .toSorted((one, other) => other.cases - one.cases || (one.rule < other.rule ? -1 : 1)),
    comparedWith: compare ?? "default",
    changed: list ? { count: changed.length, cases: changed } : { count: changed.length },
    /** Settings that differ, and of which the effect cannot be told without the text. */
    untold: untold(old, next),
  };
  console.log(json ? JSON.stringify(report, null, 2) : page(report));
  return status;
}

function readCase(text: string, file: string): FalseAlarm | undefined {
  if (outlineOf(text))
    throw new Problem(
      `${file}: this is an export of the record`,
      "Export the false alarms in the console (Entries, Export what is found as: False alarms), and name that file.",
    );
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const read = z.safeParse(falseAlarmLine, value);
  return read.success ? read.data.falseAlarm : undefined;
}

interface Report {
  readonly cases: number;
  readonly outcomes: Readonly<Record<string, { readonly count: number; readonly ids?: readonly string[] }>>;
  readonly rules: readonly (RuleCount & { readonly rule: string })[];
  readonly comparedWith: string;
  readonly changed: { readonly count: number };
  readonly untold: readonly string[];
}

function page(report: Report): string {
  const width = Math.max(4, ...report.rules.map(({ rule }) => rule.length));
  const against = report.comparedWith === "default" ? "the default" : report.comparedWith;
  return [
    `${report.cases} false alarms under this policy, if the same is found in them as before:`,
    ...caseOutcomes.flatMap((one) => {
      const { count, ids = [] } = report.outcomes[one] ?? { count: 0 };
      return [`  ${count} ${words[one]}`, ...ids.map((id) => `    ${id}`)];
    }),
    `  ${report.changed.count} otherwise than under ${against}`,
    ...(report.rules.length === 0
      ? []
      : [
          "",
          `  ${"rule".padEnd(width)}  ${"cases".padStart(7)}  still stopped`,
          ...report.rules.map(
            ({ rule, cases, stillStopped }) =>
              `  ${rule.padEnd(width)}  ${String(cases).padStart(7)}  ${String(stillStopped).padStart(13)}`,
          ),
        ]),
    "",
    "The record has no text. What is found again, and how sure it is, cannot be told from it.",
    ...(report.untold.length === 0
      ? []
      : [
          `Otherwise than under ${against}, and not told above: ${report.untold.join(", ")}. Where drafts are sealed to the officer, test`,
          "them instead: guard officer open … > drafts.jsonl, and here --drafts drafts.jsonl.",
        ]),
  ].join("\n");
}
