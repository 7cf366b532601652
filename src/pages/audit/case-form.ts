/** The work on a case: its state, who has it, notes, and how it came to be so. All of it is itself in the record. */
import { t } from "../../platform/i18n.ts";
import { reasonLimit } from "../../contract/limits.ts";
import type { Code } from "../../contract/messages.ts";
import { caseStates } from "../../record/columns.ts";
import type { CaseState, ReviewNote } from "../../record/columns.ts";
import { statusLine } from "../options/section.ts";
import { h } from "../shared/h.ts";
import { moment } from "../shared/words.ts";
import { stateWords } from "./entry-words.ts";
import { field } from "./filter-form.ts";
import type { Detail } from "./jobs.ts";

export interface ReviewAsked {
  readonly subject: ReviewNote["subject"];
  readonly state: CaseState;
  readonly assignee: string | undefined;
  readonly note: string | undefined;
}

export interface CaseFormParts {
  /** Undefined: it is on record. */
  readonly review: (asked: ReviewAsked) => Promise<Code | undefined>;
}

export function drawCaseForm(detail: Detail, { review }: CaseFormParts): HTMLElement {
  const { line, shown, history } = detail;
  const { seat, seq } = line.entry;
  const state = h(
    "select",
    { id: "case-state" },
    ...caseStates.map((one) => h("option", { value: one, selected: one === shown.state }, stateWords(one))),
  );
  const assignee = h("input", {
    type: "text",
    id: "case-assignee",
    maxlength: 100,
    autocomplete: "off",
    value: history.findLast((one) => one.assignee !== undefined)?.assignee ?? "",
  });
  const note = h("textarea", { id: "case-note", maxlength: reasonLimit, rows: 2, autocomplete: "off" });
  const status = statusLine();
  const submit = h("button", { type: "submit", class: "button primary" }, t("audit_put_on_record"));
  const form = h(
    "form",
    // Else the browser writes down what is typed, to bring it back: Chromium asks the form, Firefox the field.
    { class: "case form", "aria-label": t("audit_case"), autocomplete: "off" },
    h("h4", {}, t("audit_case")),
    h("div", { class: "columns" }, field(t("audit_state"), state), field(t("audit_assignee"), assignee)),
    field(t("audit_note"), note),
    h("p", { class: "help" }, t("audit_case_help")),
    h("div", { class: "actions" }, submit, status.element),
    drawHistory(history),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void put();
  });

  async function put(): Promise<void> {
    submit.disabled = true;
    const chosen = caseStates.find((one) => one === state.value) ?? "in-review";
    const code = await review({
      subject: { seat, seq, hash: line.hash },
      state: chosen,
      assignee: oneLine(assignee.value),
      note: oneLine(note.value),
    });
    submit.disabled = false;
    if (code !== undefined) status.say(problemOf(code), "bad");
  }
  return form;
}

/** What was typed, as the record keeps it; undefined: nothing. */
export function oneLine(text: string): string | undefined {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  return line === "" ? undefined : line;
}

export function problemOf(code: Code): string {
  if (code === "locked" || code === "expired" || code === "awaited" || code === "unusable")
    return t("audit_not_on_record_list");
  return t("audit_not_on_record");
}

function drawHistory(history: readonly ReviewNote[]): HTMLElement | false {
  if (history.length === 0) return false;
  return h(
    "div",
    {},
    h("h4", {}, t("audit_history")),
    h(
      "ol",
      { class: "history" },
      ...history.toReversed().map(({ at, state, assignee, note, seat, seq }) =>
        h(
          "li",
          {},
          h("b", {}, stateWords(state)),
          // Whose record has it: reviews of other seats count as well.
          ` ${t("audit_history_place", moment(at), `${seat.slice(0, 4)}:${seq}`)}`,
          assignee !== undefined && h("bdi", {}, `, ${assignee}`),
          note !== undefined && h("p", { class: "soft" }, note),
        ),
      ),
    ),
  );
}
