/** Sealed drafts from the box at a site to the officer's eyes, in both browsers; and nothing of them anywhere else. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { newOfficerKey, officerKeyText } from "../../src/record/evidence-key.ts";
import { violations } from "./behaviors/access.ts";
import { expectHeld } from "./behaviors/held.ts";
import { withSeat } from "./behaviors/managed-seat.ts";
import { untilPolicy } from "./behaviors/managed-values.ts";
import { untilText } from "./behaviors/page-text.ts";
import { savedBy, wholePage } from "./behaviors/patient-section.ts";
import type { Driver, PageHandle } from "./harness/driver.ts";
import { browserNames } from "./harness/launch.ts";
import { searchProfile } from "./harness/profile-search.ts";
import { recordedEntries } from "./harness/record.ts";
import { withScene } from "./harness/scene.ts";
import { waitFor } from "./harness/wait.ts";
import { scriptOf } from "./page-scripts.ts";

const root = resolve(import.meta.dirname, "../..");
const run = promisify(execFile);
const passphrase = "nine wobbling lanterns hum";
const draft = "Thanks for coming in for your Botox, Quillandra!";
/** What a site's tab holds, the browser keeps with the tab, with the extension or without it. */
const sites = /^https:\/\/(?:www|biz|mbasic)\.(?:facebook|instagram|yelp)\.com\//;

const pressButton = (page: PageHandle, label: string): Promise<void> =>
  waitFor(
    page,
    `the button ${label}`,
    (label) => {
      const found = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === label);
      found?.click();
      return found !== undefined;
    },
    label,
  ).then(() => undefined);

async function stopOne(driver: Driver): Promise<void> {
  await withScene(driver, scriptOf("facebook-comment", "reply"), async (scene) => {
    await scene.page.type(draft);
    await scene.until("a verdict", ({ state }) => state === "block");
    await scene.send();
    await expectHeld(scene);
  });
}

async function openEntry(driver: Driver): Promise<PageHandle> {
  const page = await driver.openExtensionPage("audit.html");
  await waitFor(page, "its row", () => document.querySelectorAll(".rows .row").length > 0);
  await page.click(".grid");
  await page.press("Enter");
  await untilText(page, "#detail-body", "The draft, sealed");
  return page;
}

async function typePassphrase(page: PageHandle, text: string): Promise<void> {
  await page.click("#evidence-passphrase");
  await page.type(text);
  await page.click(".evidence form button[type=submit]");
}

describe.each(browserNames)("evidence in %s", (browser) => {
  it("is opened by the officer alone, in the console and on the command line, and lies nowhere in the clear", async () => {
    const folder = await mkdtemp(join(tmpdir(), "replyguard-evidence-"));
    const at = (name: string): string => join(folder, name);
    const officer = await newOfficerKey(passphrase, Date.now());
    await writeFile(at("officer.key"), officerKeyText(officer));
    await writeFile(at("passphrase"), passphrase, { mode: 0o600 });
    try {
      await withSeat(browser, async ({ managed, start }) => {
        const values = { evidenceKey: officer.publicKey };
        await managed.set(values);
        const driver = await start();
        await untilPolicy(driver, values);
        await stopOne(driver);

        const page = await openEntry(driver);
        expect(await wholePage(page)).not.toContain("Quillandra");
        expect(await violations(page, undefined)).toEqual([]);
        await page.setFiles("#evidence-key", [at("officer.key")]);
        await typePassphrase(page, "nine wobbling lanterns hum not");
        await untilText(page, ".evidence", "The passphrase does not open this key file");
        await typePassphrase(page, passphrase);
        await untilText(page, ".evidence-shown", draft);
        expect(await violations(page, undefined)).toEqual([]);
        expect(await wholePage(page)).not.toContain(passphrase);
        await pressButton(page, "Forget the key");
        expect(await wholePage(page)).not.toContain("Quillandra");
        const unlocks = (await recordedEntries(page)).filter(({ kind }) => kind === "unlock");
        expect(unlocks).toMatchObject([
          { what: "evidence", result: "refused", subject: {} },
          { what: "evidence", result: "opened", subject: {} },
        ]);

        await page.click('.views a[href="#seats"]');
        const saved = async (label: string, name: string): Promise<string> => {
          const bytes = Buffer.from(await savedBy(page, () => pressButton(page, label)), "base64");
          await writeFile(at(name), bytes);
          return bytes.toString("utf8");
        };
        await untilText(page, "#standing-body", "Check and export");
        const exported = await saved("Check and export this browser’s record", "record.jsonl");
        const beside = await saved("Save its 1 sealed draft", "record.evidence.jsonl");
        for (const file of [exported, beside]) expect(file).not.toContain("Quillandra");
        const key = ["--key", at("officer.key"), "--passphrase-file", at("passphrase")];
        const files = ["--in", at("record.evidence.jsonl"), "--log", at("record.jsonl")];
        const guard = ["tsx", "scripts/guard.ts", "officer", "open", ...key, ...files];
        const { stdout, stderr } = await run("npx", guard, { cwd: root });
        expect(JSON.parse(stdout)).toMatchObject({ outcome: "stopped", draft: { text: draft } });
        expect(stderr).toContain("1 draft opened");

        const digest = /"evidence":"([0-9a-f]{64})"/.exec(exported)?.[1] ?? "";
        await start(undefined, async (profile) => {
          const { finds } = await searchProfile(profile, [
            { label: "the draft", content: draft },
            { label: "a name", content: "Quillandra" },
            { label: "the passphrase", content: passphrase },
            { label: "the digest", content: digest },
          ]);
          const isTheSites = ({ page }: { page: string | undefined }): boolean =>
            page !== undefined && sites.test(page);
          const ours = finds.filter((find) => find.secret !== "the digest" && !isTheSites(find));
          expect(ours).toEqual([]);
          // The record is there, and the search reads it.
          expect(finds.map(({ secret }) => secret)).toContain("the digest");
        });
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
