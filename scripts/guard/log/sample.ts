import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import type { WriteStream } from "node:fs";
import type { RecordLine } from "../../../src/contract/record-entry.ts";
import { append, endOf, sealDue, startChain } from "../../../src/record/chain.ts";
import type { Written } from "../../../src/record/chain.ts";
import { startOf } from "../../../src/record/day.ts";
import { toLine } from "../../../src/record/read-line.ts";
import { Problem } from "../problem.ts";
import { nodeChecking } from "./read-file.ts";
import { sampleEngine, sampleEntries } from "./sample-entries.ts";
import { keyFrom } from "./sample-key.ts";

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
  const stream = createWriteStream(options.out, { flags: "wx", highWaterMark: 1 << 20 });
  try {
    await once(stream, "open");
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "EEXIST"
      ? new Problem(`${options.out}: there is a file already`, "Give the sample a name of its own.")
      : new Problem(
          `${options.out}: the file cannot be written`,
          "Check that the folder is there and may be written to.",
        );
  }
  // Without a listener the error of a full disk would end the process before the file is taken away.
  let isFull = false;
  stream.on("error", () => (isFull = true));
  try {
    for await (const line of sampleLines(options)) {
      if (isFull) throw new Error("full");
      if (!stream.write(`${toLine(line)}\n`)) await once(stream, "drain");
    }
    await ended(stream);
  } catch {
    stream.destroy();
    await rm(options.out, { force: true });
    throw new Problem(`${options.out}: the file cannot be written`, "Check that the disk has room.");
  }
  console.log(`${options.out}: ${options.entries} entries in ${options.days} sealed days, all invented`);
  return 0;
}

async function ended(stream: WriteStream): Promise<void> {
  stream.end();
  await once(stream, "finish");
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
