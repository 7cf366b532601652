import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { settingsPage, settingsTable } from "../../../../scripts/docs/settings-page.ts";
import { lookAtPolicy } from "../../../../src/policy-file/look-at-policy.ts";
import { filesUnder } from "../../../house/repository.ts";
import { settingNames } from "../../../../scripts/guard/policy/setting-words.ts";

describe("docs/settings.md", () => {
  it("has the table that the declared settings make (npm run docs)", () => {
    const { path, text } = settingsPage();
    expect(readFileSync(path, "utf8")).toBe(text);
  });

  it("names every setting in the table, and outside it says something of each", () => {
    const page = readFileSync("docs/settings.md", "utf8");
    const table = settingsTable();
    const rest = page.replace(table, "");
    expect(settingNames.filter((name) => !table.includes(`\n| \`${name}\` `))).toEqual([]);
    const said = (name: string): boolean => new RegExp(`[\`"]${name}["\`]`).test(rest);
    expect(settingNames.filter((name) => !said(name))).toEqual([]);
    expect(page).not.toContain("seatMayAllow");
  });

  it("has no example of a policy that guard policy would refuse; nor has any page for admins", () => {
    const pages = ["docs/settings.md", ...filesUnder("docs/admin")].filter((path) => path.endsWith(".md"));
    const examples = pages.flatMap((path) =>
      [...readFileSync(path, "utf8").matchAll(/^```json\n(.*?)^```$/gms)].map(([, text = ""]) => ({
        path,
        text,
      })),
    );
    // What stands for something of the reader's own is no value that a policy can have.
    const whole = examples.filter(({ text }) => !/…/.test(text));
    expect(whole.length).toBeGreaterThan(0);
    for (const { path, text } of whole) {
      const { faults } = lookAtPolicy(new TextEncoder().encode(text));
      expect({ path, text, faults }).toEqual({ path, text, faults: [] });
    }
  });
});
