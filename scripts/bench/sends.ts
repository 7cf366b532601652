import type { Driver, PageHandle } from "../../test/e2e/harness/driver.ts";
import { waitFor } from "../../test/e2e/harness/wait.ts";
import { safeReply } from "./drafts.ts";
import { milliseconds, percent, percentile, table } from "./figures.ts";
import { isAtWork, isJudged, takeStrokes } from "./recorder.ts";
import type { Box } from "./writer.ts";
import { empty, lexical, openBox, pause, textarea } from "./writer.ts";

/** Milliseconds after the last key, as measured, that count for each of the gaps asked for. */
const buckets = [
  { gap: 30, from: 15, to: 45 },
  { gap: 60, from: 45, to: 90 },
  { gap: 120, from: 90, to: 160 },
] as const;

interface Send {
  readonly gap: number;
  readonly held: boolean;
}

const countSent = (): number => window.sent.length;

/** Writes a safe draft, presses Enter about `wait` milliseconds after the last key, and sees what became of it. */
async function sendOnce(page: PageHandle, draft: string, wait: number): Promise<Send> {
  const before = await page.evaluate(countSent);
  const ending = Array.from(draft.slice(-3));
  await page.type(draft.slice(0, -ending.length));
  await pause(150);
  for (const character of ending.slice(0, -1)) {
    await page.type(character);
    await pause(70);
  }
  await page.type(ending.at(-1) ?? "");
  if (wait > 0) await pause(wait);
  await page.press("Enter");
  const strokes = await page.evaluate(takeStrokes);
  const enter = strokes.findLast(({ key }) => key === "Enter");
  const last = strokes.findLast(({ key }) => key !== "Enter");
  if (!enter || !last) throw new Error("the keys were not recorded");
  const held = enter.state === "held";
  if (held !== ((await page.evaluate(countSent)) === before))
    throw new Error("the page and the card disagree");
  if (held) {
    // Held for want of a verdict, and for nothing else: once it is there, the same draft goes.
    await waitFor(page, "the verdict on the held draft", isAtWork);
    await page.press("Enter");
    await waitFor(page, "the send of a safe draft", (sent: number) => window.sent.length > sent, before);
    await page.evaluate(takeStrokes);
  }
  return { gap: enter.at - last.at, held };
}

async function measureBox(driver: Driver, box: Box, each: number): Promise<Send[]> {
  const page = await openBox(driver, box);
  await page.type(safeReply(0));
  await waitFor(page, "the first verdict", isJudged);
  await empty(page);
  const sends: Send[] = [];
  let number = 1;
  /** What the way to the browser adds to the time that is waited here. */
  let delay = 5;
  for (const { gap, from, to } of buckets) {
    const inside = (): number => sends.filter((send) => send.gap >= from && send.gap < to).length;
    for (let tries = 0; inside() < each && tries < each * 4; tries += 1) {
      const wait = Math.max(0, gap - delay);
      const send = await sendOnce(page, safeReply(number), wait);
      number += 1;
      delay += 0.2 * (send.gap - wait - delay);
      sends.push(send);
    }
  }
  await page.close();
  return sends;
}

/** How many of the sends of a safe draft were held because the verdict was not there yet. */
export async function measureSends(driver: Driver, share: number): Promise<string[][]> {
  const each = Math.ceil(55 * share);
  const found: string[][] = [];
  const all = [
    { words: lexical.words, sends: await measureBox(driver, lexical, each) },
    { words: textarea.words, sends: await measureBox(driver, textarea, each) },
  ];
  for (const { words, sends } of all) {
    for (const { gap, from, to } of buckets) {
      const inside = sends.filter((send) => send.gap >= from && send.gap < to);
      const held = inside.filter((send) => send.held).length;
      const middle = percentile(
        inside.map((send) => send.gap),
        0.5,
      );
      found.push([
        driver.name,
        words,
        `${gap} ms (${from} to ${to})`,
        milliseconds(middle),
        String(inside.length),
        String(held),
        percent(held, inside.length),
      ]);
    }
  }
  return found;
}

export const sendsTable = (found: readonly string[][]): string =>
  table(["Browser", "Box", "After the last key", "real, p50", "Sends", "Held", "Share"], found);
