/**
 * A policy file as an admin writes it: any part of the declared settings; what is left out has its default. What of it can
 * be used, and what it comes to where nothing else is known. The worker and the command line read it with the same code.
 */
import { choices, isValueOf, readChoice, toPolicy } from "./choices.ts";
import type { Choice, ChoiceValue } from "./choices.ts";
import { isWithdrawn, managedList } from "./policy-patient-list.ts";
import { allowedPhrase, mostPhrases, phraseKey, publicName, stoppedPhrase } from "./policy-phrases.ts";
import { defaultPolicy, listNames, policy, settings } from "./policy.ts";
import type { ListName, Policy } from "./policy.ts";
import { z } from "./zod.ts";

export interface Fault {
  readonly path: string;
  readonly problem: string;
}

export type Lists = Pick<Policy, ListName>;
export type ListEntry = Lists[ListName][number];

export interface List<Entry> {
  readonly name: ListName;
  readonly schema: z.ZodMiniType<Entry>;
  /** More entries are stricter. */
  readonly tightens: boolean;
}

const tightens = (name: ListName): boolean => settings[name].more === "stricter";

export const stopList: List<Lists["alwaysStop"][number]> = {
  name: "alwaysStop",
  schema: stoppedPhrase,
  tightens: tightens("alwaysStop"),
};
export const allowList: List<string> = {
  name: "alwaysAllow",
  schema: allowedPhrase,
  tightens: tightens("alwaysAllow"),
};
export const nameList: List<string> = {
  name: "publicNames",
  schema: publicName,
  tightens: tightens("publicNames"),
};

/** The entries of an untrusted list that can be used, each once, and what is wrong with the others. */
export function readList<Entry extends ListEntry>(
  list: List<Entry>,
  value: unknown,
): { entries: Entry[]; faults: Fault[] } {
  if (!Array.isArray(value)) return { entries: [], faults: [{ path: list.name, problem: "is no list" }] };
  const given: readonly unknown[] = value;
  const entries: Entry[] = [];
  const faults: Fault[] = [];
  given.slice(0, mostPhrases).forEach((one, at) => {
    const parsed = z.safeParse(list.schema, one);
    if (parsed.success) entries.push(parsed.data);
    else {
      const said = parsed.error.issues[0]?.message ?? "";
      faults.push({ path: `${list.name}.${at}`, problem: `is no entry that can be used. ${said}`.trim() });
    }
  });
  if (given.length > mostPhrases)
    faults.push({ path: list.name, problem: `is longer than ${mostPhrases} entries; the rest is left out` });
  return { entries: joined(entries, []), faults };
}

export function joined<Entry extends ListEntry>(first: readonly Entry[], more: readonly Entry[]): Entry[] {
  const byKey = new Map<string, Entry>();
  for (const entry of [...first, ...more])
    if (!byKey.has(phraseKey(entry))) byKey.set(phraseKey(entry), entry);
  return [...byKey.values()];
}

export function isPlainObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * What a file says for a choice; `undefined`: nothing. A setting with parts that is not an object is a broken value,
 * `null`, for each of its parts.
 */
export function givenFor(file: unknown, choice: Choice): unknown {
  if (choice.part === undefined) return readChoice(file, choice);
  const whole = readChoice(file, { ...choice, part: undefined });
  return whole === undefined || isPlainObject(whole) ? readChoice(file, choice) : null;
}

type Issue = z.core.$ZodIssue;

/** What a browser would name as a fault of this file; empty: it takes all of it. `path` leads to the value. */
export function fileIssues(file: unknown): readonly Issue[] {
  if (!isPlainObject(file))
    return [{ code: "invalid_type", expected: "object", path: [], message: "is not an object", input: file }];
  const values = new Map<string, unknown>(Object.entries(file));
  if (isWithdrawn(values.get("patientList"))) values.delete("patientList");
  const { error } = z.safeParse(policy, over(defaultPolicy, Object.fromEntries(values)));
  const tooLong = listNames.flatMap((name): Issue[] => {
    const list = values.get(name);
    if (!Array.isArray(list) || list.length <= mostPhrases) return [];
    const message = `has ${list.length} entries; a policy may list ${mostPhrases}`;
    return [{ code: "custom", path: [name], message, input: list }];
  });
  const longer = new Set(tooLong.map(({ path }) => path.join()));
  // The schema has a bound of its own for the same list, for what a policy and one browser list together.
  const others = (error?.issues ?? []).filter(
    (one) => one.code !== "too_big" || !longer.has(one.path.join()),
  );
  return [...others, ...tooLong];
}

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
  const usable = new Set<string>();
  for (const choice of choices) {
    const said = givenFor(file, choice);
    if (said !== undefined) given.add(choice.path);
    if (isValueOf(choice, said)) usable.add(choice.path);
    values.set(choice.path, isValueOf(choice, said) ? said : choice.fallback);
  }
  const others = new Map<string, unknown>(isPlainObject(file) ? Object.entries(file) : []);
  for (const name of listNames) if (others.get(name) !== undefined) given.add(name);
  const named = others.get("patientList");
  const namesList = named !== undefined && named !== null && !isWithdrawn(named);
  if (namesList) given.add("patientList");
  if (given.size > 0)
    for (const { path, underPolicy } of choices)
      if (underPolicy !== undefined && !usable.has(path)) values.set(path, underPolicy);
  const entries = <Entry extends ListEntry>(list: List<Entry>): Entry[] =>
    readList(list, others.get(list.name) ?? []).entries;
  const { data } = z.safeParse(managedList, named);
  const patientList = data ? { address: data.address, sha256: data.sha256.toLowerCase() } : null;
  return {
    policy: toPolicy(values, {
      alwaysStop: entries(stopList),
      alwaysAllow: entries(allowList),
      publicNames: entries(nameList),
      patientList,
    }),
    given,
  };
}
