import { beforeAll, describe, expect, test } from "vitest";
import type { EntryBody } from "../../../src/contract/record-entry.ts";
import { findEvidence } from "../../../src/pages/audit/evidence-from-file.ts";
import { exportEvidence } from "../../../src/pages/audit/own-evidence.ts";
import { sha256Of } from "../../../src/patient-list/bytes.ts";
import { readEvidenceLine } from "../../../src/record/evidence-file.ts";
import { seatRecord } from "../background/seat-record.ts";

const seat = seatRecord();
const idOf = (number: number): string => `${number}`.padStart(16, "0");
const bytesOf = (number: number): Uint8Array => Uint8Array.from({ length: 100 }, (_, at) => at + number);
const withDraft = [1, 2, 5];

beforeAll(async () => {
  for (const number of [1, 2, 3, 4, 5]) {
    const sealed = withDraft.includes(number) ? bytesOf(number) : undefined;
    const body: EntryBody = {
      kind: "attempt",
      id: idOf(number),
      site: "yelp",
      surface: "post",
      outcome: "stopped",
      categories: [],
      rules: [],
      length: 1,
      ...(sealed && { evidence: await sha256Of(sealed) }),
      policyVersion: "1",
      engineVersion: "1",
    };
    await seat.record.add(body, idOf(number), sealed);
  }
});

describe("the evidence file of this browser", () => {
  const read = async (from: number, next: number) => {
    const { file, drafts } = await exportEvidence(seat.store, { from, next });
    const lines = (await file.text()).split("\n");
    expect(lines.pop()).toBe("");
    expect(lines).toHaveLength(drafts);
    return { file, evidence: lines.map(readEvidenceLine) };
  };

  test("has the sealed draft of each entry that has one, under its name", async () => {
    const { chain } = await seat.record.head();
    expect((await read(0, chain.next)).evidence).toEqual(
      withDraft.map((seq) => ({ seat: chain.seat, seq, id: idOf(seq), sealed: bytesOf(seq) })),
    );
  });

  test("has those of the export it lies beside, and no others", async () => {
    const seqs = async (from: number, next: number) =>
      (await read(from, next)).evidence.map((one) => one?.seq);
    expect(await seqs(2, 5)).toEqual([2]);
    expect(await seqs(3, 5)).toEqual([]);
    expect(await seqs(3, 100)).toEqual([5]);
  });

  test("is read again by the panel of another browser", async () => {
    const { chain } = await seat.record.head();
    const { file } = await read(0, chain.next);
    expect(await findEvidence(file, { seat: chain.seat, seq: 2 })).toEqual(bytesOf(2));
    expect(await findEvidence(file, { seat: chain.seat, seq: 3 })).toBeUndefined();
    expect(await findEvidence(file, { seat: "0".repeat(16), seq: 2 })).toBeUndefined();
  });
});
