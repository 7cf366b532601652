/** What a policy file would change at this browser, and what of it this browser may not set. Pure. */
import { choices, isValueOf, rank } from "../../../contract/choices.ts";
import type { Choice } from "../../../contract/choices.ts";
import { entryKey, givenFor, readList } from "../../../contract/policy-file.ts";
import type { Entry } from "../../../contract/policy-file.ts";
import { listSettings } from "../../../contract/policy-lists.ts";
import { declared, isLeveled, listNames, mayAdd, settings, valueNames } from "../../../contract/policy.ts";
import type { ListName, Policy, SettingName } from "../../../contract/policy.ts";
import { practice as practiceSchema } from "../../../contract/practice.ts";
import { z } from "../../../contract/zod.ts";
import type { Practice } from "../../../engine/model.ts";
import { choiceWords, partWords } from "../../shared/policy-words.ts";
import type { PolicyReport } from "../../../contract/policy-report.ts";
import { choiceIn } from "../../shared/choice-in.ts";
import { openValues } from "../choice-facts.ts";
import { withChoice } from "../with-choice.ts";
import type { PolicyFile } from "./exported.ts";
import { plural, t } from "../../../platform/i18n.ts";
import { declaredWords } from "../../../platform/declared-words.ts";

export type Effect = "tightens" | "loosens" | "changes";

export interface Change {
  readonly path: string;
  readonly title: string;
  readonly effect: Effect;
  readonly before: string;
  readonly after: string;
  /** Puts what is wanted into the change that the worker is asked for. */
  readonly put: (into: Wanted) => void;
}

/** What stays as it is only if that is said, where the choice that it would follow changes. */
export interface Held extends Pick<Change, "put"> {
  /** Path of the choice that it would follow. */
  readonly general: string;
}

export interface LeftOut {
  readonly title: string;
  readonly why: string;
}

export interface Wanted {
  policy: Partial<Policy>;
  practice?: z.infer<typeof practiceSchema>;
}

export interface ImportPlan {
  readonly changes: readonly Change[];
  readonly held: readonly Held[];
  readonly leftOut: readonly LeftOut[];
}

const adminsOnly = (): string => t("options_only_an_administrators_policy_can_set");
const isFixed = (): string => t("options_fixed_by_your_administrator");
const isLooser = (): string => t("options_it_would_be_looser_than_this");

/** `file` has no faults; `useless`: its replies that could be offered nowhere (useless-replies.ts). */
export function planImport(
  file: PolicyFile,
  read: PolicyReport,
  practice: Practice,
  useless: ReadonlySet<string>,
): ImportPlan {
  const found = [
    ...choices.map((choice) => ofChoice(choice, file, read)),
    ...listNames.flatMap((name) => ofList(name, file, read, useless)),
    ...valueNames.filter((name) => name !== "practice").map((name) => ofAdmin(name, file)),
    ofPractice(file, read, practice),
    ofAdmin("levels", file),
  ].filter((one) => one !== undefined);
  return {
    changes: found.filter((one) => "effect" in one),
    held: found.filter((one) => "general" in one),
    leftOut: found.filter((one) => "why" in one),
  };
}

/** All that is asked of the worker, in one step; `agreed`: the changes of the plan that a person wants. */
export function wantedOf({ held }: Pick<ImportPlan, "held">, agreed: readonly Change[]): Wanted {
  const wanted: Wanted = { policy: {} };
  const paths = new Set(agreed.map(({ path }) => path));
  for (const change of [...agreed, ...held.filter(({ general }) => paths.has(general))]) change.put(wanted);
  return wanted;
}

type Found = Change | Held | LeftOut | undefined;

function ofChoice(choice: Choice, file: PolicyFile, read: PolicyReport): Found {
  const value = givenFor(file, choice);
  const before = choiceIn(read.policy, choice);
  if (!isValueOf(choice, value)) return undefined;
  const put = (into: Wanted): void =>
    void (into.policy = withChoice(into.policy, choice, value, read.policy));
  if (value === before)
    return choice.inherits !== undefined && openValues(choice, read).includes(value)
      ? { general: choice.inherits, put }
      : undefined;
  const title = declaredWords(settings[choice.setting].title);
  const name = choice.part === undefined ? title : `${title}: ${partWords(choice.part)}`;
  const level = read.states[choice.path]?.level ?? "fixed";
  if (!openValues(choice, read).includes(value))
    return { title: name, why: level === "fixed" ? isFixed() : isLooser() };
  const steps = rank(choice, value) - rank(choice, before);
  return {
    path: choice.path,
    title: name,
    effect: steps > 0 ? "tightens" : steps < 0 ? "loosens" : "changes",
    before: choiceWords(choice, before),
    after: choiceWords(choice, value),
    put,
  };
}

function ofList(name: ListName, file: PolicyFile, read: PolicyReport, useless: ReadonlySet<string>): Found[] {
  if (file[name] === undefined) return [];
  const { more } = declared[name];
  const title = declaredWords(declared[name].title);
  const current: readonly Entry[] = read.policy[name];
  const known = new Set(current.map(entryKey));
  const given: readonly Entry[] = readList(name, file[name]).entries;
  const unknown = given.filter((entry) => !known.has(entryKey(entry)));
  if (unknown.length === 0) return [];
  if (!isLeveled(name)) return [{ title, why: adminsOnly() }];
  const level = read.states[name]?.level ?? "fixed";
  if (!mayAdd(name, level)) return [{ title, why: level === "fixed" ? isFixed() : isLooser() }];
  const fresh = name === "replies" ? unknown.filter((entry) => !useless.has(entryKey(entry))) : unknown;
  const dropped = unknown.length - fresh.length;
  const left = dropped === 0 ? [] : [{ title, why: plural("options_replies_offered_nowhere", dropped) }];
  if (fresh.length === 0) return left;
  const { most } = listSettings[name];
  if (current.length - read.floor[name].length + fresh.length > most)
    return [...left, { title, why: t("options_this_browser_may_add_at_most", most) }];
  const change: Change = {
    path: name,
    title,
    effect: more === "stricter" ? "tightens" : more === "looser" ? "loosens" : "changes",
    before: plural("options_entries", current.length),
    after: plural("options_entries_more", fresh.length),
    put: (into) => void (into.policy = { ...into.policy, [name]: [...current, ...fresh] }),
  };
  return [...left, change];
}

function ofPractice(file: PolicyFile, read: PolicyReport, practice: Practice): Found {
  const { data } = z.safeParse(practiceSchema, file["practice"]);
  if (!data || JSON.stringify(data) === JSON.stringify(practiceSchema.parse(practice))) return undefined;
  const { more } = declared.practice;
  const title = declaredWords(declared.practice.title);
  if ((read.states["practice"]?.level ?? "default") !== "default") return { title, why: isFixed() };
  return {
    path: "practice",
    title,
    effect: more === "looser" ? "loosens" : "changes",
    before: practice.name === "" ? t("options_none") : practice.name,
    after: data.name,
    put: (into) => void (into.practice = data),
  };
}

function ofAdmin(name: SettingName, file: PolicyFile): Found {
  const value = file[name];
  return value === undefined || value === null
    ? undefined
    : { title: declaredWords(declared[name].title), why: adminsOnly() };
}
