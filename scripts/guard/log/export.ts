/** `guard log export`: a record that holds, in the form that another program reads. */
import packageJson from "../../../package.json" with { type: "json" };
import type { EntryLine } from "../../../src/contract/record-entry.ts";
import { compareExports } from "../../../src/record/compare.ts";
import { dayOf } from "../../../src/record/day.ts";
import { exportAs } from "../../../src/record/export/formats.ts";
import type { MadeFormat } from "../../../src/record/export/formats.ts";
import { outlineOf } from "../../../src/record/read-line.ts";
import type { Expected } from "../../../src/record/verify.ts";
import { entriesOf, holding, refused } from "./held-export.ts";
import type { Source } from "./held-export.ts";
import { openExport } from "./read-file.ts";
import { writeStream } from "./write-stream.ts";

export interface ExportOptions extends Expected {
  readonly format: MadeFormat | "jsonl";
  readonly files: readonly string[];
  readonly out: string | undefined;
  /** First and last day, `2026-11-26`, UTC. */
  readonly from: string | undefined;
  readonly until: string | undefined;
  readonly isUnverified: boolean;
}

const otherwise = "Nothing was written. To have what can be read of it all the same, add --unverified.";

/** What was written, and what could not be. */
interface Tally {
  written: number;
  unreadable: number;
  firstUnreadable: string | undefined;
}

/** 1 only where lines had to be left out, which happens with `isUnverified` alone. */
export async function exportFiles(options: ExportOptions): Promise<number> {
  const sources: Source[] = [];
  for (const file of options.files) {
    const source = await openExport(file);
    sources.push({
      file,
      source,
      held: options.isUnverified ? undefined : await holding(file, source, options, otherwise),
    });
  }
  await compare(sources);
  const tally: Tally = { written: 0, unreadable: 0, firstUnreadable: undefined };
  const pieces =
    options.format === "jsonl"
      ? copied(sources, tally)
      : exportAs(options.format, linesOf(sources, options, tally), packageJson.version);
  await writeStream(options.out, pieces, { mode: 0o600, remedy: "Give the export a name of its own." });
  return tell(tally, options);
}

function tell(tally: Tally, options: ExportOptions): number {
  const { written, unreadable, firstUnreadable } = tally;
  console.error(`guard: ${written.toLocaleString("en-US")} ${written === 1 ? "entry" : "entries"} written`);
  if (options.isUnverified) {
    console.error(
      "guard: NOT VERIFIED: what was written may have been changed, and parts of the record may be missing",
    );
  }
  if (unreadable === 0) return 0;
  console.error(
    `guard: ${unreadable} lines are no entry, and were left out; the first is ${firstUnreadable}`,
  );
  return 1;
}

/** Two exports of one seat must be of one record: nobody could tell which of two branches an entry is from. */
async function compare(sources: readonly Source[]): Promise<void> {
  const exports = sources.flatMap(({ file, source, held }) =>
    held ? [{ name: file, lines: source.lines, held }] : [],
  );
  for (const seat of new Set(exports.map(({ held }) => held.end.seat))) {
    const fault = await compareExports(exports.filter(({ held }) => held.end.seat === seat));
    if (fault) throw refused(fault.name, fault.fault, otherwise);
  }
}

async function* copied(sources: readonly Source[], tally: Tally): AsyncGenerator<string> {
  for (const { source } of sources) {
    for await (const line of source.lines()) {
      if (outlineOf(line)?.entry) tally.written++;
      yield `${line}\n`;
    }
  }
}

/** Of entries that stand in several exports, those of the first: they are the same ones. */
async function* linesOf(
  sources: readonly Source[],
  options: ExportOptions,
  tally: Tally,
): AsyncGenerator<EntryLine> {
  const seen: Span[] = [];
  for (const one of sources) {
    const spans = new Map<string, Span>();
    const onOther = (text: string, number: number): void => {
      if (one.held || isKnownOther(text)) return;
      tally.unreadable++;
      tally.firstUnreadable ??= `${one.file}:${number}`;
    };
    for await (const line of entriesOf(one, onOther)) {
      const { seat, seq, at } = line.entry;
      const isRepeated = seen.some((span) => span.seat === seat && span.from <= seq && seq < span.next);
      const span = spans.get(seat) ?? { seat, from: seq, next: seq };
      spans.set(seat, { ...span, next: seq + 1 });
      const day = dayOf(at);
      if (isRepeated || day < (options.from ?? day) || day > (options.until ?? day)) continue;
      tally.written++;
      yield line;
    }
    // Without a proof that nothing is missing in between, a span says nothing about what is inside.
    if (one.held) seen.push(...spans.values());
  }
}

interface Span {
  readonly seat: string;
  readonly from: number;
  readonly next: number;
}

/** Seals and ends are no entries, and nothing is lost with them here. */
function isKnownOther(text: string): boolean {
  const outline = outlineOf(text);
  return outline !== undefined && outline.entry === undefined && (outline.seal ?? outline.end) !== undefined;
}
