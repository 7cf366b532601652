/** Exports what the filter finds; what is exported is itself put on record. */
import { version } from "../../platform/page-api.ts";
import { download } from "../options/patients/download.ts";
import type { ExportFilter } from "../../contract/record-entry.ts";
import type { ask } from "../shared/ask-worker.ts";
import { button, h } from "../shared/h.ts";
import { count } from "../shared/words.ts";
import type { EvidenceExport } from "./own-evidence.ts";
import { field } from "./filter-form.ts";
import type { ExportFormat } from "./jobs.ts";
import type { Tell } from "./worker-client.ts";

const falseAlarms = "false-alarms";
const formats: readonly (readonly [ExportFormat | typeof falseAlarms, string, string])[] = [
  ["csv", "CSV, for a spreadsheet", "csv"],
  ["cef", "CEF", "cef"],
  ["ocsf", "OCSF 1.x, Data Security Finding", "ocsf.jsonl"],
  ["otlp", "OTLP logs, JSON", "otlp.jsonl"],
  [falseAlarms, "False alarms, to try a policy on", "false-alarms.jsonl"],
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
  const format = h(
    "select",
    { id: "export-format" },
    ...formats.map(([value, words]) => h("option", { value }, words)),
  );
  const form = h(
    "form",
    { class: "inline", "aria-label": "Export" },
    field("Export what is found as", format),
    h("button", { type: "submit", class: "button plain" }, "Export"),
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
      say("Nothing was exported: no case that is found was reviewed as a false alarm.", "bad");
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
      say("Nothing was exported: the export could not be put on record. Try again in a moment.", "bad");
      return;
    }
    say("The export is being written.", "busy");
    const told = chosen === falseAlarms ? alarms : await tell("export", { format: chosen, version });
    if (!told?.ok) {
      if (told) say(told.problem, "bad");
      return;
    }
    download(told.value.file, `replyguard-${stamp()}.${ending}`);
    const exported =
      chosen === falseAlarms
        ? `${count(told.value.entries, "false alarm", "false alarms")}, for guard policy test --record`
        : count(told.value.entries, "entry", "entries");
    say(`Exported ${exported}.`, "good");
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
      say("Nothing was exported: the export could not be put on record. Try again in a moment.", "bad");
      return;
    }
    const told = await tell("own", { from, ...noted.value }, (part) =>
      say(`${Math.round(100 * part)} % checked.`, "busy"),
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
        `Exported: ${count(entries, "entry", "entries")} and ${count(days, "seal", "seals")}, and every one holds.`,
        "good",
      );
    else say(`Exported, but this record does not hold. ${problem}`, "bad");
    const { next } = noted.value;
    const evidence = await evidenceOf({ from, next });
    if (evidence.drafts === 0) return;
    const words = `Save its ${count(evidence.drafts, "sealed draft", "sealed drafts")}`;
    beside.replaceChildren(button(words, "plain", () => download(evidence.file, `${name}.evidence.jsonl`)));
  }
  return h(
    "div",
    { class: "actions" },
    button("Check and export this browser’s record", "primary", () => void save()),
    beside,
  );
}
