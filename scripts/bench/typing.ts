import type { Driver, PageHandle } from "../../test/e2e/harness/driver.ts";
import { waitFor } from "../../test/e2e/harness/wait.ts";
import { safeDrafts, stoppedDrafts } from "./drafts.ts";
import { milliseconds, summarize, table } from "./figures.ts";
import type { Stroke } from "./recorder.ts";
import { isJudged, takeStrokes } from "./recorder.ts";
import type { Box } from "./writer.ts";
import { empty, lexical, openBox, pause, textarea, writeSlowly } from "./writer.ts";

/** Milliseconds between two keys of a quick writer: about 110 words a minute. */
const typingGap = 100;

const drafts = [...safeDrafts, ...stoppedDrafts];

async function warm(page: PageHandle, least: number): Promise<Stroke[]> {
  const strokes: Stroke[] = [];
  for (let at = 0; strokes.filter(isTimed).length < least; at += 1) {
    await writeSlowly(page, drafts[at % drafts.length] ?? "", typingGap);
    await waitFor(page, "the verdict on the draft", isJudged);
    strokes.push(...(await page.evaluate(takeStrokes)));
    await empty(page);
  }
  return strokes;
}

/** Each key meets a worker that has just been stopped. */
async function stopped(driver: Driver, page: PageHandle, keys: number): Promise<Stroke[]> {
  const strokes: Stroke[] = [];
  const perDraft = Math.ceil(keys / drafts.length);
  for (const draft of drafts) {
    const characters = [...draft].slice(-perDraft);
    await page.type(draft.slice(0, -perDraft));
    await waitFor(page, "the verdict on the beginning", isJudged);
    await page.evaluate(takeStrokes);
    for (const character of characters) {
      await driver.killWorker();
      await pause(50);
      await page.type(character);
      await waitFor(page, "the verdict of a new worker", isJudged);
      strokes.push(...(await page.evaluate(takeStrokes)));
    }
    await empty(page);
  }
  return strokes;
}

const isTimed = ({ verdict }: Stroke): boolean => verdict !== undefined;

function row(driver: Driver, box: Box, worker: string, kind: string, strokes: readonly Stroke[]): string[] {
  const times = strokes.flatMap(({ verdict }) => verdict ?? []);
  const { count, p50, p95, p99, max } = summarize(times);
  return [driver.name, box.words, worker, kind, String(count), ...[p50, p95, p99, max].map(milliseconds)];
}

function rows(driver: Driver, box: Box, worker: string, strokes: readonly Stroke[]): string[][] {
  return [
    row(driver, box, worker, "all", strokes),
    row(
      driver,
      box,
      worker,
      "clear",
      strokes.filter(({ state }) => state === "clear"),
    ),
    row(
      driver,
      box,
      worker,
      "found",
      strokes.filter(({ state }) => state === "warn" || state === "block"),
    ),
  ];
}

/** From the key event to the verdict in the page, in milliseconds. */
export async function measureTyping(driver: Driver, share: number): Promise<string[][]> {
  const all: string[][] = [];
  for (const box of [lexical, textarea]) {
    const page = await openBox(driver, box);
    // The first keys find code that has never run.
    await writeSlowly(page, safeDrafts[0], typingGap / 2);
    await writeSlowly(page, stoppedDrafts[0], typingGap / 2);
    await empty(page);
    await page.evaluate(takeStrokes);
    const running = await warm(page, Math.ceil(320 * share));
    all.push(...rows(driver, box, "running", running));
    all.push(...rows(driver, box, "stopped", await stopped(driver, page, Math.ceil(64 * share))));
    const faults = running.filter(({ state }) => state === "unchecked").length;
    if (faults > 0) throw new Error(`${faults} keys ended unchecked`);
    await page.close();
  }
  return all;
}

export const typingTable = (found: readonly string[][]): string =>
  table(["Browser", "Box", "Worker", "Verdict", "Keys", "p50", "p95", "p99", "max"], found);
