import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";
import { defaultPolicy } from "../../src/contract/policy.ts";
import { practice as practiceSchema } from "../../src/contract/practice.ts";
import type { Driver, PageHandle, Site } from "../../test/e2e/harness/driver.ts";
import { waitFor } from "../../test/e2e/harness/wait.ts";
import { peopleOf } from "../guard/patients/read-people.ts";
import { patientFile } from "../try/furnish.ts";
import { timedDrafts } from "./drafts.ts";
import { type Summary, milliseconds, summarize, table } from "./figures.ts";
import { hostileTexts } from "./hostile.ts";

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
  const people = await peopleOf(patientFile);
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
  const worst = await worstOfHostile(page, Math.ceil(10 * share));
  const cold = summarize(firsts);
  rows.push([
    driver.name,
    "200",
    "is stopped; the first in a new page",
    String(cold.count),
    ...[cold.p50, cold.p95, cold.max].map(milliseconds),
  ]);
  rows.push([
    driver.name,
    String(hostileLength),
    `hostile, the slowest of ${String(worst.kinds)} kinds: ${worst.kind}`,
    String(worst.count),
    ...[worst.p50, worst.p95, worst.max].map(milliseconds),
  ]);
  await page.close();
  return rows;
}

const hostileLength = 20_000;

/** Each kind is checked `times` times alone; the one with the longest median is told. */
async function worstOfHostile(
  page: PageHandle,
  times: number,
): Promise<Summary & { kind: string; kinds: number }> {
  const found: (Summary & { kind: string; kinds: number })[] = [];
  const texts = hostileTexts(hostileLength);
  for (const { kind, text } of texts) {
    const measured = await page.evaluate(
      (draft, rounds) => window.engine.time(draft, rounds, 1),
      text,
      times + 1,
    );
    found.push({ kind, kinds: texts.length, ...summarize(measured.slice(1)) });
  }
  const [worst] = found.toSorted((a, b) => b.p50 - a.p50);
  if (!worst) throw new Error("no hostile texts");
  return worst;
}

export const engineTable = (found: readonly string[][]): string =>
  table(["Browser", "Characters", "The draft", "Checks", "p50", "p95", "max"], found);
