/** `guard policy test`: what a policy would stop of a file of drafts, and what changes. Prints counts and ids, never a draft. */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { inForce } from "../../../src/contract/policy-file.ts";
import { defaultPolicy } from "../../../src/contract/policy.ts";
import type { Policy } from "../../../src/contract/policy.ts";
import { categoryWords } from "../../../src/contract/words.ts";
import { check } from "../../../src/engine/index.ts";
import type { Knowledge } from "../../../src/engine/index.ts";
import { categories } from "../../../src/engine/model.ts";
import type { Category } from "../../../src/engine/model.ts";
import { parseLine, toDraft } from "../check-lines.ts";
import type { Line } from "../check-lines.ts";
import { Problem } from "../problem.ts";
import { knowledgeOf } from "../read-knowledge.ts";
import type { Files } from "../read-knowledge.ts";
import { quoted } from "../../../src/policy-file/fault-words.ts";
import { readPolicy } from "./read-policy.ts";

export interface TryOptions extends Omit<Files, "policy"> {
  readonly policy: string;
  readonly drafts: string;
  /** A policy file; without it the default is compared with. */
  readonly against: string | undefined;
  readonly list: boolean;
  readonly json: boolean;
}

type Outcome = "allow" | "warn" | "block" | "not-watched";

interface Judged {
  readonly outcome: Outcome;
  /** The graver level of each category's findings. */
  readonly levels: ReadonlyMap<Category, "warn" | "block">;
}

const changes = {
  stopped: "newly stopped (were let go)",
  blocked: "now blocked (were warned about)",
  letGo: "newly let go (were stopped)",
  warned: "now only warned about (were blocked)",
} as const;
type ChangeName = keyof typeof changes;
const changeNames = ["stopped", "blocked", "letGo", "warned"] as const satisfies readonly ChangeName[];

const outcomes = ["block", "warn", "allow", "not-watched"] as const satisfies readonly Outcome[];
const outcomeLabels: Readonly<Record<Outcome, string>> = {
  block: "blocked",
  warn: "warned about",
  allow: "let go",
  "not-watched": "not checked (the site is switched off)",
};

/** 1 where a line of the drafts is bad: it is named on standard error, the rest is counted. */
export async function tryPolicy({
  policy,
  drafts,
  against,
  list,
  json,
  ...files
}: TryOptions): Promise<number> {
  const now = inForce(await readPolicy(policy)).policy;
  const old = against === undefined ? defaultPolicy : inForce(await readPolicy(against)).policy;
  const under = await knowledgeOf(files);
  const judgeNow = judgeUnder(now, under(now));
  const judgeOld = judgeUnder(old, under(old));

  const counts = new Map<Outcome, number>();
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
    const { outcome, levels } = judgeNow(parsed.line);
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    for (const [category, level] of levels) {
      const key = `${category} ${level}`;
      byCategory.set(key, (byCategory.get(key) ?? 0) + 1);
    }
    const change = changeBetween(judgeOld(parsed.line).outcome, outcome);
    if (change) changed.get(change)?.push(parsed.line.id);
  }

  const report = {
    drafts: [...counts.values()].reduce((sum, one) => sum + one, 0),
    verdicts: Object.fromEntries(outcomes.map((one) => [one, counts.get(one) ?? 0])),
    mayGoOn: mayGoOn(now, counts),
    categories: Object.fromEntries(
      categories.map((one) => [
        one,
        { block: byCategory.get(`${one} block`) ?? 0, warn: byCategory.get(`${one} warn`) ?? 0 },
      ]),
    ),
    against: against ?? "default",
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

interface Report {
  readonly drafts: number;
  readonly verdicts: Readonly<Record<string, number>>;
  readonly mayGoOn: number;
  readonly categories: Readonly<Record<string, { readonly block: number; readonly warn: number }>>;
  readonly against: string;
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

function judgeUnder(policy: Policy, knowledge: Knowledge): (line: Line) => Judged {
  const watched = new Map<string, boolean>(Object.entries(policy.sites));
  return (line) => {
    if (watched.get(line.site) === false) return { outcome: "not-watched", levels: new Map() };
    const { verdict, findings } = check(toDraft(line), knowledge);
    const levels = new Map<Category, "warn" | "block">();
    for (const { category, level } of findings)
      if (level === "block" || !levels.has(category)) levels.set(category, level);
    return { outcome: verdict, levels };
  };
}

function changeBetween(old: Outcome, now: Outcome): ChangeName | undefined {
  const stops = (one: Outcome): boolean => one === "warn" || one === "block";
  if (stops(now) !== stops(old)) return stops(now) ? "stopped" : "letGo";
  if (!stops(now) || now === old) return undefined;
  return now === "block" ? "blocked" : "warned";
}

/** How many of the stopped drafts a person could post anyway. */
function mayGoOn({ postAnyway }: Policy, counts: ReadonlyMap<Outcome, number>): number {
  if (postAnyway === "never") return 0;
  return (counts.get("warn") ?? 0) + (postAnyway === "always" ? (counts.get("block") ?? 0) : 0);
}

function page(report: Report): string {
  const width = Math.max(...Object.values(categoryWords).map((words) => words.length));
  const row = (name: string, block: string, warn: string): string =>
    `  ${name.padEnd(width)}  ${block.padStart(7)}  ${warn.padStart(6)}`;
  const rows = categories.flatMap((category) => {
    const { block, warn } = report.categories[category] ?? { block: 0, warn: 0 };
    return block + warn === 0 ? [] : [row(categoryWords[category], String(block), String(warn))];
  });
  const differing = changeNames.flatMap((name) => {
    const { count, ids } = report.changes[name] ?? { count: 0 };
    if (count === 0) return [];
    const listed = (ids ?? []).map((id) => `    ${typeof id === "string" ? quoted(id) : id}`);
    return [`  ${count} ${changes[name]}`, ...listed];
  });
  return [
    `${report.drafts} drafts under this policy:`,
    ...outcomes.map((one) => `  ${report.verdicts[one] ?? 0} ${outcomeLabels[one]}`),
    `A person may post ${report.mayGoOn} of those stopped anyway.`,
    ...(rows.length > 0 ? ["", row("Drafts with a finding of", "blocked", "warned"), ...rows] : []),
    "",
    `Compared with ${report.against === "default" ? "the default" : report.against}:`,
    ...(differing.length > 0 ? differing : ["  no draft is judged otherwise"]),
  ].join("\n");
}
