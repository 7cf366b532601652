/** Runs a command of `guard` in this process, with what it prints caught. */
import { vi } from "vitest";
import { Problem } from "../../../scripts/guard/problem.ts";

export interface Run {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** As `scripts/guard.ts` ends a run. */
export async function runCommand(
  command: (args: string[]) => Promise<number>,
  args: readonly string[],
): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((text: string) => void out.push(`${text}\n`));
  const error = vi.spyOn(console, "error").mockImplementation((text: string) => void err.push(`${text}\n`));
  const write = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    out.push(String(text));
    return true;
  });
  try {
    const status = await command([...args]);
    return { status, out: out.join(""), err: err.join("") };
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { status: 1, out: out.join(""), err: [...err, problem.message].join("") };
  } finally {
    log.mockRestore();
    error.mockRestore();
    write.mockRestore();
  }
}

/** Without the end of the last line. */
export const trimmed = ({ status, out, err }: Run): Run => ({
  status,
  out: out.replace(/\n$/, ""),
  err: err.replace(/\n$/, ""),
});
