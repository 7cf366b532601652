/** Receiver and sender as processes that are killed without a word. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface Receiver {
  readonly port: number;
  /** True when a message that begins with this id has been kept from now on; false: it ended before. */
  willKeep(first: string): Promise<boolean>;
  kill(): Promise<void>;
}

interface Told {
  readonly port?: number;
  readonly kept?: readonly string[];
  readonly lines?: readonly string[];
}

/** `kept`: the ids of what all receivers have ever kept, in order; `lines`: what these had as `replyguard.line`. */
export async function startReceiver(kept: string[], lines: string[] = []): Promise<Receiver> {
  const child = spawn(process.execPath, [fileURLToPath(new URL("./receiver.mjs", import.meta.url))], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let isOver = false;
  const expected = new Map<string, (isKept: boolean) => void>();
  const output = createInterface(child.stdout);
  const started = new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    output.on("close", () => reject(new Error("the receiver ended before it had a port")));
    output.on("line", (line) => {
      const told = JSON.parse(line) as Told;
      if (told.port !== undefined) resolve(told.port);
      if (told.kept === undefined) return;
      kept.push(...told.kept);
      lines.push(...(told.lines ?? []));
      expected.get(told.kept[0] ?? "")?.(true);
    });
  });
  output.on("close", () => {
    isOver = true;
    for (const settle of expected.values()) settle(false);
  });
  return {
    port: await started,
    willKeep: (first) =>
      new Promise((resolve) => {
        if (isOver) resolve(false);
        else expected.set(first, resolve);
      }),
    async kill() {
      const over = isOver ? undefined : once(output, "close");
      child.kill("SIGKILL");
      await over;
    },
  };
}

export interface Sender {
  /** The exit status; null: it was killed. */
  readonly ended: Promise<number | null>;
  kill(): void;
}

export function startSender(
  folder: string,
  address: string,
  count: number,
  certificateFile: string | undefined,
): Sender {
  const script = fileURLToPath(new URL("./sender.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, folder, address, String(count)], {
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...process.env,
      ...(certificateFile === undefined ? {} : { NODE_EXTRA_CA_CERTS: certificateFile }),
    },
  });
  return {
    ended: new Promise((resolve) => child.once("exit", (status) => resolve(status))),
    kill: () => void child.kill("SIGKILL"),
  };
}
