/** Every identifier kind of the sample, the tools side by side. */
import { z } from "../../src/contract/zod.ts";
import type { Draft } from "../../src/engine/index.ts";
import { percent, percentile, table } from "./figures.ts";
import { kinds } from "./peers-tools.ts";
import type { Found, Kind, Tool } from "./peers-tools.ts";
import { readLines, unitsTo } from "./published.ts";

const row = z.object({
  text: z.string(),
  spans: z.array(z.object({ entity: z.string(), start: z.number(), end: z.number(), value: z.string() })),
});
type Row = z.infer<typeof row>;

const entities: Readonly<Record<string, Kind>> = {
  PERSON: "name",
  STREET_ADDRESS: "place",
  ZIP_CODE: "place",
  GPE: "place",
  DATE_TIME: "date",
  PHONE_NUMBER: "phone",
  EMAIL_ADDRESS: "e-mail",
  US_SSN: "social security",
  CREDIT_CARD: "account",
  IBAN_CODE: "account",
  US_DRIVER_LICENSE: "license",
  DOMAIN_NAME: "url",
  IP_ADDRESS: "ip",
};

interface Labelled {
  readonly kind: Kind | undefined;
  readonly start: number;
  readonly end: number;
}

const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
/** A country is no place "smaller than a state"; nor is a year alone a date (45 CFR 164.514(b)(2)(i)(B), (C)). */
const countries = new Set(
  letters.flatMap((a) => letters.map((b) => regions.of(a + b)?.toLowerCase() ?? "")).filter(Boolean),
);

function labelsOf({ text, spans }: Row): Labelled[] {
  return spans.map(({ entity, start, end, value }) => {
    const outside =
      (entity === "GPE" && countries.has(value.toLowerCase())) ||
      (entity === "DATE_TIME" && /^\d{4}$/.test(value));
    const kind = outside ? undefined : entities[entity];
    return { kind, start: unitsTo(text, start), end: unitsTo(text, end) };
  });
}

export const readSample = (folder: string): Promise<Row[]> =>
  readLines(folder, "presidio_research_sample.jsonl", row);

const touch = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

export interface Measured {
  readonly name: string;
  readonly times: readonly number[];
  readonly found: readonly (readonly Found[])[];
}

/** One tool after the other on the same drafts; a first round warms up and is not counted. */
export async function runTool(tool: Tool, drafts: readonly Draft[]): Promise<Measured> {
  for (const draft of drafts.slice(0, 200)) await tool.run(draft);
  const times: number[] = [];
  const found: (readonly Found[])[] = [];
  for (const draft of drafts) {
    const started = performance.now();
    const result = await tool.run(draft);
    times.push(performance.now() - started);
    found.push(tool.read(draft, result));
  }
  return { name: tool.name, times, found };
}

/** Milliseconds for one draft. */
export const timesTable = (measured: readonly Measured[]): string =>
  table(
    ["Tool", "Drafts", "median (ms)", "p95 (ms)"],
    measured.map(({ name, times }) => [
      name,
      String(times.length),
      ...[percentile(times, 0.5), percentile(times, 0.95)].map((time) => time.toFixed(2)),
    ]),
  );

interface Mark {
  readonly label: Labelled;
  readonly found: readonly Found[];
}

/**
 * Found: a finding touches the marked words; as such: one that claims this kind does. False alarm: a finding that claims
 * this kind and touches nothing that HIPAA names. Precision: of the findings that claim it, those that are no false alarm.
 */
export function sampleTable(
  rows: readonly Row[],
  measured: readonly Measured[],
  only: readonly (Kind | undefined)[] = [...kinds, undefined],
): string {
  const labels = rows.map((row) => labelsOf(row).filter(({ kind }) => kind !== undefined));
  const cells = (tool: Measured, kind: Kind | undefined): string[] => {
    const marks = labels.flatMap((some, i) =>
      some
        .filter((label) => kind === undefined || label.kind === kind)
        .map((label): Mark => ({ label, found: tool.found[i] ?? [] })),
    );
    const hits = marks.filter(({ label, found }) => found.some((one) => touch(one, label)));
    const named = hits.filter(({ label, found }) =>
      found.some((one) => touch(one, label) && label.kind && one.kinds.includes(label.kind)),
    );
    const claims = tool.found.flatMap((some, i) =>
      some
        .filter(({ kinds: claimed }) => kind === undefined || claimed.includes(kind))
        .map((one) => labels[i]?.some((label) => touch(one, label)) ?? false),
    );
    const right = claims.filter(Boolean).length;
    return [
      percent(hits.length, marks.length),
      percent(named.length, marks.length),
      String(claims.length - right),
      percent(right, claims.length),
    ];
  };
  const body = only.map((kind) => [
    kind ?? "all",
    String(labels.flat().filter((label) => kind === undefined || label.kind === kind).length),
    ...measured.flatMap((tool) => cells(tool, kind)),
  ]);
  const head = measured.flatMap(({ name }) => [`${name}: found`, "as such", "false alarms", "precision"]);
  return table(["Kind", "Marked", ...head], body);
}
