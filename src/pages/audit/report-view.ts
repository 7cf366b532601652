/** The report for a period, to be printed: each figure with the entries that it counts. */
import { t } from "../../platform/i18n.ts";
import type { PeriodReport, ReportFigure } from "../../record/query-coverage.ts";
import type { What } from "../../record/columns.ts";
import type { MessageKey } from "../../platform/i18n.ts";
import type { ask } from "../shared/ask-worker.ts";
import { dateValue } from "../options/patients/words.ts";
import { button, h } from "../shared/h.ts";
import { day, digits, moment } from "../shared/words.ts";
import { stateWords, whatWords } from "./entry-words.ts";
import { field, nextDay, startOfDay } from "./filter-form.ts";
import type { Opened } from "./jobs.ts";
import { clockWords } from "./seats-view.ts";
import type { Tell } from "./worker-client.ts";

export interface ReportParts {
  readonly tell: Tell;
  readonly ask: typeof ask;
  readonly opened: () => Opened | undefined;
  /** Shows the entries of a figure in the table. */
  readonly look: (values: Readonly<Record<string, string>>) => void;
  readonly say: (words: string, kind: "good" | "bad") => void;
}

interface Part {
  readonly title: MessageKey;
  readonly whats: readonly What[];
}

const parts: readonly Part[] = [
  {
    title: "audit_part_drafts",
    whats: [
      "stopped",
      "warned",
      "unchecked",
      "mended",
      "attested",
      "posted-anyway",
      "let-go-unchecked",
      "recorded",
      "not-watching",
      "disputed",
    ],
  },
  {
    title: "audit_part_rules",
    whats: ["acknowledgment", "training", "standing", "take-down"],
  },
  { title: "audit_part_policy", whats: ["policy-change", "policy-fault", "list-change", "unlock"] },
  {
    title: "audit_part_record",
    whats: ["first", "heartbeat", "export", "expiry", "clock", "key-change", "lost"],
  },
];

export function drawReportForm({ tell, ask, opened, look, say }: ReportParts): HTMLElement {
  const from = h("input", { type: "date", id: "report-from", value: dateValue(Date.now(), -30) });
  const until = h("input", { type: "date", id: "report-until", value: dateValue(Date.now(), 0) });
  const place = h("div", { class: "report-place" });
  /** What the report that is shown is of. */
  let shown: { readonly from: number; readonly until: number } | undefined;
  const form = h(
    "form",
    { class: "inline no-print", "aria-label": t("audit_period") },
    field(t("audit_from_day"), from),
    field(t("audit_up_to_and_with_day"), until),
    h("button", { type: "submit", class: "button primary" }, t("audit_make_the_report")),
    button(t("audit_print"), "plain", () => void printOut()),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void make();
  });

  /** What leaves on paper is on record like any other export. */
  async function printOut(): Promise<void> {
    if (!shown) {
      say(t("audit_make_the_report_first"), "bad");
      return;
    }
    const noted = await ask("record.export", { format: "report", from: 0, filter: shown });
    if (noted.ok) print();
    else say(t("audit_not_printed"), "bad");
  }

  async function make(): Promise<void> {
    const first = startOfDay(from.value);
    const last = startOfDay(until.value);
    if (first === undefined || last === undefined || last < first) {
      say(t("audit_choose_first_and_last_day"), "bad");
      return;
    }
    const told = await tell("report", { from: first, until: nextDay(last) });
    if (!told.ok) {
      say(told.problem, "bad");
      return;
    }
    shown = { from: first, until: nextDay(last) };
    const period = { from: from.value, until: until.value };
    place.replaceChildren(drawReport(told.value, { first, last, opened: opened(), look, period }));
  }
  return h("div", {}, form, place);
}

interface Drawn {
  readonly first: number;
  readonly last: number;
  readonly opened: Opened | undefined;
  readonly look: ReportParts["look"];
  readonly period: Readonly<Record<string, string>>;
}

function drawReport(report: PeriodReport, drawn: Drawn): HTMLElement {
  const { first, last, opened, look, period } = drawn;
  const list = (
    title: string,
    rows: readonly (ReportFigure & { readonly words: string; readonly values: Record<string, string> })[],
  ): HTMLElement =>
    h(
      "div",
      {},
      h("h4", {}, title),
      rows.length === 0
        ? h("p", { class: "soft" }, t("audit_none_of_them"))
        : h(
            "dl",
            { class: "facts" },
            ...rows.map(({ words, values, ...figure }) =>
              h(
                "div",
                {},
                h("dt", {}, words),
                h(
                  "dd",
                  {},
                  button(digits(figure.number), "plain", () => look({ ...period, fold: "no", ...values })),
                  h("span", { class: "soft entries" }, ` ${entriesOf(figure)}`),
                ),
              ),
            ),
          ),
    );
  return h(
    "article",
    { class: "period" },
    h("h3", {}, t("audit_from_to", day(first), day(last))),
    h("p", { class: "soft" }, t("audit_made_seats", moment(Date.now()), seatsOf(opened))),
    h("h4", {}, t("audit_policy_in_force")),
    report.policies.length === 0
      ? h("p", { class: "soft" }, t("audit_no_entry_names_a_policy"))
      : h(
          "ul",
          {},
          ...report.policies.map(({ version, from, until }) =>
            h("li", {}, h("code", {}, version), t("audit_policy_from_to", moment(from), moment(until))),
          ),
        ),
    ...parts.map(({ title, whats }) =>
      list(
        t(title),
        report.whats
          .filter(({ what }) => whats.includes(what))
          .map((one) => ({ ...one, words: whatWords(one.what), values: { what: one.what } })),
      ),
    ),
    list(t("audit_reviews_done"), [
      ...report.reviews.map((one) => ({
        ...one,
        words: stateWords(one.state),
        values: { what: "review", state: one.state },
      })),
      {
        ...report.open,
        words: t("audit_cases_not_reviewed"),
        values: { what: "attempts", state: "new", fold: "yes" },
      },
    ]),
  );
}

const seatsOf = (opened: Opened | undefined): string =>
  opened?.seats
    .map(({ seat, name }) => {
      const log = opened.logs.find((one) => one.seat === seat);
      const proof = log
        ? log.fault === undefined
          ? t("audit_chain_holds", clockWords(log))
          : t("audit_chain_broken")
        : t("audit_own_browser");
      return t("audit_seat_and_proof", name, seat, proof);
    })
    .join("; ") ?? t("audit_no_seats");

function entriesOf({ number, entries }: ReportFigure): string {
  if (number === 0) return "";
  const named = entries.map(({ seat, seq }) => `${seat.slice(0, 4)}:${seq}`).join(", ");
  const more = number - entries.length;
  return more > 0 ? t("audit_entries_named_and_more", named, digits(more)) : t("audit_entries_named", named);
}
