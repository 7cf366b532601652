/**
 * A policy file as an admin writes it: any part of the declared settings; what is left out has its default. What of it can
 * be used, and what it comes to where nothing else is known. The worker and the command line read it with the same code.
 */
import { choices, inherited, isValueOf, readChoice, toPolicy } from "./choices.ts";
import type { Choice, ChoiceValue } from "./choices.ts";
import { impliedLevel, levels as allLevels } from "./levels.ts";
import type { Level } from "./levels.ts";
import { listSettings } from "./policy-lists.ts";
import { isWithdrawn } from "./policy-patient-list.ts";
import { phraseKey } from "./policy-phrases.ts";
import { extraSiteKey, overrideKey } from "./policy-sites.ts";
import { declared, isLeveled, leveledNames, listNames, policy, settings, valueNames } from "./policy.ts";
import type { Leveled, ListName, Policy, SettingName, ValueName } from "./policy.ts";
import { faultPath, readValue, unknownPart, withoutSecrets } from "./read-value.ts";
import type { Fault } from "./read-value.ts";
import { z } from "./zod.ts";

export type Lists = Pick<Policy, ListName>;
export type Entry = Lists[ListName][number];

/** Entries of one list with the same key are one. */
export function entryKey(entry: Entry): string {
  if (typeof entry === "string") return phraseKey(entry);
  if ("category" in entry) return phraseKey(entry);
  if ("secret" in entry) return entry.name.toLowerCase();
  if ("host" in entry) return extraSiteKey(entry);
  if ("box" in entry) return overrideKey(entry);
  return `${phraseKey(entry.text)} ${entry.surfaces?.toSorted().join(" ") ?? ""}`;
}

/** The entries of an untrusted list that can be used, each once, and what is wrong with the others. */
export function readList<N extends ListName>(name: N, value: unknown): { entries: Lists[N]; faults: Fault[] };
export function readList(name: ListName, value: unknown): { entries: Entry[]; faults: Fault[] } {
  if (!Array.isArray(value)) return { entries: [], faults: [{ path: name, problem: "is no list" }] };
  const given: readonly unknown[] = value;
  const { most, schema } = listSettings[name];
  const entries: Entry[] = [];
  const faults: Fault[] = [];
  given.slice(0, most).forEach((one, at) => {
    const parsed = z.safeParse(schema, [one]);
    if (parsed.success) entries.push(...parsed.data);
    else {
      const [issue] = parsed.error.issues;
      const problem = `is no entry that can be used. ${issue?.message ?? ""}`.trim();
      faults.push({ path: faultPath(name, at, ...(issue?.path ?? []).slice(1)), problem });
    }
  });
  if (given.length > most)
    faults.push({ path: name, problem: `is longer than ${most} entries; the rest is left out` });
  return { entries: joined(entries, []), faults };
}

export function joined<E extends Entry>(first: readonly E[], more: readonly E[]): E[] {
  const byKey = new Map<string, E>();
  for (const entry of [...first, ...more]) if (!byKey.has(entryKey(entry))) byKey.set(entryKey(entry), entry);
  return [...byKey.values()];
}

export function isPlainObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * What a file says for a choice; `undefined`: nothing. A setting with parts, or a part with parts of its own, that is not
 * an object is a broken value, `null`, for each of its parts.
 */
export function givenFor(file: unknown, { path }: Pick<Choice, "path">): unknown {
  const steps = path.split(".");
  for (let depth = 1; depth < steps.length; depth += 1) {
    const outer = readChoice(file, { path: steps.slice(0, depth).join(".") });
    if (outer === undefined) return undefined;
    if (!isPlainObject(outer)) return null;
  }
  return readChoice(file, { path });
}

/** What a file says of a setting's level; `undefined`: nothing. What cannot be used is the strictest there is. */
export function givenLevel(file: unknown, name: Leveled): Level | undefined {
  const given = givenFor(file, { path: `levels.${name}` });
  if (given === undefined) return undefined;
  const known = levelsFor(name);
  return known.find((one) => one === given) ?? known.at(-1);
}

/** From the loosest to the strictest. */
export const levelsFor = (name: Leveled): readonly Level[] => {
  const inner: { readonly def: { readonly innerType: { readonly options: readonly Level[] } } } =
    settings.levels.schema.shape[name];
  return allLevels.filter((one) => inner.def.innerType.options.includes(one));
};

export function levelInForce(
  name: SettingName,
  file: unknown,
  about: { readonly isSet: boolean; readonly hasManaged: boolean },
): Level {
  return (isLeveled(name) ? givenLevel(file, name) : undefined) ?? impliedLevel(declared[name], about);
}

type Issue = z.core.$ZodIssue;

/** What a browser would name as a fault of this file; empty: it takes all of it. `path` leads to the value. */
export function fileIssues(file: unknown): readonly Issue[] {
  if (!isPlainObject(file))
    return [{ code: "invalid_type", expected: "object", path: [], message: "is not an object", input: file }];
  const values = new Map<string, unknown>(Object.entries(file));
  if (isWithdrawn(values.get("patientList"))) values.delete("patientList");
  const { error } = z.safeParse(policy, over(emptyFile, Object.fromEntries(values)));
  const tooLong = listNames.flatMap((name): Issue[] => {
    const list = values.get(name);
    const { most } = listSettings[name];
    if (!Array.isArray(list) || list.length <= most) return [];
    const message = `has ${list.length} entries; a policy may list ${most}`;
    return [{ code: "custom", path: [name], message, input: list }];
  });
  // A practice profile of another version is taken as far as it is understood; what is not is named all the same.
  const unknown = valueNames.flatMap((name) => unknownParts(name, values.get(name), error?.issues ?? []));
  const longer = new Set(tooLong.map(({ path }) => path.join()));
  // The schema has a bound of its own for the same list, for what a policy and one browser list together.
  const others = (error?.issues ?? []).filter(
    (one) => one.code !== "too_big" || !longer.has(one.path.join()),
  );
  return [...others, ...unknown, ...tooLong];
}

function unknownParts(name: ValueName, value: unknown, issues: readonly Issue[]): Issue[] {
  const { salvage } = declared[name];
  if (!salvage || !isPlainObject(value)) return [];
  if (issues.some(({ code, path }) => code === "unrecognized_keys" && path.join() === name)) return [];
  const keys = Object.keys(value).filter((key) => !Object.hasOwn(salvage.shape, key));
  if (keys.length === 0) return [];
  return [{ code: "unrecognized_keys", keys, path: [name], message: unknownPart, input: { ...value } }];
}

const emptyFile = Object.fromEntries(Object.entries(declared).map(([name, one]) => [name, one.fallback]));

/** `file` laid over the defaults; objects part by part, anything else as a whole. */
function over(under: object, file: object): Record<string, unknown> {
  const below = new Map<string, unknown>(Object.entries(under));
  const merged = new Map(below);
  for (const [key, value] of Object.entries(file)) {
    const known = below.get(key);
    merged.set(key, isPlainObject(value) && isPlainObject(known) ? over(known, value) : value);
  }
  return Object.fromEntries(merged);
}

export interface InForce {
  readonly policy: Policy;
  /** Paths of the choices, and names of the other settings, that the file decides. */
  readonly given: ReadonlySet<string>;
}

/**
 * What a file comes to at a browser that has seen no policy before and where nobody has chosen anything. Total: of a file
 * with faults, what is in force in place of each. The key of the patient list is left out.
 */
export function inForce(file: unknown): InForce {
  const values = new Map<string, ChoiceValue>();
  const given = new Set<string>();
  for (const choice of choices) {
    const said = givenFor(file, choice);
    if (said !== undefined) given.add(choice.path);
    const silent = values.get(inherited(choice).path) ?? choice.fallback;
    values.set(choice.path, isValueOf(choice, said) ? said : said === undefined ? silent : choice.fallback);
  }
  const others = new Map<string, unknown>(isPlainObject(file) ? Object.entries(file) : []);
  for (const name of listNames) if (others.get(name) !== undefined) given.add(name);
  const read = new Map<ValueName, unknown>();
  for (const name of valueNames) {
    const said = others.get(name);
    if (said === undefined || said === null || (name === "patientList" && isWithdrawn(said))) continue;
    const { value } = readValue(name, said);
    given.add(name);
    if (value !== undefined) read.set(name, value);
  }
  for (const name of leveledNames) if (givenLevel(file, name) !== undefined) given.add(`levels.${name}`);
  const hasManaged = others.size > 0;
  const levels = Object.fromEntries(
    leveledNames.map((name) => [
      name,
      levelInForce(name, file, {
        isSet: isSetBy(name, given) && (!isValue(name) || read.has(name)),
        hasManaged,
      }),
    ]),
  );
  const lists = Object.fromEntries(
    listNames.map((name) => [name, readList(name, others.get(name) ?? []).entries]),
  );
  const shown = valueNames.map((name) => [
    name,
    withoutSecrets(name, read.get(name) ?? settings[name].fallback),
  ]);
  const whole = { ...lists, ...Object.fromEntries(shown), levels };
  return { policy: toPolicy(values, whole), given };
}

const isValue = (name: string): name is ValueName => valueNames.some((one) => one === name);

/** Whether the policy names a setting, or a part of it. */
export const isSetBy = (name: SettingName, given: Iterable<string>): boolean =>
  [...given].some((path) => path === name || path.startsWith(`${name}.`));
