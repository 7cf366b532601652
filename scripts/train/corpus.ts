import { readFileSync } from "node:fs";
import { toContext } from "../../src/engine/context.ts";
import type { Category, Draft, Practice } from "../../src/engine/model.ts";
import type { RuleContext } from "../../src/engine/rule.ts";

/** One labelled draft (test/corpus/GUIDE.md) with the context it is checked in. */
export interface Labelled {
  readonly id: string;
  readonly set: string;
  readonly expect: "flag" | "pass" | "either";
  readonly categories: readonly Category[];
  readonly spans: readonly (readonly [string, Category])[];
  readonly context: RuleContext;
}

interface Line extends Omit<Draft, "text"> {
  id: string;
  draft: string;
  expect: Labelled["expect"];
  categories?: Category[];
  spans?: [string, Category][];
}

export function readSet(name: string): Labelled[] {
  const folder = new URL(`../../test/corpus/${name}/`, import.meta.url);
  const practice: Practice = JSON.parse(readFileSync(new URL("practice.json", folder), "utf8"));
  return readFileSync(new URL("drafts.jsonl", folder), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const parsed: Line = JSON.parse(line);
      const { id, draft, expect, categories = [], spans = [], ...rest } = parsed;
      return {
        id,
        set: name,
        expect,
        categories,
        spans,
        context: toContext({ ...rest, text: draft }, practice),
      };
    });
}
