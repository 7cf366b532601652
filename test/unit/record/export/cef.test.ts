import fc from "fast-check";
import { expect, test } from "vitest";
import { cefLine } from "../../../../src/record/export/cef.ts";
import { anyLine, lineOf, posted } from "./entries.ts";

/** Reads a line as the standard says: header by unescaped bars, then keys that stand before an unescaped `=`. */
function read(line: string): { header: string[]; pairs: Map<string, string> } {
  const parts = line.replace(/\n$/, "").split(/(?<!(?<!\\)(?:\\\\)*\\)\|/);
  const header = parts.slice(0, 7).map((part) => part.replaceAll(/\\([\\|])/g, "$1"));
  const extension = parts.slice(7).join("|");
  const keys = [...extension.matchAll(/(?:^| )([A-Za-z0-9]+)=/g)].filter(
    ({ index }) => !/(?<!\\)(?:\\\\)*\\$/.test(extension.slice(0, index)),
  );
  const pairs = keys.map(({ 0: whole, 1: key = "", index }, at) => {
    const value = extension.slice(index + whole.length, keys[at + 1]?.index);
    return [
      key,
      value.replaceAll(/\\(.)/g, (_, sign: string) => (sign === "n" ? "\n" : sign === "r" ? "\r" : sign)),
    ] as const;
  });
  return { header, pairs: new Map(pairs) };
}

test("a draft that was posted anyway", () => {
  const { header, pairs } = read(cefLine(lineOf(posted), "0.1.0"));
  expect(header).toEqual([
    "CEF:0",
    "ReplyGuard",
    "ReplyGuard",
    "0.1.0",
    "attempt.posted-anyway",
    "Draft posted anyway",
    "8",
  ]);
  expect(Object.fromEntries(pairs)).toMatchObject({
    rt: "1795707000000",
    externalId: "00112233445566ff:7",
    deviceExternalId: "00112233445566ff",
    act: "posted-anyway",
    cat: "patient-match, health",
    destinationServiceName: "facebook",
    reason: "The reviewer gave written permission",
    cs1: "patient-name, visit-date",
    cs1Label: "rules",
    cn1: "211",
    cn1Label: "length",
    cs6: "b".repeat(64),
  });
});

/** Of the dictionary in the implementation standard, with the type and the most characters of each. */
const dictionary: Readonly<Record<string, number | "number" | "time">> = {
  act: 63,
  cat: 1023,
  cn1: "number",
  cn1Label: 1023,
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6].flatMap((n) => [
      [`cs${n}`, 4000],
      [`cs${n}Label`, 1023],
    ]),
  ),
  destinationServiceName: 1023,
  deviceExternalId: 255,
  dhost: 1023,
  externalId: 40,
  flexString1: 1023,
  flexString1Label: 128,
  flexString2: 1023,
  flexString2Label: 128,
  msg: 1023,
  reason: 1023,
  rt: "time",
};

/** What of a pair is not as the dictionary has it. */
function objections([key, value]: readonly [string, string]): string[] {
  const kind = dictionary[key];
  if (kind === undefined) return [`${key} is not in the dictionary`];
  if (typeof kind === "number") return value.length > kind ? [`${key} is too long`] : [];
  return /^\d{1,16}$/.test(value) ? [] : [`${key} is no number`];
}

test("each entry is one line that reads back, with keys of the dictionary and no longer values than it allows", () => {
  fc.assert(
    fc.property(anyLine, (line) => {
      const text = cefLine(line, "0.1.0");
      expect(text.slice(0, -1)).not.toMatch(/[\n\r\u0085\u2028\u2029]/);
      const { header, pairs } = read(text);
      expect(header).toHaveLength(7);
      expect(pairs.get("externalId")).toBe(`${line.entry.seat}:${line.entry.seq}`);
      expect([...pairs].flatMap(objections)).toEqual([]);
      const reason = line.entry.kind === "attempt" ? (line.entry.reason ?? "") : "";
      // Blanks before the next key are not the reason's, as far as a reader can tell.
      expect((pairs.get("reason") ?? "").trimEnd()).toBe(
        reason.replaceAll(/[\u0085\u2028\u2029]/g, "\n").trimEnd(),
      );
    }),
    { numRuns: 500 },
  );
});

test("what would end a header field or a value is escaped", () => {
  const text = cefLine(lineOf({ ...posted, reason: "a=b|c\\d cs1=x" }), "1|2\\3");
  expect(text).toContain("|1\\|2\\\\3|");
  expect(text).toContain(" reason=a\\=b|c\\\\d cs1\\=x ");
});

test("of a list that is too long, whole names are left out and counted", () => {
  const rules = Array.from({ length: 100 }, (_, at) => `rule-${at}-${"x".repeat(70)}`.slice(0, 80));
  const rule = read(cefLine(lineOf({ ...posted, rules }), "1")).pairs.get("cs1") ?? "";
  const kept = rule.split(", ").slice(0, -1);
  expect(rules.slice(0, kept.length)).toEqual(kept);
  expect(rule).toMatch(new RegExp(`, and ${100 - kept.length} more$`));
});

test("of other kinds everything stands in one field", () => {
  const change = {
    kind: "policy-change",
    source: "managed",
    before: "1",
    policyVersion: "2",
    settings: ["a.b", "c"],
  };
  const { header, pairs } = read(cefLine(lineOf(change), "1"));
  expect(header.slice(4)).toEqual(["policy-change", "Policy changed", "1"]);
  expect(pairs.get("cs1")).toBe("source: managed, before: 1, policyVersion: 2, settings: a.b, c");
});
