/**
 * A seat's forwarding in a process of its own, so that it can be killed: `sender.ts FOLDER ADDRESS COUNT`. Its disk is FOLDER. Its clock
 * does not wait: it jumps to where the alarm is. Ends when the collector has everything.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createForward } from "../../../../src/background/forward.ts";
import { forwardState } from "../../../../src/background/forward-state.ts";
import type { ForwardState } from "../../../../src/background/forward-state.ts";
import { post } from "../../../../src/background/forward-post.ts";
import { storedEnd, storedEntry } from "../forward-seat.ts";

const [folder = "", address = "", count = "0"] = process.argv.slice(2);
const seat = "00112233445566ff";
const file = join(folder, "forward.json");
let now = Date.now();
let alarm: number | null = null;

const forward = createForward({
  readPolicy: async () => ({ address, token: "t" }),
  readHead: async () => ({ seat, next: Number(count), seals: 0 }),
  readEntries: async (from, most) =>
    Array.from({ length: Math.min(most, Number(count) - from) }, (_, at) => storedEntry(seat, from + at)),
  readSeals: async () => [],
  readEnd: async () => storedEnd(seat, Number(count), 0),
  kept: {
    read: async () => (existsSync(file) ? forwardState.parse(JSON.parse(readFileSync(file, "utf8"))) : null),
    async write(state: ForwardState) {
      writeFileSync(`${file}.new`, JSON.stringify(state));
      renameSync(`${file}.new`, file);
    },
  },
  post: (collector, body) => post(collector, body, { stayAwake: async () => undefined, now: () => now }),
  alarm: {
    async set(at) {
      alarm = at;
    },
    async clear() {
      alarm = null;
    },
  },
  version: "0.1.0",
  most: 50,
  now: () => now,
  random: Math.random,
});

for (;;) {
  await forward.look();
  const standing = await forward.standing();
  if (standing?.waiting === 0) break;
  now = Math.max(now, alarm ?? now);
  // A breath, so that a collector that is down is not asked thousands of times while it starts.
  await wait(20);
}
