/** What `guard policy diff` calls looser is looser at a browser. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Change } from "../../../../scripts/guard/policy/change.ts";
import { changesBetween } from "../../../../scripts/guard/policy/diff.ts";
import { put } from "../../../../scripts/guard/policy/init-flags.ts";
import { leftOut } from "../../../../scripts/guard/policy/left-out.ts";
import { policyChoice } from "../../../../scripts/guard/policy/setting-words.ts";
import type { ResolvedPolicy } from "../../../../src/background/policy.ts";
import { choices, inherited, rank } from "../../../../src/contract/choices.ts";
import { inForce } from "../../../../src/contract/policy-file.ts";
import type { Json, JsonObject } from "../../../../src/policy-file/json.ts";
import { anyFile } from "./any-file.ts";
import { chromeWorker, levelAt, patience, worker } from "./as-worker.ts";
import { partialPolicies } from "./policies.ts";

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
    "says what Chrome has to be told in place of what is left out, so that no fault is left",
    () => {
      const all = new Set<string>();
      fc.assert(
        fc.property(partialPolicies, (old) => {
          // A setting that nothing takes back, so that the policy is never empty.
          const base = { version: "2027-02" };
          const gone = leftOut({ file: old, forced: inForce(old) }, { file: base, forced: inForce(base) });
          const next: Record<string, Json> = { ...base };
          for (const { path, write } of gone) if (write !== undefined) put(next, path.split("."), write);
          for (const { path } of gone) all.add(path);
          const left = gone.flatMap(({ path, write }) => (write === undefined ? [path] : []));
          const { faults } = chromeWorker(next, { ...old, ...base });
          expect(faults.map(({ path }) => path).sort()).toEqual(left.sort());
        }),
        { numRuns: 100 },
      );
      expect(all.size).toBeGreaterThan(80);
    },
    patience,
  );

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
              levelAt(side, choice) === "fixed"
                ? rank(choice, policyChoice(side.policy, choice))
                : choice.values.length - 1,
            ];
            const steps = at(next).map((value, index) => value - (at(old)[index] ?? 0));
            const [loosens, tightens] = [steps.some((step) => step < 0), steps.some((step) => step > 0)];
            // What is said of the choice that this one follows is not said again of each that does.
            const own = new Set(
              changes.filter(({ path }) => path === choice.path).map(({ direction }) => direction),
            );
            const wrong = [
              ...(loosens && !is("loosens") ? ["silent about what loosens"] : []),
              ...(tightens && !is("tightens") ? ["silent about what tightens"] : []),
              ...(!loosens && own.has("loosens") ? ["loosens nothing"] : []),
              ...(!tightens && own.has("tightens") ? ["tightens nothing"] : []),
            ];
            expect([choice.path, wrong]).toEqual([choice.path, []]);
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
