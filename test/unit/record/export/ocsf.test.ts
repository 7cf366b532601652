import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EntryLine } from "../../../../src/contract/record-entry.ts";
import { fieldsOf } from "../../../../src/record/export/fields.ts";
import { ocsfLine } from "../../../../src/record/export/ocsf.ts";
import { anyLine, lineOf, posted } from "./entries.ts";
import { baseEvent, dataSecurityFinding } from "./ocsf-schema.ts";

const read = (line: EntryLine) => JSON.parse(ocsfLine(line, "0.1.0")) as Record<string, unknown>;

/** The values that an event must have of its entry: an outcome with its kind, a subject as the id of its event. */
function needed({ entry, hash }: EntryLine): unknown[] {
  const fields = fieldsOf(entry).flatMap(([name, value]): unknown[] => {
    if (name === "outcome") return [`attempt.${String(value)}`];
    if (entry.kind === "review" && (name === "subjectSeat" || name === "subjectSeq")) return [];
    return typeof value === "object" ? [...value] : [value];
  });
  const subject = entry.kind === "review" ? [`${entry.subject.seat}:${entry.subject.seq}`] : [];
  return [hash, entry.at, entry.previous, `${entry.seat}:${entry.seq}`, ...subject, ...fields];
}

describe("an OCSF event", () => {
  test("of each entry is what the schema says it must be", () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const text = ocsfLine(line, "0.1.0");
        expect(text.slice(0, -1)).not.toContain("\n");
        const event = read(line);
        const isFinding = line.entry.kind === "attempt" || line.entry.kind === "review";
        const parsed = (isFinding ? dataSecurityFinding : baseEvent).safeParse(event);
        expect(parsed.error?.issues ?? []).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test("leaves out nothing that the entry says", () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const event = read(line);
        const told = new Set<unknown>();
        const gather = (value: unknown): void => {
          told.add(value);
          if (typeof value === "object" && value !== null) Object.values(value).forEach(gather);
        };
        gather(event);
        const missing = needed(line).filter((value) => !told.has(value));
        expect(missing).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("of a draft that was posted anyway is an alert and a suspected breach", () => {
    expect(read(lineOf(posted))).toMatchObject({
      class_uid: 2006,
      category_uid: 2,
      activity_id: 1,
      type_uid: 200_601,
      time: 1_795_707_000_000,
      severity_id: 4,
      status_id: 1,
      status_detail: "The reviewer gave written permission",
      action_id: 1,
      disposition_id: 1,
      is_alert: true,
      is_suspected_breach: true,
      policy: { name: "ReplyGuard policy", version: "2026-11" },
      device: { uid: "00112233445566ff", type_id: 8 },
      dst_endpoint: { svc_name: "facebook" },
      finding_info: {
        uid: "00112233445566ff:7",
        title: "Draft posted anyway",
        types: ["patient-match", "health"],
        analytic: { uid: "patient-name", type_id: 1 },
        related_analytics: [{ uid: "visit-date" }],
      },
      metadata: {
        uid: "00112233445566ff:7",
        sequence: 7,
        version: "1.7.0",
        correlation_uid: "fedcba9876543210",
      },
    });
  });

  test.each([
    ["stopped", 2, 2, false],
    ["recorded", 1, 17, true],
    ["attested", 1, 8, false],
    ["mended", 2, 11, false],
    ["disputed", 0, 17, false],
  ])(
    "of a draft that was %s: action %i, disposition %i, suspected breach %s",
    (outcome, action, disposition, breach) => {
      expect(read(lineOf({ ...posted, outcome }))).toMatchObject({
        action_id: action,
        disposition_id: disposition,
        is_suspected_breach: breach,
      });
    },
  );

  test("of conduct alone that went out is no breach", () => {
    expect(read(lineOf({ ...posted, categories: ["conduct"] }))).toMatchObject({
      is_suspected_breach: false,
    });
  });

  test("of what a colleague let go says that it was approved", () => {
    expect(read(lineOf({ ...posted, approvedBy: "Dana Whitfield" }))).toMatchObject({ disposition_id: 8 });
  });

  test("of a review speaks of the finding that was reviewed", () => {
    const subject = { seat: "00112233445566ff", seq: 7, hash: "b".repeat(64) };
    const review = {
      kind: "review",
      subject,
      state: "false-alarm",
      assignee: "Dana Whitfield",
      note: "Not about care",
    };
    expect(read(lineOf(review, { seq: 9 }))).toMatchObject({
      activity_id: 3,
      type_uid: 200_603,
      status_id: 3,
      verdict_id: 1,
      assignee: { name: "Dana Whitfield" },
      status_detail: "Not about care",
      finding_info: { uid: "00112233445566ff:7" },
      metadata: { uid: "00112233445566ff:9" },
    });
  });
});

describe("the schema in this test", () => {
  const good = read(lineOf(posted));
  const within = (name: string, change: object): object => ({
    ...good,
    [name]: { ...(good[name] as object), ...change },
  });
  const without = (name: string): object =>
    Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));

  test("takes the event that the others are made from", () => {
    expect(dataSecurityFinding.safeParse(good).success).toBe(true);
  });

  test.each([
    ["an attribute it does not know", { ...good, outcome: "posted-anyway" }],
    ["a required attribute that is missing", without("severity_id")],
    ["a finding without its id", within("finding_info", { uid: undefined })],
    ["a time that is no number", { ...good, time: "2026-11-26" }],
    ["an id that is none", { ...good, disposition_id: 42 }],
    ["a caption of another id", { ...good, severity: "Low" }],
    ["a type that is not class and activity", { ...good, type_uid: 200_602 }],
    ["an attribute of a profile that is not named", within("metadata", { profiles: ["incident"] })],
    ["a product without a name", within("metadata", { product: { version: "1" } })],
    ["another version", within("metadata", { version: "1.0.0" })],
    ["a deprecated attribute", within("finding_info", { product_uid: "x" })],
    ["a data_security that says nothing of its own", { ...good, data_security: { category_id: 1 } }],
    ["a device of no type", { ...good, device: { uid: "x" } }],
  ])("refuses %s", (_what, event) => {
    expect(dataSecurityFinding.safeParse(event).success).toBe(false);
  });

  /** Each way to an object or a value of the event, but for what stands under `unmapped`, which may be anything. */
  function* ways(value: unknown, way: readonly string[] = []): Generator<readonly string[]> {
    if (way[0] === "unmapped" || typeof value !== "object" || value === null) return;
    for (const name of Object.keys(value)) {
      yield [...way, name];
      yield* ways(Reflect.get(value, name), [...way, name]);
    }
  }
  const at = (way: readonly string[], event: object): unknown =>
    way.reduce((value: unknown, name) => Reflect.get(Object(value), name), event);
  function changed(event: object, way: readonly string[], change: (value: unknown) => unknown): object {
    const copy = structuredClone(event);
    const outer = Object(at(way.slice(0, -1), copy)) as object;
    Reflect.set(outer, way.at(-1) ?? "", change(at(way, copy)));
    return copy;
  }
  const review = read(
    lineOf({
      kind: "review",
      subject: { seat: "00112233445566ff", seq: 7, hash: "b".repeat(64) },
      state: "confirmed",
      assignee: "Dana Whitfield",
    }),
  );
  const heartbeat = read(lineOf({ kind: "heartbeat", policyVersion: "p1", engineVersion: "e1" }));

  test.each([
    ["an attempt", good, dataSecurityFinding],
    ["a review", review, dataSecurityFinding],
    ["a heartbeat", heartbeat, baseEvent],
  ])(
    "refuses %s with any one thing of another type, another id, or more than it knows",
    (_what, event, schema) => {
      expect(schema.safeParse(event).success).toBe(true);
      const isWrong = (wrong: object): boolean => !schema.safeParse(wrong).success;
      const passed: string[] = [];
      for (const way of ways(event)) {
        if (way[0] === "unmapped" && way.length > 1) continue;
        const value = at(way, event);
        const name = way.join(".");
        if (!isWrong(changed(event, way, () => (typeof value === "string" ? 7 : "7"))))
          passed.push(`${name} of another type`);
        if (!isWrong(changed(event, way, () => null))) passed.push(`${name} null`);
        const isPlain =
          typeof value === "object" && value !== null && !Array.isArray(value) && way[0] !== "unmapped";
        if (isPlain && !isWrong(changed(event, [...way, "more"], () => "x")))
          passed.push(`${name} with more`);
        const isId = typeof value === "number" && /(?:_id|class_uid|category_uid|type_uid)$/.test(name);
        if (isId && !isWrong(changed(event, way, (id) => Number(id) + 1))) passed.push(`${name} of another`);
      }
      expect(passed).toEqual([]);
    },
  );
});
