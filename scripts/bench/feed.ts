/** What ReplyGuard costs a page that never rests, beside the same page alone and, if there is one, another extension. */
import type { Driver } from "../../test/e2e/harness/driver.ts";
import type { Stretches } from "../../test/e2e/harness/chromium-costs.ts";
import { safeDrafts } from "./drafts.ts";
import type { Memory, Phase, Side, Spent } from "./feed-sides.ts";
import { memoryOf, openSide, phases, read, write } from "./feed-sides.ts";
import { milliseconds, percentile, table } from "./figures.ts";
import { takeStrokes } from "./recorder.ts";
import { empty } from "./writer.ts";

/** Another extension to set beside ours, and the browser that runs it. */
export interface Other {
  readonly words: string;
  readonly driver: Driver;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
const megabytes = (bytes: number): string => (Number.isNaN(bytes) ? "–" : (bytes / 1e6).toFixed(1));
const share = (part: number, whole: number): string =>
  Number.isNaN(part) ? "–" : `${((100 * part) / whole).toFixed(2)} %`;
const change = (now: number, before: number): string => {
  const by = (100 * (now - before)) / before;
  return Number.isNaN(by) ? "–" : `${by < 0 ? "−" : "+"}${Math.abs(by).toFixed(1)} %`;
};

async function takeTurn(side: Side, draft: string, isKept: boolean): Promise<void> {
  const reading = await read(side);
  const writing = await write(side, draft);
  const strokes = await side.page.evaluate(takeStrokes);
  await empty(side.page);
  await side.page.evaluate(takeStrokes);
  if (!isKept) return;
  side.spent.push(reading, writing);
  side.strokes.push(...strokes);
}

/** Once each, at the end: to be looked at so closely costs the page something as well. */
async function profile(side: Side, phase: Phase): Promise<Stretches | undefined> {
  await side.page.costs?.startProfile();
  await (phase === "reading" ? read(side) : write(side, safeDrafts[0]));
  const stretches = await side.page.costs?.stopProfile();
  await empty(side.page);
  return stretches;
}

const kept = (key: "heard" | "done" | "painted", { strokes }: Side): number[] =>
  strokes.flatMap((stroke) => stroke[key] ?? []);

const measures = [
  ["heard", "until the page's own listener"],
  ["done", "until the page is free again"],
  ["painted", "until the next paint"],
] as const;

function keyRows(sides: readonly Side[]): string[][] {
  return measures.flatMap(([key, words]) =>
    sides.map((side, at) => {
      const values = kept(key, side);
      const alone = kept(key, sides[0] ?? side);
      const figures = [0.5, 0.95, 0.98].map((where) => milliseconds(percentile(values, where)));
      const cells = [side.words, words, String(values.length), milliseconds(mean(values)), ...figures];
      return ["key", side.driver.name, ...cells, at === 0 ? "" : change(mean(values), mean(alone))];
    }),
  );
}

const secondsOf = (spent: readonly Spent[]): number => sum(spent.map(({ feed }) => feed.milliseconds)) / 1000;

function costRows(sides: readonly Side[]): string[][] {
  return phases.flatMap((phase) =>
    sides.map((side) => {
      const spent = side.spent.filter((one) => one.phase === phase);
      const seconds = secondsOf(spent);
      const long = spent.flatMap(({ longTasks }) => longTasks);
      const stalls = sum(spent.map(({ feed }) => feed.stalls));
      const cells = [
        side.words,
        phase,
        seconds.toFixed(0),
        String(Math.round(sum(spent.map(({ feed }) => feed.nodes)) / seconds)),
        share(sum(spent.map(({ busy }) => busy)), seconds),
        share(sum(spent.map(({ scripts }) => scripts)), seconds),
        side.page.costs ? `${long.length} (${milliseconds(Math.max(0, ...long))})` : "–",
        `${stalls} (${milliseconds(Math.max(0, ...spent.map(({ feed }) => feed.longestStall)))})`,
      ];
      return ["cost", side.driver.name, ...cells];
    }),
  );
}

/**
 * The same work in the same page in two or three browsers, turn by turn, so that all meet the same load of the machine. The feed
 * rests in those whose turn it is not.
 */
export async function measureFeed(
  guarded: Driver,
  bare: Driver,
  part: number,
  other?: Other,
): Promise<string[][]> {
  const sides = [
    await openSide("the page alone", bare, false),
    await openSide("with ReplyGuard", guarded, true),
    ...(other ? [await openSide(`with ${other.words}`, other.driver, false)] : []),
  ];
  const turns = Math.max(2, Math.ceil(8 * part));
  for (let turn = -1; turn < turns; turn += 1) {
    // The first turn finds code that has never run, and does not count.
    for (const side of turn % 2 === 0 ? sides : sides.toReversed())
      await takeTurn(side, safeDrafts[Math.abs(turn) % safeDrafts.length] ?? "", turn >= 0);
  }
  const memory: Memory[] = [];
  for (const side of sides) memory.push(await memoryOf(side));
  const profiles: string[][] = [];
  for (const phase of guarded.name === "chromium" ? phases : []) {
    for (const side of sides.slice(1)) {
      const seen = await profile(side, phase);
      if (!seen) continue;
      console.log(`${side.words}, ${phase}: ${JSON.stringify(seen.dearest)}`);
      profiles.push([
        "profile",
        side.driver.name,
        side.words,
        phase,
        (seen.whole / 1000).toFixed(1),
        share(seen.extension, seen.whole),
        share(seen.extension, seen.scripts - seen.extension),
        milliseconds(seen.longest),
      ]);
    }
  }
  const rows = [
    ...keyRows(sides),
    ...costRows(sides),
    ...profiles,
    ...sides.map((side, at) => {
      const [alone, now] = [memory[0], memory[at]];
      const added = (key: "heap" | "tab"): string =>
        at === 0 ? "" : megabytes((now?.[key] ?? Number.NaN) - (alone?.[key] ?? Number.NaN));
      const of = (key: keyof Memory): string => megabytes(now?.[key] ?? Number.NaN);
      return [
        "memory",
        side.driver.name,
        side.words,
        of("heap"),
        added("heap"),
        of("tab"),
        added("tab"),
        at === 0 ? "" : of("worker"),
      ];
    }),
  ];
  await Promise.all(sides.map(({ page }) => page.close()));
  return rows;
}

const heads = {
  key: ["Browser", "", "From the key", "Keys", "mean", "p50", "p95", "p98", "mean, against alone"],
  cost: [
    "Browser",
    "",
    "While",
    "Seconds",
    "nodes a second",
    "main thread busy",
    "in scripts",
    "tasks over 50 ms",
    "feed over 50 ms late",
  ],
  profile: ["Browser", "", "While", "Seconds", "its scripts", "of the page's own", "longest at a time (ms)"],
  memory: ["Browser", "", "objects (MB)", "added", "process of the tab (MB)", "added", "its worker (MB)"],
} as const;

export function feedTable(found: readonly string[][]): string {
  return Object.entries(heads)
    .flatMap(([kind, head]) => {
      const rows = found.filter(([first]) => first === kind).map(([, ...cells]) => cells);
      return rows.length > 0 ? table(head, rows) : [];
    })
    .join("\n\n");
}
