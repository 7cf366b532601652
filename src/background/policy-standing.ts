/** What the browser has said of its managed policy so far, and what that is worth. Pure. */
import { withoutSecrets } from "../contract/read-value.ts";
import { declared } from "../contract/policy.ts";
import type { SettingName } from "../contract/policy.ts";
import type { Managed } from "../platform/managed.ts";

/** Values by the path of their choice, or name. Stored ones are as untrusted as any: each is checked where it is used. */
export type ByPath = Readonly<Record<string, unknown>>;

export const valueAt = (from: ByPath, path: string): unknown =>
  Object.hasOwn(from, path) ? from[path] : undefined;

export interface PolicySources {
  readonly managed: Managed;
  /** Nothing more is to be expected of the browser; before, an empty managed policy is one that has not been seen yet. */
  readonly settled: boolean;
  /** An empty managed policy is not believed, though there is one: its file may only be broken. */
  readonly doubted?: boolean;
  /** What the last managed policy came to; undefined: this browser has never said whether there is one. */
  readonly lastGood: ByPath | undefined;
  /** What a person chose at this seat. */
  readonly seat: ByPath;
  /** Milliseconds since 1970; left out: nothing is monitored. */
  readonly now?: number;
}

/**
 * `present`: there is a managed policy, whatever is wrong with it. `kept`: it is not to be seen, and the last good one holds.
 * `none`: there is none. `awaited`: nobody knows yet.
 */
export type PolicyStanding = "present" | "kept" | "none" | "awaited";

export function standingOf({ managed, settled, doubted, lastGood }: PolicySources): PolicyStanding {
  if (Object.keys(managed.values).length > 0) return "present";
  if (settled && !doubted) return "none";
  return lastGood === undefined ? "awaited" : "kept";
}

/** What the admin's policy comes to for one setting; `value` undefined: it says nothing. */
export interface Ruling<V> {
  readonly value: V | undefined;
  /** What it says cannot be used. */
  readonly isBroken: boolean;
  /** Of the value: it is not what the policy says now, but what it said before. */
  readonly isLastGood: boolean;
}

export const silent = { value: undefined, isBroken: false, isLastGood: false } as const;

/** Where the managed policy is not to be seen: what the last one came to holds. */
export function keptRuling<V>(path: string, good: V | undefined, lastGood: ByPath | undefined): Ruling<V> {
  return {
    value: good,
    isBroken: brokenBefore(lastGood).has(path),
    isLastGood: good !== undefined,
  };
}

/** Chrome tells neither that it refused a value nor that it was taken away: it is not there any more. */
export const vanished = "was set before and is missing now, or the browser refused its value";

/** Among the last good values: the settings, by path, of which the value was broken; and that there was a policy at all. */
export const brokenKey = "$broken";
export const presentKey = "$managed";

export function brokenBefore(lastGood: ByPath | undefined): ReadonlySet<unknown> {
  const kept = lastGood?.[brokenKey];
  return new Set<unknown>(Array.isArray(kept) ? kept : []);
}

/** Whether a setting may be kept at all: a list whose entries have secrets is of no use without them. */
const isKept = (name: SettingName): boolean =>
  !(declared[name].kind === "list" && declared[name].secret !== undefined);

/** What is kept as the next last good values. No secret is among them. */
export function toKeep(rulings: ReadonlyMap<string, Ruling<unknown>>): ByPath {
  const kept: Record<string, unknown> = {};
  for (const [path, { value }] of rulings) {
    const name = path.split(".")[0] ?? path;
    if (value === undefined || !isSetting(name) || !isKept(name)) continue;
    kept[path] = withoutSecrets(name, value);
  }
  const broken = [...rulings].flatMap(([path, { isBroken }]) => (isBroken ? [path] : []));
  if (broken.length > 0) kept[brokenKey] = broken;
  if (Object.keys(kept).length === 0) kept[presentKey] = true;
  return kept;
}

const isSetting = (name: string): name is SettingName => Object.hasOwn(declared, name);
