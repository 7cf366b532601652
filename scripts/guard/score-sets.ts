import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "../../src/contract/zod.ts";
import { answer, parseLine } from "./check-lines.ts";
import type { Answer, Line } from "./check-lines.ts";
import { Problem } from "./problem.ts";
import { readKnowledge } from "./read-knowledge.ts";

interface Options {
  readonly policy: string | undefined;
  /** How many wrong verdicts to print. */
  readonly misses: number;
  readonly json: boolean;
}

const label = z.object({
  expect: z.optional(z.enum(["flag", "pass", "either"])),
  categories: z.optional(z.array(z.string())),
  note: z.optional(z.string()),
});
type Label = z.infer<typeof label>;

/** Scores labelled sets (drafts.jsonl, practice.json, patients.csv in each folder) together. */
export async function scoreSets(folders: readonly string[], options: Options): Promise<number> {
  const tally = new Map<string, { hit: number; of: number }>();
  const count = (name: string, hit: boolean): void => {
    const known = tally.get(name) ?? { hit: 0, of: 0 };
    tally.set(name, { hit: known.hit + (hit ? 1 : 0), of: known.of + 1 });
  };
  const misses: string[] = [];
  const micros: number[] = [];
  for (const folder of folders) {
    const knowledge = await readKnowledge({
      practice: join(folder, "practice.json"),
      patients: join(folder, "patients.csv"),
      policy: options.policy,
    });
    for (const { line, label } of await readSet(join(folder, "drafts.jsonl"))) {
      const given = answer(line, knowledge);
      micros.push(given.micros);
      tallyOne(line, label, given, count, misses);
    }
  }
  print(tally, micros, options.json);
  for (const miss of misses.slice(0, options.misses)) console.log(miss);
  return 0;
}

async function readSet(file: string): Promise<{ line: Line; label: Label }[]> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Problem(
      `${file}: the labelled drafts cannot be read`,
      "Name a folder with drafts.jsonl in it.",
    );
  });
  return text.split("\n").flatMap((row, i) => {
    if (row.trim() === "") return [];
    const parsed = parseLine(row);
    if ("fault" in parsed)
      throw new Problem(`${file}:${i + 1}: ${parsed.fault}`, "Mend or delete this line.");
    return [{ line: parsed.line, label: label.parse(JSON.parse(row)) }];
  });
}

function tallyOne(
  line: Line,
  label: Label,
  given: Answer,
  count: (name: string, hit: boolean) => void,
  misses: string[],
): void {
  const flagged = given.verdict !== "allow";
  const show = (what: string): void => {
    misses.push(
      `\n${line.id} [${line.surface}] ${what}\n  draft: ${line.draft}\n  note:  ${label.note ?? ""}`,
    );
  };
  if (label.expect === "flag") {
    count("recall", flagged);
    count(`recall · ${line.surface}`, flagged);
    for (const category of label.categories ?? []) count(`recall · ${category}`, flagged);
    if (flagged) {
      count(
        "category named",
        given.findings.some(({ category }) => label.categories?.includes(category)),
      );
      count("alternative offered", given.alternatives.length > 0);
    } else show(`let through (${(label.categories ?? []).join(", ")})`);
  }
  if (label.expect === "pass") {
    count("pass", !flagged);
    count(`pass · ${line.surface}`, !flagged);
    if (flagged)
      show(`stopped by ${given.findings.map(({ rule, quote }) => `${rule} “${quote}”`).join(", ")}`);
  }
}

function print(
  tally: ReadonlyMap<string, { hit: number; of: number }>,
  micros: number[],
  json: boolean,
): void {
  micros.sort((a, b) => a - b);
  const at = (share: number): number => micros[Math.floor(share * (micros.length - 1))] ?? 0;
  const time = { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
  if (json) {
    const shares = [...tally].map(([name, { hit, of }]) => [name, { hit, of, share: hit / of }] as const);
    console.log(JSON.stringify({ ...Object.fromEntries(shares), micros: time }));
    return;
  }
  for (const [name, { hit, of }] of tally) {
    console.log(`${((100 * hit) / of).toFixed(1).padStart(6)}%  ${`${hit}/${of}`.padStart(9)}  ${name}`);
  }
  console.log(`micros: p50 ${time.p50}, p95 ${time.p95}, p99 ${time.p99}, max ${time.max}`);
}
