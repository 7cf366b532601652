/** What an officer puts on record besides reviews: that a reply was taken down, and that people were trained. */
import { t } from "../../platform/i18n.ts";
import { site, surface } from "../../contract/draft.ts";
import { reasonLimit } from "../../contract/limits.ts";
import type { Code } from "../../contract/messages.ts";
import { takeDown } from "../../contract/record-entry.ts";
import type { RecordEntry } from "../../contract/record-entry.ts";
import { siteWords, surfaceWords } from "../../platform/words.ts";
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

const takeDownWords = (result: Extract<RecordEntry, { kind: "take-down" }>["result"]): string =>
  t(`audit_take_down_${result}`);

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
    words: (one: T) => string,
    first?: T,
  ): HTMLSelectElement =>
    h(
      "select",
      { id: `${prefix}-${name}` },
      ...options.map((one) => h("option", { value: one, selected: one === first }, words(one))),
    );
  const result = select("result", takeDown.shape.result.options, takeDownWords, "removed");
  const where = select("site", site.options, siteWords, entry?.site);
  const box = select("surface", surface.options, surfaceWords, entry?.surface);
  const reference = text(`${prefix}-reference`, 60);
  const note = text(`${prefix}-note`, reasonLimit);
  return form(
    t("audit_reply_taken_down"),
    [
      h(
        "div",
        { class: "columns" },
        field(t("audit_what_came_of_it"), result),
        field(t("audit_site"), where),
        field(t("audit_surface"), box),
      ),
      h("div", { class: "columns" }, field(t("audit_reference"), reference), field(t("audit_note"), note)),
      h("p", { class: "help" }, t("audit_reference_help")),
    ],
    async () => {
      if (
        oneLine(reference.value) !== undefined &&
        !takeDown.shape.reference.safeParse(reference.value).success
      )
        return t("audit_reference_has_a_link");
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
    () => parts.done(t("audit_taken_down_on_record")),
  );
}

export function drawTraining(parts: SafeguardParts): HTMLElement {
  const topic = text("training-topic", 100);
  const people = h("input", { type: "number", id: "training-count", min: 1, max: 100_000, value: 1 });
  const who = text("training-who", reasonLimit);
  const note = text("training-note", reasonLimit);
  return form(
    t("audit_training_held"),
    [
      h(
        "div",
        { class: "columns" },
        field(t("audit_on_what"), topic),
        field(t("audit_for_how_many_people"), people),
      ),
      h("div", { class: "columns" }, field(t("audit_who"), who), field(t("audit_note"), note)),
    ],
    async () => {
      const subject = oneLine(topic.value);
      const count = people.valueAsNumber;
      if (subject === undefined) return t("audit_say_what_training");
      if (!Number.isInteger(count) || count < 1 || count > 100_000) return t("audit_say_for_how_many");
      return told(
        await parts.ask("record.training", {
          topic: subject,
          count,
          ...given("who", who),
          ...given("note", note),
        }),
      );
    },
    () => parts.done(t("audit_training_on_record")),
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
  const submit = h("button", { type: "submit", class: "button primary" }, t("audit_put_on_record"));
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
