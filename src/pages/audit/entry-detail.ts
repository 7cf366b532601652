/** One entry with all of its fields in words, its place in the chain, and the work on its case. */
import { categoryWords, siteWords, surfaceWords } from "../../contract/words.ts";
import type { EntryLine } from "../../contract/record-entry.ts";
import { button, h } from "../shared/h.ts";
import { count, moment } from "../shared/words.ts";
import { drawCaseForm } from "./case-form.ts";
import type { CaseFormParts } from "./case-form.ts";
import { fieldsInWords, stateWords, whatWords } from "./entry-words.ts";
import { drawTakeDown } from "./safeguards-form.ts";
import type { SafeguardParts } from "./safeguards-form.ts";
import { seatWords } from "./filter-form.ts";
import { clockWords } from "./seats-view.ts";
import type { Detail, RowShown } from "./jobs.ts";

export interface DetailParts {
  readonly review: CaseFormParts["review"];
  readonly open: (row: number) => void;
  readonly close: () => void;
  readonly takeDown: SafeguardParts;
  /** What else there is to show of an entry: sealed evidence. */
  readonly more: (line: EntryLine) => HTMLElement | undefined;
}

export function drawDetail(detail: Detail, parts: DetailParts): HTMLElement {
  const { shown, line } = detail;
  const { entry } = line;
  const title = h("h3", { id: "detail-title", tabindex: -1 }, `${whatWords[shown.what]}, entry ${entry.seq}`);
  return h(
    "article",
    { class: "detail", "aria-labelledby": "detail-title" },
    h("div", { class: "detail-head" }, title, button("Close", "plain", parts.close)),
    h(
      "dl",
      { class: "facts" },
      ...factsOf(detail).map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))),
    ),
    entry.kind === "attempt" && drawCaseForm(detail, parts),
    detail.others.length > 0 && drawOthers(detail.others, parts.open),
    parts.more(line),
    entry.kind === "attempt" && goesOut.has(entry.outcome) && drawGone(detail, parts),
  );
}

/** Outcomes with which a draft left the browser. */
const goesOut = new Set<string>([
  "posted-anyway",
  "let-go-unchecked",
  "recorded",
  "attested",
  "not-watching",
]);

const drawGone = (detail: Detail, { takeDown }: DetailParts): HTMLElement =>
  h(
    "details",
    { class: "gone" },
    h("summary", {}, "It was taken down, or that was asked for"),
    drawTakeDown(takeDown, "case-take-down", detail),
  );

function factsOf(detail: Detail): (readonly [string, HTMLElement | string])[] {
  const { shown, line } = detail;
  const { entry, hash } = line;
  const facts: (readonly [string, HTMLElement | string])[] = [
    ["When", h("time", { datetime: new Date(entry.at).toISOString() }, exact(entry.at))],
    ["Seat", seatWords(shown.name, shown.seat)],
  ];
  if (entry.kind === "attempt") {
    facts.push(
      ["Site", siteWords[entry.site]],
      ["Surface", surfaceWords[entry.surface]],
      ["Categories", entry.categories.map((one) => categoryWords[one]).join(", ") || "None"],
      ["Rules", entry.rules.length === 0 ? "None" : h("code", {}, entry.rules.join(", "))],
      ["Case", `${stateWords[shown.state ?? "new"]}; tried ${count(shown.tries, "time", "times")}`],
    );
  }
  return [
    ...facts,
    ...fieldsInWords(entry),
    ["Hash", h("code", {}, hash)],
    ["Hash before", h("code", {}, entry.previous)],
    ["Proof", proofWords(detail)],
  ];
}

const exact = (at: number): string =>
  new Date(at).toLocaleString("en", { dateStyle: "full", timeStyle: "medium" });

function proofWords({ hashHolds, log }: Detail): string {
  if (!hashHolds) return "This entry is not what its hash was made of: it was changed.";
  const own = "Its hash is right.";
  if (!log) return `${own} “Check and export” in Seats checks the whole record of this browser.`;
  if (log.fault !== undefined) return `${own} Its log is broken further on. ${log.fault}`;
  return `${own} Its log was checked as a whole when it was brought in, ${moment(log.importedAt)}: every entry and seal holds${clockWords(log)}.`;
}

function drawOthers(others: readonly RowShown[], open: (row: number) => void): HTMLElement {
  return h(
    "div",
    { class: "others" },
    h("h4", {}, "The same draft at other times"),
    h(
      "ul",
      {},
      ...others.map((one) =>
        h(
          "li",
          {},
          button(`${moment(one.at)}: ${whatWords[one.what]}`, "plain", () => open(one.row)),
        ),
      ),
    ),
  );
}
