/** A record to tamper with, and the tools of somebody who does. */
import { createHash } from "node:crypto";
import { keyFrom } from "../../../scripts/guard/log/sample-key.ts";
import { nodeChecking } from "../../../scripts/guard/log/read-file.ts";
import { sampleLines } from "../../../scripts/guard/log/sample.ts";
import type { RecordEnd, RecordEntry, Seal } from "../../../src/contract/record-entry.ts";
import { canonical } from "../../../src/record/canonical.ts";
import type { FaultKind } from "../../../src/record/fault.ts";
import { toLine } from "../../../src/record/read-line.ts";
import { verifyExport } from "../../../src/record/verify.ts";
import type { Expected, Verified } from "../../../src/record/verify.ts";

export const seed = 7;
/** The seat's own key, and somebody else's. */
export const seatKey = keyFrom(String(seed));
export const otherKey = keyFrom("somebody else");

export async function sample(entries: number, days: number, from = "2026-01-01"): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of sampleLines({ entries, days, seed, from, out: "" })) lines.push(toLine(line));
  return lines;
}

export async function verify(lines: readonly string[], expected: Partial<Expected> = {}): Promise<Verified> {
  const file = {
    lines: async function* () {
      yield* lines;
    },
    last: lines.at(-1) ?? "",
  };
  return verifyExport(file, { keys: new Set(), acceptedClocks: new Set(), ...expected }, nodeChecking);
}

/** What is wrong with it, `kind in line N`; `holds` where nothing is. */
export async function verdict(lines: readonly string[], expected: Partial<Expected> = {}): Promise<string> {
  const verified = await verify(lines, expected);
  return "held" in verified ? "holds" : `${verified.fault.kind} in line ${verified.fault.line}`;
}

export const inLine = (kind: FaultKind, line: number): string => `${kind} in line ${line}`;

export interface AnyLine {
  entry?: RecordEntry;
  seal?: Seal;
  end?: RecordEnd;
  hash: string;
  signature?: string;
}

export const parse = (line: string | undefined): AnyLine => JSON.parse(line ?? "") as AnyLine;

/** Index of an entry, of a seal, of the first entry of a day. */
export const indexOfEntry = (lines: readonly string[], seq: number): number =>
  lines.findIndex((line) => line.includes(`"seq":${seq}}`) || line.includes(`"seq":${seq},`));
export const indexOfSeal = (lines: readonly string[], number: number): number =>
  lines.findIndex((line) => line.includes(`"seal":{`) && parse(line).seal?.number === number);

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

export interface Tools {
  /** Makes hashes fit again. */
  readonly hash?: boolean;
  /** Signs seals and end again. */
  readonly sign?: { readonly key: string; sign(text: string, key: string): Promise<string> };
}

/** Writes a line anew after it was changed. */
export async function remade(line: AnyLine, { hash = false, sign }: Tools): Promise<string> {
  const { hash: before, signature, ...content } = line;
  const text = canonical(content);
  return canonical({
    ...content,
    hash: hash ? sha256(text) : before,
    ...(signature === undefined ? {} : { signature: sign ? await sign.sign(text, sign.key) : signature }),
  });
}

/** Changes one line. */
export async function change(
  lines: readonly string[],
  index: number,
  how: (line: AnyLine) => void,
  tools: Tools = {},
): Promise<string[]> {
  const line = parse(lines[index]);
  how(line);
  return lines.with(index, await remade(line, tools));
}

/**
 * Numbers and links the lines `from` … `until` (not included) anew, as somebody would who wants the chain to look whole; of
 * seals also head, first and count, of the end everything.
 */
export async function relink(
  lines: readonly string[],
  from: number,
  until: number,
  tools: Tools,
): Promise<string[]> {
  const made: string[] = [];
  let [seq, head, first, seals, sealed] = [0, "0".repeat(64), 0, 0, "0".repeat(64)];
  for (const [index, text] of lines.entries()) {
    const line = parse(text);
    const isMine = index >= from && index < until;
    if (isMine && line.entry) Object.assign(line.entry, { seq, previous: head });
    if (isMine && line.seal) {
      Object.assign(line.seal, { number: seals, head, first, count: seq - first, previous: sealed });
    }
    if (isMine && line.end) Object.assign(line.end, { next: seq, head, seals, sealed });
    const written = isMine ? await remade(line, { hash: true, ...tools }) : text;
    const { hash } = parse(written);
    if (line.entry) [seq, head] = [line.entry.seq + 1, hash];
    if (line.seal) [first, seals, sealed] = [seq, line.seal.number + 1, hash];
    made.push(written);
  }
  return made;
}
