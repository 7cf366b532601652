import { describe, expect, test } from "vitest";
import { resolvePolicy } from "../../../src/background/policy.ts";
import { managed } from "./managed.ts";

describe("a fault", () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>, string, string]>([
    ["a choice", { postAnyway: "nver" }, {}, "postAnyway", "warnings"],
    ["a choice that was stricter", { postAnyway: 7 }, { postAnyway: "never" }, "postAnyway", "never"],
    ["a level", { levels: { sites: "open" } }, {}, "levels.sites", "tighten"],
    ["a list", { reasons: ["Signed consent", ""] }, {}, "reasons.1", "the 1 that can be used"],
    ["a whole list", { alwaysAllow: "x" }, { alwaysAllow: ["Gala"] }, "alwaysAllow", "an empty list"],
    [
      "a list that only tightens",
      { alwaysStop: 7 },
      { alwaysStop: [{ text: "glow" }] },
      "alwaysStop",
      "the 1 that can be used, those listed before among them",
    ],
    ["a text", { contact: "" }, {}, "contact", "nothing is set"],
    ["a text that was set", { contact: "" }, { contact: "Ada" }, "contact", "what was set before"],
    ["a number", { retentionYears: 0 }, {}, "retentionYears", "6"],
    ["a part", { messages: { stopped: 7 } }, {}, "messages.stopped", "those of its parts that can be used"],
    ["no setting", { postanyway: "never" }, {}, "postanyway", "nothing: it is passed over"],
    [
      "a patient list",
      { patientList: {} },
      {},
      "patientList.address",
      "nothing: drafts are held until a list can be used",
    ],
    [
      "a part that nobody knows, of a value that is then not used at all",
      { patientList: { address: "https://a.example/p", sha256: "a".repeat(64), note: "x" } },
      {},
      "patientList.note",
      "nothing: drafts are held until a list can be used",
    ],
    [
      "a part that nobody knows, of a value whose other parts are used",
      { messages: { stopped: "Stop.", note: "x" } },
      {},
      "messages.note",
      "nothing: it is passed over",
    ],
  ])("says what is in force in place of %s", (_name, values, lastGood, path, instead) => {
    const { faults } = resolvePolicy(managed(values, { lastGood }));
    expect(faults.find((one) => one.path === path)?.instead).toBe(instead);
  });
});
