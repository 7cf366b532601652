/** The officer's console in both browsers: own entries and brought-in logs, cases, exports that verify. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodeChecking } from "../../scripts/guard/log/read-file.ts";
import { sampleLines } from "../../scripts/guard/log/sample.ts";
import { toLine } from "../../src/record/read-line.ts";
import { verifyExport } from "../../src/record/verify.ts";
import { expectReadable } from "./behaviors/access.ts";
import { choose, untilRecord, view } from "./behaviors/console-page.ts";
import { expectHeld } from "./behaviors/held.ts";
import { textOf, untilText } from "./behaviors/page-text.ts";
import { savedBy, wholePage } from "./behaviors/patient-section.ts";
import type { Driver, PageHandle } from "./harness/driver.ts";
import { browserNames, built, launch } from "./harness/launch.ts";
import { withScene } from "./harness/scene.ts";
import { poll, waitFor } from "./harness/wait.ts";
import { scriptOf } from "./page-scripts.ts";

const draft = "Thanks for coming in for your Botox, Marisol!";

async function sample(entries: number, days: number, seed: number): Promise<string> {
  let text = "";
  for await (const line of sampleLines({ entries, days, seed, from: "2026-01-05", out: "" }))
    text += `${toLine(line)}\n`;
  return text;
}

describe.each(browserNames)("the console in %s", (browser) => {
  let driver: Driver;
  let page: PageHandle;
  let folder: string;
  let whole: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "console-"));
    whole = await sample(100_000, 300, 7);
    driver = await launch(browser, { extension: built[browser] });
    await withScene(driver, scriptOf("facebook-comment", "reply"), async (scene) => {
      await scene.page.type(draft);
      await scene.until("a verdict", ({ state }) => state === "block");
      await scene.send();
      await expectHeld(scene);
    });
    page = await driver.openExtensionPage("audit.html");
    await untilRecord(page);
  });
  afterAll(async () => {
    await driver?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function bringIn(name: string, text: string, evenBroken = false): Promise<void> {
    const file = join(folder, name);
    await writeFile(file, text);
    await view(page, "seats");
    await page.evaluate((on) => {
      const box = document.querySelector<HTMLInputElement>("#log-broken");
      if (box) box.checked = on;
    }, evenBroken);
    await page.setFiles("#log-files", [file]);
    await page.click("#logs-body form button[type=submit]");
    await waitFor(page, "the outcome", () =>
      /good|bad/.test(document.querySelector<HTMLElement>("#logs-body form .status")?.dataset["kind"] ?? ""),
    );
  }

  /** Of the large log: posted anyway, about health, with that reason. */
  const permitted = (): number =>
    whole
      .split("\n")
      .filter((line) =>
        ['"outcome":"posted-anyway"', '"health"', "written permission"].every((part) => line.includes(part)),
      ).length;

  it("shows the draft that was held, and no word of it", async () => {
    await untilText(page, ".rows .row", "Stopped");
    expect(await page.evaluate(() => document.querySelectorAll(".rows .row").length)).toBe(1);
    await page.click(".grid");
    await page.press("Enter");
    await untilText(page, "#detail-body", "Its hash is right.");
    const all = await wholePage(page);
    for (const word of ["Marisol", "Botox", draft]) expect(all).not.toContain(word);
  });

  it("puts the work on a case on record, and shows it as its history", async () => {
    await choose(page, "#case-state", "false-alarm");
    await page.click("#case-note");
    await page.type("The practice’s own product");
    await page.click(".case button[type=submit]");
    await untilText(page, ".history", "False alarm");
    expect(await textOf(page, ".history")).toContain("The practice’s own product");
    await untilText(page, ".rows .row", "False alarm");
    // Whoever works by keyboard is still at the case.
    await waitFor(page, "the focus", () => document.activeElement?.id === "detail-title");
    await choose(page, "#filter-what", "review");
    await untilText(page, "#found", "1 case or entry found");
    await choose(page, "#filter-what", "attempts");
  });

  it("exports this browser’s record so that another program can verify it", async () => {
    await view(page, "seats");
    const saved = await savedBy(page, () => page.click("#standing-body button"));
    await untilText(page, "#said", "every one holds");
    const text = Buffer.from(saved, "base64").toString("utf8");
    const lines = text.trimEnd().split("\n");
    const source = {
      async *lines() {
        yield* lines;
      },
      last: lines.at(-1) ?? "",
    };
    const verified = await verifyExport(source, { keys: new Set(), acceptedClocks: new Set() }, nodeChecking);
    expect(verified).toHaveProperty("held");
    for (const kind of ["first", "attempt", "review", "export"]) expect(text).toContain(`"kind":"${kind}"`);
  });

  it("refuses a log that was tampered with, names the first fault, and takes what is before it on request", async () => {
    const lines = (await sample(400, 4, 3)).split("\n");
    const tampered = lines.map((line, at) =>
      at === 250 ? line.replace(/"length":\d+/, '"length":1') : line,
    );
    tampered[250] = (tampered[250] ?? "").replace(/"at":(\d+)\d/, '"at":$11');
    await bringIn("tampered.jsonl", tampered.join("\n"));
    const words = await textOf(page, ".results");
    expect(words).toContain("not brought in. Line 251: changed");
    expect(await textOf(page, "#logs-table")).not.toContain("tampered");
    await bringIn("tampered.jsonl", tampered.join("\n"), true);
    await untilText(page, "#logs-table", "Broken. Line 251: changed");
  });

  it("brings in a log of 100,000 entries, scrolls through it and filters it", async () => {
    await bringIn("desk.jsonl", whole);
    // A slow machine takes its time for 100,000.
    const isIn = await poll(async () => {
      const said = await textOf(page, "#logs-body form .status");
      return said.includes("1 of 1 brought in") || undefined;
    }, 100_000);
    expect(isIn).toBe(true);
    await view(page, "entries");
    await choose(page, "#filter-what", "");
    await waitFor(page, "all of them", () => {
      const found = document.querySelector<HTMLElement>("#found")?.innerText ?? "";
      return Number(found.replaceAll(/\D/g, "")) > 100_000;
    });
    await page.click(".grid .head");
    await page.press("End");
    await waitFor(page, "the oldest", () =>
      [...document.querySelectorAll<HTMLElement>(".rows .row")].at(-1)?.innerText.includes("Record begun"),
    );
    const at = await page.evaluate(() => {
      const grid = document.querySelector(".grid");
      const rows = [...document.querySelectorAll(".rows .row")];
      return {
        count: Number(grid?.getAttribute("aria-rowcount")),
        last: Number(rows.at(-1)?.getAttribute("aria-rowindex")),
        drawn: rows.length,
        active: document.getElementById(grid?.getAttribute("aria-activedescendant") ?? "")?.className,
      };
    });
    expect(at.last).toBe(at.count);
    expect(at.drawn).toBeLessThan(60);
    expect(at.active).toContain("active");
    await page.press("PageUp");
    await page.press("ArrowUp");
    await page.press("Home");
    await waitFor(page, "the newest", () => document.querySelector("[aria-rowindex='2'].active") !== null);
    await choose(page, "#filter-category", "health");
    await choose(page, "#filter-what", "posted-anyway");
    const seat = await page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLOptionElement>("#filter-seat option")].find((one) =>
          one.innerText.startsWith("desk"),
        )?.value ?? "",
    );
    await choose(page, "#filter-seat", seat);
    await page.click("#filter-text");
    await page.type("written permission");
    await untilText(page, "#found", `${permitted().toLocaleString("en")} cases and entries found`);
    await waitFor(page, "rows", () =>
      [...document.querySelectorAll<HTMLElement>(".rows .row")].every((row) =>
        row.innerText.includes("Posted anyway"),
      ),
    );
  });

  it("exports what was found as CSV, and puts the export on record", async () => {
    const saved = await savedBy(page, () => page.click("#export-body button[type=submit]"));
    const rows = Buffer.from(saved, "base64").toString("utf8").trimEnd().split("\r\n");
    expect(rows.length).toBe(permitted() + 1);
    expect(rows.every((row, at) => at === 0 || row.includes("written permission"))).toBe(true);
  });

  it("keeps a filter as a view", async () => {
    await page.click("#views-body summary");
    await page.click("#view-name");
    await page.type("Overrides about health");
    await page.click("#views-body button[type=submit]");
    await untilText(page, ".views-list", "Overrides about health");
    await page.click(".filters .fold button");
    await page.reload();
    await untilRecord(page);
    await page.click("#views-body summary");
    await waitFor(page, "the view", () => document.querySelector(".views-list button") !== null);
    await page.click(".views-list button");
    const shown = await page.evaluate(() =>
      ["what", "category", "text"].map(
        (name) => document.querySelector<HTMLSelectElement>(`#filter-${name}`)?.value,
      ),
    );
    expect(shown).toEqual(["posted-anyway", "health", ""]);
  });

  it("reports on a period, each figure with the entries that it counts", async () => {
    await view(page, "report");
    await choose(page, "#report-from", "2026-02-01");
    await choose(page, "#report-until", "2026-02-28");
    await page.click("#report-body button[type=submit]");
    await untilText(page, ".period", "February 1, 2026 to February 28, 2026");
    const figure = await page.evaluate(() => {
      const row = [...document.querySelectorAll<HTMLElement>(".period .facts > div")].find((one) =>
        one.innerText.startsWith("Posted anyway"),
      );
      row?.querySelector("button")?.setAttribute("data-test-place", "");
      return row?.querySelector("button")?.innerText ?? "";
    });
    await page.click("[data-test-place]");
    await untilText(page, "#found", `${figure} entries found`);
    expect(Number(figure.replaceAll(",", ""))).toBeGreaterThan(100);
  });

  it.each(["entries", "figures", "seats", "report"])(
    "axe finds nothing in %s, and it is never too wide",
    async (name) => {
      await view(page, name);
      if (name === "figures")
        await waitFor(page, "charts", () => document.querySelector("#figures svg") !== null);
      await page.evaluate(() => {
        for (const one of document.querySelectorAll("details")) one.open = true;
      });
      await expectReadable(page);
    },
  );

  it("forgets a log on request", async () => {
    await view(page, "seats");
    await waitFor(page, "the logs", () => document.querySelector("#logs-table .danger") !== null);
    const before = await page.evaluate(() => document.querySelectorAll("#logs-table .danger").length);
    await page.click("#logs-table .danger");
    await untilText(page, "#logs-table .danger", "for good");
    await page.click("#logs-table .danger");
    await waitFor(
      page,
      "one less",
      (before) => document.querySelectorAll("#logs-table .danger").length === before - 1,
      before,
    );
  });
});
