/**
 * One training run in a process of its own, so that two cores work at once: trains on all sets but one (or on all) and
 * sends what the model says about the set that was left out.
 */
import { fork } from "node:child_process";
import { readdirSync } from "node:fs";
import type { PackedModel } from "../../src/engine/model/packed.ts";
import {
  type Description,
  type Judged,
  type Judgment,
  describe,
  judge,
  toModel,
} from "../../src/engine/model/score.ts";
import { readSet } from "./corpus.ts";
import { prepare } from "./examples.ts";
import { fullSize, learn } from "./learn.ts";

export interface DescribedClause extends Judged, Description {}
export interface LeftOut extends Judgment<DescribedClause> {
  readonly id: string;
}
export interface Fold {
  readonly left: readonly LeftOut[];
  readonly packed: Omit<PackedModel, "blend" | "thresholds">;
}

const corpus = new URL("../../test/corpus/", import.meta.url);
export const sets: readonly string[] = readdirSync(corpus)
  .filter((name) => !name.includes("."))
  .sort();

export function runFold(left: string): Fold {
  const all = sets.flatMap((set) => readSet(set));
  const packed = learn(
    all.filter(({ set, expect }) => set !== left && expect !== "either").map(prepare),
    fullSize,
  );
  const model = toModel(packed);
  return {
    packed,
    left: all
      .filter(({ set }) => set === left)
      .map(({ id, context }) => {
        const judgment = judge(model, context);
        return {
          id,
          margins: judgment.margins,
          clauses: judgment.clauses.map((clause) => ({
            ...clause,
            ...describe(context, judgment, clause),
          })),
        };
      }),
  };
}

/** Runs `runFold` for each name, `atOnce` processes at a time, and hands each over as it is done. */
export async function runFolds(
  names: readonly string[],
  atOnce: number,
  done: (name: string, fold: Fold) => void,
): Promise<void> {
  const waiting = [...names];
  const work = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift())
      done(name, await inProcess(name));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

function inProcess(name: string): Promise<Fold> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL("run-fold.ts", import.meta.url), [name]);
    child.once("message", (fold) => resolve(fold as Fold));
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code !== 0) reject(new Error(`training without ${name} ended with code ${code}`));
    });
  });
}
