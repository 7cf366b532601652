import { readFile } from "node:fs/promises";
import { join } from "node:path";

export interface NameRows {
  readonly given: string[][];
  readonly family: string[][];
}

async function readRows(folder: string, file: string, columns: string): Promise<string[][]> {
  const text = await readFile(join(folder, file), "utf8").catch(() => {
    throw new Error(
      `${folder} has no ${file}; docs/benchmarks.md says what it holds and where it comes from`,
    );
  });
  const [head, ...rows] = text.trim().split(/\r?\n/);
  if (head !== columns) throw new Error(`${file}: the columns must be ${columns.replaceAll("\t", ", ")}`);
  return rows.map((row) => row.split("\t"));
}

/** `folder` has `given_names.tsv` (name, count, female_share) and `family_names.tsv` (name, freq_pct). */
export async function readNameRows(folder: string): Promise<NameRows> {
  return {
    given: await readRows(folder, "given_names.tsv", "name\tcount\tfemale_share"),
    family: await readRows(folder, "family_names.tsv", "name\tfreq_pct"),
  };
}
