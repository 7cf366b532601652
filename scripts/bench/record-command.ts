/** The commands of `guard log` with a record that is larger than what they may hold in memory. */
import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
const heapMiB = 64;

export interface CommandRun {
  readonly what: string;
  /** Milliseconds, and the most memory that it had, in MiB; NaN where the system does not tell. */
  readonly time: number;
  readonly peak: number;
}

export async function onCommandLine(sample: {
  readonly entries: number;
  readonly days: number;
  readonly out: string;
  readonly folder: string;
}): Promise<CommandRun[]> {
  const { entries, days, out, folder } = sample;
  await run("sample", [
    "--entries",
    String(entries),
    "--days",
    String(days),
    "--from",
    "2021-01-01",
    "--out",
    out,
  ]);
  const csv = join(folder, "export.csv");
  const runs = [
    await run("verify", [out]),
    await run("export", ["--format", "csv", "--in", out, "--out", csv], "export --format csv"),
  ];
  await rm(csv);
  return runs;
}

async function run(command: string, args: readonly string[], what = command): Promise<CommandRun> {
  const started = performance.now();
  const limit = `--max-old-space-size=${heapMiB}`;
  const child = spawn(
    process.execPath,
    [limit, "--import", "tsx", "scripts/guard.ts", "log", command, ...args],
    { cwd: root, stdio: ["ignore", "ignore", "inherit"] },
  );
  let peak = Number.NaN;
  // The system keeps the most itself, so that it need not be asked at the right moment.
  const watching = setInterval(() => {
    void peakOf(child.pid).then((found) => (peak = found ?? peak));
  }, 200);
  const status = await new Promise<number | null>((done) => child.once("exit", done));
  clearInterval(watching);
  if (status !== 0) throw new Error(`guard log ${command} ended with ${status}`);
  return { what, time: performance.now() - started, peak };
}

/** MiB; undefined: the process has ended, or the system does not tell. */
async function peakOf(pid: number | undefined): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const found = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
  return found === undefined ? undefined : Number(found) / 1024;
}
