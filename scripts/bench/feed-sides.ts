/** One browser of those that are compared on the busy feed: with ReplyGuard, with nothing, or with another extension. */
import { readFile } from "node:fs/promises";
import type { Driver, PageHandle } from "../../test/e2e/harness/driver.ts";
import { waitFor } from "../../test/e2e/harness/wait.ts";
import type { FeedCount } from "../../test/pages/busy-feed.ts";
import { routes } from "../../test/pages/routes.ts";
import type { Stroke } from "./recorder.ts";
import type { Box } from "./writer.ts";
import { openBox, pause, writeSlowly } from "./writer.ts";

export const box: Box = { page: "busy-feed", box: "#box-25", words: "Lexical, one of fifty" };
const typingGap = 100;
/** Long enough that the look at the whole page, once a second, comes several times. */
const readingMs = 4000;

export const phases = ["reading", "writing"] as const;
export type Phase = (typeof phases)[number];

/** What one phase of one turn came to. Seconds; NaN where a browser does not say. */
export interface Spent {
  readonly phase: Phase;
  readonly feed: FeedCount;
  /** Of the page's main thread, whatever it did. */
  readonly busy: number;
  /** Of it, scripts, as far as the browser counts them: not those that run between two tasks. */
  readonly scripts: number;
  /** Milliseconds of each task over 50. */
  readonly longTasks: readonly number[];
}

export interface Side {
  readonly words: string;
  readonly driver: Driver;
  readonly page: PageHandle;
  readonly strokes: Stroke[];
  readonly spent: Spent[];
}

declare global {
  interface Window {
    longTasks: number[];
  }
}

/** Runs in the page. */
function watchTasks(): void {
  window.longTasks = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longTasks.push(duration);
  });
  if (PerformanceObserver.supportedEntryTypes.includes("longtask")) observer.observe({ type: "longtask" });
}

export async function openSide(words: string, driver: Driver, hasGuard: boolean): Promise<Side> {
  const page = await openBox(driver, box, hasGuard);
  await page.evaluate(watchTasks);
  return { words, driver, page, strokes: [], spent: [] };
}

interface FirefoxProcess {
  readonly type: string;
  readonly origin: string;
  /** Bytes that no other process shares. */
  readonly memory: number;
  /** Seconds of its main thread. */
  readonly busy: number;
}

const host = new URL(routes["busy-feed"].url).hostname.split(".").slice(-2).join(".");

const askProcesses = `(async () => {
  const { children } = await ChromeUtils.requestProcInfo();
  return children.map(({ type, origin, memory, threads }) => ({
    type,
    origin: origin ?? "",
    memory,
    busy: Math.max(0, ...threads.filter(({ name }) => /Web Co|WebCO|GeckoMain|Isolated/i.test(name)).map(({ cpuTime }) => Number(cpuTime) / 1e9)),
  }));
})()`;

async function firefoxProcess(
  driver: Driver,
  isWanted: (one: FirefoxProcess) => boolean,
): Promise<FirefoxProcess> {
  const all = await driver.inBrowser?.<FirefoxProcess[]>(askProcesses);
  const found = all?.filter(isWanted).toSorted((a, b) => b.memory - a.memory)[0];
  if (!found) throw new Error("Firefox names no process of the page");
  return found;
}

const isPage = ({ origin }: FirefoxProcess): boolean => origin.endsWith(host);

async function usedBy({ page, driver }: Side): Promise<{ task: number; script: number }> {
  if (page.costs) return page.costs.now();
  return { task: (await firefoxProcess(driver, isPage)).busy, script: Number.NaN };
}

/** Runs the feed while `during` lasts; the feed rests before and after. */
async function spend(side: Side, phase: Phase, during: () => Promise<void>): Promise<Spent> {
  const { page } = side;
  await page.evaluate(() => void window.longTasks.splice(0));
  const before = await usedBy(side);
  await page.evaluate(() => window.feed.start());
  await during();
  const feed = await page.evaluate(() => window.feed.stop());
  const after = await usedBy(side);
  // Its observer is told of a long task after the task.
  await pause(100);
  const longTasks = await page.evaluate(() => window.longTasks.splice(0));
  return {
    phase,
    feed,
    busy: after.task - before.task,
    scripts: after.script - before.script,
    longTasks,
  };
}

export const read = (side: Side): Promise<Spent> => spend(side, "reading", () => pause(readingMs));

export const write = (side: Side, draft: string): Promise<Spent> =>
  spend(side, "writing", async () => {
    await writeSlowly(side.page, draft, typingGap);
    await pause(100);
  });

/** Bytes, after everything that nobody holds has been collected. */
export interface Memory {
  /** Of the objects of all scripts in the tab; NaN where a browser does not say. */
  readonly heap: number;
  /** Of the tab's process, what no other process shares. */
  readonly tab: number;
  /** The same of the process in which the extension's worker runs; NaN without one. */
  readonly worker: number;
}

const field = (text: string, name: string): number =>
  1024 * Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(text)?.[1] ?? Number.NaN);

/** Linux only, as is the rest of what this reads of a process. */
async function privateBytes(id: number): Promise<number> {
  const text = await readFile(`/proc/${id}/smaps_rollup`, "utf8");
  return field(text, "Private_Clean") + field(text, "Private_Dirty");
}

async function chromiumMemory({ driver, page }: Side): Promise<Memory> {
  await page.costs?.collectGarbage();
  const processes = (await driver.processes?.()) ?? [];
  const tabs: number[] = [];
  const workers: number[] = [];
  for (const { id, type } of processes) {
    if (type !== "renderer") continue;
    const line = await readFile(`/proc/${id}/cmdline`, "utf8");
    (line.includes("--extension-process") ? workers : tabs).push(await privateBytes(id));
  }
  const heap = (await page.costs?.now())?.heap ?? Number.NaN;
  // Of the tabs one is the empty one that the browser started with.
  return { heap, tab: Math.max(...tabs), worker: workers.length > 0 ? Math.max(...workers) : Number.NaN };
}

const letGo = `(async () => {
  for (let pass = 0; pass < 3; pass += 1) {
    Services.obs.notifyObservers(null, "child-mmu-request");
    Services.obs.notifyObservers(null, "child-gc-request");
    Services.obs.notifyObservers(null, "child-cc-request");
    await new Promise((resolve) => setTimeout(resolve, 1500));
  }
  return true;
})()`;

async function firefoxMemory({ driver }: Side): Promise<Memory> {
  await driver.inBrowser?.(letGo);
  const { memory: tab } = await firefoxProcess(driver, isPage);
  const worker = await firefoxProcess(driver, ({ type }) => type === "extension").catch(() => undefined);
  return { heap: Number.NaN, tab, worker: worker?.memory ?? Number.NaN };
}

export async function memoryOf(side: Side): Promise<Memory> {
  await side.page.evaluate(() => void window.strokes.splice(0));
  await waitFor(side.page, "the page", () => window.ready);
  return side.page.costs ? chromiumMemory(side) : firefoxMemory(side);
}
