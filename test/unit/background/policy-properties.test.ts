/** No managed file, however broken, makes anything weaker than the last good policy or the default. */
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { choices, inherited, isValueOf, readChoice } from "../../../src/contract/choices.ts";
import type { Choice, ChoiceValue } from "../../../src/contract/choices.ts";
import { declared, leveledNames, listNames, mayAdd } from "../../../src/contract/policy.ts";
import type { Policy } from "../../../src/contract/policy.ts";
import { entryKey, inForce, readList } from "../../../src/contract/policy-file.ts";
import type { Entry } from "../../../src/contract/policy-file.ts";
import type { Json, JsonObject } from "../../../src/policy-file/json.ts";
import { changeSeat } from "../../../src/background/policy-seat.ts";
import { resolvePolicy } from "../../../src/background/policy.ts";
import type { ByPath, ResolvedPolicy } from "../../../src/background/policy.ts";
import { anyFile, brokenFiles } from "../guard/policy/any-file.ts";
import { partialPolicies } from "../guard/policy/policies.ts";
import { Admin, isLooser, saidBy } from "./admin-model.ts";
import { nothing } from "./managed.ts";

const seats: fc.Arbitrary<ByPath> = fc.record(
  {
    ...Object.fromEntries(choices.map((choice) => [choice.path, fc.constantFrom(...choice.values)])),
    alwaysStop: fc.constant([{ text: "added here", category: "conduct" }]),
    alwaysAllow: fc.constant(["Added Here"]),
    publicNames: fc.constant(["Ada Added"]),
  },
  { requiredKeys: [] },
);

const runs = 120;
vi.setConfig({ testTimeout: 60_000 });

/** A file that was right, with one part of it taken away, put in another place, or of another kind. */
const slips: fc.Arbitrary<JsonObject> = fc
  .tuple(
    partialPolicies,
    fc.nat(),
    fc.constantFrom<Json | undefined>(undefined, null, "", 0, [], {}, "warn "),
  )
  .map(([file, nth, value]) => {
    const places = placesIn(file, []);
    const path = places[nth % Math.max(1, places.length)];
    return path === undefined ? file : withChanged(file, path, value);
  });
const files = fc.oneof(anyFile, slips, slips);
const sequences = fc.array(files, { minLength: 1, maxLength: 4 });

function placesIn(at: Json, path: readonly string[]): string[][] {
  if (typeof at !== "object" || at === null) return [];
  return Object.entries(at).flatMap(([key, inner]) => [
    [...path, key],
    ...(inner === undefined ? [] : placesIn(inner, [...path, key])),
  ]);
}

function withChanged(file: JsonObject, path: readonly string[], value: Json | undefined): JsonObject {
  const copy = structuredClone(file);
  let at: unknown = copy;
  for (const step of path.slice(0, -1)) at = Reflect.get(Object(at) as object, step);
  const last = path.at(-1) ?? "";
  if (value === undefined) Reflect.deleteProperty(Object(at) as object, last);
  else Reflect.set(Object(at) as object, last, value);
  return copy;
}

/** The policy after these files, one after the other; an empty one says that there is none, which is not believed. */
function follow(seen: readonly JsonObject[], dropsSilently: boolean, seat: ByPath): ResolvedPolicy {
  let last = resolvePolicy({ ...nothing, seat });
  for (const values of seen) {
    const lastGood = last.managedValues;
    last = resolvePolicy({ ...nothing, doubted: true, lastGood, seat, managed: { values, dropsSilently } });
  }
  return last;
}

const isEmpty = (file: JsonObject): boolean => Object.keys(file).length === 0;

function hasAll(these: readonly Entry[], those: readonly Entry[]): boolean {
  const keys = new Set(these.map(entryKey));
  return those.every((entry) => keys.has(entryKey(entry)));
}

function valueOf(policy: Policy, choice: Choice): ChoiceValue {
  const value = readChoice(policy, choice);
  if (!isValueOf(choice, value)) throw new Error(`no value for ${choice.path}`);
  return value;
}

/** What is kept for a start at which the file is not to be seen yet, and what the command line tells: all but what is secret. */
function withoutSecret({ approvers: _approvers, forwarding, ...policy }: Policy): unknown {
  return { ...policy, forwarding: forwarding?.address };
}

describe("any files of an admin, one after the other, over any choices at the seat", () => {
  test("come to no less, for each choice, than the last good value and the default, and right ones to what they say", () => {
    fc.assert(
      fc.property(sequences, fc.boolean(), seats, (seen, dropsSilently, seat) => {
        const admin = new Admin(dropsSilently);
        for (const file of seen) if (!isEmpty(file)) admin.hears(file);
        const { policy, floor, bases, states } = follow(seen, dropsSilently, seat);
        const wrong = choices.filter((choice) => {
          const [is, base] = [valueOf(policy, choice), admin.base(choice)];
          const level = states.get(choice.path)?.level;
          const isOpen = level === "default" && !admin.isBroken(choice);
          return (
            bases.get(choice.path) !== base ||
            isLooser(choice, is, valueOf(floor, choice)) ||
            (!isOpen && isLooser(choice, is, base)) ||
            (level === "fixed" && is !== base)
          );
        });
        expect(wrong.map(({ path }) => path)).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test("stop at least what their lists stop, and allow at most what they allow", () => {
    fc.assert(
      fc.property(sequences, fc.boolean(), seats, (seen, dropsSilently, seat) => {
        const before = follow(seen.slice(0, -1), dropsSilently, {}).policy;
        const now = follow(seen, dropsSilently, seat);
        const file = seen.at(-1) ?? {};
        fc.pre(!isEmpty(file));
        const wrong = listNames.filter((name) => {
          const { entries, faults } = readList(name, file[name] ?? []);
          const seatMay = mayAdd(name, now.states.get(name)?.level ?? "fixed");
          const isBroken = file[name] !== undefined && faults.length > 0;
          const isRoom = before[name].length + entries.length <= 200;
          const { more } = declared[name];
          return (
            !hasAll(now.policy[name], entries) ||
            (more === "stricter" && isBroken && isRoom && !hasAll(now.policy[name], before[name])) ||
            (more === "looser" && !seatMay && !hasAll(entries, now.policy[name]))
          );
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test("never let a list of patients be taken for none, nor a broken roll-out for one that only watches", () => {
    fc.assert(
      fc.property(sequences, fc.boolean(), (seen, dropsSilently) => {
        const before = follow(seen.slice(0, -1), dropsSilently, {});
        const now = follow(seen, dropsSilently, {});
        const file = seen.at(-1) ?? {};
        const said = file["patientList"];
        const isSaid = said !== undefined && said !== null;
        const isWithdrawn = isSaid && JSON.stringify(said).includes('"address":"none"');
        const [was, is] = [before.patientList.named, now.patientList.named];
        const isTakenForNone = isSaid && !isWithdrawn && is === "none";
        const isBroken = isSaid && now.patientList.faults.length > 0;
        const isLost = isBroken && typeof was === "object" && JSON.stringify(is) !== JSON.stringify(was);
        const isAsSaid = JSON.stringify(now.policy.monitor) === JSON.stringify(file["monitor"]);
        const watchesUnasked = !isEmpty(file) && now.policy.monitor !== null && !isAsSaid;
        expect([isTakenForNone, isLost, watchesUnasked]).toEqual([false, false, false]);
      }),
      { numRuns: runs },
    );
  });

  test("come to the same when they are read again, and when they are not to be seen for a while", () => {
    fc.assert(
      fc.property(sequences, fc.boolean(), seats, (seen, dropsSilently, seat) => {
        const once = follow(seen, dropsSilently, seat);
        const last = seen.at(-1) ?? {};
        const again = follow([...seen, last], dropsSilently, seat);
        expect(again).toEqual(once);
        for (const settled of [true, false]) {
          const missed = resolvePolicy({
            ...nothing,
            settled,
            doubted: settled,
            lastGood: once.managedValues,
            seat,
            managed: { values: {}, dropsSilently },
          });
          expect(withoutSecret(missed.policy)).toEqual(withoutSecret(once.policy));
          expect(missed.policy.approvers).toEqual([]);
          expect(missed.patientList.named).toEqual(once.patientList.named);
          expect(missed.faults).toEqual([]);
        }
      }),
      { numRuns: runs },
    );
  });

  test("leave no secret in what is kept, nor in any fault", () => {
    fc.assert(
      fc.property(fc.oneof(partialPolicies, slips), (file) => {
        const { managedValues, faults } = follow([file], false, {});
        const kept = JSON.stringify([managedValues, faults]);
        const { approvers, forwarding, patientList } = Object.fromEntries(Object.entries(file));
        const secrets = JSON.stringify([approvers, forwarding, patientList]).matchAll(
          /"(?:secret|token|key)":("(?:[^"\\]|\\.)*")/g,
        );
        const known = [...secrets].map(([, secret = ""]) => secret);
        // A short one may stand in anything.
        expect(known.filter((secret) => secret.length > 12 && kept.includes(secret))).toEqual([]);
      }),
    );
  });
});

describe("one file", () => {
  test("that is right is obeyed to the letter, without a fault", () => {
    fc.assert(
      fc.property(partialPolicies, (file) => {
        const { policy, faults } = follow([file], false, {});
        expect(faults).toEqual([]);
        const others = choices.filter((choice) => {
          const said = saidBy(file, choice);
          return said.kind === "valid" && valueOf(policy, choice) !== said.value;
        });
        const levels = leveledNames.filter((name) => {
          const said = readChoice(file, { path: `levels.${name}` });
          return said !== undefined && policy.levels[name] !== said;
        });
        expect({ others, levels }).toEqual({ others: [], levels: [] });
      }),
      { numRuns: runs },
    );
  });

  test("comes to what the command line says, and each fault of it is named with what holds instead", () => {
    fc.assert(
      fc.property(files, (file) => {
        const { policy, faults } = follow([file], false, {});
        expect(withoutSecret(policy)).toEqual(withoutSecret(inForce(file).policy));
        for (const choice of choices) {
          const isNamed = faults.some(({ path }) => path === choice.path);
          expect([choice.path, isNamed]).toEqual([choice.path, saidBy(file, choice).kind === "broken"]);
        }
        const unsaid = faults.filter(({ path, problem, instead }) => {
          const choice = choices.find((one) => one.path === path);
          const isOther = choice !== undefined && instead !== String(valueOf(policy, choice));
          return problem === "" || instead === "" || isOther;
        });
        expect(unsaid).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test("may be anything, and so may what is kept", () => {
    const anything = fc.oneof(fc.dictionary(fc.string(), fc.anything()), brokenFiles);
    fc.assert(
      fc.property(anything, anything, anything, fc.boolean(), (values, lastGood, seat, flag) => {
        const sources = { lastGood, seat, settled: flag, doubted: flag, now: 0 };
        const { policy } = resolvePolicy({ ...sources, managed: { values, dropsSilently: flag } });
        expect(Object.keys(policy)).toEqual(Object.keys(declared));
      }),
    );
  });
});

describe("a change at the seat", () => {
  test("once accepted, is what the policy becomes, and nothing else has changed", () => {
    let accepted = 0;
    let refusedOpen = false;
    fc.assert(
      fc.property(
        partialPolicies,
        seats,
        fc.constantFrom(...choices),
        fc.nat(),
        (file, kept, choice, nth) => {
          const value = choice.values[nth % choice.values.length];
          const before = follow([file], false, kept);
          const wanted = choice.path
            .split(".")
            .reduceRight<unknown>((inner, step) => ({ [step]: inner }), value) as Record<string, unknown>;
          const seat = changeSeat(kept, before, wanted);
          if (!seat) {
            refusedOpen ||= before.states.get(choice.path)?.level === "default";
            return;
          }
          accepted += 1;
          const after = follow([file], false, seat);
          const is = valueOf(after.policy, choice);
          expect(is).toBe(value);
          expect(isLooser(choice, is, valueOf(before.floor, choice))).toBe(false);
          const others = choices.filter((one) => inherited(one) !== choice && one !== choice);
          const changed = others.filter((one) => valueOf(after.policy, one) !== valueOf(before.policy, one));
          expect(changed.map(({ path }) => path)).toEqual([]);
          for (const name of listNames) expect(after.policy[name]).toEqual(before.policy[name]);
        },
      ),
      { numRuns: runs },
    );
    expect(accepted).toBeGreaterThan(runs / 4);
    expect(refusedOpen).toBe(false);
  });
});
