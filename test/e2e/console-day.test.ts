/** An officer's day at the console by keyboard alone, in both browsers: open, bring in, filter, review, export, print, lock. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleLines } from "../../scripts/guard/log/sample.ts";
import { newConsoleLock } from "../../src/record/console-lock.ts";
import { toLine } from "../../src/record/read-line.ts";
import { expectReadable, violations } from "./behaviors/access.ts";
import { untilRecord } from "./behaviors/console-page.ts";
import { untilManaged } from "./behaviors/managed-values.ts";
import { textOf, untilText } from "./behaviors/page-text.ts";
import { savedBy } from "./behaviors/patient-section.ts";
import type { Driver, PageHandle } from "./harness/driver.ts";
import { browserNames, built, launch } from "./harness/launch.ts";
import { waitFor } from "./harness/wait.ts";

const passphrase = "amber-fennel-quartz-meadow";
/** More than there are stops on any of the page's views. */
const mostStops = 150;

describe.each(browserNames)("an officer’s day by keyboard in %s", (browser) => {
  let driver: Driver;
  let page: PageHandle;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "console-day-"));
    let text = "";
    for await (const line of sampleLines({ entries: 2000, days: 60, seed: 5, from: "2026-01-05", out: "" }))
      text += `${toLine(line)}\n`;
    await writeFile(join(folder, "desk.jsonl"), text);
    const managed = {
      consoleLock: await newConsoleLock(passphrase),
      acknowledgment: { name: true },
      version: "2026-11",
    };
    driver = await launch(browser, { extension: built[browser], managed });
    const popup = await driver.openExtensionPage("popup.html");
    await untilManaged(popup, managed);
    await popup.close();
  });
  afterAll(async () => {
    await driver?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const isAt = (selector: string): Promise<boolean> =>
    page.evaluate((place) => document.activeElement?.matches(place) ?? false, selector);
  /** By the Tab key, forward, until it is there. */
  async function tabTo(selector: string): Promise<void> {
    for (let stop = 0; stop < mostStops; stop++) {
      if (await isAt(selector)) return;
      await page.press("Tab");
    }
    throw new Error(`no way to ${selector} by the Tab key`);
  }
  /** By the Tab key, and then Enter. */
  async function activate(selector: string): Promise<void> {
    await tabTo(selector);
    await page.press("Enter");
  }
  /** By the Tab key; the choice itself is not typed. */
  async function choose(selector: string, value: string): Promise<void> {
    await tabTo(selector);
    await page.evaluate((value) => {
      const select = document.activeElement;
      if (!(select instanceof HTMLSelectElement)) throw new Error("no list of choices has focus");
      select.value = value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }, value);
  }
  async function openView(name: string): Promise<void> {
    await tabTo(`.views a[href="#${name}"]`);
    await page.press("Enter");
    await waitFor(page, name, (id) => document.getElementById(id)?.hidden === false, name);
  }

  it("somebody at the browser confirms the rules", async () => {
    page = await driver.openExtensionPage("popup.html");
    await waitFor(page, "the question", () => document.querySelector("#confirm-who")?.checkVisibility());
    await activate("#confirm-body button");
    await untilText(page, "#confirm-error", "Type your name or initials.");
    await page.type("K. P.");
    expect(await violations(page, undefined)).toEqual([]);
    await activate("#confirm-body button");
    await waitFor(page, "it to be done", () => document.querySelector<HTMLElement>("#confirm")?.hidden);
    await page.close();
  });

  it("the officer opens the record", async () => {
    page = await driver.openExtensionPage("audit.html");
    await waitFor(page, "the field", () => document.activeElement?.id === "officer-passphrase");
    await page.type(passphrase);
    await page.press("Enter");
    await untilRecord(page);
  });

  it("brings a log in", async () => {
    await openView("seats");
    await tabTo("#log-files");
    await page.setFiles("#log-files", [join(folder, "desk.jsonl")]);
    await activate("#logs-body form button[type=submit]");
    await untilText(page, "#logs-body form .status", "1 of 1 brought in");
    await expectReadable(page);
  });

  it("filters, and opens a draft that was posted anyway", async () => {
    await openView("entries");
    await choose("#filter-what", "posted-anyway");
    await page.press("Tab");
    await waitFor(page, "those alone", () => {
      const rows = [...document.querySelectorAll<HTMLElement>(".rows .row")];
      return rows.length > 0 && rows.every((row) => row.innerText.includes("Posted anyway"));
    });
    await tabTo(".grid");
    await page.press("ArrowDown");
    await page.press("Enter");
    await waitFor(page, "the entry", () => document.activeElement?.id === "detail-title");
    await page.evaluate(() => {
      for (const one of document.querySelectorAll("details")) one.open = true;
    });
    await expectReadable(page);
  });

  it("reviews it, and puts on record that it was taken down", async () => {
    await choose("#case-state", "false-alarm");
    await tabTo("#case-note");
    await page.type("The owner’s own offer");
    await activate(".case button[type=submit]");
    await untilText(page, ".history", "The owner’s own offer");
    expect(await textOf(page, ".history")).toContain("False alarm");
    await waitFor(page, "the form", () => document.querySelector(".gone summary") !== null);
    await activate(".gone summary");
    await tabTo("#case-take-down-reference");
    await page.type("https://www.yelp.example/a");
    await page.press("Enter");
    await untilText(page, ".gone form", "The reference has a link");
    await page.evaluate(() => {
      document.querySelector<HTMLInputElement>("#case-take-down-reference")?.select();
    });
    await tabTo("#case-take-down-reference");
    await page.type("Case 12-A");
    await page.press("Enter");
    await untilText(page, "#said", "taken down is on record");
  });

  it("exports the false alarm, by its rules and without a text", async () => {
    await choose("#export-format", "false-alarms");
    const saved = await savedBy(page, () => activate("#export-body button[type=submit]"));
    const lines = Buffer.from(saved, "base64").toString("utf8").trimEnd().split("\n");
    // The log that was brought in has some of its own.
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines)
      expect(JSON.parse(line)).toEqual({
        falseAlarm: expect.objectContaining({ outcome: "posted-anyway", rules: expect.any(Array) }),
      });
    await untilText(page, "#said", `Exported ${lines.length} false alarm`);
  });

  it("reads figures that are crossed with the weeks", async () => {
    await openView("figures");
    await waitFor(page, "the table", () => document.querySelector(".crossed td[data-step]") !== null);
    await choose("#crossed-by", "seat");
    await untilText(page, ".crossed caption", "by week and seat");
    await expectReadable(page);
  });

  it("puts a training on record, reports, and finds in the report what was done", async () => {
    await openView("report");
    await tabTo("#training-topic");
    await page.type("Replies to reviews");
    await page.press("Enter");
    await untilText(page, "#said", "The training is on record.");
    await openView("report");
    await activate("#report-body button[type=submit]");
    await untilText(page, ".period", "Training held");
    const report = await textOf(page, ".period");
    for (const words of [
      "Rules confirmed",
      "Reply taken down",
      "False alarm",
      "Unlocked or locked",
      "Record exported",
    ])
      expect(report).toContain(words);
    await expectReadable(page);
  });

  it("prints, which is on record with its period", async () => {
    await page.evaluate(() => {
      window.print = () => void (document.body.dataset["printed"] = "yes");
    });
    await openView("report");
    await activate("#report-body form button[type=button]");
    await waitFor(page, "the print", () => document.body.dataset["printed"] === "yes");
  });

  it("locks", async () => {
    await activate("#lock-now button");
    await waitFor(page, "the field", () => document.activeElement?.id === "officer-passphrase");
    expect(await page.evaluate(() => document.body.innerText.includes("Posted anyway"))).toBe(false);
  });
});
