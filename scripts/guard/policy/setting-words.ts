/** Settings, and who may change them, as the admin reads them. */
import {
  choices,
  inherited,
  isValueOf,
  levelOfChoice,
  rank,
  readChoice,
} from "../../../src/contract/choices.ts";
import type { Choice, ChoiceValue } from "../../../src/contract/choices.ts";
import type { Level } from "../../../src/contract/levels.ts";
import { meaningOf, partName } from "../../../src/contract/meanings.ts";
import { givenFor, inForce, levelInForce } from "../../../src/contract/policy-file.ts";
import type { InForce } from "../../../src/contract/policy-file.ts";
import { isWithdrawn } from "../../../src/contract/policy-patient-list.ts";
import {
  choiceNames,
  declared,
  isLeveled,
  listNames,
  mayAdd,
  settings,
} from "../../../src/contract/policy.ts";
import type { ChoiceName, ListName, Policy, SettingName } from "../../../src/contract/policy.ts";
import { z } from "../../../src/contract/zod.ts";
import { isObject, own } from "../../../src/policy-file/json.ts";
import type { Json, JsonObject } from "../../../src/policy-file/json.ts";
import { monitorWords, withoutSecrets } from "./value-words.ts";

export const settingNames = Object.keys(settings).filter((name): name is SettingName =>
  Object.hasOwn(settings, name),
);
export const isListName = (name: SettingName): name is ListName => listNames.some((one) => one === name);
const isChoiceName = (name: SettingName): name is ChoiceName => choiceNames.some((one) => one === name);

/** Settings that are one value. `levels` is none: what it says is told with each setting. */
export const otherNames = settingNames.filter(
  (name) => !isListName(name) && !isChoiceName(name) && name !== "levels",
);

/**
 * What a person at a browser may do with a setting. `fixed`: nothing. `free`: choose any value, or add entries. `tighten`:
 * choose something stricter. `add`: add entries, which only stop more.
 */
export type Seat = "fixed" | "free" | "tighten" | "add";

export interface SettingState {
  readonly path: string;
  readonly title: string;
  /** As the file writes it; a secret is left out. */
  readonly value: Json;
  readonly meaning: string;
  readonly origin: "policy" | "default" | "inherited";
  readonly seat: Seat;
  /** Whether the file itself says what the seat may. */
  readonly isLevelSaid: boolean;
}

export function policyChoice(policy: Policy, choice: Choice): ChoiceValue {
  const value = readChoice(policy, choice);
  return isValueOf(choice, value) ? value : choice.fallback;
}

/**
 * Who has a say in a choice: a part that the file does not name is left to the seat where the setting is. Of a value that
 * cannot be used nobody may choose less.
 */
export function levelOf(file: JsonObject, choice: Choice, { given }: InForce): Level {
  const ruling = [choice, inherited(choice)].find(({ path }) => given.has(path));
  if (ruling && !isValueOf(ruling, givenFor(file, ruling))) return choice.isUnordered ? "fixed" : "tighten";
  return levelInForce(levelOfChoice(choice), file, {
    isSet: given.has(choice.path),
    hasManaged: Object.keys(file).length > 0,
  });
}

/** Who has a say in a setting that is no choice. */
export const levelOfOther = (name: SettingName, { policy }: InForce): Level =>
  isLeveled(name) ? (policy.levels[name] ?? declared[name].level) : "fixed";

/** Every setting as it is in force under the file at `now` (milliseconds). Total: any object will do. */
export function statesOf(file: JsonObject, now: number): SettingState[] {
  const forced = inForce(file);
  return settingNames.flatMap((name) => {
    if (isListName(name)) return [listState(name, forced)];
    if (isChoiceName(name))
      return choices
        .filter(({ setting }) => setting === name)
        .map((choice) => choiceState(choice, file, forced));
    return name === "levels" ? [] : [otherState(name, file, forced, now)];
  });
}

function about(name: SettingName, { given }: InForce): Pick<SettingState, "isLevelSaid"> {
  return { isLevelSaid: given.has(`levels.${name === "surfaceActions" ? "actions" : name}`) };
}

function choiceState(choice: Choice, file: JsonObject, forced: InForce): SettingState {
  const { title } = settings[choice.setting];
  const value = policyChoice(forced.policy, choice);
  return {
    path: choice.path,
    title: choice.part === undefined ? title : `${title}: ${partName(choice.part)}`,
    value,
    meaning: meaningOf(choice, value),
    origin: forced.given.has(choice.path)
      ? "policy"
      : choice.inherits === undefined
        ? "default"
        : "inherited",
    seat: seatOf(choice, value, levelOf(file, choice, forced)),
    ...about(choice.setting, forced),
  };
}

function seatOf(choice: Choice, value: ChoiceValue, level: Level): Seat {
  if (level !== "tighten") return level === "default" ? "free" : "fixed";
  return rank(choice, value) === choice.values.length - 1 ? "fixed" : "tighten";
}

function listState(name: ListName, forced: InForce): SettingState {
  const { title, words } = declared[name];
  return {
    path: name,
    title,
    value: withoutSecrets(name, JSON.parse(JSON.stringify(forced.policy[name])) as Json),
    meaning: words,
    origin: forced.given.has(name) ? "policy" : "default",
    seat: mayAdd(name, levelOfOther(name, forced)) ? "add" : "fixed",
    ...about(name, forced),
  };
}

function otherState(name: SettingName, file: JsonObject, forced: InForce, now: number): SettingState {
  const { title, words } = settings[name];
  const value = otherValue(name, file);
  return {
    path: name,
    title,
    value: withoutSecrets(name, value),
    meaning: name === "monitor" && isObject(value) ? monitorWords(value, now) : words,
    origin: forced.given.has(name) ? "policy" : "default",
    seat: levelOfOther(name, forced) === "default" ? "free" : "fixed",
    ...about(name, forced),
  };
}

/** What the file says for a setting that is neither choice nor list; the default where it says nothing that can be used. */
export function otherValue(name: SettingName, file: JsonObject): Json {
  const value = own(file, name);
  const isUsed = value !== undefined && value !== null && !isWithdrawn(value);
  return isUsed && z.safeParse(declared[name].schema, value).success
    ? value
    : (JSON.parse(JSON.stringify(settings[name].fallback)) as Json);
}

export const yesNo = (value: ChoiceValue): string =>
  typeof value === "boolean" ? (value ? "yes" : "no") : value;
