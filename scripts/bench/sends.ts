/** Two hundred sends of safe replies on each composer page, with the extension and without, side by side. */
import { startWithSites } from "../../test/e2e/behaviors/further-seat.ts";
import { openSeat } from "../../test/e2e/behaviors/managed-seat.ts";
import { safeText } from "../../test/e2e/behaviors/safe-replies.ts";
import type { Pace, SendSeen } from "../../test/e2e/behaviors/sending.ts";
import { openPile } from "../../test/e2e/behaviors/sending.ts";
import type { Driver } from "../../test/e2e/harness/driver.ts";
import { launch } from "../../test/e2e/harness/launch.ts";
import type { PageScript } from "../../test/e2e/page-scripts.ts";
import { furtherScripts, pageScripts } from "../../test/e2e/page-scripts.ts";
import { furtherNames } from "../../src/contract/further-sites.ts";
import { milliseconds, percentile, table } from "./figures.ts";

/** Of one page, shared among the gestures by which it sends. */
const sendsOfPage = 200;
/** One of so many is written at human speed: it takes ten times as long as the others. */
const humanEach = 20;
/** Milliseconds after the last key that are asked for; what counts is what the events say. */
const fastGaps = [20, 20, 30, 45, 60] as const;
const humanGaps = [120, 180, 250] as const;

/** By the time after the last key, as the events have it. */
const classes = [
  { from: 0, to: 25, words: "under 25 ms" },
  { from: 25, to: 50, words: "25 to 50 ms" },
  { from: 50, to: 100, words: "50 to 100 ms" },
  { from: 100, to: Number.POSITIVE_INFINITY, words: "more than 100 ms" },
] as const;

interface Compared {
  readonly script: PageScript;
  readonly isHuman: boolean;
  readonly ours: SendSeen;
  /** What left the page differs from what was typed, or from what leaves it without the extension. */
  readonly differs: boolean;
}

function paceOf(number: number): Pace & { readonly isHuman: boolean } {
  const isHuman = number % humanEach === humanEach - 1;
  const gaps = isHuman ? humanGaps : fastGaps;
  const gap = gaps[Math.floor(number / (isHuman ? humanEach : 1)) % gaps.length] ?? 0;
  return isHuman ? { isHuman, key: 110, slowKeys: 12, gap } : { isHuman, key: 20, slowKeys: 6, gap };
}

async function compare(
  [guarded, bare]: readonly [Driver, Driver],
  script: PageScript,
  count: number,
): Promise<Compared[]> {
  const [withGuard, without] = await Promise.all([
    openPile(guarded, script, true),
    openPile(bare, script, false),
  ]);
  // The first reply finds code that has never run, and does not count.
  await Promise.all([withGuard, without].map((pile) => pile.send("Thank you!", "as soon as it is clear")));
  const all: Compared[] = [];
  for (let number = 0; number < count; number += 1) {
    const text = safeText(number);
    const { isHuman, ...pace } = paceOf(number);
    const [ours, theirs] = await Promise.all([withGuard.send(text, pace), without.send(text, pace)]);
    const differs = ours.sent.text !== text || theirs.sent.text !== text || ours.sent.via !== theirs.sent.via;
    all.push({ script, isHuman, ours, differs });
  }
  await Promise.all([withGuard.close(), without.close()]);
  return all;
}

async function compareAll(
  drivers: readonly [Driver, Driver],
  scripts: readonly PageScript[],
  share: number,
): Promise<Compared[]> {
  const all: Compared[] = [];
  for (const script of scripts) {
    const gestures = scripts.filter(({ page }) => page === script.page).length;
    const started = performance.now();
    const found = await compare(drivers, script, Math.ceil((sendsOfPage * share) / gestures));
    const held = found.filter(({ ours }) => ours.held).length;
    console.log(
      `${drivers[0].name} ${script.page} ${script.how ?? ""}: ${found.length} sends, ${held} held, ${Math.round((performance.now() - started) / 1000)} s`,
    );
    all.push(...found);
  }
  return all;
}

const held = (some: readonly Compared[]): string => String(some.filter(({ ours }) => ours.held).length);
const gapOf = (some: readonly Compared[], at: number): string =>
  milliseconds(
    percentile(
      some.map(({ ours }) => ours.gap).filter((gap) => !Number.isNaN(gap)),
      at,
    ),
  );

function rowsOf(browser: string, all: readonly Compared[]): string[][] {
  const pages = [...new Set(all.map(({ script }) => script.page))];
  const byPage = pages.map((page) => {
    const here = all.filter(({ script }) => script.page === page);
    const human = here.filter(({ isHuman }) => isHuman);
    const fast = here.filter(({ isHuman }) => !isHuman);
    const differing = here.filter(({ differs }) => differs).length;
    return [
      "page",
      browser,
      page,
      String(human.length),
      gapOf(human, 0.5),
      held(human),
      String(fast.length),
      gapOf(fast, 0),
      gapOf(fast, 0.5),
      held(fast),
      String(differing),
    ];
  });
  const byGap = classes.map(({ from, to, words }) => {
    const inside = all.filter(({ ours }) => ours.gap >= from && ours.gap < to);
    return ["gap", browser, words, String(inside.length), gapOf(inside, 0.5), held(inside)];
  });
  return [...byPage, ...byGap];
}

/**
 * @param guarded with the extension, the sample practice and the sample patient list
 * @param share of the two hundred
 */
export async function measureSends(guarded: Driver, share: number): Promise<string[][]> {
  const bare = await launch(guarded.name);
  const seat = await openSeat(guarded.name);
  try {
    const common = await compareAll([guarded, bare], pageScripts, share);
    const further = await startWithSites(seat, furtherNames);
    const rest = await compareAll([further, bare], furtherScripts, share);
    return rowsOf(guarded.name, [...common, ...rest]);
  } finally {
    await seat.end();
    await bare.close();
  }
}

export function sendsTable(found: readonly string[][]): string {
  const rows = (kind: string): string[][] =>
    found.filter(([first]) => first === kind).map(([, ...cells]) => cells);
  const pages = table(
    [
      "Browser",
      "Page",
      "human: sends",
      "gap p50",
      "held",
      "fast: sends",
      "gap least",
      "gap p50",
      "held",
      "other text",
    ],
    rows("page"),
  );
  const gaps = table(["Browser", "After the last key", "Sends", "gap p50", "held"], rows("gap"));
  return `${gaps}\n\n${pages}`;
}
