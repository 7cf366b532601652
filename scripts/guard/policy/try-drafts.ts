/** `guard policy test`: what a policy would stop of a file of drafts, and what changes. Prints counts and ids, never a draft. */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { inForce } from "../../../src/contract/policy-file.ts";
import { isMonitoring } from "../../../src/contract/policy-monitor.ts";
import { categoryWords } from "../../../src/contract/words.ts";
import { categories } from "../../../src/engine/model.ts";
import { parseLine, toDraft } from "../check-lines.ts";
import { Problem } from "../problem.ts";
import { knowledgeOf } from "../read-knowledge.ts";
import type { SomeFiles } from "../read-knowledge.ts";
import { quoted } from "../../../src/policy-file/fault-words.ts";
import { judgeUnder } from "./judge-draft.ts";
import type { Judged, Outcome } from "./judge-draft.ts";
import { readPolicy } from "./read-policy.ts";

export interface TryOptions extends SomeFiles {
  readonly policy: string;
  readonly drafts: string;
  /** The policy that is in force; without it the default is compared with. */
  readonly compare: string | undefined;
  /** The moment at which the drafts would be sent, in milliseconds: a policy may watch only, until a day. */
  readonly now: number;
  readonly list: boolean;
  readonly json: boolean;
}

const changes = {
  stopped: "newly stopped (were let go)",
  blocked: "now blocked (were warned about)",
  letGo: "newly let go (were stopped)",
  warned: "now only warned about (were blocked)",
  recorded: "newly recorded (were let go)",
  unrecorded: "no longer recorded (and let go, as before)",
} as const;
type ChangeName = keyof typeof changes;
const changeNames = [
  "stopped",
  "blocked",
  "letGo",
  "warned",
  "recorded",
  "unrecorded",
] as const satisfies readonly ChangeName[];

const outcomes = ["block", "warn", "recorded", "allow", "not-watched"] as const satisfies readonly Outcome[];
const outcomeLabels: Readonly<Record<Outcome, string>> = {
  block: "blocked",
  warn: "warned about",
  recorded: "let go and recorded",
  allow: "let go",
  "not-watched": "not checked (the site, or this kind of box, is switched off)",
};

/** 1 where a line of the drafts is bad: it is named on standard error, the rest is counted. */
export async function tryPolicy({
  policy,
  drafts,
  compare,
  now,
  list,
  json,
  ...files
}: TryOptions): Promise<number> {
  const next = inForce(await readPolicy(policy)).policy;
  const old = inForce(compare === undefined ? {} : await readPolicy(compare)).policy;
  const under = await knowledgeOf(files);
  if (files.patients === undefined)
    console.error("no patient list is named (--patients): nobody is looked for in the drafts");
  if (files.practice === undefined && next.practice === null)
    console.error(
      "no practice is named, here (--practice) or by the policy: what it says of itself may be found",
    );
  const judgeNow = judgeUnder(next, under, now);
  const judgeOld = judgeUnder(old, under, now);

  const counts = new Map<Outcome, number>();
  const going = new Map<Judged["goingOn"], number>();
  const byCategory = new Map<string, number>();
  const changed = new Map<ChangeName, (string | number)[]>(changeNames.map((name) => [name, []]));
  let status = 0;
  let number = 0;
  for await (const text of linesOf(drafts)) {
    number += 1;
    if (text.trim() === "") continue;
    const parsed = parseLine(number === 1 ? text.replace(/^\uFEFF/, "") : text);
    if ("fault" in parsed) {
      status = 1;
      console.error(`guard: ${drafts}:${number}: ${parsed.fault}`);
      continue;
    }
    const draft = toDraft(parsed.line);
    const { outcome, levels, goingOn } = judgeNow(draft);
    add(counts, outcome);
    add(going, goingOn);
    for (const [category, level] of levels) add(byCategory, `${category} ${level}`);
    const change = changeBetween(judgeOld(draft).outcome, outcome);
    if (change) changed.get(change)?.push(parsed.line.id);
  }

  const report = {
    drafts: [...counts.values()].reduce((sum, one) => sum + one, 0),
    verdicts: Object.fromEntries(outcomes.map((one) => [one, counts.get(one) ?? 0])),
    mayGoOn: (going.get("yes") ?? 0) + (going.get("with-code") ?? 0),
    withCode: going.get("with-code") ?? 0,
    isMonitoring: isMonitoring(next.monitor, now),
    categories: Object.fromEntries(
      categories.map((one) => [
        one,
        {
          block: byCategory.get(`${one} block`) ?? 0,
          warn: byCategory.get(`${one} warn`) ?? 0,
          record: byCategory.get(`${one} record`) ?? 0,
        },
      ]),
    ),
    comparedWith: compare ?? "default",
    changes: Object.fromEntries(
      changeNames.map((name) => {
        const ids = changed.get(name) ?? [];
        return [name, list ? { count: ids.length, ids } : { count: ids.length }];
      }),
    ),
  };
  console.log(json ? JSON.stringify(report, null, 2) : page(report));
  return status;
}

const add = <K>(to: Map<K, number>, key: K): void => void to.set(key, (to.get(key) ?? 0) + 1);

interface Report {
  readonly drafts: number;
  readonly verdicts: Readonly<Record<string, number>>;
  readonly mayGoOn: number;
  /** Of those, with a colleague's code only. */
  readonly withCode: number;
  readonly isMonitoring: boolean;
  readonly categories: Readonly<Record<string, Readonly<Record<"block" | "warn" | "record", number>>>>;
  readonly comparedWith: string;
  readonly changes: Readonly<
    Record<string, { readonly count: number; readonly ids?: readonly (string | number)[] }>
  >;
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const input = createReadStream(file, "utf8");
  try {
    yield* createInterface({ input, crlfDelay: Infinity });
  } catch {
    throw new Problem(`${file}: the drafts cannot be read`, "Check the path and that the file may be read.");
  } finally {
    input.destroy();
  }
}

function changeBetween(old: Outcome, now: Outcome): ChangeName | undefined {
  const stops = (one: Outcome): boolean => one === "warn" || one === "block";
  if (now === old) return undefined;
  if (stops(now) !== stops(old)) return stops(now) ? "stopped" : "letGo";
  if (!stops(now)) return now === "recorded" ? "recorded" : old === "recorded" ? "unrecorded" : undefined;
  return now === "block" ? "blocked" : "warned";
}

function page(report: Report): string {
  const width = Math.max(...Object.values(categoryWords).map((words) => words.length));
  const row = (name: string, block: string, warn: string, record: string): string =>
    `  ${name.padEnd(width)}  ${block.padStart(7)}  ${warn.padStart(6)}  ${record.padStart(8)}`;
  const rows = categories.flatMap((category) => {
    const { block, warn, record } = report.categories[category] ?? { block: 0, warn: 0, record: 0 };
    return block + warn + record === 0
      ? []
      : [row(categoryWords[category], String(block), String(warn), String(record))];
  });
  const code = report.withCode === 0 ? "" : ` (${report.withCode} of them with a colleague’s code)`;
  const differing = changeNames.flatMap((name) => {
    const { count, ids } = report.changes[name] ?? { count: 0 };
    if (count === 0) return [];
    const listed = (ids ?? []).map((id) => `    ${typeof id === "string" ? quoted(id) : id}`);
    return [`  ${count} ${changes[name]}`, ...listed];
  });
  return [
    `${report.drafts} drafts under this policy:`,
    ...outcomes.map((one) => `  ${report.verdicts[one] ?? 0} ${outcomeLabels[one]}`),
    ...(report.isMonitoring
      ? ["On that day the policy only watches: what is recorded would have been stopped or warned about."]
      : [`A person may post ${report.mayGoOn} of those stopped anyway${code}.`]),
    ...(rows.length > 0
      ? ["", row("Drafts with a finding of", "blocked", "warned", "recorded"), ...rows]
      : []),
    "",
    `Compared with ${report.comparedWith === "default" ? "the default" : report.comparedWith}:`,
    ...(differing.length > 0 ? differing : ["  no draft is judged otherwise"]),
  ].join("\n");
}
