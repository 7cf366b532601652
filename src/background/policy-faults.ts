/** What is wrong with a managed policy, and what is in force in place of each part. Pure. */
import { choices, readChoice } from "../contract/choices.ts";
import { leveledNames, listNames, settings, valueNames } from "../contract/policy.ts";
import type { Policy } from "../contract/policy.ts";
import { isPlainObject } from "../contract/policy-file.ts";
import { faultPath, unknownPart } from "../contract/read-value.ts";
import type { Fault } from "../contract/read-value.ts";
import type { ByPath, Ruling } from "./policy-standing.ts";

export interface NamedFault extends Fault {
  /** What is in force instead: the value as the file would have it, or a few words. Never a secret. */
  readonly instead: string;
}

/** So many are named one by one. */
const mostUnknown = 100;

const known = new Set(choices.map(({ path }) => path));
for (const name of leveledNames) known.add(`levels.${name}`);
const branches = new Set([...known].flatMap(prefixes));

function prefixes(path: string): string[] {
  const steps = path.split(".");
  return steps.slice(1).map((_step, at) => steps.slice(0, at + 1).join("."));
}

/** What no setting is named like. The parts of a value are left to its schema. */
export function unknownSettings(values: ByPath): Fault[] {
  const paths = Object.entries(values).flatMap(([key, value]) =>
    Object.hasOwn(settings, key) ? unknownInside(key, value) : [key],
  );
  const named = paths.slice(0, mostUnknown).map((path) => ({ path: faultPath(path), problem: unknownPart }));
  const more = paths.length - named.length;
  return more === 0 ? named : [...named, { path: "", problem: `has ${more} more settings that are unknown` }];
}

function unknownInside(path: string, value: unknown): string[] {
  if (!branches.has(path) || !isPlainObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const inside = `${path}.${key}`;
    const isKnown = !key.includes(".") && (known.has(inside) || branches.has(inside));
    return isKnown ? unknownInside(inside, inner) : [inside];
  });
}

/** A page that shows them, and what is kept of them, have no use for thousands. */
const mostFaults = 300;

export function someOf(faults: readonly Fault[]): readonly Fault[] {
  const more = faults.length - mostFaults;
  if (more <= 0) return faults;
  return [...faults.slice(0, mostFaults), { path: "", problem: `has ${more} more faults` }];
}

/** `rulings` by the path of a choice, or the name of any other setting. */
export function withInstead(
  { path, problem }: Fault,
  policy: Policy,
  rulings: ReadonlyMap<string, Ruling<unknown>>,
): NamedFault {
  return { path, problem, instead: insteadOf(path, problem, policy, rulings) };
}

function insteadOf(
  path: string,
  problem: string,
  policy: Policy,
  rulings: ReadonlyMap<string, Ruling<unknown>>,
): string {
  if (problem === unknownPart || path === "") return "nothing: it is passed over";
  if (known.has(path)) return String(readChoice(policy, { path }));
  const [name = ""] = path.split(".");
  const ruling = rulings.get(name);
  const list = listNames.find((one) => one === name);
  if (list) {
    const count = policy[list].length;
    if (count === 0) return "an empty list";
    return `the ${count} that can be used${ruling?.isLastGood === true ? ", those listed before among them" : ""}`;
  }
  const value = valueNames.find((one) => one === name);
  if (!value) return "nothing: it is passed over";
  if (ruling?.isLastGood === true) return "what was set before";
  if (value === "patientList") return "nothing: drafts are held until a list can be used";
  const inForce = policy[value];
  if (inForce === null) return "nothing is set";
  return typeof inForce === "object" ? "those of its parts that can be used" : String(inForce);
}
