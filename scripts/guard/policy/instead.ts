/** What a browser does in place of a value that it cannot use. */
import { choices } from "../../../src/contract/choices.ts";
import type { Choice, ChoiceValue } from "../../../src/contract/choices.ts";
import type { InForce } from "../../../src/contract/policy-file.ts";
import { declared, leveledNames, listNames, settings } from "../../../src/contract/policy.ts";
import type { SettingName } from "../../../src/contract/policy.ts";
import { policyChoice } from "./setting-words.ts";
import type { JsonPath } from "../../../src/policy-file/json.ts";

export interface Instead {
  /** What is in force for each choice that the fault touches, at a browser that has seen no policy before. */
  readonly values: Readonly<Record<string, ChoiceValue>>;
  readonly words: string;
}

const isSetting = (name: string): name is SettingName => Object.hasOwn(settings, name);
const more: Readonly<Record<string, string>> = { stricter: "stops nothing", looser: "lets nothing go" };

/** `forced` undefined: the file could not be read, or a browser would read it otherwise than it was meant. */
export function insteadOf(path: JsonPath, forced: InForce | undefined): Instead {
  const [name, ...inside] = path.map(String);
  const part = inside.length === 0 ? undefined : inside.join(".");
  if (forced === undefined || name === undefined)
    return {
      values: {},
      words:
        "nothing of this file: guard policy emit refuses it, and browsers keep the policy they have, or the defaults",
    };
  const unknown = { values: {}, words: "nothing: it is passed over" };
  if (!isSetting(name)) return unknown;
  if (name === "levels") return ofLevels(part, forced) ?? unknown;
  const touched = choices.filter(
    (one) =>
      one.setting === name &&
      (part === undefined || one.part === part || one.part?.startsWith(`${part}.`) === true),
  );
  if (touched.length > 0) return ofChoices(touched, forced);
  if (choices.some(({ setting }) => setting === name)) return unknown;
  const list = listNames.find((one) => one === name);
  if (!list) {
    if (declared[name].whenBroken === "fallback")
      return { values: {}, words: "the default: as if the policy said nothing" };
    if (part !== undefined && declared[name].salvage !== undefined && forced.policy[name] !== null)
      return isKnownPart(name, inside) ? salvaged : unknown;
    const first =
      declared[name].awaited === true ? "it is waited for, and every draft is held unchecked" : "the default";
    return { values: {}, words: `what the browser had before; where it had nothing, ${first}` };
  }
  const effect = more[declared[list].more ?? ""] ?? "changes nothing else";
  const kept =
    declared[list].more === "stricter" ? "; what a browser had on the list before stays on it" : "";
  return {
    values: {},
    words:
      part === undefined
        ? `an empty list, which ${effect}${kept}`
        : `the entries that can be used; this one ${effect}${kept}`,
  };
}

const salvaged = { values: {}, words: "those of its parts that can be used" };

const isKnownPart = (name: SettingName, [part = ""]: readonly string[]): boolean =>
  Object.hasOwn(declared[name].salvage?.shape ?? {}, part);

/** A level that cannot be read is the strictest that the setting has. */
function ofLevels(part: string | undefined, { policy: { levels } }: InForce): Instead | undefined {
  const names = leveledNames.filter((name) => part === undefined || name === part);
  if (names.length === 0) return undefined;
  const words = names.map((name) => `${name} ${levels[name] ?? "fixed"}`);
  return { values: {}, words: names.length === 1 ? words.join("").replace(/^.* /, "") : words.join(", ") };
}

function ofChoices(touched: readonly Choice[], { policy }: InForce): Instead {
  const entries = touched.map((choice) => [choice.path, policyChoice(policy, choice)] as const);
  const different = new Set(entries.map(([, value]) => String(value)));
  const words =
    different.size === 1
      ? `${[...different].join("")}${touched.length > 1 ? " for each of its parts" : ""}`
      : entries.map(([path, value]) => `${path} ${value}`).join(", ");
  const kept = touched.every(({ isUnordered }) => isUnordered) ? "another" : "a stricter";
  return {
    values: Object.fromEntries(entries),
    words: `${words}; a browser that had ${kept} value before keeps that`,
  };
}
