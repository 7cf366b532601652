/** The officer's console with a million entries, in the built extension: bringing in, opening, filtering, and their size. */
import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Driver, PageHandle } from "../../test/e2e/harness/driver.ts";
import { poll, waitFor } from "../../test/e2e/harness/wait.ts";
import { built } from "../../test/e2e/harness/launch.ts";
import { milliseconds, summarize, table } from "./figures.ts";
import { measureAtRest, timeAppends } from "./record-at-rest.ts";
import { onCommandLine } from "./record-command.ts";
import { timeScroll } from "./record-scroll.ts";

const folder = join(import.meta.dirname, "../../.cache/bench-record");
const whole = 1_000_000;
const days = 2000;
/** Bringing a million entries in takes minutes on a slow machine. */
const patience = 20 * 60_000;

/** Each is one change of the form, from the filter before it. */
const changes: readonly (readonly [field: string, value: string])[] = [
  ["what", ""],
  ["category", "health"],
  ["site", "yelp"],
  ["surface", "comment"],
  ["rule", "your-visit"],
  ["rule", ""],
  ["from", "2022-01-01"],
  ["until", "2022-12-31"],
  ["state", "false-alarm"],
  ["state", ""],
  ["category", ""],
  ["site", ""],
  ["surface", ""],
  ["what", "posted-anyway"],
  ["from", ""],
  ["until", ""],
  ["what", "attempts"],
];

/** Once, for all browsers. */
let made: Promise<{ readonly out: string; readonly rows: string[][] }> | undefined;

async function makeSample(entries: number): Promise<{ readonly out: string; readonly rows: string[][] }> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const out = join(folder, "sample.jsonl");
  const found = await onCommandLine({ entries, days, out, folder });
  const size = entries.toLocaleString("en");
  const perLine = (await stat(out)).size / entries;
  return {
    out,
    rows: found.map(({ what, time, peak }) => [
      "none",
      `\`guard log ${what}\` of ${size} entries, ${perLine.toFixed(0)} bytes each, in Node with 64 MiB of heap; ${peak.toFixed(0)} MiB of memory at most`,
      "1",
      milliseconds(time),
      milliseconds(time),
      milliseconds(time),
    ]),
  };
}

/** Rows of a table: what, how many, p50, p95, max. */
export async function measureRecord(driver: Driver, share: number): Promise<string[][]> {
  const entries = Math.round(whole * share);
  const isFirst = made === undefined;
  made ??= makeSample(entries);
  const { out, rows } = await made;
  const appended = await timeAppends(driver, share);

  const page = await driver.openExtensionPage("audit.html");
  await untilOpen(page);
  const before = await used(page);
  await page.click('.views a[href="#seats"]');
  await page.setFiles("#log-files", [out]);
  const bringing = performance.now();
  await page.click("#logs-body form button[type=submit]");
  const said = await poll(
    () =>
      page.evaluate(() => {
        const { dataset, innerText } = document.querySelector<HTMLElement>("#logs-body form .status") ?? {};
        return dataset?.["kind"] === "good" || dataset?.["kind"] === "bad" ? innerText : undefined;
      }),
    patience,
  );
  if (said?.startsWith("1 of 1") !== true) throw new Error(`the sample was not brought in: ${said}`);
  const brought = performance.now() - bringing;
  const after = await used(page);

  await page.click('.views a[href="#entries"]');
  const opens: number[] = [];
  for (let times = 0; times < 5; times++) {
    await page.reload();
    opens.push(await untilOpen(page));
  }
  await waitFor(page, "the rules", () => document.querySelectorAll("#filter-rule option").length > 1);
  const filters: number[] = [];
  for (const [field, value] of changes) filters.push(await timeChange(page, `filter-${field}`, value));
  const wheel = await timeScroll(page, 120, 600);
  const bar = await timeScroll(page, "bar", 300);
  await page.close();
  const rest = await measureAtRest(driver.name, built[driver.name], share);
  const row = (what: string, times: readonly number[]): string[] => {
    const { count, p50, p95, max } = summarize(times);
    return [driver.name, what, String(count), milliseconds(p50), milliseconds(p95), milliseconds(max)];
  };
  const size = entries.toLocaleString("en");
  return [
    ...(isFirst ? rows : []),
    row("a page asks for a review, until the worker answers that its entry is on disk", appended),
    [
      driver.name,
      `at rest, ${rest.entries.toLocaleString("en")} entries of ${rest.line.toFixed(0)} bytes each: ${rest.estimate.toFixed(0)} by the browser's estimate, ${rest.files.toFixed(0)} in the files of its store when it has ended`,
      "1",
      "–",
      "–",
      "–",
    ],
    row(
      `bring ${size} entries in, chain checked; then ${((after - before) / entries).toFixed(0)} bytes each at rest`,
      [brought],
    ),
    row("open the console, from the start of the page to its first rows", opens),
    row("a filter, from the change of the form to the count of what is found", filters),
    row(`from frame to frame while a wheel scrolls three rows a frame${blankOf(wheel)}`, wheel.frames),
    row("of that, the page's own work", wheel.work),
    row(
      `from frame to frame while the bar is drawn from the first entry to the last${blankOf(bar)}`,
      bar.frames,
    ),
    row("of that, the page's own work", bar.work),
  ];
}

export const recordTable = (found: readonly string[][]): string =>
  table(["Browser", "What", "Times", "p50 ms", "p95 ms", "max ms"], found);

const blankOf = ({ blank }: { readonly blank: number }): string =>
  `; ${(blank * 100).toFixed(1)} % of the rows in sight had no text yet`;

/** Milliseconds since the start of the page. */
async function untilOpen(page: PageHandle): Promise<number> {
  await waitFor(page, "the record", () => performance.getEntriesByName("record-shown").length > 0);
  return page.evaluate(() => performance.getEntriesByName("record-shown")[0]?.startTime ?? Number.NaN);
}

const used = (page: PageHandle): Promise<number> =>
  page.evaluate(async () => (await navigator.storage.estimate()).usage ?? Number.NaN);

const timeChange = (page: PageHandle, id: string, value: string): Promise<number> =>
  page.evaluate(
    (id, value) =>
      new Promise<number>((resolve, reject) => {
        const control = document.getElementById(id);
        const found = document.querySelector("#found");
        if (!found || !(control instanceof HTMLSelectElement || control instanceof HTMLInputElement)) {
          reject(new Error(`no ${id}`));
          return;
        }
        const started = performance.now();
        new MutationObserver((_changes, observer) => {
          observer.disconnect();
          resolve(performance.now() - started);
        }).observe(found, { childList: true });
        control.value = value;
        control.dispatchEvent(new Event("change", { bubbles: true }));
      }),
    id,
    value,
  );
