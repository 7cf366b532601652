/**
 * The report as plain text, to be sent to somebody: without secrets, names, phrases, texts, or more of an address than its
 * host. Pure. What is written out is what a declaration lists: values of choices, numbers, days, counts.
 */
import { declared, listNames, valueNames } from "../../contract/policy.ts";
import type { SettingName } from "../../contract/policy.ts";
import { engineVersion } from "../../engine/engine-version.ts";
import { shapeOf } from "../shared/schema-shape.ts";
import type { Shape } from "../shared/schema-shape.ts";
import { count } from "../shared/words.ts";
import { browserRows } from "./browser-rows.ts";
import type { Facts } from "./facts.ts";
import { listLine, sourceLine, stateLine } from "./summary.ts";
import { originWords, valueRows } from "./value-rows.ts";
import type { ValueRow } from "./value-rows.ts";

export function reportText(facts: Facts): string {
  const { report, patients, browser, events, totalEvents, version, at } = facts;
  const { name, version: browserVersion, installType, inPrivate } = browser;
  const lines = [
    "ReplyGuard policy report",
    `Made: ${instant(at)}`,
    `ReplyGuard: ${version}, engine ${engineVersion}, ${name} ${browserVersion}`,
    `Installed: ${installType ?? "unknown"}; in private windows: ${yesNo(inPrivate)}; policy changes arrive ${report.browser.liveChange ? "at once" : "at the next start"}`,
    "",
    `Policy: ${sourceLine(report)}`,
    `Version: ${report.policy.version ?? "none"}; digest ${report.policyVersion}`,
    `State: ${stateLine(report)}`,
    `Patient list: ${listLine(patients)}`,
    "",
    `Faults: ${report.faults.length}`,
    ...report.faults.map(({ path, problem }) => `- ${knownPath(path)}: ${wordsOf(problem)}`),
    "",
    "Settings",
    ...valueRows(report).map((row) => settingLine(row, report.policy)),
    "",
    "This browser",
    ...browserRows(facts).map(({ what, state, here }) => `- ${what}: ${stateWords[state]}. ${here}`),
    "",
    `Changes of the policy: ${totalEvents}, the last ${events.length}`,
    ...events.map(
      ({ at: when, kind, paths }) =>
        `- ${instant(when)} ${kind}${paths.length === 0 ? "" : `: ${paths.map(knownPath).join(", ")}`}`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

const stateWords = { good: "enforced", gap: "not enforced", unseen: "cannot be seen" } as const;
const instant = (at: number): string => new Date(at).toISOString();
const yesNo = (value: boolean | undefined): string =>
  value === undefined ? "unknown" : value ? "yes" : "no";

function settingLine({ name, path, value, origin, since, who }: ValueRow, policy: object): string {
  const from = `${originWords[origin].toLowerCase()}, ${since === null ? "always" : `since ${instant(since)}`}`;
  return `- ${path}: ${isPlain(name) || typeof value !== "string" ? harmless(name, policy) : value} [${from}; ${who.toLowerCase()}]`;
}

/** No choice, which has values of its own. */
const isPlain = (name: SettingName): boolean =>
  [...listNames, ...valueNames, "levels"].some((one) => one === name);

function harmless(name: SettingName, policy: object): string {
  const value: unknown = new Map<string, unknown>(Object.entries(policy)).get(name);
  if (value === null || value === undefined) return "not set";
  if (Array.isArray(value)) return count(value.length, "entry", "entries");
  const shape = shapeOf(declared[name].schema);
  if (shape.kind !== "fields" || typeof value !== "object") return harmlessOne(shape, value);
  const given = new Map<string, unknown>(Object.entries(value));
  const parts = shape.fields.flatMap(({ name: part, shape: inner }) =>
    given.has(part) ? [`${part} ${harmlessOne(inner, given.get(part))}`] : [],
  );
  return parts.length === 0 ? "set" : parts.join(", ");
}

/** A number, a value out of a few, a day, the host of an address; of anything else only that it is there. */
function harmlessOne(shape: Shape, value: unknown): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return yesNo(value);
  if (Array.isArray(value)) return count(value.length, "entry", "entries");
  if (typeof value !== "string") return "set";
  if (shape.kind === "one-of" || /^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  if (value.startsWith("https://") && URL.canParse(value)) return `at ${new URL(value).hostname}`;
  return "set";
}

/** Steps that a declaration knows, and the numbers of entries: a key that was typed by mistake may be anything. */
export function knownPath(path: string): string {
  if (path === "") return "the policy as a whole";
  const [first = "", ...rest] = path.split(".");
  if (!Object.hasOwn(declared, first)) return "a setting that there is not";
  const known = rest.findIndex((step) => !(/^\d+$/.test(step) || partNames.has(step)));
  return [first, ...(known === -1 ? rest : [...rest.slice(0, known), "…"])].join(".");
}

const partNames = new Set(Object.values(declared).flatMap(({ schema }) => namesIn(shapeOf(schema))));

function namesIn(shape: Shape): string[] {
  if (shape.kind === "list") return namesIn(shape.item);
  if (shape.kind !== "fields") return [];
  return shape.fields.flatMap(({ name, shape: inner }) => [name, ...namesIn(inner)]);
}

/** What a schema says may quote what was written. */
const wordsOf = (problem: string): string =>
  problem
    .split(/["“”]/)
    .map((part, at) => (at % 2 === 0 ? part : "“…”"))
    .join("");
