import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { catalog } from "../../../src/contract/catalog.ts";
import { ruleFiles } from "../../../scripts/docs/rule-files.ts";

it("docs/rules.md and the catalog of the options page are what the rules say (npm run docs)", async () => {
  for (const { path, text } of await ruleFiles()) expect(readFileSync(path, "utf8")).toBe(text);
});

it("the catalog of the options page has the shape that the page reads", async () => {
  const text = readFileSync("src/pages/options/rule-catalog.json", "utf8");
  const { rules } = catalog.parse(JSON.parse(text));
  expect(rules.length).toBeGreaterThan(40);
  expect(rules.filter(({ stops, passes }) => stops.length < 2 || passes.length < 2)).toEqual([]);
});
