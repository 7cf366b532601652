/** Exports what the filter finds; what is exported is itself put on record. */
import { plural, t } from "../../platform/i18n.ts";
import { version } from "../../platform/page-api.ts";
import { download } from "../options/patients/download.ts";
import type { ExportFilter } from "../../contract/record-entry.ts";
import type { ask } from "../shared/ask-worker.ts";
import { button, h } from "../shared/h.ts";
import type { EvidenceExport } from "./own-evidence.ts";
import { field } from "./filter-form.ts";
import type { ExportFormat } from "./jobs.ts";
import { saidByWorker } from "./said-by-worker.ts";
import type { Tell } from "./worker-client.ts";

const falseAlarms = "false-alarms";
const formatsInWords = (): readonly (readonly [ExportFormat | typeof falseAlarms, string, string])[] => [
  ["csv", t("audit_csv_for_a_spreadsheet"), "csv"],
  ["cef", "CEF", "cef"],
  ["ocsf", "OCSF 1.x, Data Security Finding", "ocsf.jsonl"],
  ["otlp", t("audit_otlp_logs"), "otlp.jsonl"],
  [falseAlarms, t("audit_false_alarms_for_policy"), "false-alarms.jsonl"],
];

export interface ExportParts {
  readonly tell: Tell;
  readonly ask: typeof ask;
  readonly say: (words: string, kind: "good" | "bad" | "busy") => void;
}

const stamp = (): string => new Date().toISOString().slice(0, 10);

/** In the format that is chosen, and only what was found. */
export function drawExportForm(
  { tell, ask, say }: ExportParts,
  /** Reads what was written since the page was opened, and finds anew. */
  asked: () => Promise<{ readonly filter?: ExportFilter; readonly count?: number }>,
): HTMLElement {
  const formats = formatsInWords();
  const format = h(
    "select",
    { id: "export-format" },
    ...formats.map(([value, words]) => h("option", { value }, words)),
  );
  const form = h(
    "form",
    { class: "inline", "aria-label": t("audit_export") },
    field(t("audit_export_what_is_found_as"), format),
    h("button", { type: "submit", class: "button plain" }, t("audit_export")),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void save();
  });

  async function save(): Promise<void> {
    const [chosen = "csv", , ending = "csv"] = formats.find(([value]) => value === format.value) ?? [];
    const wanted = await asked();
    const alarms = chosen === falseAlarms ? await tell("falseAlarms", null) : undefined;
    if (alarms && !alarms.ok) {
      say(alarms.problem, "bad");
      return;
    }
    if (alarms?.value.entries === 0) {
      say(t("audit_nothing_exported_no_false_alarm"), "bad");
      return;
    }
    // On record first: what leaves without a line in the record never leaves.
    const noted = await ask("record.export", {
      format: chosen,
      from: 0,
      ...wanted,
      ...(alarms && { count: alarms.value.entries }),
    });
    if (!noted.ok) {
      say(t("audit_nothing_exported_not_on_record"), "bad");
      return;
    }
    say(t("audit_export_is_being_written"), "busy");
    const told = chosen === falseAlarms ? alarms : await tell("export", { format: chosen, version });
    if (!told?.ok) {
      if (told) say(told.problem, "bad");
      return;
    }
    download(told.value.file, `replyguard-${stamp()}.${ending}`);
    const exported = chosen === falseAlarms ? "audit_exported_false_alarms" : "audit_exported_entries";
    say(plural(exported, told.value.entries), "good");
  }
  return form;
}

/** The whole record of this browser, which is checked on the way; then, in a file of their own, its sealed drafts. */
export function drawOwnExport(
  { tell, ask, say }: ExportParts,
  standing: () => { readonly expired: number; readonly seat: string } | undefined,
  evidenceOf: (part: { readonly from: number; readonly next: number }) => Promise<EvidenceExport>,
): HTMLElement {
  const beside = h("span", {});
  async function save(): Promise<void> {
    beside.replaceChildren();
    const from = standing()?.expired ?? 0;
    const noted = await ask("record.export", { format: "jsonl", from });
    if (!noted.ok) {
      say(t("audit_nothing_exported_not_on_record"), "bad");
      return;
    }
    const told = await tell("own", { from, ...noted.value }, (part) =>
      say(t("audit_percent_checked", Math.round(100 * part)), "busy"),
    );
    if (!told.ok) {
      say(told.problem, "bad");
      return;
    }
    const { file, problem, entries, days } = told.value;
    const name = `replyguard-${standing()?.seat ?? "record"}-${stamp()}`;
    download(file, `${name}.jsonl`);
    if (problem === undefined)
      say(
        t(
          "audit_exported_and_holds",
          plural("audit_entries_count", entries),
          plural("audit_seals_count", days),
        ),
        "good",
      );
    else say(t("audit_exported_and_broken", saidByWorker(problem)), "bad");
    const { next } = noted.value;
    const evidence = await evidenceOf({ from, next });
    if (evidence.drafts === 0) return;
    const words = plural("audit_save_sealed_drafts", evidence.drafts);
    beside.replaceChildren(button(words, "plain", () => download(evidence.file, `${name}.evidence.jsonl`)));
  }
  return h(
    "div",
    { class: "actions" },
    button(t("audit_check_and_export"), "primary", () => void save()),
    beside,
  );
}
