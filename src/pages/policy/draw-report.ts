import { engineVersion } from "../../engine/engine-version.ts";
import type { PolicyEvent } from "../../contract/policy-event.ts";
import type { PolicyReport } from "../../contract/policy-report.ts";
import { drawValue } from "../shared/draw-value.ts";
import { h } from "../shared/h.ts";
import { isFromAdmin } from "../shared/state-words.ts";
import { table } from "../shared/table.ts";
import { count, moment } from "../shared/words.ts";
import type { Facts } from "./facts.ts";
import { listLine, sourceLine, stateLine } from "./summary.ts";
import { originWords, valueRows } from "./value-rows.ts";
import type { ValueRow } from "./value-rows.ts";

export function drawSummary({ report, patients, browser, version, at }: Facts): HTMLElement {
  const { policy, faults } = report;
  const rows: readonly (readonly [string, string])[] = [
    ["In force", `${sourceLine(report)}.`],
    ["Version", policy.version ?? "None named"],
    ["Questions", policy.contact ?? "Nobody named"],
    ["State", stateLine(report)],
    ["Faults", faults.length === 0 ? "None" : count(faults.length, "fault", "faults")],
    ["Patient list", listLine(patients)],
    ["ReplyGuard", `${version}, engine ${engineVersion}`],
    ["Browser", `${browser.name} ${browser.version}`],
    ["Checked", moment(at)],
  ];
  return h(
    "dl",
    { class: "summary" },
    ...rows.map(([name, words]) => h("div", {}, h("dt", {}, name), h("dd", {}, words))),
  );
}

export function drawFaults({ faults }: PolicyReport): HTMLElement {
  if (faults.length === 0)
    return h("p", { class: "empty" }, "None: all of the administrator’s policy can be used.");
  return table(
    "Faults of the administrator’s policy",
    ["Setting", "What is wrong", "In force instead"],
    faults.map(({ path, problem, instead }) => [
      path === "" ? "The policy as a whole" : h("code", {}, path),
      problem,
      instead,
    ]),
  );
}

export function drawValues(report: PolicyReport): HTMLElement {
  return table(
    "Every setting",
    ["Setting", "In force", "Set by", "Since", "Who may change it"],
    valueRows(report).map((row) => [
      h("span", {}, h("b", {}, row.title), h("code", { class: "path" }, row.path)),
      valueCell(row),
      h("span", { class: isFromAdmin(row.origin) ? "from-admin" : undefined }, originWords[row.origin]),
      row.since === null ? "Always" : moment(row.since),
      row.who,
    ]),
  );
}

function valueCell({ value, meaning }: ValueRow): HTMLElement {
  return h("div", {}, drawValue(value), meaning !== undefined && h("p", { class: "help" }, meaning));
}

const kindWords: Readonly<Record<PolicyEvent["kind"], string>> = {
  changed: "Another policy",
  seat: "Changed at this browser",
  fault: "Faults found",
  mended: "Faults mended",
  gone: "The policy has gone, or its file cannot be read",
};
/** Named one by one; of more, how many there are. */
const namedPaths = 12;

export function drawEvents({ events, totalEvents }: Facts): HTMLElement {
  if (events.length === 0) return h("p", { class: "empty" }, "No change has been recorded yet.");
  return h(
    "div",
    { class: "form" },
    table(
      "Changes of the policy, newest first",
      ["When", "What", "Version", "Settings"],
      events.map(({ at, kind, version: named, paths }) => [
        h("time", { datetime: new Date(at).toISOString() }, moment(at)),
        kindWords[kind],
        named ?? "–",
        pathsWords(paths),
      ]),
    ),
    h("p", { class: "soft" }, `${events.length} of ${totalEvents}`),
  );
}

function pathsWords(paths: readonly string[]): string {
  if (paths.length === 0) return "–";
  const more = paths.length - namedPaths;
  return `${paths.slice(0, namedPaths).join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
}
