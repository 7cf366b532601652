import { button, h } from "../../shared/h.ts";
import { download } from "./download.ts";
import type { Remark, Report } from "./jobs.ts";
import { digits, people } from "../../shared/words.ts";
import { plural, t } from "../../../platform/i18n.ts";
import { declaredWords } from "../../../platform/declared-words.ts";

/** What was read, before any of it is used. */
export function drawReport(report: Report, take: () => void, cancel: () => void): HTMLElement {
  const { details } = report;
  const facts: readonly (readonly [string, number])[] = [
    [t("options_rows_read"), report.rows],
    [t("options_new_people"), report.added],
    [t("options_already_listed"), report.listed],
    [t("options_rows_left_out"), report.leftOutRows],
    [t("options_people_on_the_list"), report.people],
  ];
  return h(
    "div",
    { class: "preview", role: "group", "aria-labelledby": "report-title" },
    h(
      "h3",
      { id: "report-title", tabindex: -1 },
      report.people === 0
        ? t("options_nobody_could_be_read")
        : t("options_ready_to_be_taken_into_use", people(report.people)),
    ),
    h(
      "dl",
      { class: "facts" },
      ...facts.map(([name, number]) => h("div", {}, h("dt", {}, name), h("dd", {}, digits(number)))),
    ),
    report.assumed.length > 0 &&
      h(
        "ul",
        { class: "plain-list help" },
        ...report.assumed.map((words) => h("li", {}, declaredWords(words))),
      ),
    drawRemarks(plural("options_rows_are_left_out", report.leftOutRows), report.leftOut, report.leftOutRows),
    drawRemarks(plural("options_things_were_not_taken", report.partlyRows), report.partly, report.partlyRows),
    h(
      "p",
      { class: "help" },
      report.people === 0
        ? t("options_the_list_in_use_stays_as")
        : t("options_the_names_are_forgotten_already_until"),
    ),
    h(
      "div",
      { class: "actions" },
      report.people > 0 && button(t("options_take_this_list_into_use"), "primary", take),
      details !== null &&
        button(t("options_download_report"), "plain", () => download(details, "patient-list-report.csv")),
      button(report.people === 0 ? t("options_close") : t("options_cancel"), "plain", cancel),
    ),
  );
}

function drawRemarks(title: string, first: readonly Remark[], all: number): HTMLElement | false {
  return (
    all > 0 &&
    h(
      "div",
      { class: "notice" },
      h("p", {}, h("b", {}, title)),
      h(
        "ul",
        { class: "plain-list" },
        ...first.map(({ line, words }) => h("li", {}, t("options_line_says", line, declaredWords(words)))),
        all > first.length && h("li", {}, t("options_and_more_in_the_report_to", digits(all - first.length))),
      ),
    )
  );
}
