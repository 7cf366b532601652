import { createInterface } from "node:readline";
import { draft as draftSchema } from "../../src/contract/draft.ts";
import { z } from "../../src/contract/zod.ts";
import { check } from "../../src/engine/index.ts";
import type { Draft, Knowledge, Verdict } from "../../src/engine/index.ts";

/** A line of the labelled sets; `draft` there is `text` here. Unknown fields are ignored. */
const line = z.object({
  id: z.union([z.string(), z.number()]),
  site: draftSchema.shape.site,
  surface: draftSchema.shape.surface,
  draft: draftSchema.shape.text,
  thread: z.optional(
    z.nullable(
      z.object({ author: z.string().check(z.maxLength(500)), text: z.string().check(z.maxLength(20_000)) }),
    ),
  ),
  attachments: z.optional(
    z.nullable(
      z.array(
        z.object({
          kind: z.enum(["image", "video"]),
          name: z.string().check(z.maxLength(500)),
          attested: z.optional(z.boolean()),
        }),
      ),
    ),
  ),
});
export type Line = z.infer<typeof line>;

export interface Answer extends Omit<Verdict, "findings"> {
  readonly id: string | number;
  readonly findings: readonly (Omit<Verdict["findings"][number], "source"> & { quote: string })[];
  /** Time of the check in millionths of a second. */
  readonly micros: number;
}

/** Answers a line of JSON for each line read. 1 if a line was bad: it is named on standard error, the rest is answered. */
export async function checkLines(input: NodeJS.ReadableStream, knowledge: Knowledge): Promise<number> {
  let number = 0;
  let status = 0;
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    number++;
    if (text.trim() === "") continue;
    const parsed = parseLine(number === 1 ? text.replace(/^\uFEFF/, "") : text);
    if ("fault" in parsed) {
      status = 1;
      console.error(`guard: line ${number}: ${parsed.fault}`);
      continue;
    }
    process.stdout.write(`${JSON.stringify(answer(parsed.line, knowledge))}\n`);
  }
  return status;
}

/** As `guard officer open` writes it: the draft as it was checked, and whose it is. */
const opened = z.object({
  seat: z.string(),
  seq: z.int(),
  draft: z.object({
    text: z.unknown(),
    site: z.unknown(),
    surface: z.unknown(),
    thread: z.optional(z.unknown()),
    attachments: z.optional(z.unknown()),
  }),
});

function asLine(value: unknown): unknown {
  const { success, data } = z.safeParse(opened, value);
  if (!success) return value;
  const { text, ...rest } = data.draft;
  return { ...rest, draft: text, id: `${data.seat}:${data.seq}` };
}

export function parseLine(text: string): { line: Line } | { fault: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: "this is not JSON" };
  }
  const parsed = z.safeParse(line, asLine(value));
  if (parsed.success) return { line: parsed.data };
  const faults = parsed.error.issues.map(
    ({ path, message }) => `${path.map(String).join(".") || "line"}: ${message}`,
  );
  return { fault: faults.join("; ") };
}

export const toDraft = ({ draft, site, surface, thread, attachments }: Line): Draft => ({
  text: draft,
  site,
  surface,
  thread: thread ?? null,
  attachments: attachments ?? [],
});

export function answer(found: Line, knowledge: Knowledge): Answer {
  const draft = toDraft(found);
  const started = process.hrtime.bigint();
  const { verdict, findings, alternatives } = check(draft, knowledge);
  const micros = Number((process.hrtime.bigint() - started) / 1000n);
  return {
    id: found.id,
    verdict,
    findings: findings.map(({ rule, category, level, start, end, why }) => ({
      rule,
      category,
      level,
      start,
      end,
      quote: draft.text.slice(start, end),
      why,
    })),
    alternatives,
    micros,
  };
}
