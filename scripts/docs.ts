/**
 * Writes docs/rules.md, the rule catalog, from the rules and their examples. With `--check` it writes nothing and fails
 * if the file is not current.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { ruleCatalog } from "./docs/rule-catalog.ts";

const path = "docs/rules.md";
const text = await ruleCatalog();

if (process.argv.includes("--check")) {
  if (readFileSync(path, "utf8") !== text) {
    console.error(`${path} is not current: run npm run docs`);
    process.exitCode = 1;
  }
} else {
  writeFileSync(path, text);
  console.log(`${path} written`);
}
