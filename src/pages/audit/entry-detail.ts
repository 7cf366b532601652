/** One entry with all of its fields in words, its place in the chain, and the work on its case. */
import { locale, plural, t } from "../../platform/i18n.ts";
import { categoryWords, siteWords, surfaceWords } from "../../platform/words.ts";
import type { EntryLine } from "../../contract/record-entry.ts";
import { button, h } from "../shared/h.ts";
import { moment } from "../shared/words.ts";
import { drawCaseForm } from "./case-form.ts";
import type { CaseFormParts } from "./case-form.ts";
import { fieldsInWords, stateWords, whatWords } from "./entry-words.ts";
import { drawTakeDown } from "./safeguards-form.ts";
import type { SafeguardParts } from "./safeguards-form.ts";
import { seatWords } from "./filter-form.ts";
import { saidByWorker } from "./said-by-worker.ts";
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
  const title = h(
    "h3",
    { id: "detail-title", tabindex: -1 },
    t("audit_detail_title", whatWords(shown.what), entry.seq),
  );
  return h(
    "article",
    { class: "detail", "aria-labelledby": "detail-title" },
    h("div", { class: "detail-head" }, title, button(t("audit_close"), "plain", parts.close)),
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
  "standing",
]);

const drawGone = (detail: Detail, { takeDown }: DetailParts): HTMLElement =>
  h(
    "details",
    { class: "gone" },
    h("summary", {}, t("audit_it_was_taken_down")),
    drawTakeDown(takeDown, "case-take-down", detail),
  );

function factsOf(detail: Detail): (readonly [string, HTMLElement | string])[] {
  const { shown, line } = detail;
  const { entry, hash } = line;
  const facts: (readonly [string, HTMLElement | string])[] = [
    [t("audit_when"), h("time", { datetime: new Date(entry.at).toISOString() }, exact(entry.at))],
    [t("audit_seat"), seatWords(shown.name, shown.seat)],
  ];
  if (entry.kind === "attempt") {
    facts.push(
      [t("audit_site"), siteWords(entry.site)],
      [t("audit_surface"), surfaceWords(entry.surface)],
      [t("audit_categories"), entry.categories.map(categoryWords).join(", ") || t("audit_none")],
      [t("audit_rules"), entry.rules.length === 0 ? t("audit_none") : h("code", {}, entry.rules.join(", "))],
      [t("audit_case"), plural("audit_state_tried", shown.tries, stateWords(shown.state ?? "new"))],
    );
  }
  return [
    ...facts,
    ...fieldsInWords(entry),
    [t("audit_hash"), h("code", {}, hash)],
    [t("audit_hash_before"), h("code", {}, entry.previous)],
    [t("audit_proof"), proofWords(detail)],
  ];
}

const exact = (at: number): string =>
  new Date(at).toLocaleString(locale(), { dateStyle: "full", timeStyle: "medium" });

function proofWords({ hashHolds, log }: Detail): string {
  if (!hashHolds) return t("audit_hash_wrong");
  const own = t("audit_hash_right");
  if (!log) return t("audit_proof_own", own);
  if (log.fault !== undefined) return t("audit_proof_broken", own, saidByWorker(log.fault));
  return t("audit_proof_checked", own, moment(log.importedAt), clockWords(log));
}

function drawOthers(others: readonly RowShown[], open: (row: number) => void): HTMLElement {
  return h(
    "div",
    { class: "others" },
    h("h4", {}, t("audit_same_draft_at_other_times")),
    h(
      "ul",
      {},
      ...others.map((one) =>
        h(
          "li",
          {},
          button(t("audit_other_try", moment(one.at), whatWords(one.what)), "plain", () => open(one.row)),
        ),
      ),
    ),
  );
}
