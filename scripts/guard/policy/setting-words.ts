/** Settings, and who may change them, as the admin reads them. Nothing here knows a setting by its name, but for one. */
import { choices, isValueOf, levelOfChoice, rank, readChoice } from "../../../src/contract/choices.ts";
import type { Choice, ChoiceValue } from "../../../src/contract/choices.ts";
import { meaningOf, partName } from "../../../src/contract/meanings.ts";
import type { Level } from "../../../src/contract/levels.ts";
import { inForce } from "../../../src/contract/policy-file.ts";
import type { InForce } from "../../../src/contract/policy-file.ts";
import { isWithdrawn } from "../../../src/contract/policy-patient-list.ts";
import { declared, isLeveled, listNames, settings } from "../../../src/contract/policy.ts";
import type { ListName, Policy, SettingName } from "../../../src/contract/policy.ts";
import { categoryWords } from "../../../src/contract/words.ts";
import { quoted } from "../../../src/policy-file/fault-words.ts";
import { isList, isObject, own, pathWords } from "../../../src/policy-file/json.ts";
import type { Json, JsonObject, JsonPath } from "../../../src/policy-file/json.ts";

export const settingNames = Object.keys(settings).filter((name): name is SettingName =>
  Object.hasOwn(settings, name),
);
export const isListName = (name: SettingName): name is ListName => listNames.some((one) => one === name);

/** Settings that are neither made of choices nor lists. */
export const otherNames = settingNames.filter(
  (name) => !isListName(name) && !choices.some(({ setting }) => setting === name),
);

/** `fixed`: nobody at a browser can change it. `tighten`: only to something stricter. `add`: only more entries. */
export type Seat = "fixed" | "free" | "tighten" | "add";

export interface SettingState {
  readonly path: string;
  readonly title: string;
  /** As the file writes it; a secret is left out. */
  readonly value: Json;
  readonly meaning: string;
  readonly origin: "policy" | "default";
  readonly seat: Seat;
}

export function policyChoice(policy: Policy, choice: Choice): ChoiceValue {
  const value = readChoice(policy, choice);
  return isValueOf(choice, value) ? value : choice.fallback;
}

/** Every setting as it is in force under the file. Total: any object will do. */
export function statesOf(file: JsonObject): SettingState[] {
  const forced = inForce(file);
  return settingNames.flatMap((name) => {
    if (isListName(name)) return [listState(name, forced)];
    const parts = choices.filter(({ setting }) => setting === name);
    return parts.length > 0 ? parts.map((one) => choiceState(one, forced)) : [otherState(name, file, forced)];
  });
}

function choiceState(choice: Choice, { policy, given }: InForce): SettingState {
  const { title } = settings[choice.setting];
  const value = policyChoice(policy, choice);
  const isGiven = given.has(choice.path);
  return {
    path: choice.path,
    title: choice.part === undefined ? title : `${title}: ${partName(choice.part)}`,
    value,
    meaning: meaningOf(choice, value),
    origin: isGiven ? "policy" : "default",
    seat: seatOf(choice, value, levelIn(policy, choice)),
  };
}

export function levelIn(policy: Policy, choice: Choice): Level {
  const name = levelOfChoice(choice);
  return policy.levels[name] ?? declared[name].level;
}

function seatOf(choice: Choice, value: ChoiceValue, level: Level): Seat {
  if (level !== "tighten") return level === "default" ? "free" : "fixed";
  return rank(choice, value) === choice.values.length - 1 ? "fixed" : "tighten";
}

function listState(name: ListName, { policy, given }: InForce): SettingState {
  const { title, words, more } = declared[name];
  const level = isLeveled(name) ? (policy.levels[name] ?? declared[name].level) : "fixed";
  return {
    path: name,
    title,
    value: JSON.parse(JSON.stringify(policy[name])) as Json,
    meaning: words,
    origin: given.has(name) ? "policy" : "default",
    seat: level === "default" || (level === "tighten" && more === "stricter") ? "add" : "fixed",
  };
}

function otherState(name: SettingName, file: JsonObject, { given }: InForce): SettingState {
  const { title, words } = settings[name];
  return {
    path: name,
    title,
    value: withoutSecrets(name, otherValue(name, file)),
    meaning: words,
    origin: given.has(name) ? "policy" : "default",
    seat: "fixed",
  };
}

/** What the file says for a setting that is neither choice nor list; the default where it says nothing. */
export function otherValue(name: SettingName, file: JsonObject): Json {
  const value = own(file, name);
  return value === undefined || isWithdrawn(value)
    ? (JSON.parse(JSON.stringify(settings[name].fallback)) as Json)
    : value;
}

export function secretsOf(name: SettingName): readonly string[] {
  return declared[name].secret ?? [];
}

function withoutSecrets(name: SettingName, value: Json): Json {
  if (!isObject(value)) return value;
  const secrets = secretsOf(name);
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, secrets.includes(key) ? "(not shown)" : one]),
  );
}

export const yesNo = (value: ChoiceValue): string =>
  typeof value === "boolean" ? (value ? "yes" : "no") : value;

/** An entry of a list, for one line. */
export function entryWords(entry: Json): string {
  if (typeof entry === "string") return quoted(entry);
  if (!isObject(entry)) return JSON.stringify(entry);
  const { text, category, reason } = entry;
  const kind =
    typeof category === "string" ? new Map(Object.entries(categoryWords)).get(category) : undefined;
  return [
    typeof text === "string" ? quoted(text) : quoted(JSON.stringify(entry)),
    ...(kind === undefined ? [] : [` (${kind})`]),
    ...(typeof reason === "string" ? [`: ${quoted(reason)}`] : []),
  ].join("");
}

/** The parts of a value that is no choice, each with its path. */
export function leaves(value: Json, path: JsonPath = []): (readonly [path: string, value: string])[] {
  const inside = isList(value)
    ? value.map((one, index) => [index, one] as const)
    : isObject(value)
      ? Object.entries(value)
      : undefined;
  if (!inside || inside.length === 0)
    return [[pathWords(path), typeof value === "string" ? quoted(value) : JSON.stringify(value)]];
  return inside.flatMap(([step, one]) => leaves(one, [...path, step]));
}
