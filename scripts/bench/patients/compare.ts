/** The guard's list beside fuse.js and a plain set of names, at 100,000 people, in one run on the same drafts. */
import { milliseconds, percent, summarize, table } from "../figures.ts";
import { makeMatchers } from "./matchers.ts";
import type { Matcher } from "./matchers.ts";
import { inventCrowd } from "./people.ts";
import { seeds } from "./lists.ts";
import type { Frequencies } from "./names.ts";
import type { Paragraph } from "./prose.ts";
import { drawn } from "./recall.ts";
import { ways } from "./writings.ts";

const size = 100_000;

/** fuse.js takes seconds for a draft: what is slow is asked less often. */
interface Effort {
  readonly recall: number;
  readonly prose: number;
  readonly timed: number;
}
const effortOf = ({ name }: Matcher, share: number): Effort => {
  const [recall, prose, timed] = name.startsWith("fuse") ? [40, 30, 5] : [1500, 3000, 2000];
  const part = (count: number): number => Math.max(2, Math.ceil(count * share));
  return { recall: part(recall), prose: part(prose), timed: part(timed) };
};

const inMegabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
const spread = <T>(items: readonly T[], count: number): T[] =>
  Array.from(
    { length: Math.min(count, items.length) },
    (_, at) => items[Math.floor((at * items.length) / Math.min(count, items.length))],
  ).filter((item) => item !== undefined);

/** Drafts of about 500 characters. */
const timedTexts = (prose: readonly Paragraph[]): string[] =>
  prose.map(({ text }) => text).filter(({ length }) => length >= 450 && length <= 550);

function factsOf(
  matcher: Matcher,
  prose: readonly Paragraph[],
  share: number,
): { p50: number; row: string[] } {
  const effort = effortOf(matcher, share);
  const texts = timedTexts(prose);
  for (const text of texts.slice(0, Math.min(200, effort.timed))) matcher.run(text);
  const times = Array.from({ length: effort.timed }, (_, at) => {
    const started = performance.now();
    matcher.run(texts[at % texts.length] ?? "");
    return performance.now() - started;
  });
  const { p50, p95, count } = summarize(times);
  const exact = (value: number): string => (value < 10 ? value.toFixed(3) : milliseconds(value));
  const asked = spread(prose, effort.prose);
  const alarms = asked.filter(({ text }) =>
    matcher.touches({ text, surface: "post", start: 0, end: text.length }),
  ).length;
  return {
    p50,
    row: [
      matcher.name,
      exact(p50),
      exact(p95),
      String(count),
      (matcher.buildMs / 1000).toFixed(2),
      inMegabytes(matcher.bytes),
      `${percent(alarms, asked.length)} of ${asked.length}`,
      matcher.readable ? "yes" : "no",
    ],
  };
}

export function comparePlain(frequencies: Frequencies, prose: readonly Paragraph[], share: number): string {
  const crowd = inventCrowd(frequencies, size, seeds.listed);
  const matchers = makeMatchers(crowd);
  const facts = matchers.map((matcher) => factsOf(matcher, prose, share));
  const compared = matchers.filter(({ name }) => name !== "ReplyGuard, the whole check");
  const rows = ways.map((way) => [
    way.name,
    ...compared.map((matcher) => {
      let [hit, of] = [0, 0];
      for (const [, written] of drawn(crowd, way, effortOf(matcher, share).recall)) {
        of += 1;
        if (matcher.touches(written)) hit += 1;
      }
      return percent(hit, of);
    }),
  ]);
  const [own, whole, set, fuse] = facts.map(({ p50 }) => p50);
  const times = (a = Number.NaN, b = Number.NaN): string => (a / b).toPrecision(2).replace(/e\+(\d)/, "e$1");
  return [
    table(
      [
        "Tool",
        "median (ms)",
        "p95 (ms)",
        "drafts",
        "build (s)",
        "held (MB)",
        "prose with a hit",
        "names can be read",
      ],
      facts.map(({ row }) => row),
    ),
    `For a draft of about 500 characters fuse.js takes ${Math.round((fuse ?? 0) / (own ?? 1)).toLocaleString("en-US")} times as long as ReplyGuard's list and ${Math.round((fuse ?? 0) / (whole ?? 1)).toLocaleString("en-US")} times as long as the whole check; the plain set takes ${times(set, own)} of the time of ReplyGuard's list.`,
    table(["Way of writing", ...compared.map(({ name }) => name)], rows),
  ].join("\n\n");
}
