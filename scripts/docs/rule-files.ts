import { readRules } from "./read-rules.ts";
import { rulePage } from "./rule-catalog.ts";

/** The files that are made from the rules, by their path from the root. */
export async function ruleFiles(): Promise<readonly { readonly path: string; readonly text: string }[]> {
  const catalog = await readRules();
  return [
    { path: "docs/rules.md", text: rulePage(catalog) },
    // One rule a line, so that a change of one is a change of one line.
    {
      path: "src/pages/options/rule-catalog.json",
      text: `{"rules":[\n${catalog.rules.map((rule) => JSON.stringify(rule)).join(",\n")}\n],\n"others":${JSON.stringify(catalog.others)}}\n`,
    },
  ];
}
