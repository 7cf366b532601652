/** The console itself: started once the record may be shown. */
import { plural, t } from "../../platform/i18n.ts";
import { createConnection } from "../../platform/connection.ts";
import { createImportedLogs } from "../../platform/imported-logs.ts";
import { createRecordStore } from "../../platform/record-store.ts";
import { categoryWords, siteWords, surfaceWords } from "../../platform/words.ts";
import { category, site, surface } from "../../contract/draft.ts";
import type { RecordStanding } from "../../contract/record-standing.ts";
import { button, byId, h } from "../shared/h.ts";
import { digits, moment } from "../shared/words.ts";
import { drawCrossed } from "./crossed-view.ts";
import { drawDetail } from "./entry-detail.ts";
import { createGrid } from "./entry-grid.ts";
import { pageWords, stateWords, whatWords } from "./entry-words.ts";
import { evidencePanel } from "./evidence-panel.ts";
import { drawExportForm, drawOwnExport } from "./export-form.ts";
import { drawFigures } from "./figures-view.ts";
import { drawFilterForm, seatWords, toldFilter } from "./filter-form.ts";
import type { Opened, RowShown } from "./jobs.ts";
import { drawLogsForm } from "./logs-form.ts";
import { exportEvidence } from "./own-evidence.ts";
import { drawReportForm } from "./report-view.ts";
import { drawTakeDown, drawTraining } from "./safeguards-form.ts";
import { drawSavedViews } from "./saved-views.ts";
import { drawCoverage, drawLogs, drawStanding } from "./seats-view.ts";
import type { OfficerSession } from "./officer-session.ts";
import type { Tell, Told } from "./worker-client.ts";

const views = ["entries", "figures", "seats", "report"] as const;

export function startConsole({ ask, lock }: OfficerSession, tell: Tell): void {
  const record = createRecordStore(createConnection());
  const evidence = evidencePanel({
    async readSealed({ seat, seq }) {
      const head = await record.head();
      return head?.chain.seat === seat ? record.readEvidence(seq) : undefined;
    },
    async record(unlock) {
      const answer = await ask("record.unlock", unlock);
      if (!answer.ok) throw new Error(answer.code);
    },
    now: () => Date.now(),
  });
  let opened: Opened | undefined;
  let standing: RecordStanding | undefined;
  let shownRow: number | undefined;
  let found = 0;

  function say(words: string, kind: "good" | "bad" | "busy"): void {
    byId("said").textContent = words;
    byId("said").dataset["kind"] = kind;
  }

  /** Undefined: it went wrong, and that is said. */
  function heard<V>(
    told: { readonly ok: true; readonly value: V } | { readonly ok: false; readonly problem: string },
  ): V | undefined {
    if (told.ok) return told.value;
    say(told.problem, "bad");
    return undefined;
  }

  const grid = createGrid({
    columns: [
      t("audit_when"),
      t("audit_what"),
      t("audit_site"),
      t("audit_surface"),
      t("audit_categories"),
      t("audit_state"),
      t("audit_tries"),
      t("audit_seat"),
    ],
    label: t("audit_entries_newest_first"),
    read: async (from, most) => heard(await tell("rows", { from, count: most })),
    cells,
    open: (row) => void showDetail(row.row, true),
  });

  const crossed = drawCrossed(() => void showCrossed());
  const safeguards = {
    ask,
    async done(words: string): Promise<void> {
      say(words, "good");
      await reopen();
    },
  };
  const filters = drawFilterForm(() => void find(false));

  async function find(keep: boolean): Promise<void> {
    const asked = heard(await tell("find", { filter: filters.filter() }));
    if (!asked) return;
    found = asked.total;
    const isFolded = filters.values()["fold"] === "yes";
    byId("found").textContent =
      found === 0
        ? t("audit_nothing_is_found")
        : plural(isFolded ? "audit_cases_found" : "audit_entries_found", found);
    grid.show(found, keep);
    byId("export-body").hidden = found === 0;
    if (currentView() === "figures") await showFigures();
  }

  async function showDetail(row: number, focus: boolean): Promise<void> {
    const detail = heard(await tell("detail", { row }));
    if (!detail) return;
    shownRow = row;
    const drawn = drawDetail(detail, {
      open: (other) => void showDetail(other, true),
      close() {
        shownRow = undefined;
        evidence.hide();
        byId("detail-body").replaceChildren();
        grid.element.focus();
      },
      async review(asked) {
        const answer = await ask("record.review", asked);
        if (!answer.ok) return answer.code;
        say(t("audit_review_on_record"), "good");
        await reopen();
        return undefined;
      },
      takeDown: safeguards,
      more: (line) => evidence.show(line),
    });
    byId("detail-body").replaceChildren(drawn);
    if (focus) byId("detail-title").focus();
  }

  /** All logs are read anew; what is open stays open, drawn anew. */
  const reopen = (): Promise<void> => readAnew((row) => showDetail(row, isAdrift()));

  /** The same before something counts or leaves, so that it has what is on record by now; what is being typed stays. */
  const refresh = (): Promise<void> => readAnew((row) => void (shownRow = row));

  /** Drawing an entry anew takes the focus from whoever pressed a button in it. */
  function isAdrift(): boolean {
    const { activeElement } = document;
    return activeElement === document.body || byId("detail-body").contains(activeElement);
  }

  async function readAnew(keepOpen: (row: number) => Promise<void> | void): Promise<void> {
    const place = shownRow;
    const detail = place === undefined ? undefined : await tell("detail", { row: place });
    opened = heard(await tell("open", pageWords()));
    if (!opened) return;
    filters.offerSeats(opened.seats);
    byId("entries").dataset["ready"] = String(opened.entries);
    await find(true);
    // For whoever measures how long a record takes to open.
    performance.mark("record-shown");
    filters.offerRules(heard(await tell("rules", null)) ?? []);
    if (detail?.ok) {
      const { seat, seq } = detail.value.shown;
      const row = heard(await tell("look", { seat, seq }))?.row;
      if (row !== undefined) await keepOpen(row);
    }
    if (currentView() === "seats") await showSeats();
  }

  const tellAnew: Tell = async (job, asked, progress) => {
    await refresh();
    return tell(job, asked, progress);
  };

  async function showFigures(): Promise<void> {
    const filter = filters.filter();
    const figures = heard(await tell("figures", { filter }));
    if (figures) byId("figures-body").replaceChildren(drawFigures(figures), crossed.element);
    await showCrossed();
  }

  async function showCrossed(): Promise<void> {
    const told = heard(await tell("crossed", { filter: filters.filter(), by: crossed.by() }));
    if (told) crossed.show(told);
  }

  async function showSeats(): Promise<void> {
    const [told, coverage]: [Awaited<ReturnType<typeof ask<"record.standing">>>, Told<"coverage">] =
      await Promise.all([ask("record.standing", {}), tell("coverage", null)]);
    standing = told.ok ? told.value : undefined;
    byId("standing-body").replaceChildren(drawStanding(standing), ownExport);
    byId("coverage-body").replaceChildren(drawCoverage(heard(coverage) ?? [], Date.now()));
    if (opened) showLogs(opened);
  }

  let logsShown = "";
  /** What has not changed is left as it is: a button must not be taken from under a finger. */
  function showLogs(now: Opened): void {
    const wanted = JSON.stringify(now.logs);
    if (wanted === logsShown) return;
    logsShown = wanted;
    byId("logs-table").replaceChildren(drawLogs(now, dropButton));
  }

  /** The log whose removal was asked for once. The table may be drawn anew before the second click. */
  let leaving: string | undefined;

  function dropButton(id: string, name: string): HTMLElement {
    const forGood = t("audit_remove_for_good", name);
    const remove = button(id === leaving ? forGood : t("audit_remove"), "danger", () => {
      // A second click: an export that is gone from its seat too may be the only one left.
      if (leaving !== id) {
        leaving = id;
        remove.textContent = forGood;
        return;
      }
      leaving = undefined;
      void tell("drop", { id }).then((told) => (heard(told) === undefined ? undefined : reopen()));
    });
    return remove;
  }

  const ownExport = drawOwnExport(
    { tell, ask, say },
    () => standing,
    (part) => exportEvidence(record, part),
  );

  function currentView(): (typeof views)[number] {
    return views.find((view) => `#${view}` === location.hash) ?? "entries";
  }

  function showView(): void {
    const current = currentView();
    for (const view of views) byId(view).hidden = view !== current;
    for (const link of document.querySelectorAll(".views a")) {
      if (link.getAttribute("href") === `#${current}`) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }

  function useView(values: Readonly<Record<string, string>>): void {
    filters.fill(values);
    location.hash = "#entries";
    void find(false);
  }

  byId("filter-body").replaceChildren(filters.element);
  byId("views-body").replaceChildren(
    drawSavedViews({ store: createImportedLogs(), values: filters.values, use: useView, say }),
  );
  byId("grid-body").replaceChildren(grid.element);
  byId("export-body").replaceChildren(
    drawExportForm({ tell, ask, say }, async () => {
      await refresh();
      return { filter: toldFilter(filters.filter()), count: found };
    }),
  );
  byId("logs-body").replaceChildren(
    h("h3", {}, t("audit_records_of_other_seats")),
    h("div", { id: "logs-table" }),
    drawLogsForm({ tell, changed: reopen }),
  );
  byId("report-body").replaceChildren(
    drawReportForm({ tell: tellAnew, ask, opened: () => opened, look: useView, say }),
  );
  if (lock) byId("lock-now").replaceChildren(button(t("audit_lock"), "plain", lock));
  byId("safeguards-body").replaceChildren(
    h("h3", {}, t("audit_a_reply_was_taken_down")),
    drawTakeDown(safeguards, "take-down"),
    h("h3", {}, t("audit_a_training_was_held")),
    drawTraining(safeguards),
  );
  addEventListener("hashchange", () => {
    showView();
    if (currentView() === "figures" || currentView() === "seats") void refresh();
  });
  void reopen().then(showView);
}

const words = <W extends string>(
  known: (one: W) => string,
  options: readonly W[],
  one: string | undefined,
): string => {
  const found = options.find((option) => option === one);
  return found === undefined ? "–" : known(found);
};

function cells(row: RowShown): (HTMLElement | string)[] {
  return [
    h("time", { datetime: new Date(row.at).toISOString() }, moment(row.at)),
    h("span", { class: "outcome", "data-outcome": row.what }, whatWords(row.what)),
    words(siteWords, site.options, row.site),
    words(surfaceWords, surface.options, row.surface),
    row.categories.map((one) => words(categoryWords, category.options, one)).join(", ") || "–",
    row.state === undefined ? "–" : stateWords(row.state),
    digits(row.tries),
    seatWords(row.name, row.seat),
  ];
}
