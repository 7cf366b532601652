/** What an entry takes where it lies, and how long it takes to get there, in the built extension. */
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EntryLine } from "../../src/contract/record-entry.ts";
import { toLine } from "../../src/record/read-line.ts";
import { toldByWorker } from "../../test/e2e/harness/ask-worker.ts";
import type { Driver } from "../../test/e2e/harness/driver.ts";
import { launch } from "../../test/e2e/harness/launch.ts";
import { fillRecord } from "../../test/e2e/harness/record.ts";
import { sampleLines } from "../guard/log/sample.ts";

const appends = 1000;
const days = 400;

/**
 * Milliseconds from the request of one of the extension's pages to the answer that its entry is on disk, one after the other.
 */
export async function timeAppends(driver: Driver, share: number): Promise<number[]> {
  const page = await driver.openExtensionPage("popup.html");
  await toldByWorker(page, "record.standing", {});
  const times = await page.evaluate(
    async (count) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean }> } };
      };
      const subject = { seat: "0".repeat(16), seq: 1, hash: "0".repeat(64) };
      const message = { channel: "record.review", body: { subject, state: "confirmed" } };
      const times: number[] = [];
      for (let at = 0; at < count; at++) {
        const started = performance.now();
        const { ok } = await chrome.runtime.sendMessage(message);
        times.push(performance.now() - started);
        if (!ok) throw new Error("the entry was refused");
      }
      return times;
    },
    Math.round(appends * share),
  );
  await page.close();
  // The first begins the record, reads keys and policy.
  return times.slice(1);
}

export interface AtRest {
  readonly entries: number;
  /** Bytes each: of the line, by `navigator.storage.estimate()`, and of the files of the store. */
  readonly line: number;
  readonly estimate: number;
  readonly files: number;
}

/** The entries of an invented seat, put into the store as the worker puts them, each with the head that it makes. */
export async function measureAtRest(name: Driver["name"], extension: string, share: number): Promise<AtRest> {
  const entries = Math.round(80_000 * share);
  const lines: EntryLine[] = [];
  for await (const line of sampleLines({ entries, days, seed: 2, from: "2025-01-01", out: "" }))
    if ("entry" in line) lines.push(line);
  const profile = await mkdtemp(join(tmpdir(), "bench-at-rest-"));
  try {
    const driver = await launch(name, { extension, profile });
    const page = await driver.openExtensionPage("options.html");
    await toldByWorker(page, "record.standing", {});
    const used = (): Promise<number> =>
      page.evaluate(async () => (await navigator.storage.estimate()).usage ?? Number.NaN);
    const before = await used();
    await fillRecord(page, lines);
    const estimate = ((await used()) - before) / entries;
    await driver.close();
    const files = (await sizeOf(profile)) / entries;
    const line = lines.reduce((sum, one) => sum + toLine(one).length, 0) / entries;
    return { entries, line, estimate, files };
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Of every file of IndexedDB. */
async function sizeOf(profile: string): Promise<number> {
  const all = await readdir(profile, { recursive: true });
  const stored = all.filter((path) =>
    /IndexedDB\/.*extension_|storage\/default\/moz-extension.*\/idb\//.test(path),
  );
  const sizes = await Promise.all(
    stored.map(async (path) => {
      const found = await stat(join(profile, path));
      return found.isFile() ? found.size : 0;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
