import { engineVersion } from "../../engine/engine-version.ts";
import type { PolicyEvent } from "../../contract/policy-event.ts";
import type { PolicyReport } from "../../contract/policy-report.ts";
import type { MessageKey } from "../../platform/i18n.ts";
import { declaredWords } from "../../platform/declared-words.ts";
import { plural, t } from "../../platform/i18n.ts";
import { drawValue } from "../shared/draw-value.ts";
import { h } from "../shared/h.ts";
import { isFromAdmin } from "../shared/state-words.ts";
import { table } from "../shared/table.ts";
import { moment } from "../shared/words.ts";
import type { Facts } from "./facts.ts";
import { listLine, sourceLine, stateLine } from "./summary.ts";
import { originWords, valueRows } from "./value-rows.ts";
import type { ValueRow } from "./value-rows.ts";

export function drawSummary({ report, patients, browser, version, at }: Facts): HTMLElement {
  const { policy, faults } = report;
  const rows: readonly (readonly [string, string])[] = [
    [t("policy_in_force"), `${sourceLine(report)}.`],
    [t("policy_label_version"), policy.version ?? t("policy_none_named")],
    [t("policy_questions"), policy.contact ?? t("policy_nobody_named")],
    [t("policy_label_state"), stateLine(report)],
    [
      t("policy_faults"),
      faults.length === 0 ? t("policy_label_none") : plural("policy_fault_count", faults.length),
    ],
    [t("policy_label_patient_list"), listLine(patients)],
    ["ReplyGuard", t("policy_engine", version, engineVersion)],
    [t("policy_browser"), `${browser.name} ${browser.version}`],
    [t("policy_checked"), moment(at)],
  ];
  return h(
    "dl",
    { class: "summary" },
    ...rows.map(([name, words]) => h("div", {}, h("dt", {}, name), h("dd", {}, words))),
  );
}

export function drawFaults({ faults }: PolicyReport): HTMLElement {
  if (faults.length === 0)
    return h("p", { class: "empty" }, t("policy_none_all_of_the_administrators_policy"));
  return table(
    t("policy_faults_of_the_administrators_policy"),
    [t("policy_setting"), t("policy_what_is_wrong"), t("policy_in_force_instead")],
    faults.map(({ path, problem, instead }) => [
      path === "" ? t("policy_the_policy_as_a_whole") : h("code", {}, path),
      declaredWords(problem),
      declaredWords(instead),
    ]),
  );
}

export function drawValues(report: PolicyReport): HTMLElement {
  return table(
    t("policy_every_setting"),
    [
      t("policy_setting"),
      t("policy_in_force"),
      t("policy_set_by"),
      t("policy_label_since"),
      t("policy_who_may_change_it"),
    ],
    valueRows(report).map((row) => [
      h("span", {}, h("b", {}, row.title), h("code", { class: "path" }, row.path)),
      valueCell(row),
      h("span", { class: isFromAdmin(row.origin) ? "from-admin" : undefined }, originWords(row.origin)),
      row.since === null ? t("policy_always_2") : moment(row.since),
      row.who,
    ]),
  );
}

function valueCell({ value, meaning }: ValueRow): HTMLElement {
  return h("div", {}, drawValue(value), meaning !== undefined && h("p", { class: "help" }, meaning));
}

const kinds: Readonly<Record<PolicyEvent["kind"], MessageKey>> = {
  changed: "policy_event_changed",
  seat: "policy_event_seat",
  fault: "policy_event_fault",
  mended: "policy_event_mended",
  gone: "policy_event_gone",
};
/** Named one by one; of more, how many there are. */
const namedPaths = 12;

export function drawEvents({ events, totalEvents }: Facts): HTMLElement {
  if (events.length === 0) return h("p", { class: "empty" }, t("policy_no_change_has_been_recorded_yet"));
  return h(
    "div",
    { class: "form" },
    table(
      t("policy_changes_of_the_policy_newest_first"),
      [t("policy_when"), t("policy_what"), t("policy_label_version"), t("policy_label_settings")],
      events.map(({ at, kind, version: named, paths }) => [
        h("time", { datetime: new Date(at).toISOString() }, moment(at)),
        t(kinds[kind]),
        named ?? "–",
        pathsWords(paths),
      ]),
    ),
    h("p", { class: "soft" }, t("policy_of", events.length, totalEvents)),
  );
}

function pathsWords(paths: readonly string[]): string {
  if (paths.length === 0) return "–";
  const more = paths.length - namedPaths;
  return `${paths.slice(0, namedPaths).join(", ")}${more > 0 ? t("policy_more", more) : ""}`;
}
