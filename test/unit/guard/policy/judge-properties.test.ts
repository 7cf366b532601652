/** What the commands say of a policy is what the worker makes of it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Change } from "../../../../scripts/guard/policy/change.ts";
import { changesBetween } from "../../../../scripts/guard/policy/diff.ts";
import { explanation } from "../../../../scripts/guard/policy/explain.ts";
import type { Json, JsonObject } from "../../../../src/policy-file/json.ts";
import { lintOf } from "../../../../scripts/guard/policy/lint.ts";
import { lookAtPolicy } from "../../../../src/policy-file/look-at-policy.ts";
import { policyChoice, settingNames, statesOf } from "../../../../scripts/guard/policy/setting-words.ts";
import { doubtsAbout } from "../../../../scripts/guard/policy/weak-settings.ts";
import { resolvePolicy } from "../../../../src/background/policy.ts";
import type { PolicySources, ResolvedPolicy } from "../../../../src/background/policy.ts";
import { choices, inherited, rank, strictest } from "../../../../src/contract/choices.ts";
import type { Choice } from "../../../../src/contract/choices.ts";
import type { Level } from "../../../../src/contract/levels.ts";
import { meaningOf } from "../../../../src/contract/meanings.ts";
import { inForce } from "../../../../src/contract/policy-file.ts";
import { defaultPolicy, policy as schema, settings } from "../../../../src/contract/policy.ts";
import { z } from "../../../../src/contract/zod.ts";
import { anyFile, brokenFiles } from "./any-file.ts";
import { partialPolicies } from "./policies.ts";

/** A worker that sees this policy, as Firefox hands it over: nothing is dropped. */
const worker = (values: JsonObject, more: Partial<PolicySources> = {}): ResolvedPolicy =>
  resolvePolicy({
    settled: true,
    lastGood: {},
    seat: {},
    ...more,
    managed: { values, dropsSilently: false },
  });
const look = (file: Json): ReturnType<typeof lookAtPolicy> =>
  lookAtPolicy(new TextEncoder().encode(JSON.stringify(file, null, 1)));
/** Milliseconds. A file says 31 things, and each is judged: on a busy machine that takes a while. */
const patience = 60_000;
/** January 10, 2027, at noon. */
const now = new Date(2027, 0, 10, 12).getTime();
const lint = (file: Json): ReturnType<typeof lintOf> => lintOf(look(file), now);
const states = (file: JsonObject): ReturnType<typeof statesOf> => statesOf(file, now);
const levelOf = ({ states: known }: ResolvedPolicy, { path }: Pick<Choice, "path">): Level =>
  known.get(path)?.level ?? "fixed";

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
          expect(lint(changed).errors.length === 0).toBe(z.safeParse(schema, changed).success);
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
          const level = levelOf(resolved, choice);
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

describe("diff", () => {
  const mirrored = { loosens: "tightens", tightens: "loosens", neutral: "neutral" } as const;
  const told = (changes: readonly Change[], turned: boolean): string[] =>
    changes.map(({ path, direction }) => `${path} ${turned ? mirrored[direction] : direction}`).sort();

  it("of a file and itself is empty", () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        expect(changesBetween(file, structuredClone(file))).toEqual([]);
      }),
    );
  });

  it(
    "one way tightens what it loosens the other way",
    () => {
      fc.assert(
        fc.property(anyFile, anyFile, (a, b) => {
          expect(told(changesBetween(b, a), true)).toEqual(told(changesBetween(a, b), false));
        }),
        { numRuns: 200 },
      );
    },
    patience,
  );

  it(
    "says that a choice is looser exactly where the worker has it looser, or lets the seat have it so",
    () => {
      fc.assert(
        fc.property(anyFile, anyFile, (a, b) => {
          const changes = changesBetween(a, b);
          const [old, next] = [worker(a), worker(b)];
          for (const choice of choices) {
            if (choice.isUnordered) continue;
            const is = (direction: string): boolean =>
              changes.some(
                (one) =>
                  (one.path === choice.path || one.path === inherited(choice).path) &&
                  one.direction === direction,
              );
            /** In force; the loosest that the seat may have; the strictest. */
            const at = (side: ResolvedPolicy): number[] => [
              rank(choice, policyChoice(side.policy, choice)),
              rank(choice, policyChoice(side.floor, choice)),
              levelOf(side, choice) === "fixed"
                ? rank(choice, policyChoice(side.policy, choice))
                : choice.values.length - 1,
            ];
            const steps = at(next).map((value, index) => value - (at(old)[index] ?? 0));
            const [loosens, tightens] = [steps.some((step) => step < 0), steps.some((step) => step > 0)];
            if (loosens) expect([choice.path, is("loosens")]).toEqual([choice.path, true]);
            if (tightens) expect([choice.path, is("tightens")]).toEqual([choice.path, true]);
            const own = changes.filter(({ path }) => path === choice.path);
            if (!loosens) expect(own.filter(({ direction }) => direction === "loosens")).toEqual([]);
            if (!tightens) expect(own.filter(({ direction }) => direction === "tightens")).toEqual([]);
          }
        }),
        { numRuns: 200 },
      );
    },
    patience,
  );

  const list = { address: "https://a.example/p", sha256: "a".repeat(64) };
  const approver = { name: "Ada", secret: "JBSWY3DPEHPK3PXPJBSWY3DPEH" };
  it.each([
    [{}, { strictness: "strict" }, ["strictness tightens", "alwaysAllow tightens", "publicNames tightens"]],
    [
      { sites: { yelp: true } },
      { sites: { facebook: true } },
      ["sites.facebook tightens", "sites.yelp loosens"],
    ],
    [{ sites: { yelp: false } }, { strictness: "balanced" }, ["sites.yelp tightens"]],
    [
      { actions: { health: "block" } },
      { actions: { health: "warn" }, surfaceActions: { post: { health: "block", media: "record" } } },
      ["actions.health loosens", "surfaceActions.post.media loosens"],
    ],
    [
      { surfaceActions: { post: { health: "warn" } } },
      { actions: { health: "warn" } },
      ["actions.health loosens"],
    ],
    [{ levels: { strictness: "tighten" } }, { levels: { strictness: "default" } }, ["strictness loosens"]],
    [
      { strictness: "balanced" },
      { strictness: "balanced", levels: { strictness: "fixed" } },
      ["strictness loosens"],
    ],
    [
      { alwaysStop: [{ text: "glow points" }] },
      {
        alwaysStop: [{ text: "Glow points", reason: "Ask Kira." }, { text: "gala" }],
        alwaysAllow: ["Glow Fest"],
      },
      ["alwaysStop neutral", "alwaysStop tightens", "alwaysAllow loosens"],
    ],
    [
      { patientList: list },
      { patientList: { ...list, sha256: `${"a".repeat(63)}c` } },
      ["patientList.sha256 neutral"],
    ],
    [{ patientList: list }, { patientList: { address: "none" } }, ["patientList loosens"]],
    [
      { practice: { name: "Bluewater", phones: ["555-0100", "555-0101"] } },
      { practice: { name: "Bluewater", phones: ["555-0101"], staff: [{ name: "Ada" }] } },
      ["practice.phones tightens", "practice.staff loosens"],
    ],
    [
      { secondPerson: "always", approvers: [] },
      { secondPerson: "stopped", approvers: [approver] },
      ["secondPerson loosens", "approvers loosens"],
    ],
    [
      { approvers: [approver] },
      { approvers: [{ ...approver, secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY" }] },
      ["approvers neutral"],
    ],
    [
      { monitor: { from: "2027-01-04", until: "2027-01-18" } },
      { monitor: { from: "2027-01-06", until: "2027-01-25" } },
      ["monitor.from tightens", "monitor.until loosens"],
    ],
    [
      { contact: "Kira" },
      { contact: "Kira", monitor: { from: "2027-01-04", until: "2027-01-18" } },
      ["monitor loosens"],
    ],
    [
      { retentionYears: 7, contact: "Kira" },
      { retentionYears: 5 },
      ["contact neutral", "retentionYears loosens"],
    ],
    [
      { language: "es" },
      { language: "en", levels: { language: "default" } },
      ["language neutral", "language neutral"],
    ],
    [
      { replies: [{ text: "Thank you." }] },
      { replies: [{ text: "Thank you!" }], levels: { replies: "fixed" } },
      ["replies neutral", "replies neutral", "replies neutral"],
    ],
  ] satisfies [JsonObject, JsonObject, string[]][])("from %j to %j", (older, newer, expected) => {
    expect(told(changesBetween(older, newer), false)).toEqual([...expected].sort());
  });
});
