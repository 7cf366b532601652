/** Reading test data that others publish: JSON lines whose offsets count code points. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "../../src/contract/zod.ts";

/** Every line of `name` in `folder`, each of this shape; fails at the first that is not. */
export async function readLines<Line>(
  folder: string,
  name: string,
  shape: z.ZodMiniType<Line>,
): Promise<Line[]> {
  const text = await readFile(join(folder, name), "utf8");
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => shape.parse(JSON.parse(line)));
}

/** Where in `text`, in UTF-16 units, the code point numbered `points` begins. */
export const unitsTo = (text: string, points: number): number =>
  Array.from(text).slice(0, points).join("").length;
