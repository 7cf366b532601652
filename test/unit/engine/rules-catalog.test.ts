import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ruleCatalog } from "../../../scripts/docs/rule-catalog.ts";

it("docs/rules.md is what the rules say (npm run docs)", async () => {
  expect(readFileSync("docs/rules.md", "utf8")).toBe(await ruleCatalog());
});
