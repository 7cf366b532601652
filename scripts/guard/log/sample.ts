import type { RecordLine } from "../../../src/contract/record-entry.ts";
import { append, endOf, sealDue, startChain } from "../../../src/record/chain.ts";
import type { Written } from "../../../src/record/chain.ts";
import { startOf } from "../../../src/record/day.ts";
import { toLine } from "../../../src/record/read-line.ts";
import { nodeChecking } from "./read-file.ts";
import { sampleEngine, sampleEntries } from "./sample-entries.ts";
import { keyFrom } from "./sample-key.ts";
import { writeStream } from "./write-stream.ts";

export interface SampleOptions {
  readonly entries: number;
  readonly days: number;
  readonly seed: number;
  /** The first day, `2026-01-01`. */
  readonly from: string;
  readonly out: string;
}

const dayMs = 86_400_000;

/** Writes the record of an invented seat, each day sealed: the same options give the same bytes. Never over another file. */
export async function writeSample(options: SampleOptions): Promise<number> {
  const { out, entries, days } = options;
  await writeStream(out, sampleText(options), { mode: 0o666, remedy: "Give the sample a name of its own." });
  console.log(`${out}: ${entries} entries in ${days} sealed days, all invented`);
  return 0;
}

async function* sampleText(options: SampleOptions): AsyncGenerator<string> {
  for await (const line of sampleLines(options)) yield `${toLine(line)}\n`;
}

export async function* sampleLines({ entries, days, seed, from }: SampleOptions): AsyncGenerator<RecordLine> {
  const invented = sampleEntries(seed);
  const signer = keyFrom(String(seed));
  const proof = { ...nodeChecking, sign: signer.sign };
  const firstDay = startOf(from);
  const counts = invented.perDay(entries - 1, firstDay, days);
  const seat = { seat: invented.seat, key: signer.key, engineVersion: sampleEngine };
  let written: Written = await startChain(seat, firstDay, proof);
  yield* written.lines;
  for (const [day, count] of counts.entries()) {
    for (const [at, time] of invented.times(count).entries()) {
      const body = invented.body(at === 0);
      written = await append(written.chain, body, firstDay + day * dayMs + time, proof);
      yield* written.lines;
      const last = written.lines.at(-1);
      if (body.kind === "attempt" && last && "entry" in last)
        invented.remember(seat.seat, last.entry.seq, last.hash);
    }
  }
  const after = firstDay + days * dayMs;
  written = await sealDue(written.chain, after, proof);
  yield* written.lines;
  yield await endOf(written.chain, after, { from: 0, expired: 0 }, proof);
}
