import type { Driver, PageHandle } from "../../test/e2e/harness/driver.ts";
import type { FeedCount } from "../../test/pages/busy-feed.ts";
import { safeDrafts } from "./drafts.ts";
import { milliseconds, percentile, table } from "./figures.ts";
import type { Stroke } from "./recorder.ts";
import { takeStrokes } from "./recorder.ts";
import type { Box } from "./writer.ts";
import { empty, openBox, pause, writeSlowly } from "./writer.ts";

const box: Box = { page: "busy-feed", box: "#box-25", words: "Lexical, one of fifty" };
const typingGap = 100;

interface Side {
  readonly page: PageHandle;
  readonly strokes: Stroke[];
  readonly counts: FeedCount[];
}

async function writeOnce({ page, strokes, counts }: Side, draft: string, isKept: boolean): Promise<void> {
  await page.evaluate(() => window.feed.start());
  await writeSlowly(page, draft, typingGap);
  await pause(100);
  const count = await page.evaluate(() => window.feed.stop());
  const found = await page.evaluate(takeStrokes);
  await empty(page);
  if (!isKept) return;
  strokes.push(...found);
  counts.push(count);
}

const sum = (counts: readonly FeedCount[], key: "nodes" | "milliseconds" | "stalls"): number =>
  counts.reduce((total, count) => total + count[key], 0);

const times = ({ strokes }: Side, key: "heard" | "done"): number[] =>
  strokes.flatMap((stroke) => stroke[key] ?? []);

/**
 * The same keys in the same page in two browsers, one with the extension and one without, turn by turn, so that both meet
 * the same load of the machine. The feed rests in the one whose turn it is not.
 */
export async function measureFeed(guarded: Driver, bare: Driver, share: number): Promise<string[][]> {
  const sides = await Promise.all(
    [guarded, bare].map(async (driver): Promise<Side> => ({
      page: await openBox(driver, box, driver === guarded),
      strokes: [],
      counts: [],
    })),
  );
  const turns = Math.max(2, Math.ceil(8 * share));
  for (let turn = -1; turn < turns; turn += 1) {
    // The first turn finds code that has never run, and does not count.
    for (const side of turn % 2 === 0 ? sides : sides.toReversed())
      await writeOnce(side, safeDrafts[Math.abs(turn) % safeDrafts.length] ?? "", turn >= 0);
  }
  const [withGuard, without] = sides;
  if (!withGuard || !without) throw new Error("two browsers are compared");
  const row = (key: "heard" | "done", words: string): string[] => {
    const [ours, theirs] = [times(withGuard, key), times(without, key)];
    const cells = [0.5, 0.95].flatMap((at) => {
      const [a, b] = [percentile(ours, at), percentile(theirs, at)];
      return [b, a, a - b].map(milliseconds);
    });
    return [guarded.name, words, String(ours.length), ...cells];
  };
  const stalls = (side: Side): string =>
    `${sum(side.counts, "stalls")} (longest ${milliseconds(Math.max(0, ...side.counts.map(({ longestStall }) => longestStall)))} ms)`;
  const rate = (side: Side): number =>
    Math.round((1000 * sum(side.counts, "nodes")) / sum(side.counts, "milliseconds"));
  await Promise.all(sides.map(({ page }) => page.close()));
  return [
    row("heard", "until the page's own listener"),
    row("done", "until the page is free again"),
    [
      "note",
      `${guarded.name}: ${rate(without)} nodes a second without the extension, ${rate(withGuard)} with it; ` +
        `turns of the feed that came more than 50 ms late in ${Math.round(sum(withGuard.counts, "milliseconds") / 1000)} s: ` +
        `${stalls(without)} without, ${stalls(withGuard)} with it.`,
    ],
  ];
}

export function feedTable(found: readonly string[][]): string {
  const notes = found.filter(([first]) => first === "note").map(([, note]) => `- ${note ?? ""}`);
  const head = [
    "Browser",
    "From the key",
    "Keys",
    "p50 without",
    "with",
    "added",
    "p95 without",
    "with",
    "added",
  ];
  return `${table(
    head,
    found.filter(([first]) => first !== "note"),
  )}\n\n${notes.join("\n")}`;
}
