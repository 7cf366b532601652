/** `guard log …`: verifies exports of the record, turns them into other formats, and makes invented ones. */
import { parseArgs } from "node:util";
import { recordDate } from "../../../src/contract/record-entry.ts";
import type { Expected } from "../../../src/record/verify.ts";
import { Problem } from "../problem.ts";
import { keepApart } from "../write-file.ts";
import { madeFormats } from "../../../src/record/export/formats.ts";
import { exportFiles } from "./export.ts";
import { writeSample } from "./sample.ts";
import { verifyFiles } from "./verify.ts";

export const logUsage = `  guard log verify FILE.jsonl ... [--key KEY ...] [--until YYYY-MM-DD] [--accept-clock NUMBER ...] [--json]
  guard log export --format csv|jsonl|cef|ocsf|otlp --in FILE.jsonl [--in FILE.jsonl ...] [--out FILE]
                   [--from YYYY-MM-DD] [--until YYYY-MM-DD] [--key KEY ...] [--accept-clock NUMBER ...] [--unverified]
  guard log sample --entries N --days D --out FILE.jsonl [--seed S] [--from YYYY-MM-DD]`;

const text = { type: "string" } as const;
const texts = { type: "string", multiple: true } as const;

const wrong = (what: string): Problem => new Problem(what, `usage:\n${logUsage}`);

function wholeNumber(value: string | undefined, option: string, least: number): number {
  if (value === undefined) throw wrong(`${option} is needed`);
  if (!/^\d{1,9}$/.test(value) || Number(value) < least) {
    throw wrong(`${option} is not a whole number from ${least} on`);
  }
  return Number(value);
}

function date(value: string, option: string): string {
  if (!recordDate.safeParse(value).success) throw wrong(`${option} is not a day like 2026-11-25`);
  return value;
}

export async function logCommand([command, ...args]: readonly string[]): Promise<number> {
  if (command === "verify") return verify(args);
  if (command === "export") return exportTo(args);
  if (command === "sample") return sample(args);
  throw wrong(command === undefined ? "no command after log" : "there is no such command after log");
}

async function verify(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { key: texts, until: text, "accept-clock": texts, json: { type: "boolean" } },
  });
  if (positionals.length === 0) throw wrong("the name of an export is needed");
  return verifyFiles(positionals, {
    ...expected(values),
    until: values.until === undefined ? undefined : date(values.until, "--until"),
    json: values.json === true,
  });
}

interface ExpectedOptions {
  readonly key?: string[] | undefined;
  readonly "accept-clock"?: string[] | undefined;
}

function expected(values: ExpectedOptions): Expected {
  for (const key of values.key ?? []) {
    if (!/^[0-9a-f]{16}$/.test(key)) throw wrong("--key is not the name of a key: 16 hex digits");
  }
  return {
    keys: new Set(values.key),
    acceptedClocks: new Set(values["accept-clock"]?.map((seq) => wholeNumber(seq, "--accept-clock", 0))),
  };
}

async function exportTo(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      format: text,
      in: texts,
      out: text,
      from: text,
      until: text,
      key: texts,
      "accept-clock": texts,
      unverified: { type: "boolean" },
    },
  });
  const format = (["jsonl", ...madeFormats] as const).find((name) => name === values.format);
  if (format === undefined) throw wrong("--format is csv, jsonl, cef, ocsf or otlp");
  const files = values.in ?? [];
  if (files.length === 0) throw wrong("--in is needed");
  await keepApart([values.out], files);
  const isPart = values.from !== undefined || values.until !== undefined;
  if (format === "jsonl" && (isPart || files.length > 1 || values.unverified)) {
    throw wrong(
      "--format jsonl gives a whole record that holds, of one file: a part, or two together, could not be verified",
    );
  }
  return exportFiles({
    ...expected(values),
    format,
    files,
    out: values.out,
    from: values.from === undefined ? undefined : date(values.from, "--from"),
    until: values.until === undefined ? undefined : date(values.until, "--until"),
    isUnverified: values.unverified === true,
  });
}

async function sample(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { entries: text, days: text, out: text, seed: text, from: text },
  });
  if (!values.out) throw wrong("--out is needed");
  const days = wholeNumber(values.days, "--days", 1);
  if (days > 36_525) throw wrong("--days is more than a hundred years");
  return writeSample({
    entries: wholeNumber(values.entries, "--entries", 1),
    days,
    seed: wholeNumber(values.seed ?? "1", "--seed", 0),
    from: date(values.from ?? "2026-01-01", "--from"),
    out: values.out,
  });
}
