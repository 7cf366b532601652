import fc from "fast-check";
import { expect, test } from "vitest";
import { fieldsOf } from "../../../../src/record/export/fields.ts";
import { summaryOf } from "../../../../src/record/export/severity.ts";
import { anyLine, lineOf, posted } from "./entries.ts";

test("a field of one name has one type, in whatever kind of entry it is", () => {
  const types = new Map<string, Set<string>>();
  fc.assert(
    fc.property(anyLine, ({ entry }) => {
      for (const [name, value] of fieldsOf(entry)) {
        const seen = types.get(name) ?? new Set();
        types.set(name, seen.add(typeof value === "object" ? "list" : typeof value));
      }
      return true;
    }),
    { numRuns: 2000 },
  );
  expect(types.size).toBeGreaterThan(30);
  expect([...types].filter(([, seen]) => seen.size > 1)).toEqual([]);
});

test("a subject is told in three fields, and what is null in none", () => {
  const subject = { seat: "00112233445566ff", seq: 7, hash: "b".repeat(64) };
  expect(fieldsOf(lineOf({ kind: "review", subject, state: "closed" }).entry)).toEqual([
    ["subjectSeat", subject.seat],
    ["subjectSeq", 7],
    ["subjectHash", subject.hash],
    ["state", "closed"],
  ]);
  const change = {
    kind: "list-change",
    change: "removed",
    source: "seat",
    listId: "A".repeat(22),
    people: null,
  };
  expect(fieldsOf(lineOf(change).entry).map(([name]) => name)).not.toContain("people");
});

test("the sentence about an entry has nothing in it that a person wrote", () => {
  const words = { reason: "Zzyzx asked for it", approvedBy: "Dana Whitfield" };
  expect(summaryOf(lineOf({ ...posted, ...words }).entry)).toBe(
    "Draft posted anyway: Reply to a review, Facebook: Somebody on the patient list, Health or treatment",
  );
  const subject = { seat: "00112233445566ff", seq: 7, hash: "b".repeat(64) };
  const review = {
    kind: "review",
    subject,
    state: "closed",
    note: "Zzyzx agreed",
    assignee: "Dana Whitfield",
  };
  expect(summaryOf(lineOf(review).entry)).toBe("Entry reviewed: closed");
});
