/** What a collector has received, put together by the program of docs/admin/forwarding.md, is the record and verifies. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeChecking } from "../../../scripts/guard/log/read-file.ts";
import { keyFrom } from "../../../scripts/guard/log/sample-key.ts";
import { sampleLines } from "../../../scripts/guard/log/sample.ts";
import { createForward } from "../../../src/background/forward.ts";
import type { ForwardState } from "../../../src/background/forward-state.ts";
import { endLine, sealLine } from "../../../src/contract/record-entry.ts";
import type { RecordLine } from "../../../src/contract/record-entry.ts";
import { canonical } from "../../../src/record/canonical.ts";
import { toLine } from "../../../src/record/read-line.ts";
import { startReceiver } from "./forward-receiver/processes.ts";
import { hasPython, rebuild, verified } from "./forward-receiver/rebuild.ts";
import { memoryItem } from "./parts.ts";

const root = resolve(import.meta.dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "rebuilt-"));
afterAll(() => rmSync(folder, { recursive: true }));

const record: RecordLine[] = [];
for await (const line of sampleLines({ entries: 900, days: 12, seed: 3, from: "2026-11-02", out: "" }))
  record.push(line);
const entries = record.flatMap((line) =>
  "entry" in line ? [{ seq: line.entry.seq, line: toLine(line) }] : [],
);
const seals = record.flatMap((line) => ("seal" in line ? [toLine(line)] : []));
const [end = ""] = record.slice(-1).map((line) => toLine(line));
const seat = record.flatMap((line) => ("entry" in line ? [line.entry.seat] : []))[0] ?? "";
const whole = `${record.map((line) => toLine(line)).join("\n")}\n`;

/** As the receiver kept them, and the bodies as a file exporter would have written them. */
const lines: string[] = [];
const bodies: string[] = [];
const kept: string[] = [];

beforeAll(async () => {
  const receiver = await startReceiver(kept, lines);
  try {
    const forward = createForward({
      readPolicy: async () => ({ address: "https://logs.example" }),
      readHead: async () => ({ seat, next: entries.length, seals: seals.length }),
      readEntries: async (from, most) => entries.slice(from, from + most),
      readSeals: async (from) => seals.slice(from),
      readEnd: async () => end,
      kept: memoryItem<ForwardState>(null),
      async post(_collector, body) {
        const [first = ""] = /"[0-9a-f]{16}:[0-9a-z:]+"/.exec(body) ?? [];
        const isKept = receiver.willKeep(first.replaceAll('"', ""));
        await fetch(`http://127.0.0.1:${receiver.port}/v1/logs`, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body,
        });
        expect(await isKept).toBe(true);
        bodies.push(body);
        return { taken: true, rejected: 0 };
      },
      alarm: { set: async () => undefined, clear: async () => undefined },
      version: "0.1.0",
      most: 100,
      now: Date.now,
      random: Math.random,
    });
    await forward.look();
  } finally {
    await receiver.kill();
  }
});

function verify(text: string): { status: number | null; says: string } {
  const file = join(folder, "seat.jsonl");
  writeFileSync(file, text);
  const ran = spawnSync("npx", ["tsx", "scripts/guard.ts", "log", "verify", file], {
    cwd: root,
    encoding: "utf8",
  });
  return { status: ran.status, says: ran.stdout + ran.stderr };
}

async function faultIn(given: readonly string[]): Promise<unknown> {
  const found = await verified(rebuild(given, seat).text);
  return "fault" in found ? found.fault : undefined;
}

/** As a log system may give them out: in no order, some of them twice, those of another seat among them. */
function shuffled(all: readonly string[]): string[] {
  const other = all.slice(0, 40).map((line) => line.replaceAll(seat, "ff".repeat(8)));
  return [...all, ...all.slice(100, 250), ...other]
    .map((line, at) => ({ line, place: (at * 7919) % 1009 }))
    .toSorted((one, another) => one.place - another.place)
    .map(({ line }) => line);
}

test("entries go before the seal that closes them, and the end goes last", () => {
  expect(kept.at(-1)).toBe(`${seat}:end:${seals.length}`);
  expect(lines).toEqual(record.map((line) => toLine(line)));
});

describe.runIf(hasPython)("what the collector has, put together,", { timeout: 30_000 }, () => {
  test("is the seat's own export, from any order, and verifies", () => {
    const { text, status, says } = rebuild(shuffled(lines), seat);
    expect({ status, says }).toEqual({ status: 0, says: "" });
    expect(text).toBe(whole);
    expect(verify(text)).toMatchObject({ status: 0, says: expect.stringContaining("holds") });
  });

  test("is the same from the messages themselves", () => {
    expect(rebuild(bodies, seat).text).toBe(whole);
  });

  test("ends where the last end says, whatever came after it", () => {
    const next = lines.length;
    const more = lines[400]?.replace(/"seq":\d+/, `"seq":${next + 5}`) ?? "";
    expect(rebuild([...lines, more], seat).text).toBe(whole);
  });

  test("begins where the last end says: what has expired at the seat is left out", async () => {
    const { seal } = sealLine.parse(JSON.parse(seals[5] ?? ""));
    const of = endLine.parse(JSON.parse(end)).end;
    const later = { ...of, at: of.at + 1, from: seal.first + seal.count };
    const text = canonical({ end: later });
    const signature = await keyFrom("3").sign(text, later.key);
    const line = toLine({ end: later, hash: await nodeChecking.sha256(text), signature });
    const rebuilt = rebuild([...lines.slice(0, -1), line], seat).text;
    expect(await verified(rebuilt)).toHaveProperty("held.end.from", later.from);
    expect(rebuilt.split("\n").filter((one) => one.startsWith('{"entry"'))).toHaveLength(
      of.next - later.from,
    );
  });

  test("shows what is missing, and what was changed on the way", async () => {
    const without = (part: string) => lines.filter((line) => !line.includes(part));
    expect(await faultIn(without('"seq":300,'))).toMatchObject({ kind: "removed" });
    expect(await faultIn(without('"number":4,'))).toMatchObject({ kind: "seal-missing" });
    const changed = lines.map((line) =>
      line.includes('"seq":300,') ? line.replace(/"at":\d/, '"at":2') : line,
    );
    expect(await faultIn(changed)).toMatchObject({ kind: "changed" });
  });

  test("says where no end has arrived yet", () => {
    const { status, says } = rebuild(lines.slice(0, -1), seat);
    expect({ status, says }).toEqual({ status: 1, says: "of this seat no signed end has arrived\n" });
  });
});
