/** Two other programs verify a record: the one in Python that docs/log-format.md shows, and one with Node's own cryptography. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newSeatKey, signWith, webChecking } from "../../../src/record/proof.ts";
import { append, endOf, sealDue, startChain } from "../../../src/record/chain.ts";
import { toLine } from "../../../src/record/read-line.ts";
import { firstFault } from "./independent.ts";
import { at, heartbeat, newSeat, secondKey } from "./seat.ts";
import { change, sample, seatKey, verdict } from "./tampering.ts";

const folder = mkdtempSync(join(tmpdir(), "record-"));
const program = join(folder, "verify.py");
const documented = readFileSync(join(import.meta.dirname, "../../../docs/log-format.md"), "utf8");
writeFileSync(program, /```python\n(.*?)```/s.exec(documented)?.[1] ?? "");
const pythonVersion = spawnSync("python3", ["--version"], { encoding: "utf8" }).stdout ?? "";
const hasPython = /^Python 3\.(?:[89]|\d\d)/.test(pythonVersion);

function python(lines: readonly string[]): number {
  const file = join(folder, "export.jsonl");
  writeFileSync(file, `${lines.join("\n")}\n`);
  const { status, stdout, stderr } = spawnSync("python3", [program, file], { encoding: "utf8" });
  expect(stderr).toBe("");
  if (status === 0 && stdout.startsWith("holds")) return 0;
  return Number(/^line (\d+) does not hold/.exec(stdout)?.[1] ?? Number.NaN);
}

const log = await sample(300, 10);
const lineOf = async (lines: readonly string[]): Promise<number> =>
  Number(/\d+$/.exec(await verdict(lines))?.[0] ?? 0);

const sealWith = (change: (signature: string) => string): string[] =>
  log.map((text) => (text.includes('"number":4,') ? text.replace(/(?<="signature":")[^"]*/, change) : text));

const tampered: readonly (readonly [string, string[] | Promise<string[]>])[] = [
  ["an entry is missing", log.toSpliced(100, 1)],
  ["two entries are swapped", log.with(100, log[101] ?? "").with(101, log[100] ?? "")],
  ["an entry is changed", log.with(100, (log[100] ?? "").replace(/"at":\d/, '"at":2'))],
  ["a line stands twice", log.toSpliced(100, 0, log[100] ?? "")],
  ["a seal is missing", log.filter((line) => !line.includes('"number":4,'))],
  ["the end is missing", log.slice(0, -1)],
  [
    "a seal is changed and signed with its own key",
    change(
      log,
      log.findIndex((line) => line.includes('"number":4,')),
      ({ seal }) => Object.assign(seal ?? {}, { count: 1 }),
      { hash: true, sign: seatKey },
    ),
  ],
  [
    "a seal is changed and its hash made anew",
    change(
      log,
      log.findIndex((line) => line.includes('"number":4,')),
      ({ seal }) => Object.assign(seal ?? {}, { closed: 9_999_999_999_999 }),
      { hash: true },
    ),
  ],
  ["a signature has filling", sealWith((signature) => `${signature}==`)],
  ["a signature has a character of the other alphabet", sealWith((signature) => `+${signature.slice(1)}`)],
  ["a signature has a character that is none", sealWith((signature) => `${signature}!`)],
  [
    "a signature ends otherwise, for the same bytes",
    sealWith((signature) =>
      signature.replace(/.$/, (last) => ({ A: "B", Q: "R", g: "h", w: "x" })[last] ?? ""),
    ),
  ],
  ["a line ends with two carriage returns", log.with(100, `${log[100]}\r\r`)],
  [
    "the end is changed and its hash made anew",
    change(log, log.length - 1, ({ end }) => Object.assign(end ?? {}, { at: (end?.at ?? 0) + 1 }), {
      hash: true,
    }),
  ],
];

describe.skipIf(!hasPython)(
  `the documented program (${hasPython ? pythonVersion.trim() : "skipped: no Python 3.8"})`,
  () => {
    it("verifies what was written here", () => {
      expect(python(log)).toBe(0);
    });

    it.each(tampered)("stops where ours does: %s", async (_, lines) => {
      expect(python(await lines)).toBe(await lineOf(await lines));
    });

    it("follows a change of key, and exports that begin later", async () => {
      const seat = await newSeat("2026-02-27T10:00");
      await seat.write("2026-02-27T11:00", { kind: "key-change", key: secondKey.key });
      await seat.write("2026-02-28T11:00");
      const whole = await seat.exported("2026-03-02T12:00");
      expect(python(whole)).toBe(0);
      expect(python(await seat.exported("2026-03-02T12:00", { from: 2 }))).toBe(0);
      expect(python(await seat.exported("2026-03-02T12:00", { from: 2, expired: 2 }))).toBeGreaterThan(1);
      const unsaid = await change(whole, 2, ({ seal }) => delete seal?.next, { hash: true });
      expect(python(unsaid)).toBe(3);
    });
  },
);

describe("a program with none of our code", () => {
  it("verifies what was written here", () => {
    expect(firstFault(log)).toBe(0);
  });

  it.each(tampered)("stops where ours does: %s", async (_, lines) => {
    expect(firstFault(await lines)).toBe(await lineOf(await lines));
  });
});

it("a key of the browser's kind signs what all of them verify", async () => {
  const { pair, key } = await newSeatKey();
  expect(pair.privateKey.extractable).toBe(false);
  const proof = { ...webChecking, sign: (text: string) => signWith(pair.privateKey, text) };
  let written = await startChain(
    { seat: "00000000000000aa", key, engineVersion: "1" },
    at("2026-02-27T10:00"),
    proof,
  );
  const lines = [...written.lines];
  written = await append(
    written.chain,
    { ...heartbeat, browser: "Firefox 142 “é”" } as typeof heartbeat,
    at("2026-02-28T10:00"),
    proof,
  );
  lines.push(...written.lines);
  written = await sealDue(written.chain, at("2026-03-01T10:00"), proof);
  lines.push(...written.lines);
  const end = await endOf(written.chain, at("2026-03-01T10:00"), { from: 0, expired: 0 }, proof);
  const text = [...lines, end].map(toLine);
  expect(await verdict(text)).toBe("holds");
  expect(firstFault(text)).toBe(0);
  expect(hasPython ? python(text) : 0).toBe(0);
});
