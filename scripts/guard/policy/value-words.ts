/** What a value of the policy says, in a line or a few; a secret is never among the words. */
import { daysBetween, startOf } from "../../../src/contract/calendar-day.ts";
import { longestMonitoring } from "../../../src/contract/policy-monitor.ts";
import { declared, settings } from "../../../src/contract/policy.ts";
import type { SettingName } from "../../../src/contract/policy.ts";
import { categoryWords, siteWords, surfaceWords } from "../../../src/contract/words.ts";
import { quoted } from "../../../src/policy-file/fault-words.ts";
import { isList, isObject, own, pathWords } from "../../../src/policy-file/json.ts";
import type { Json, JsonObject, JsonPath } from "../../../src/policy-file/json.ts";

const hidden = "(not shown)";

export const counted = (count: number, one: string, more = `${one}s`): string =>
  `${count} ${count === 1 ? one : more}`;

/** The words of a code of the contract; of anything else, itself. */
const words = new Map<string, string>(Object.entries({ ...categoryWords, ...siteWords, ...surfaceWords }));
const wordsOf = (code: Json | undefined): string =>
  typeof code === "string" ? (words.get(code) ?? quoted(code)) : JSON.stringify(code ?? null);

/** With what opens something replaced by a word. */
export function withoutSecrets(name: SettingName, value: Json): Json {
  const secrets = declared[name].secret ?? [];
  const clean = (one: Json): Json =>
    isObject(one)
      ? Object.fromEntries(
          Object.entries(one).map(([key, part]) => [key, secrets.includes(key) ? hidden : part]),
        )
      : one;
  if (secrets.length === 0) return value;
  return isList(value) ? value.map(clean) : clean(value);
}

/** Where the file holds what opens something. */
export function secretPaths(file: JsonObject): JsonPath[] {
  return Object.entries(declared).flatMap(([name, { secret = [] }]) => {
    const value = own(file, name);
    const inside = (one: Json | undefined, path: JsonPath): JsonPath[] =>
      isObject(one) ? secret.filter((part) => Object.hasOwn(one, part)).map((part) => [...path, part]) : [];
    return isList(value) ? value.flatMap((one, index) => inside(one, [name, index])) : inside(value, [name]);
  });
}

/** An entry of a list, for one line. */
export function entryWords(name: SettingName, entry: Json): string {
  const shown = withoutSecrets(name, [entry]);
  const [clean = null] = isList(shown) ? shown : [];
  if (typeof clean === "string") return quoted(clean);
  if (!isObject(clean)) return JSON.stringify(clean);
  const { text, category, reason, surfaces, host, site, surface, box, name: called } = clean;
  if (name === "alwaysStop" && typeof text === "string")
    return `${quoted(text)} (${wordsOf(category)})${typeof reason === "string" ? `: ${quoted(reason)}` : ""}`;
  if (name === "replies" && typeof text === "string")
    return `${quoted(text)}${isList(surfaces) ? ` (${surfaces.map(wordsOf).join(", ")})` : ""}`;
  if (name === "approvers" && typeof called === "string") return quoted(called);
  if (name === "extraSites" && typeof host === "string")
    return `${quoted(host)} (${wordsOf(surface)})${typeof called === "string" ? `: ${quoted(called)}` : ""}`;
  if (name === "selectorOverrides" && typeof box === "string")
    return `${wordsOf(site)}, ${wordsOf(surface)}: ${quoted(box)}`;
  return quoted(JSON.stringify(clean));
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

const longDay = new Intl.DateTimeFormat("en-US", { dateStyle: "long" });
/** `2027-01-04` as `January 4, 2027`; as it is written where it is no day. */
export function dayWords(day: Json | undefined): string {
  const start = typeof day === "string" ? startOf(day) : undefined;
  return start === undefined ? wordsOf(day) : longDay.format(start);
}

/** The day on which `now` (milliseconds) falls here, as `2027-01-04`. */
export function dayOf(now: number): string {
  const date = new Date(now);
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** `now` in milliseconds. */
export function monitorWords({ from, until }: JsonObject, now: number): string {
  const [first, end] = [from, until].map((day) => (typeof day === "string" ? day : ""));
  const days = daysBetween(first ?? "", end ?? "");
  if (days === undefined) return settings.monitor.words;
  const passed = daysBetween(first ?? "", dayOf(now)) ?? 0;
  const state =
    passed < 0
      ? `It begins in ${counted(-passed, "day")}.`
      : passed < days
        ? `It goes on now, for ${counted(days - passed, "more day", "more days")}.`
        : "It is over: everything is enforced.";
  return `From ${dayWords(from)} everything is recorded, and nothing is said or held. From ${dayWords(until)}, ${counted(days, "day")} later, everything is enforced (at most ${longestMonitoring} days). ${state}`;
}
