/** The console is open for hours: what it counts, reports and exports has also what came on record since. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { choose as chooseOn, untilRecord, view as viewOn } from "./behaviors/console-page.ts";
import { flagged } from "./behaviors/drafts.ts";
import { expectHeld } from "./behaviors/held.ts";
import { textOf, untilText } from "./behaviors/page-text.ts";
import { savedBy } from "./behaviors/patient-section.ts";
import type { Driver, PageHandle } from "./harness/driver.ts";
import { browserNames, built, launch } from "./harness/launch.ts";
import { recordedEntries } from "./harness/record.ts";
import { withScene } from "./harness/scene.ts";
import { waitFor } from "./harness/wait.ts";
import { scriptOf } from "./page-scripts.ts";

describe.each(browserNames)("the console that stays open in %s", (browser) => {
  let driver: Driver;
  let page: PageHandle;
  beforeAll(async () => {
    driver = await launch(browser, { extension: built[browser] });
    await hold();
    page = await driver.openExtensionPage("audit.html");
    await untilRecord(page);
  });
  afterAll(() => driver?.close());

  const hold = (): Promise<void> =>
    withScene(driver, scriptOf("facebook-comment", "reply"), async (scene) => {
      await scene.page.type(flagged);
      await scene.untilChecked();
      await scene.send();
      await expectHeld(scene);
    });
  const view = (name: string): Promise<void> => viewOn(page, name);
  const choose = (place: string, value: string): Promise<void> => chooseOn(page, place, value);
  const attempts = async (): Promise<number[]> =>
    (await recordedEntries(page)).filter(({ kind }) => kind === "attempt").map(({ seq }) => seq);
  const exported = async (): Promise<string> => {
    const saved = await savedBy(page, () => page.click("#export-body button"));
    return Buffer.from(saved, "base64").toString("utf8");
  };

  it("reports also what was held a moment ago, each time anew", async () => {
    await view("report");
    for (const count of [2, 3]) {
      await hold();
      await page.click("#report-body form button[type=submit]");
      await untilText(page, "#report-body", `${count} entries`);
      const report = await textOf(page, "#report-body");
      const seqs = await attempts();
      expect(seqs).toHaveLength(count);
      for (const seq of seqs) expect(report).toMatch(new RegExp(`:${seq}\\b`));
    }
  });

  it("exports it, and counts it in figures and coverage", async () => {
    await view("entries");
    await choose("#filter-what", "");
    await hold();
    expect(await exported()).toContain(`,${(await attempts()).at(-1)},attempt,`);
    const written = (await recordedEntries(page)).length;
    await view("seats");
    await untilText(page, "#coverage-body", String(written));
    await hold();
    await view("figures");
    await untilText(page, "#figures-body", "5");
  });

  it("leaves what is being typed about a case", async () => {
    await view("entries");
    await choose("#filter-what", "attempts");
    await untilText(page, "#found", "1 case or entry found");
    await page.click(".grid");
    await page.press("Enter");
    await untilText(page, "#detail-body", "Its hash is right.");
    await page.click("#case-note");
    await page.type("Asked the desk about it");
    await view("figures");
    await view("entries");
    await exported();
    const typed = await page.evaluate(() => document.querySelector<HTMLTextAreaElement>("#case-note")?.value);
    expect(typed).toBe("Asked the desk about it");
  });

  it("puts a review on record, and whoever works by keyboard is still at the case", async () => {
    await choose("#case-state", "false-alarm");
    await page.click(".case button[type=submit]");
    await untilText(page, ".history", "Asked the desk about it");
    await waitFor(page, "the focus", () => document.activeElement?.id === "detail-title");
  });

  it("puts on record how many false alarms were exported, and nothing where there are none", async () => {
    const exports = async (): Promise<unknown[]> =>
      (await recordedEntries(page)).filter((one) => one.kind === "export" && one.format === "false-alarms");
    await choose("#export-format", "false-alarms");
    await choose("#filter-what", "");
    expect((await exported()).trimEnd().split("\n")).toHaveLength(1);
    expect(await exports()).toMatchObject([{ count: 1 }]);
    await choose("#filter-what", "review");
    await page.click("#export-body button");
    await untilText(page, "#said", "no case that is found was reviewed as a false alarm");
    expect(await exports()).toHaveLength(1);
  });
});
