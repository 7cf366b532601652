/** `guard policy diff`: what a change of the policy loosens and tightens. */
import { choices, rank } from "../../../src/contract/choices.ts";
import type { Choice, ChoiceValue } from "../../../src/contract/choices.ts";
import { meaningOf } from "../../../src/contract/meanings.ts";
import { entryKey, inForce } from "../../../src/contract/policy-file.ts";
import type { Entry, InForce } from "../../../src/contract/policy-file.ts";
import { declared, listNames } from "../../../src/contract/policy.ts";
import type { ListName, SettingName } from "../../../src/contract/policy.ts";
import { isObject } from "../../../src/policy-file/json.ts";
import type { Json, JsonObject } from "../../../src/policy-file/json.ts";
import { readPolicy } from "./read-policy.ts";
import {
  entryWords,
  leaves,
  otherNames,
  levelIn,
  otherValue,
  policyChoice,
  secretsOf,
} from "./setting-words.ts";

/** `neutral`: neither looser nor stricter, or nobody has declared which. */
export type Direction = "loosens" | "tightens" | "neutral";

export interface Change {
  readonly path: string;
  readonly direction: Direction;
  readonly words: string;
}

/** What `newer` changes at a browser that had `older`. Of both only what can be used counts. */
export function changesBetween(older: JsonObject, newer: JsonObject): Change[] {
  const before = inForce(older);
  const after = inForce(newer);
  return [
    ...choices.flatMap((choice) => choiceChanges(choice, before, after)),
    ...listNames.flatMap((name) => listChanges(name, before, after)),
    ...otherNames.flatMap((name) => otherChanges(name, otherValue(name, older), otherValue(name, newer))),
  ];
}

function choiceChanges(choice: Choice, before: InForce, after: InForce): Change[] {
  const old = policyChoice(before.policy, choice);
  const now = policyChoice(after.policy, choice);
  const value = Math.sign(rank(choice, now) - rank(choice, old));
  const seat = Math.sign(rank(choice, loosest(choice, after)) - rank(choice, loosest(choice, before)));
  const found: Change[] = [];
  if (value !== 0)
    found.push({
      path: choice.path,
      direction: value > 0 ? "tightens" : "loosens",
      words: `${String(old)} → ${String(now)}. ${meaningOf(choice, now)}`,
    });
  if (seat !== 0 && seat !== value)
    found.push({
      path: choice.path,
      direction: seat > 0 ? "tightens" : "loosens",
      words:
        seat > 0
          ? "a browser may no longer choose something looser"
          : "each browser may now choose for itself",
    });
  return found;
}

/** The loosest that a browser may have. */
const loosest = (choice: Choice, { policy }: InForce): ChoiceValue =>
  levelIn(policy, choice) === "default"
    ? (choice.values[0] ?? choice.fallback)
    : policyChoice(policy, choice);

const effects = {
  stricter: ["tightens", "loosens"],
  looser: ["loosens", "tightens"],
  neither: ["neutral", "neutral"],
} as const;

function listChanges(name: ListName, before: InForce, after: InForce): Change[] {
  const old = byKey(before.policy[name]);
  const now = byKey(after.policy[name]);
  const [more, less] = effects[declared[name].more ?? "neither"];
  const found: Change[] = [];
  for (const [key, entry] of old)
    if (!now.has(key)) found.push({ path: name, direction: less, words: `without ${entry}` });
  for (const [key, entry] of now) {
    const known = old.get(key);
    if (known === undefined) found.push({ path: name, direction: more, words: `with ${entry}` });
    else if (known !== entry) found.push({ path: name, direction: "neutral", words: `${known} → ${entry}` });
  }
  return found;
}

const byKey = (entries: readonly Entry[]): Map<string, string> =>
  new Map(entries.map((entry) => [entryKey(entry), entryWords(JSON.parse(JSON.stringify(entry)) as Json)]));

function otherChanges(name: SettingName, old: Json, now: Json): Change[] {
  const { more } = declared[name];
  if (old === null && now === null) return [];
  if (old === null || now === null) {
    const appears = old === null;
    const direction =
      more === undefined ? "neutral" : (more === "stricter") === appears ? "tightens" : "loosens";
    return [{ path: name, direction, words: appears ? "is set" : "is set no more" }];
  }
  const before = new Map(leaves(old));
  const after = new Map(leaves(now));
  const secrets = new Set(isObject(old) || isObject(now) ? secretsOf(name) : []);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((part): Change[] => {
    const [was, is] = [before.get(part), after.get(part)];
    if (was === is) return [];
    const show = (value: string | undefined): string =>
      value === undefined ? "not there" : secrets.has(part) ? "(not shown)" : value;
    const path = part === "" ? name : `${name}.${part}`;
    return [{ path, direction: "neutral", words: `${show(was)} → ${show(is)}` }];
  });
}

const headings = [
  ["loosens", "Loosens"],
  ["tightens", "Tightens"],
  ["neutral", "Changes, neither looser nor stricter"],
] as const;

/** 3 where anything is loosened, so that a script can ask somebody. */
export async function diffPolicies(older: string, newer: string, json: boolean): Promise<number> {
  const changes = changesBetween(await readPolicy(older), await readPolicy(newer));
  const of = (direction: Direction): Change[] => changes.filter((one) => one.direction === direction);
  if (json)
    console.log(
      JSON.stringify(Object.fromEntries(headings.map(([direction]) => [direction, of(direction)])), null, 2),
    );
  else if (changes.length === 0) console.log("Nothing changes.");
  else
    for (const [direction, heading] of headings) {
      const some = of(direction);
      if (some.length > 0)
        console.log(`${heading}:\n${some.map(({ path, words }) => `  ${path}: ${words}`).join("\n")}`);
    }
  return of("loosens").length > 0 ? 3 : 0;
}
