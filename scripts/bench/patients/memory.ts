/** Memory of the browser's pages and workers, from Linux's own accounts. Elsewhere there is none, and no figure. */
import { readFile, readdir, writeFile } from "node:fs/promises";

export interface Memory {
  /** Bytes above what there was at the beginning, at most. */
  peak(): Promise<number | undefined>;
  /** Bytes above that now. */
  more(): Promise<number | undefined>;
}

const none: Memory = { peak: () => Promise.resolve(undefined), more: () => Promise.resolve(undefined) };
const read = (path: string): Promise<string> => readFile(path, "utf8").catch(() => "");

async function parentOf(id: number): Promise<number> {
  return Number(/^PPid:\s+(\d+)/m.exec(await read(`/proc/${id}/status`))?.[1] ?? 0);
}

async function isOurs(id: number): Promise<boolean> {
  for (let one = id; one > 1; one = await parentOf(one)) if (one === process.pid) return true;
  return false;
}

/** The processes that run pages and workers, of the browser that this process has started: all but one are idle. */
async function renderers(): Promise<number[]> {
  const ids = (await readdir("/proc").catch(() => [])).map(Number).filter((id) => id > 0);
  const found: number[] = [];
  for (const id of ids) {
    const command = await read(`/proc/${id}/cmdline`);
    if (command.includes("--type=renderer") && (await isOurs(id))) found.push(id);
  }
  return found;
}

/** From now on. */
export async function memoryOf(): Promise<Memory> {
  const ids = await renderers();
  if (ids.length === 0) return none;
  const bytes = async (field: "VmRSS" | "VmHWM"): Promise<number> => {
    const all = await Promise.all(ids.map((id) => read(`/proc/${id}/status`)));
    const pattern = new RegExp(`^${field}:\\s+(\\d+)`, "m");
    return all.reduce((sum, text) => sum + 1024 * Number(pattern.exec(text)?.[1] ?? 0), 0);
  };
  // 5 makes the highest mark the present one.
  for (const id of ids) await writeFile(`/proc/${id}/clear_refs`, "5");
  const before = await bytes("VmRSS");
  return {
    peak: async () => (await bytes("VmHWM")) - before,
    more: async () => (await bytes("VmRSS")) - before,
  };
}
