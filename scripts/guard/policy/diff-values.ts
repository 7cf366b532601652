/** What a change of the policy does to the settings that are no choices. */
import { entryKey } from "../../../src/contract/policy-file.ts";
import type { Entry } from "../../../src/contract/policy-file.ts";
import { declared, mayAdd } from "../../../src/contract/policy.ts";
import type { ListName, SettingName } from "../../../src/contract/policy.ts";
import { isList, isObject, own } from "../../../src/policy-file/json.ts";
import type { Json, JsonObject } from "../../../src/policy-file/json.ts";
import { mayChoose } from "./change.ts";
import type { Change, Direction, Side } from "./change.ts";
import { levelOfOther, otherValue } from "./setting-words.ts";
import { dayWords, entryWords, leaves } from "./value-words.ts";

type Effect = readonly [more: Direction, less: Direction];
const effects = {
  stricter: ["tightens", "loosens"],
  looser: ["loosens", "tightens"],
  neither: ["neutral", "neutral"],
} as const satisfies Readonly<Record<string, Effect>>;

const effectOf = (name: SettingName): Effect => effects[declared[name].more ?? "neither"];

export function listChanges(name: ListName, before: Side, after: Side): Change[] {
  const [old, now] = [before, after].map(({ forced }) => byKey(forced.policy[name]));
  const [more, less] = effectOf(name);
  const found: Change[] = [];
  for (const [key, entry] of old ?? [])
    if (!now?.has(key))
      found.push({ path: name, direction: less, words: `without ${entryWords(name, entry)}` });
  for (const [key, entry] of now ?? []) {
    const known = old?.get(key);
    if (known === undefined)
      found.push({ path: name, direction: more, words: `with ${entryWords(name, entry)}` });
    else if (JSON.stringify(known) !== JSON.stringify(entry)) found.push(entryChange(name, known, entry));
  }
  return [...found, ...seatChanges(name, before, after)];
}

function entryChange(name: ListName, old: Json, now: Json): Change {
  const [was, is] = [entryWords(name, old), entryWords(name, now)];
  const words = was === is ? `${is}: other parts that are not shown here` : `${was} → ${is}`;
  return { path: name, direction: "neutral", words };
}

const byKey = (entries: readonly Entry[]): Map<string, Json> =>
  new Map(entries.map((entry) => [entryKey(entry), JSON.parse(JSON.stringify(entry)) as Json]));

/** What a person at a browser may add, or write, counts as what it comes to. */
function seatChanges(name: SettingName, before: Side, after: Side): Change[] {
  const may = ({ forced }: Side): boolean => mayAdd(name, levelOfOther(name, forced));
  const [old, now] = [may(before), may(after)];
  if (old === now) return [];
  const [open, closed] = effectOf(name);
  const words =
    declared[name].kind !== "list"
      ? mayChoose(now)
      : now
        ? "a browser may now add to it"
        : "what a browser adds to it counts no more";
  return [{ path: name, direction: now ? open : closed, words }];
}

export function valueChanges(name: SettingName, before: Side, after: Side): Change[] {
  return [
    ...oneValue(name, otherValue(name, before.file), otherValue(name, after.file)),
    ...seatChanges(name, before, after),
  ];
}

function oneValue(name: SettingName, old: Json, now: Json): Change[] {
  const [more, less] = effectOf(name);
  if (old === null && now === null) return [];
  if (old === null || now === null) {
    const appears = old === null;
    return [{ path: name, direction: appears ? more : less, words: appears ? "is set" : "is set no more" }];
  }
  if (name === "monitor" && isObject(old) && isObject(now)) return monitorChanges(old, now);
  if (name === "retentionYears" && old !== now)
    return [
      {
        path: name,
        direction: Number(now) < Number(old) ? "loosens" : "tightens",
        words: `${JSON.stringify(old)} → ${JSON.stringify(now)}`,
      },
    ];
  return isObject(old) && isObject(now) ? partChanges(name, old, now) : leafChanges(name, "", old, now);
}

/** A list in an object is taken as a set: of practice names, for instance, each is one that is no finding. */
function partChanges(name: SettingName, old: JsonObject, now: JsonObject): Change[] {
  const [more, less] = effectOf(name);
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((part): Change[] => {
    const [was, is] = [own(old, part), own(now, part)];
    if (!isList(was ?? []) || !isList(is ?? [])) return leafChanges(name, part, was, is);
    const [gone, come] = [setOf(was), setOf(is)];
    const path = `${name}.${part}`;
    return [
      ...[...gone].flatMap(([key, words]) =>
        come.has(key) ? [] : [{ path, direction: less, words: `without ${words}` }],
      ),
      ...[...come].flatMap(([key, words]) =>
        gone.has(key) ? [] : [{ path, direction: more, words: `with ${words}` }],
      ),
    ];
  });
}

const setOf = (list: Json | undefined): Map<string, string> =>
  new Map(
    (isList(list ?? []) ? ((list as readonly Json[] | undefined) ?? []) : []).map((one) => {
      const words = leaves(one)
        .map(([, value]) => value)
        .join(", ");
      return [JSON.stringify(one), words];
    }),
  );

function leafChanges(
  name: SettingName,
  part: string,
  old: Json | undefined,
  now: Json | undefined,
): Change[] {
  const secrets = declared[name].secret ?? [];
  const at = (value: Json | undefined): Map<string, string> =>
    value === undefined ? new Map() : new Map(leaves(value, part === "" ? [] : [part]));
  const [before, after] = [at(old), at(now)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((leaf): Change[] => {
    const [was, is] = [before.get(leaf), after.get(leaf)];
    if (was === is) return [];
    const show = (value: string | undefined): string =>
      value === undefined ? "not there" : secrets.includes(leaf) ? "(not shown)" : value;
    const path = leaf === "" ? name : `${name}.${leaf}`;
    return [{ path, direction: "neutral", words: `${show(was)} → ${show(is)}` }];
  });
}

/** Written as `2027-01-31`, days compare as texts. */
function monitorChanges(old: JsonObject, now: JsonObject): Change[] {
  return (["from", "until"] as const).flatMap((part): Change[] => {
    const [was, is] = [old[part], now[part]];
    if (typeof was !== "string" || typeof is !== "string" || was === is) return [];
    const isMore = part === "from" ? is < was : is > was;
    return [
      {
        path: `monitor.${part}`,
        direction: isMore ? "loosens" : "tightens",
        words: `${dayWords(was)} → ${dayWords(is)}`,
      },
    ];
  });
}
