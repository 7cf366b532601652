/** What an officer puts on record besides reviews: that a reply was taken down, and that people were trained. */
import { site, surface } from "../../contract/draft.ts";
import { reasonLimit } from "../../contract/limits.ts";
import type { Code } from "../../contract/messages.ts";
import { takeDown } from "../../contract/record-entry.ts";
import type { RecordEntry } from "../../contract/record-entry.ts";
import { siteWords, surfaceWords } from "../../contract/words.ts";
import { statusLine } from "../options/section.ts";
import type { ask } from "../shared/ask-worker.ts";
import { h } from "../shared/h.ts";
import { oneLine, problemOf } from "./case-form.ts";
import { field } from "./filter-form.ts";
import type { Detail } from "./jobs.ts";

export interface SafeguardParts {
  readonly ask: typeof ask;
  /** It is on record. */
  readonly done: (words: string) => Promise<void>;
}

export const takeDownWords: Readonly<Record<Extract<RecordEntry, { kind: "take-down" }>["result"], string>> =
  {
    requested: "Asked for",
    removed: "Removed",
    refused: "Refused by the site",
  };

const text = (id: string, limit: number): HTMLInputElement =>
  h("input", { type: "text", id, maxlength: limit, autocomplete: "off" });
const chosen = <T extends string>(options: readonly T[], value: string): T | undefined =>
  options.find((one) => one === value);

/** `of`: the entry with which it went out. `prefix` begins the ids. */
export function drawTakeDown(parts: SafeguardParts, prefix: string, of?: Detail): HTMLElement {
  const entry = of?.line.entry.kind === "attempt" ? of.line.entry : undefined;
  const select = <T extends string>(
    name: string,
    options: readonly T[],
    words: Readonly<Record<T, string>>,
    first?: T,
  ): HTMLSelectElement =>
    h(
      "select",
      { id: `${prefix}-${name}` },
      ...options.map((one) => h("option", { value: one, selected: one === first }, words[one])),
    );
  const result = select("result", takeDown.shape.result.options, takeDownWords, "removed");
  const where = select("site", site.options, siteWords, entry?.site);
  const box = select("surface", surface.options, surfaceWords, entry?.surface);
  const reference = text(`${prefix}-reference`, 60);
  const note = text(`${prefix}-note`, reasonLimit);
  return form(
    "Reply taken down",
    [
      h(
        "div",
        { class: "columns" },
        field("What came of it", result),
        field("Site", where),
        field("Surface", box),
      ),
      h("div", { class: "columns" }, field("Reference", reference), field("Note", note)),
      h(
        "p",
        { class: "help" },
        "A reference is a number of yours or the site’s, never a link: it would lead to what was taken down. Leave patients’ names out.",
      ),
    ],
    async () => {
      if (
        oneLine(reference.value) !== undefined &&
        !takeDown.shape.reference.safeParse(reference.value).success
      )
        return "The reference has a link or signs of one in it. Write letters, digits, spaces and - . _ # : only.";
      const known = of && { seat: of.line.entry.seat, seq: of.line.entry.seq, hash: of.line.hash };
      return told(
        await parts.ask("record.take-down", {
          result: chosen(takeDown.shape.result.options, result.value) ?? "removed",
          site: chosen(site.options, where.value) ?? "other",
          surface: chosen(surface.options, box.value) ?? "post",
          ...(known === undefined ? {} : { subject: known }),
          ...given("reference", reference),
          ...given("note", note),
        }),
      );
    },
    () => parts.done("That it was taken down is on record."),
  );
}

export function drawTraining(parts: SafeguardParts): HTMLElement {
  const topic = text("training-topic", 100);
  const people = h("input", { type: "number", id: "training-count", min: 1, max: 100_000, value: 1 });
  const who = text("training-who", reasonLimit);
  const note = text("training-note", reasonLimit);
  return form(
    "Training held",
    [
      h("div", { class: "columns" }, field("On what", topic), field("For how many people", people)),
      h("div", { class: "columns" }, field("Who", who), field("Note", note)),
    ],
    async () => {
      const subject = oneLine(topic.value);
      const count = people.valueAsNumber;
      if (subject === undefined) return "Say what the training was on.";
      if (!Number.isInteger(count) || count < 1 || count > 100_000) return "Say for how many people it was.";
      return told(
        await parts.ask("record.training", {
          topic: subject,
          count,
          ...given("who", who),
          ...given("note", note),
        }),
      );
    },
    () => parts.done("The training is on record."),
  );
}

const told = (
  answer: { readonly ok: true } | { readonly ok: false; readonly code: Code },
): string | undefined => (answer.ok ? undefined : problemOf(answer.code));

function given<K extends string>(name: K, { value }: HTMLInputElement): { [N in K]?: string } {
  const line = oneLine(value);
  const fields: { [N in K]?: string } = {};
  if (line !== undefined) fields[name] = line;
  return fields;
}

function form(
  label: string,
  parts: readonly HTMLElement[],
  put: () => Promise<string | undefined>,
  done: () => Promise<void>,
): HTMLElement {
  const status = statusLine();
  const submit = h("button", { type: "submit", class: "button primary" }, "Put on record");
  const element = h(
    "form",
    { class: "form no-print", "aria-label": label, autocomplete: "off", novalidate: true },
    ...parts,
    h("div", { class: "actions" }, submit, status.element),
  );
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    void send();
  });
  async function send(): Promise<void> {
    submit.disabled = true;
    const problem = await put();
    submit.disabled = false;
    if (problem !== undefined) {
      status.say(problem, "bad");
      return;
    }
    element.reset();
    status.say("");
    await done();
  }
  return element;
}
