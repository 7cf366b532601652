/**
 * The report as plain text, to be sent to somebody: without secrets, names, phrases, texts, or more of an address than its
 * host. Pure. What is written out is what a declaration lists: values of choices, numbers, days, counts.
 */
import { declared, listNames, valueNames } from "../../contract/policy.ts";
import type { SettingName } from "../../contract/policy.ts";
import { engineVersion } from "../../engine/engine-version.ts";
import { declaredWords } from "../../platform/declared-words.ts";
import { plural, t } from "../../platform/i18n.ts";
import { shapeOf } from "../shared/schema-shape.ts";
import type { Shape } from "../shared/schema-shape.ts";
import { browserRows } from "./browser-rows.ts";
import type { Facts } from "./facts.ts";
import { listLine, sourceLine, stateLine } from "./summary.ts";
import { originWords, valueRows } from "./value-rows.ts";
import type { ValueRow } from "./value-rows.ts";

export function reportText(facts: Facts): string {
  const { report, patients, browser, events, totalEvents, version, at } = facts;
  const { name, version: browserVersion, installType, inPrivate } = browser;
  const lines = [
    t("policy_replyguard_policy_report"),
    t("policy_made", instant(at)),
    t("policy_replyguard_engine", version, engineVersion, name, browserVersion),
    t(
      "policy_installed_in_private_windows_policy_changes",
      installType ?? t("policy_unknown"),
      yesNo(inPrivate),
      report.browser.liveChange ? t("policy_at_once") : t("policy_at_next_start"),
    ),
    "",
    t("policy_policy", sourceLine(report)),
    t("policy_version_digest", report.policy.version ?? t("policy_none"), report.policyVersion),
    t("policy_state", stateLine(report)),
    t("policy_patient_list", listLine(patients)),
    "",
    t("policy_faults_2", report.faults.length),
    ...report.faults.map(({ path, problem }) => `- ${knownPath(path)}: ${wordsOf(declaredWords(problem))}`),
    "",
    t("policy_settings"),
    ...valueRows(report).map((row) => settingLine(row, report.policy)),
    "",
    t("policy_this_browser_2"),
    ...browserRows(facts).map(({ what, state, here }) => `- ${what}: ${t(states[state])}. ${here}`),
    "",
    t("policy_changes_of_the_policy_the_last", totalEvents, events.length),
    ...events.map(
      ({ at: when, kind, paths }) =>
        `- ${instant(when)} ${kind}${paths.length === 0 ? "" : `: ${paths.map(knownPath).join(", ")}`}`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

const states = {
  good: "policy_report_enforced",
  gap: "policy_report_not_enforced",
  unseen: "policy_report_unseen",
} as const;
const instant = (at: number): string => new Date(at).toISOString();
const yesNo = (value: boolean | undefined): string =>
  value === undefined ? t("policy_unknown") : value ? t("policy_yes") : t("policy_no");

function settingLine({ name, path, value, origin, since, who }: ValueRow, policy: object): string {
  const from = `${originWords(origin).toLowerCase()}, ${since === null ? t("policy_always") : t("policy_since", instant(since))}`;
  return `- ${path}: ${isPlain(name) || typeof value !== "string" ? harmless(name, policy) : value} [${from}; ${who.toLowerCase()}]`;
}

/** No choice, which has values of its own. */
const isPlain = (name: SettingName): boolean =>
  [...listNames, ...valueNames, "levels"].some((one) => one === name);

function harmless(name: SettingName, policy: object): string {
  const value: unknown = new Map<string, unknown>(Object.entries(policy)).get(name);
  if (value === null || value === undefined) return t("policy_not_set");
  if (Array.isArray(value)) return plural("policy_entries", value.length);
  const shape = shapeOf(declared[name].schema);
  if (shape.kind !== "fields" || typeof value !== "object") return harmlessOne(shape, value);
  const given = new Map<string, unknown>(Object.entries(value));
  const parts = shape.fields.flatMap(({ name: part, shape: inner }) =>
    given.has(part) ? [`${part} ${harmlessOne(inner, given.get(part))}`] : [],
  );
  return parts.length === 0 ? t("policy_set") : parts.join(", ");
}

/** A number, a value out of a few, a day, the host of an address; of anything else only that it is there. */
function harmlessOne(shape: Shape, value: unknown): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return yesNo(value);
  if (Array.isArray(value)) return plural("policy_entries", value.length);
  if (typeof value !== "string") return t("policy_set");
  if (shape.kind === "one-of" || /^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  if (value.startsWith("https://") && URL.canParse(value)) return t("policy_at", new URL(value).hostname);
  return t("policy_set");
}

/** Steps that a declaration knows, and the numbers of entries: a key that was typed by mistake may be anything. */
export function knownPath(path: string): string {
  if (path === "") return t("policy_known_whole");
  const [first = "", ...rest] = path.split(".");
  if (!Object.hasOwn(declared, first)) return t("policy_known_none");
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
