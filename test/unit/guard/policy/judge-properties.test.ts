/** What the commands say of a policy is what the worker makes of it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesBetween } from "../../../../scripts/guard/policy/diff.ts";
import { explanation } from "../../../../scripts/guard/policy/explain.ts";
import { isObject } from "../../../../src/policy-file/json.ts";
import type { Json, JsonObject } from "../../../../src/policy-file/json.ts";
import { lintOf } from "../../../../scripts/guard/policy/lint.ts";
import { lookAtPolicy } from "../../../../src/policy-file/look-at-policy.ts";
import { policyChoice, settingNames, statesOf } from "../../../../scripts/guard/policy/setting-words.ts";
import { doubtsAbout } from "../../../../scripts/guard/policy/weak-settings.ts";
import { choices, strictest } from "../../../../src/contract/choices.ts";
import { meaningOf } from "../../../../src/contract/meanings.ts";
import { inForce } from "../../../../src/contract/policy-file.ts";
import { defaultPolicy, policy as schema, settings } from "../../../../src/contract/policy.ts";
import { practice } from "../../../../src/contract/practice.ts";
import { z } from "../../../../src/contract/zod.ts";
import { anyFile, brokenFiles } from "./any-file.ts";
import { levelAt, patience, worker } from "./as-worker.ts";
import { partialPolicies } from "./policies.ts";

const look = (file: Json): ReturnType<typeof lookAtPolicy> =>
  lookAtPolicy(new TextEncoder().encode(JSON.stringify(file, null, 1)));
const isPracticePart = (key: string): boolean => Object.hasOwn(practice.shape, key);
/** January 10, 2027, at noon. */
const now = new Date(2027, 0, 10, 12).getTime();
const lint = (file: Json): ReturnType<typeof lintOf> => lintOf(look(file), now);
const states = (file: JsonObject): ReturnType<typeof statesOf> => statesOf(file, now);

describe("lint", () => {
  it(
    "names a fault exactly where the worker has one",
    () => {
      let [right, wrong] = [0, 0];
      fc.assert(
        fc.property(anyFile, (file) => {
          const { errors } = lint(file);
          const { faults } = worker(file);
          expect({ errors, isRight: errors.length === 0 }).toEqual({ errors, isRight: faults.length === 0 });
          if (errors.length === 0) right += 1;
          else wrong += 1;
        }),
        { numRuns: 200 },
      );
      expect(Math.min(right, wrong)).toBeGreaterThan(20);
    },
    patience,
  );

  it(
    "takes a whole policy exactly where the schema does",
    () => {
      const whole = JSON.parse(JSON.stringify(defaultPolicy)) as JsonObject;
      fc.assert(
        fc.property(brokenFiles, fc.constantFrom(...settingNames), (file, name) => {
          const given = file[name];
          fc.pre(given !== undefined && !(Array.isArray(given) && given.length > 200));
          fc.pre(!JSON.stringify(given).includes('"address":"none"'));
          const changed = { ...whole, [name]: given };
          fc.pre(
            typeof given !== "object" ||
              given === null ||
              Array.isArray(given) ||
              typeof whole[name] !== "object" ||
              whole[name] === null ||
              Object.keys(whole[name]).every((key) => Object.hasOwn(given, key)),
          );
          // The schema passes over parts of a practice that it does not know; an admin is told of them.
          const isKnown = name !== "practice" || !isObject(given) || Object.keys(given).every(isPracticePart);
          expect(lint(changed).errors.length === 0).toBe(z.safeParse(schema, changed).success && isKnown);
        }),
        { numRuns: 300 },
      );
    },
    patience,
  );

  it(
    "says what is in force instead as the worker has it",
    () => {
      let told = 0;
      fc.assert(
        fc.property(brokenFiles, (file) => {
          const { policy } = worker(file);
          for (const { values } of lint(file).errors)
            for (const [path, value] of Object.entries(values)) {
              told += 1;
              const choice = choices.find((one) => one.path === path);
              expect([path, choice && policyChoice(policy, choice)]).toEqual([path, value]);
            }
        }),
        { numRuns: 150 },
      );
      expect(told).toBeGreaterThan(100);
    },
    patience,
  );

  it(
    "is right that a browser keeps a stricter value that it had",
    () => {
      fc.assert(
        fc.property(partialPolicies, brokenFiles, (good, file) => {
          const lastGood = worker(good).managedValues;
          const resolved = worker(file, { lastGood }).policy;
          for (const { values } of lint(file).errors)
            for (const choice of choices) {
              const instead = new Map(Object.entries(values)).get(choice.path);
              const before = new Map(Object.entries(lastGood ?? {})).get(choice.path);
              if (instead === undefined) continue;
              const kept = choice.values.find((one) => one === before);
              const stricter = kept === undefined ? instead : strictest(choice, instead, kept);
              const expected = choice.isUnordered ? (kept ?? instead) : stricter;
              expect([choice.path, policyChoice(resolved, choice)]).toEqual([choice.path, expected]);
            }
        }),
        { numRuns: 150 },
      );
    },
    patience,
  );

  it("answers any bytes, each fault with a place inside", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.string({ unit: "binary", maxLength: 200 }).map((text) => new TextEncoder().encode(text)),
        ),
        (bytes) => {
          const { errors } = lintOf(lookAtPolicy(bytes), now);
          const lines = new TextDecoder().decode(bytes).split("\n");
          for (const { line, column, what, remedy, instead } of errors) {
            expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? -1) + 1);
            expect([what, remedy, instead]).not.toContain("");
          }
        },
      ),
    );
  });

  it(
    "has doubts, and never fails, about any file",
    () => {
      fc.assert(
        fc.property(anyFile, (file) => {
          expect(doubtsAbout(file, now).filter(({ what, remedy }) => what === "" || remedy === "")).toEqual(
            [],
          );
        }),
      );
    },
    patience,
  );
});

describe("what a file comes to", () => {
  it(
    "is what the worker makes of it",
    () => {
      fc.assert(
        fc.property(anyFile, (file) => {
          const { policy } = worker(file);
          const shown = {
            ...policy,
            forwarding: policy.forwarding && { address: policy.forwarding.address },
          };
          expect(inForce(file).policy).toEqual(shown);
        }),
        { numRuns: 300 },
      );
    },
    patience,
  );
});

describe("explain", () => {
  it("has a paragraph for every setting of any file, and the value that is in force", () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const all = states(file);
        const text = explanation(all);
        for (const name of settingNames.filter((one) => one !== "levels")) {
          expect(all.some(({ path }) => path.split(".")[0] === name)).toBe(true);
          expect(text).toMatch(new RegExp(`\\(${name}(?:\\.[a-z.-]+)?\\): `));
        }
        for (const { path, origin } of all)
          expect([path, text.includes(`(${path}): `)]).toEqual([path, origin !== "inherited"]);
        const { policy } = worker(file);
        for (const choice of choices)
          expect(all.find(({ path }) => path === choice.path)?.value).toBe(policyChoice(policy, choice));
      }),
    );
  });

  it("says as the worker does what the seat may change", () => {
    fc.assert(
      fc.property(partialPolicies, (file) => {
        const resolved = worker(file);
        const told = states(file);
        for (const choice of choices) {
          const seat = told.find(({ path }) => path === choice.path)?.seat;
          const level = levelAt(resolved, choice);
          const isStrictest = policyChoice(resolved.floor, choice) === choice.values.at(-1);
          const expected =
            level === "default" ? "free" : level === "fixed" || isStrictest ? "fixed" : "tighten";
          expect([choice.path, seat]).toEqual([choice.path, expected]);
        }
      }),
    );
  });

  it("never shows a secret", () => {
    const key = `${"A".repeat(43)}=`;
    const file = { patientList: { address: "https://a.example/p", sha256: "a".repeat(64), key } };
    const other = { patientList: { ...file.patientList, key: `${"B".repeat(42)}A=` } };
    const printed = JSON.stringify([
      states(file),
      explanation(states(file)),
      changesBetween(file, other),
      lint(file),
    ]);
    expect(printed).not.toContain(key);
    expect(changesBetween(file, other)).toEqual([
      { path: "patientList.key", direction: "neutral", words: "(not shown) → (not shown)" },
    ]);
  });

  it("knows what each value of each choice means", () => {
    const meanings = choices.flatMap((one) => one.values.map((value) => meaningOf(one, value)));
    expect(meanings.filter((words) => !/^[A-Z].*\.$/.test(words))).toEqual([]);
    for (const { title, words } of Object.values(settings)) expect(`${title}${words}`).not.toBe("");
  });
});
