/**
 * Writes what is made from the rules and their examples (docs/rules.md, and the catalog of the options page) and from the
 * declared settings (the table of docs/settings.md). With `--check` it writes nothing and fails if a file is not current.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { ruleFiles } from "./docs/rule-files.ts";
import { settingsPage } from "./docs/settings-page.ts";

let status = 0;
for (const { path, text } of [...(await ruleFiles()), settingsPage()]) {
  if (process.argv.includes("--check")) {
    if (readFileSync(path, "utf8") === text) continue;
    console.error(`${path} is not current: run npm run docs`);
    status = 1;
  } else {
    writeFileSync(path, text);
    console.log(`${path} written`);
  }
}
process.exitCode = status;
