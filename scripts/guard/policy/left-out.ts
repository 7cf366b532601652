/**
 * What an older policy said and a newer one does not. Chrome and Edge drop a value that they do not understand without a word,
 * so that a setting which is gone may be a broken one: there it has to be said what it is to be now.
 */
import { choices } from "../../../src/contract/choices.ts";
import { impliedLevel } from "../../../src/contract/levels.ts";
import { isSetBy } from "../../../src/contract/policy-file.ts";
import type { InForce } from "../../../src/contract/policy-file.ts";
import { isWithdrawn, withdrawn } from "../../../src/contract/policy-patient-list.ts";
import { declared, isLeveled } from "../../../src/contract/policy.ts";
import type { SettingName } from "../../../src/contract/policy.ts";
import { isList, isObject } from "../../../src/policy-file/json.ts";
import type { Json, JsonObject } from "../../../src/policy-file/json.ts";
import type { Side } from "./change.ts";
import { settingNames } from "./setting-words.ts";

export interface LeftOut {
  readonly path: string;
  /** What to write in its place, to have the default; undefined: only another value takes its place. */
  readonly write: Json | undefined;
}

export function leftOut({ forced: before }: Side, { file, forced: after }: Side): LeftOut[] {
  return [...before.given]
    .filter((path) => !after.given.has(path) && !isForgotten(path) && !isSaid(path, file))
    .map((path) => ({ path, write: defaultOf(path, after) }));
}

/** A patient list that is taken back is named, and is none. */
const isSaid = (path: string, file: JsonObject): boolean => path === "patientList" && isWithdrawn(file[path]);

/** A setting of which nothing stays where it is broken may as well be gone. */
const isForgotten = (path: string): boolean =>
  settingNames.some((name) => name === path && declared[name].whenBroken === "fallback");

function defaultOf(path: string, { given }: InForce): Json | undefined {
  const choice = choices.find((one) => one.path === path);
  if (choice) return choice.fallback;
  const [name = "", part = ""] = path.split(".");
  if (name === "levels") {
    if (!isLeveled(part)) return undefined;
    return impliedLevel(declared[part], { isSet: isSetBy(part, given), hasManaged: true });
  }
  const setting = settingNames.find((one) => one === name);
  return setting && nothingOf(setting);
}

/** As a browser can hold it: none of them holds `null`. */
function nothingOf(name: SettingName): Json | undefined {
  if (name === "patientList") return { address: withdrawn };
  if (name === "messages") return {};
  const { fallback } = declared[name];
  const isSome = typeof fallback === "number" || isList(fallback as Json) || isObject(fallback as Json);
  return isSome ? (fallback as Json) : undefined;
}
