/** A number or address of somebody on the patient list is one of a person as well, whatever policy says of the list. */
import { describe, expect, it } from "vitest";
import { checkDraft } from "../../../src/background/check.ts";
import { withRecorded } from "../../../src/contract/with-recorded.ts";
import { resolvePolicy } from "../../../src/background/policy.ts";
import { emptyPractice } from "../../../src/contract/practice.ts";
import { buildIndex, check, openIndex, prepare } from "../../../src/engine/index.ts";
import type { Draft } from "../../../src/engine/model.ts";
import { nobody } from "../../../src/engine/patients/index.ts";
import { categories } from "../../../src/engine/model.ts";

const person = { ...nobody, given: "Jane", family: "Doerfler", phones: ["2025550142"] };
const patients = openIndex(buildIndex([person], new Uint8Array(16), "list"));
const draft: Draft = { text: "Call 202-555-0142.", site: "facebook", surface: "comment", thread: null };

/** What is told of `draft`, all that is not named left alone. */
function told(actions: Readonly<Record<string, string>>): string[] {
  const others = Object.fromEntries(categories.map((one) => [one, "allow"]));
  const managed = {
    values: { strictness: "strict", actions: { ...others, ...actions } },
    dropsSilently: true,
  };
  const resolved = resolvePolicy({ managed, settled: true, lastGood: {}, seat: {} });
  const prepared = prepare(withRecorded(resolved.policy), emptyPractice, patients);
  const known = { version: "k", policyVersion: "p", resolved, prepared };
  const { verdict } = checkDraft(draft, known, check, false);
  return verdict.findings.map(({ category, level }) => `${category} ${level}`);
}

describe("a number that is on the patient list", () => {
  it("is told once, as a patient's, where both are told alike", () => {
    expect(told({ "patient-match": "block", identifier: "block" })).toEqual(["patient-match block"]);
    expect(told({ "patient-match": "block", identifier: "warn" })).toEqual(["patient-match block"]);
  });

  it.each(["allow", "record"])("is stopped as an identifier where the list is to %s", (action) => {
    expect(told({ "patient-match": action, identifier: "block" })).toEqual(["identifier block"]);
    expect(told({ "patient-match": action, identifier: "warn" })).toEqual(["identifier warn"]);
  });

  it("is stopped as an identifier where the list only warns", () => {
    expect(told({ "patient-match": "warn", identifier: "block" })).toContain("identifier block");
  });
});
