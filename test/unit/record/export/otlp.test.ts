import root from "@opentelemetry/otlp-transformer/build/src/generated/root.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EntryLine } from "../../../../src/contract/record-entry.ts";
import { fieldsOf } from "../../../../src/record/export/fields.ts";
import { exportAs } from "../../../../src/record/export/formats.ts";
import { otlpEntry, otlpRequest, otlpStandIn } from "../../../../src/record/export/otlp.ts";
import { anyLine, lineOf, posted, streamed, whole } from "./entries.ts";

/** What the project that writes the protobuf definitions generates from them: its types end at the root. */
interface MessageType {
  verify(message: object): string | null;
  fromObject(message: object): object;
  encode(message: object): { finish(): Uint8Array };
  decode(bytes: Uint8Array): object;
  toObject(message: object, options: object): object;
}
const { opentelemetry } = root as unknown as {
  opentelemetry: { proto: { collector: { logs: { v1: { ExportLogsServiceRequest: MessageType } } } } };
};
const request = opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;

/** JSON to the bytes that go over the wire in protobuf, and back: a field that the definitions do not know is gone then. */
function throughProtobuf(json: string): unknown {
  const message = request.fromObject(JSON.parse(json) as object);
  expect(request.verify(message)).toBeNull();
  const decoded = request.decode(request.encode(message).finish());
  return request.toObject(decoded, { longs: String, enums: Number });
}

/** A list without members is not on the wire. */
const readJson = (json: string): unknown =>
  JSON.parse(json, (_key, value: unknown) =>
    Array.isArray(value) && value.length === 0 ? undefined : value,
  );

const requestOf = (line: EntryLine): string => otlpRequest(line.entry.seat, [otlpEntry(line)], "0.1.0");

describe("an OTLP request", () => {
  test("says what happened in attributes, and nothing that a person wrote in its body", () => {
    expect(JSON.parse(requestOf(lineOf(posted)))).toMatchObject({
      resourceLogs: [
        {
          resource: {
            attributes: [
              { key: "service.name", value: { stringValue: "replyguard" } },
              { key: "service.version", value: { stringValue: "0.1.0" } },
              { key: "service.instance.id", value: { stringValue: "00112233445566ff" } },
            ],
          },
          scopeLogs: [
            {
              scope: { name: "replyguard.record" },
              logRecords: [
                {
                  timeUnixNano: "1795707000000000000",
                  observedTimeUnixNano: "1795707000000000000",
                  severityNumber: 17,
                  severityText: "high",
                  eventName: "replyguard.attempt.posted-anyway",
                  body: {
                    stringValue:
                      "Draft posted anyway: Reply to a review, Facebook: Somebody on the patient list, Health or treatment",
                  },
                },
              ],
            },
          ],
        },
      ],
    });
  });

  test("comes through the protobuf definitions as it was", () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const json = requestOf(line);
        expect(throughProtobuf(json)).toEqual(readJson(json));
      }),
      { numRuns: 300 },
    );
  });

  test("and one with a field that they do not know, or a number where they have a text, does not", () => {
    const json = requestOf(lineOf(posted));
    const extra = json.replace('"severityText":', '"severity":"high","severityText":');
    expect(throughProtobuf(extra)).not.toEqual(readJson(extra));
    const wrong = json.replace('"eventName":"replyguard', '"eventNames":"replyguard');
    expect(throughProtobuf(wrong)).not.toEqual(readJson(wrong));
    const mistyped = json.replace('"intValue":"7"', '"intValue":7');
    expect(throughProtobuf(mistyped)).not.toEqual(readJson(mistyped));
  });

  test("has every field of the entry, and each key once", () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const { attributes } = JSON.parse(otlpEntry(line)) as {
          attributes: { key: string; value: object }[];
        };
        const values = new Map(attributes.map(({ key, value }) => [key, value]));
        expect(values.size).toBe(attributes.length);
        expect(values.get("log.record.uid")).toEqual({ stringValue: `${line.entry.seat}:${line.entry.seq}` });
        for (const [name, value] of fieldsOf(line.entry)) {
          const told =
            typeof value === "object"
              ? { arrayValue: { values: value.map((stringValue) => ({ stringValue })) } }
              : typeof value === "number"
                ? { intValue: String(value) }
                : typeof value === "boolean"
                  ? { boolValue: value }
                  : { stringValue: value };
          expect(values.get(`replyguard.${name}`)).toEqual(told);
        }
      }),
    );
  });

  test("gives no time where the nanoseconds would not fit, and the milliseconds beside it", () => {
    const json = requestOf(lineOf(posted, { at: 8_640_000_000_000_000 }));
    expect(throughProtobuf(json)).toEqual(readJson(json));
    expect(json).toContain('"timeUnixNano":"0"');
    expect(json).toContain('{"key":"replyguard.at","value":{"intValue":"8640000000000000"}}');
  });

  test("that stands for an unreadable entry is one too", () => {
    const place = { seat: "00112233445566ff", uid: "12", seq: 12 };
    const json = otlpRequest(place.seat, [otlpStandIn(place, "unreadable", 1_795_707_000_000)], "1");
    expect(throughProtobuf(json)).toEqual(readJson(json));
    expect(json).toContain('"stringValue":"00112233445566ff:12"');
  });
});

test("a file has a hundred records in a request at most, of one seat each", async () => {
  const lines = Array.from({ length: 150 }, (_, seq) => lineOf(posted, { seq }));
  const other = { ...lineOf(posted), entry: { ...lineOf(posted).entry, seat: "ff".repeat(8) } };
  const text = await whole(exportAs("otlp", streamed([...lines, other]), "1"));
  const requests = text.trimEnd().split("\n");
  for (const one of requests) expect(throughProtobuf(one)).toEqual(readJson(one));
  const counts = requests.map((one) => one.split('"eventName"').length - 1);
  expect(counts).toEqual([100, 50, 1]);
});
