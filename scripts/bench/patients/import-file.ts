/** A whole file of invented people through the extension's own options page in Chromium, as an admin brings it in. */
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Driver, PageHandle } from "../../../test/e2e/harness/driver.ts";
import { launch } from "../../../test/e2e/harness/launch.ts";
import { importSaid, openPatients, testPassphrase, untilStep } from "../../../test/e2e/harness/patients.ts";
import { poll } from "../../../test/e2e/harness/wait.ts";
import { milliseconds, table } from "../figures.ts";
import { seeds } from "./lists.ts";
import { memoryOf } from "./memory.ts";
import type { Frequencies } from "./names.ts";
import { everyone, inventCrowd } from "./people.ts";

/** A million rows on a slow machine; the test harness's own patience is for small files. */
const patience = 300_000;
const head = "First name,Last name,Maiden name,Instagram,Mobile phone,E-mail,Date of birth,MRN";

declare global {
  interface Window {
    waits: { longest: number; shown: Set<string> };
  }
}

function* lines(frequencies: Frequencies, size: number): Generator<string> {
  yield `${head}\n`;
  let block = "";
  for (const person of everyone(inventCrowd(frequencies, size, seeds.listed, true))) {
    const { given, family, formerFamilies, handles, phones, emails, birthDates, recordNumbers } = person;
    const fields = [formerFamilies, handles, phones, emails, birthDates, recordNumbers];
    block += `${[given, family, ...fields.map(([first = ""]) => first)].join(",")}\n`;
    if (block.length < 1 << 20) continue;
    yield block;
    block = "";
  }
  yield block;
}

/** How long the page could do nothing, and what it showed of the progress. */
function watchPage(): void {
  const waits = { longest: 0, shown: new Set<string>() };
  window.waits = waits;
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    waits.longest = Math.max(waits.longest, now - last);
    last = now;
    const words = document.querySelector("#patients progress ~ .help")?.textContent;
    if (words) waits.shown.add(words);
  }, 5);
}

async function untilReport(page: PageHandle): Promise<void> {
  const state = await poll(async () => {
    const found = await page.evaluate(() => {
      const said = document.querySelector("#patients .import > .status")?.textContent ?? "";
      return document.getElementById("report-title") ? "read" : said;
    });
    return found === "" ? undefined : found;
  }, patience);
  if (state !== "read") throw new Error(state ?? "the file was not read in time");
}

async function importOne(driver: Driver, frequencies: Frequencies, size: number): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "replyguard-bench-"));
  try {
    const file = join(folder, "people.csv");
    await pipeline(Readable.from(lines(frequencies, size)), createWriteStream(file));
    const { size: bytes } = await stat(file);
    const page = await openPatients(driver);
    await page.setFiles("#patients-file", [file]);
    await untilStep(page, "preview");
    if (await page.evaluate(() => document.querySelector("#import-passphrase") !== null)) {
      for (const field of ["#import-passphrase", "#import-again"]) {
        await page.click(field);
        await page.type(testPassphrase);
      }
    }
    await page.evaluate(watchPage);
    const memory = await memoryOf();
    const started = performance.now();
    await page.click("#patients .preview .button.primary");
    await untilReport(page);
    const read = performance.now() - started;
    const peak = await memory.peak();
    const { longest, shown } = await page.evaluate(() => ({
      longest: window.waits.longest,
      shown: window.waits.shown.size,
    }));
    const taking = performance.now();
    await page.click("#patients .preview .button.primary");
    const said = await importSaid(page);
    if (!said.startsWith("In use")) throw new Error(said);
    const taken = performance.now() - taking;
    await page.close();
    return [
      size.toLocaleString("en-US"),
      (bytes / 1e6).toFixed(0),
      (read / 1000).toFixed(1),
      (taken / 1000).toFixed(2),
      milliseconds(longest),
      String(shown),
      peak === undefined ? "–" : (peak / 1e6).toFixed(0),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The extension must have been built. */
export async function measureImport(frequencies: Frequencies, sizes: readonly number[]): Promise<string> {
  const rows: string[][] = [];
  for (const size of sizes) {
    const extension = join(import.meta.dirname, "../../../dist/chrome");
    const site = { folder: extension, hosts: ["bench.replyguard.example"], find: () => undefined };
    const driver = await launch("chromium", { extension, site });
    try {
      rows.push(await importOne(driver, frequencies, size));
    } finally {
      await driver.close();
    }
  }
  const columns = [
    "Rows",
    "file (MB)",
    "read, built and sealed (s)",
    "taken into use (s)",
    "longest wait of the page (ms)",
    "steps of progress shown",
    "peak memory (MB)",
  ];
  return table(columns, rows);
}
