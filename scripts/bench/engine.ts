import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";
import { defaultPolicy } from "../../src/contract/policy.ts";
import { practice as practiceSchema } from "../../src/contract/practice.ts";
import type { Driver, Site } from "../../test/e2e/harness/driver.ts";
import { waitFor } from "../../test/e2e/harness/wait.ts";
import { readPatients } from "../guard/read-patients.ts";
import { patientFile } from "../try/furnish.ts";
import { timedDrafts } from "./drafts.ts";
import { milliseconds, summarize, table } from "./figures.ts";

const address = "https://bench.replyguard.example/";
const each = 10;

/** Built each time: what is measured is the engine as it is now. */
export async function engineSite(): Promise<Site> {
  const folder = join(import.meta.dirname, "../../.cache/bench-pages");
  await build({ configFile: join(import.meta.dirname, "pages/vite.config.ts"), build: { outDir: folder } });
  return {
    folder,
    hosts: [new URL(address).host],
    find: (url) => (url.pathname === "/" ? "engine.html" : undefined),
  };
}

/** Milliseconds that one check takes, without messages; `driver` serves `engineSite`. */
export async function measureEngine(driver: Driver, share: number): Promise<string[][]> {
  const practiceFile = join(patientFile, "../practice.json");
  const practice = practiceSchema.parse(JSON.parse(await readFile(practiceFile, "utf8")));
  const people = readPatients(await readFile(patientFile, "utf8"), patientFile);
  const { strictness, actions } = defaultPolicy;
  const page = await driver.open(address);
  const prepare = async (): Promise<void> => {
    await waitFor(page, "the engine", () => "engine" in window);
    await page.evaluate(
      (...known) => window.engine.know(...known),
      { strictness, actions },
      practice,
      people,
    );
  };
  const rows: string[][] = [];
  const first = timedDrafts.find(({ length, kind }) => length === 200 && kind === "is stopped");
  const firsts: number[] = [];
  for (let times = 0; times < Math.ceil(12 * share); times += 1) {
    await page.reload();
    await prepare();
    firsts.push(await page.evaluate((text) => window.engine.first(text), first?.text ?? ""));
  }
  for (const { length, kind, text } of timedDrafts) {
    const verdict = await page.evaluate((draft) => window.engine.verdict(draft), text);
    if ((verdict === "allow") !== (kind === "passes"))
      throw new Error(`a draft that ${kind} was given ${verdict}`);
    await page.evaluate((draft) => window.engine.time(draft, 20, 10).length, text);
    const times = await page.evaluate(
      (draft, rounds, size) => window.engine.time(draft, rounds, size),
      text,
      Math.ceil(60 * share),
      each,
    );
    const { p50, p95, max } = summarize(times);
    rows.push([
      driver.name,
      String(length),
      kind,
      String(times.length * each),
      ...[p50, p95, max].map(milliseconds),
    ]);
  }
  const cold = summarize(firsts);
  rows.push([
    driver.name,
    "200",
    "is stopped; the first in a new page",
    String(cold.count),
    ...[cold.p50, cold.p95, cold.max].map(milliseconds),
  ]);
  await page.close();
  return rows;
}

export const engineTable = (found: readonly string[][]): string =>
  table(["Browser", "Characters", "The draft", "Checks", "p50", "p95", "max"], found);
