/** What `guard policy test` says becomes of a draft is what the worker answers. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeUnder } from "../../../../scripts/guard/policy/judge-draft.ts";
import { checkDraft } from "../../../../src/background/check.ts";
import { resolvePolicy } from "../../../../src/background/policy.ts";
import { isMonitoring } from "../../../../src/contract/policy-monitor.ts";
import { emptyPractice } from "../../../../src/contract/practice.ts";
import { surface } from "../../../../src/contract/draft.ts";
import { inForce } from "../../../../src/contract/policy-file.ts";
import { withRecorded } from "../../../../src/contract/with-recorded.ts";
import type { Policy } from "../../../../src/contract/policy.ts";
import { buildIndex, check, openIndex, prepare } from "../../../../src/engine/index.ts";
import type { Draft } from "../../../../src/engine/index.ts";
import { nobody } from "../../../../src/engine/patients/index.ts";
import { partialPolicies } from "./policies.ts";

const jane = { ...nobody, given: "Jane", family: "Doerfler" };
const patients = openIndex(buildIndex([jane], new Uint8Array(16), "test"));
const under = (policy: Policy): ReturnType<typeof prepare> =>
  prepare(policy, policy.practice ?? emptyPractice, patients);

const drafts: fc.Arbitrary<Draft> = fc.record({
  text: fc.constantFrom(
    "Shout-out to Jane Doerfler!",
    "Thank you for your visit, we loved treating your acne.",
    "Your insurance claim for the last visit was denied.",
    "Leave us five stars and get 20% off!",
    "Call her at 310-555-0142.",
    "We open at nine.",
    "glow points, all week",
  ),
  site: fc.constantFrom("facebook", "instagram", "yelp"),
  surface: fc.constantFrom(...surface.options),
  thread: fc.constantFrom(null, { author: "Jane D.", text: "My Botox went wrong." }),
  attachments: fc.constantFrom([], [{ kind: "image" as const, name: "before-after.jpg" }]),
});

describe("what becomes of a draft", () => {
  it("is what the worker answers, and lets the person do", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(
        partialPolicies,
        fc.array(drafts, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2040, 11, 31) }),
        (file, some, now) => {
          const { policy } = inForce(file);
          const judge = judgeUnder(policy, under, now);
          const resolved = resolvePolicy({
            settled: true,
            lastGood: {},
            seat: {},
            managed: { values: file, dropsSilently: false },
          });
          const knowledge = {
            version: "1",
            resolved,
            prepared: under(withRecorded(resolved.policy)),
          } as unknown as Parameters<typeof checkDraft<ReturnType<typeof under>>>[1];
          for (const draft of some) {
            const isOff =
              new Map(Object.entries(policy.sites)).get(draft.site) === false ||
              !policy.surfaces[draft.surface];
            const { outcome, goingOn, levels } = judge(draft);
            seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
            seen.set(goingOn, (seen.get(goingOn) ?? 0) + 1);
            const watching = isMonitoring(policy.monitor, now);
            const { verdict, permission, note } = checkDraft(draft, knowledge, check, watching);
            const mayGoOn = permission.secondPerson ? "with-code" : "yes";
            expect({ outcome, goingOn }).toEqual(
              isOff
                ? { outcome: "not-watched", goingOn: "no" }
                : {
                    outcome: note ? "recorded" : verdict.verdict,
                    goingOn: permission.postAnyway ? mayGoOn : "no",
                  },
            );
            const told = new Set(isOff ? [] : verdict.findings.map(({ category }) => category));
            expect(
              new Set([...levels].flatMap(([name, level]) => (level === "record" ? [] : [name]))),
            ).toEqual(told);
          }
        },
      ),
      { numRuns: 150 },
    );
    const kinds = ["block", "warn", "recorded", "allow", "not-watched", "yes", "with-code", "no"];
    expect(kinds.filter((kind) => !seen.has(kind))).toEqual([]);
  });
});
