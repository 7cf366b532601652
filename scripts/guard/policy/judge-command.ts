/** `guard policy lint|explain|diff|test|init|approver`: what a policy says, what it would do, and the making of one. */
import { parseArgs } from "node:util";
import { startOf } from "../../../src/contract/calendar-day.ts";
import { Problem } from "../problem.ts";
import { addApprover } from "./approver.ts";
import { diffPolicies } from "./diff.ts";
import { explainPolicy } from "./explain.ts";
import { initPolicy } from "./init.ts";
import { lintPolicy } from "./lint.ts";
import { tryPolicy } from "./try-drafts.ts";
import { tryRecord } from "./try-record.ts";

export const judgeUsage = `  guard policy init [--out POLICY.json] [--set SETTING=VALUE ...]
  guard policy approver --name NAME [--in POLICY.json --out NEW.json]
  guard policy lint POLICY.json [--strict] [--json]
  guard policy explain POLICY.json [--json]
  guard policy diff OLD.json NEW.json [--json]
  guard policy test --in POLICY.json --drafts drafts.jsonl [--practice PRACTICE.json] [--patients LIST]
                    [--passphrase-file F | --managed-key-file K] [--compare IN-FORCE.json] [--on YYYY-MM-DD]
                    [--list] [--json]
  guard policy test --in POLICY.json --record FALSE-ALARMS.jsonl [--compare IN-FORCE.json] [--on YYYY-MM-DD]
                    [--list] [--json]`;

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;

function needed(value: string | undefined, option: string): string {
  if (value === undefined || value === "") throw new Problem(`${option} is needed`, `usage:\n${judgeUsage}`);
  return value;
}

/** The exit status; undefined where the command is none of these. */
export async function judge(command: string | undefined, args: string[]): Promise<number | undefined> {
  if (command === "lint") return lint(args);
  if (command === "explain") return explain(args);
  if (command === "diff") return diff(args);
  if (command === "test") return test(args);
  if (command === "init") return init(args);
  if (command === "approver") return approver(args);
  return undefined;
}

function named(positionals: readonly string[], count: number, what: string): readonly string[] {
  if (positionals.length === count) return positionals;
  throw new Problem(`${what} needed, and ${positionals.length} named`, `usage:\n${judgeUsage}`);
}

async function lint(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: flag, strict: flag },
  });
  const [file = ""] = named(positionals, 1, "one policy file is");
  return lintPolicy(file, { json: values.json === true, strict: values.strict === true });
}

async function explain(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: flag } });
  const [file = ""] = named(positionals, 1, "one policy file is");
  return explainPolicy(file, values.json === true);
}

async function diff(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: flag } });
  const [older = "", newer = ""] = named(positionals, 2, "two policy files, the old and the new one, are");
  return diffPolicies(older, newer, values.json === true);
}

async function test(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      in: text,
      drafts: text,
      record: text,
      practice: text,
      patients: text,
      "passphrase-file": text,
      "managed-key-file": text,
      compare: text,
      against: text,
      on: text,
      list: flag,
      json: flag,
    },
  });
  if (values.record !== undefined) {
    const known = [values.drafts, values.practice, values.patients];
    if (known.some((one) => one !== undefined))
      throw new Problem(
        "--record goes with no --drafts, --practice or --patients: there is no text in the record",
        `usage:\n${judgeUsage}`,
      );
    return tryRecord({
      policy: needed(values.in, "--in"),
      record: needed(values.record, "--record"),
      compare: values.compare ?? values.against,
      now: dayOrNow(values.on),
      list: values.list === true,
      json: values.json === true,
    });
  }
  return tryPolicy({
    policy: needed(values.in, "--in"),
    drafts: needed(values.drafts, "--drafts"),
    practice: values.practice,
    patients: values.patients,
    passphraseFile: values["passphrase-file"],
    managedKeyFile: values["managed-key-file"],
    compare: values.compare ?? values.against,
    now: dayOrNow(values.on),
    list: values.list === true,
    json: values.json === true,
  });
}

async function init(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { out: text, set: { type: "string", multiple: true } } });
  return initPolicy(values.out ?? "policy.json", values.set);
}

/** The middle of the day, so that no change of the clocks puts it into another. */
function dayOrNow(day: string | undefined): number {
  if (day === undefined) return Date.now();
  const start = startOf(day);
  if (start !== undefined) return start + 12 * 3_600_000;
  throw new Problem("--on is no day", "Write it as 2027-01-31.");
}

async function approver(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { name: text, in: text, out: text } });
  const name = needed(values.name, "--name");
  if ((values.in === undefined) !== (values.out === undefined))
    throw new Problem(
      "--in and --out go together",
      "Name the policy, and the file that is made of it; or neither, and the entry is printed only.",
    );
  const files =
    values.in !== undefined && values.out !== undefined ? { from: values.in, to: values.out } : undefined;
  return addApprover({ name, files });
}
