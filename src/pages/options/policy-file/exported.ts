/** A policy file of what is in force at a browser, or of how it is set. Pure. */
import { choices, putAt } from "../../../contract/choices.ts";
import { impliedLevel } from "../../../contract/levels.ts";
import type { Level } from "../../../contract/levels.ts";
import { levelsFor } from "../../../contract/policy-file.ts";
import { declared, leveledNames, listNames, valueNames } from "../../../contract/policy.ts";
import type { Leveled, ListName, SettingName, ValueName } from "../../../contract/policy.ts";
import { withoutSecrets } from "../../../contract/read-value.ts";
import { z } from "../../../contract/zod.ts";
import type { Practice } from "../../../engine/model.ts";
import type { PolicyReport } from "../../../contract/policy-report.ts";
import { choiceIn, isAsInGeneral } from "../../shared/choice-in.ts";

export const fileName = "replyguard-policy.json";

export type PolicyFile = Readonly<Record<string, unknown>>;

export interface Exported {
  readonly file: PolicyFile;
  /** Settings that have a secret, which no page is told: it is not in the file, nor is what would be no use without it. */
  readonly withoutSecret: readonly SettingName[];
}

/** `practice`: the browser's own profile, which counts where the policy has none. */
export function exportedPolicy(read: PolicyReport, practice: Practice): Exported {
  const file: Record<string, unknown> = {};
  const withoutSecret: SettingName[] = [];
  for (const choice of choices) {
    const value = choiceIn(read.policy, choice);
    const isSaid =
      choice.inherits !== undefined
        ? !isAsInGeneral(read.policy, choice)
        : read.states[choice.path]?.origin !== "default" || value !== choice.fallback;
    if (isSaid) putAt(file, choice.path.split("."), value);
  }
  for (const name of listNames) {
    const entries: readonly unknown[] = read.policy[name];
    if (entries.length === 0) continue;
    take(name, withoutSecrets(name, entries));
  }
  for (const name of valueNames) {
    const value: unknown = name === "practice" ? practiceOf(read, practice) : read.policy[name];
    if (value === null || JSON.stringify(value) === JSON.stringify(declared[name].fallback)) continue;
    take(name, withoutSecrets(name, value));
  }

  function take(name: ListName | ValueName, value: unknown): void {
    if ((declared[name].secret ?? []).length > 0) withoutSecret.push(name);
    // Not every value can be without its secret.
    if (z.safeParse(declared[name].schema, value).success) file[name] = value;
  }

  const levels = leveledNames.flatMap((name): [Leveled, Level][] => {
    const level = read.policy.levels[name];
    const implied = impliedLevel(declared[name], { isSet: name in file, hasManaged: true });
    return level === undefined || level === implied ? [] : [[name, level]];
  });
  if (levels.length > 0) file["levels"] = Object.fromEntries(levels);
  return { file: inOrder(file), withoutSecret };
}

export interface Making {
  /** Empty: none. */
  readonly version: string;
  readonly contact: string;
  readonly level: Level;
}

/** How this browser is set, for every browser of the practice; `level` for all that can have one. */
export function madePolicy(
  read: PolicyReport,
  practice: Practice,
  { version, contact, level }: Making,
): Exported {
  const { file, withoutSecret } = exportedPolicy(read, practice);
  const { version: _version, contact: _contact, ...settings } = file;
  const levels = leveledNames.map((name) => {
    const known = levelsFor(name);
    // Where nothing is stricter than the rest, what may only be made stricter may not be changed.
    return [name, known.includes(level) ? level : known.at(-1)] as const;
  });
  const named = [
    ["version", version.trim()],
    ["contact", contact.trim()],
  ].filter(([, text]) => text !== "");
  return {
    file: inOrder({ ...settings, ...Object.fromEntries(named), levels: Object.fromEntries(levels) }),
    withoutSecret,
  };
}

function practiceOf({ policy }: PolicyReport, own: Practice): unknown {
  if (policy.practice !== null) return policy.practice;
  return own.name === "" ? null : withoutEmpty(own);
}

/** What is empty says the same when it is left out. */
const withoutEmpty = (practice: Practice): object =>
  Object.fromEntries(Object.entries(practice).filter(([, one]) => !(Array.isArray(one) && one.length === 0)));

/** As the settings are declared, whatever the order in which they were found. */
const inOrder = (file: PolicyFile): PolicyFile =>
  Object.fromEntries(Object.keys(declared).flatMap((name) => (name in file ? [[name, file[name]]] : [])));
