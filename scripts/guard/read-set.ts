import { readFile } from "node:fs/promises";
import { category } from "../../src/contract/draft.ts";
import { z } from "../../src/contract/zod.ts";
import { parseLine } from "./check-lines.ts";
import type { Line } from "./check-lines.ts";
import { Problem } from "./problem.ts";

const label = z.object({
  expect: z.optional(z.enum(["flag", "pass", "either"])),
  categories: z.optional(z.array(category)),
  spans: z.optional(z.array(z.tuple([z.string(), category]))),
  note: z.optional(z.string()),
});

export interface LabelledLine {
  readonly line: Line;
  readonly label: z.infer<typeof label>;
}

/** The labelled drafts of a file; a draft without a label counts as `either`. Throws a `Problem` that names the line. */
export async function readSet(file: string): Promise<LabelledLine[]> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Problem(
      `${file}: the labelled drafts cannot be read`,
      "Name a folder with drafts.jsonl in it.",
    );
  });
  return text.split("\n").flatMap((row, i) => {
    if (row.trim() === "") return [];
    const wrong = (fault: string): Problem =>
      new Problem(
        `${file}:${i + 1}: ${fault}`,
        "Mend or delete this line; test/corpus/GUIDE.md has the fields.",
      );
    const parsed = parseLine(row);
    if ("fault" in parsed) throw wrong(parsed.fault);
    const labelled = z.safeParse(label, JSON.parse(row));
    if (labelled.success) return [{ line: parsed.line, label: labelled.data }];
    throw wrong(labelled.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "));
  });
}
