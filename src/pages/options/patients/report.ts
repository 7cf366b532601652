import { button, h } from "../../shared/h.ts";
import { download } from "./download.ts";
import type { Remark, Report } from "./jobs.ts";
import { count, people } from "../../shared/words.ts";

/** What was read, before any of it is used. */
export function drawReport(report: Report, take: () => void, cancel: () => void): HTMLElement {
  const { details } = report;
  const facts: readonly (readonly [string, number])[] = [
    ["Rows read", report.rows],
    ["New people", report.added],
    ["Already listed", report.listed],
    ["Rows left out", report.leftOutRows],
    ["People on the list", report.people],
  ];
  return h(
    "div",
    { class: "preview", role: "group", "aria-labelledby": "report-title" },
    h(
      "h3",
      { id: "report-title", tabindex: -1 },
      report.people === 0 ? "Nobody could be read" : `${people(report.people)}, ready to be taken into use`,
    ),
    h(
      "dl",
      { class: "facts" },
      ...facts.map(([name, number]) =>
        h("div", {}, h("dt", {}, name), h("dd", {}, number.toLocaleString("en"))),
      ),
    ),
    report.assumed.length > 0 &&
      h("ul", { class: "plain-list help" }, ...report.assumed.map((words) => h("li", {}, words))),
    drawRemarks(
      count(report.leftOutRows, "row is left out", "rows are left out"),
      report.leftOut,
      report.leftOutRows,
    ),
    drawRemarks(
      count(report.partlyRows, "thing was not taken", "things were not taken"),
      report.partly,
      report.partlyRows,
    ),
    h(
      "p",
      { class: "help" },
      report.people === 0
        ? "The list in use stays as it is. Choose the file again and check the columns."
        : "The names are forgotten already. Until you take it into use, nothing has changed.",
    ),
    h(
      "div",
      { class: "actions" },
      report.people > 0 && button("Take this list into use", "primary", take),
      details !== null &&
        button("Download report", "plain", () => download(details, "patient-list-report.csv")),
      button(report.people === 0 ? "Close" : "Cancel", "plain", cancel),
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
        ...first.map(({ line, words }) => h("li", {}, `Line ${line} ${words}.`)),
        all > first.length &&
          h("li", {}, `And ${(all - first.length).toLocaleString("en")} more, in the report to download.`),
      ),
    )
  );
}
