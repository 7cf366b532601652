/** What an officer asks for, as a form; each change asks anew. */
import { t } from "../../platform/i18n.ts";
import { category, site, surface } from "../../contract/draft.ts";
import { categoryWords, siteWords, surfaceWords } from "../../platform/words.ts";
import { caseStates, whats } from "../../record/columns.ts";
import type { ExportFilter } from "../../contract/record-entry.ts";
import type { Filter } from "../../record/query.ts";
import { button, h } from "../shared/h.ts";
import { stateWords, whatWords } from "./entry-words.ts";
import type { Opened } from "./jobs.ts";

type Named = readonly (readonly [value: string, words: string])[];

export interface FilterForm {
  readonly element: HTMLElement;
  /** What is filled in. */
  filter(): Filter;
  /** As the fields have it: what a saved view keeps. */
  readonly values: () => Record<string, string>;
  fill(values: Readonly<Record<string, string>>): void;
  /** Other seats, and other rules, to choose from. */
  offerSeats(seats: Opened["seats"]): void;
  offerRules(rules: readonly string[]): void;
}

/** Typing is waited out for so long, in milliseconds. */
const typingPause = 150;
const everyDraft = "attempts";
const dayMs = 86_400_000;

export function drawFilterForm(changed: () => void): FilterForm {
  const fields = {
    text: h("input", { type: "search", id: "filter-text", autocomplete: "off", spellcheck: "false" }),
    what: choice("filter-what", [
      [everyDraft, t("audit_every_draft")],
      ["", t("audit_everything")],
      ...whats.map((what) => [what, whatWords(what)] as const),
    ]),
    state: choice("filter-state", [
      ["", t("audit_any")],
      ...caseStates.map((one) => [one, stateWords(one)] as const),
    ]),
    category: choice("filter-category", [
      ["", t("audit_any")],
      ...category.options.map((one) => [one, categoryWords(one)] as const),
    ]),
    rule: choice("filter-rule", [["", t("audit_any")]]),
    site: choice("filter-site", [
      ["", t("audit_any")],
      ...site.options.map((one) => [one, siteWords(one)] as const),
    ]),
    surface: choice("filter-surface", [
      ["", t("audit_any")],
      ...surface.options.map((one) => [one, surfaceWords(one)] as const),
    ]),
    seat: choice("filter-seat", [["", t("audit_any")]]),
    from: h("input", { type: "date", id: "filter-from" }),
    until: h("input", { type: "date", id: "filter-until" }),
  };
  const fold = h("input", { type: "checkbox", id: "filter-fold" });
  fold.checked = true;
  let typing: ReturnType<typeof setTimeout> | undefined;

  const element = h(
    "form",
    { class: "filters", role: "search", "aria-label": t("audit_filter") },
    field(t("audit_search"), fields.text),
    field(t("audit_what"), fields.what),
    field(t("audit_state_of_the_case"), fields.state),
    field(t("audit_category"), fields.category),
    field(t("audit_rule"), fields.rule),
    field(t("audit_site"), fields.site),
    field(t("audit_surface"), fields.surface),
    field(t("audit_seat"), fields.seat),
    field(t("audit_from_day"), fields.from),
    field(t("audit_up_to_and_with_day"), fields.until),
    h(
      "div",
      { class: "fold" },
      fold,
      h("label", { for: fold.id }, t("audit_same_draft_is_one_case")),
      button(t("audit_clear"), "plain", () => {
        fill({});
        changed();
      }),
    ),
  );
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    changed();
  });
  element.addEventListener("change", ({ target }) => {
    if (target !== fields.text) changed();
  });
  fields.text.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(changed, typingPause);
  });

  function fill(values: Readonly<Record<string, string>>): void {
    for (const [name, one] of Object.entries(fields))
      one.value = values[name] ?? (name === "what" ? everyDraft : "");
    fold.checked = values["fold"] !== "no";
  }

  fill({});
  return {
    element,
    fill,
    values: () => ({
      ...Object.fromEntries(Object.entries(fields).map(([name, one]) => [name, one.value])),
      fold: fold.checked ? "yes" : "no",
    }),
    filter() {
      const from = startOfDay(fields.from.value);
      const until = startOfDay(fields.until.value);
      const chosen = <T extends string>(options: readonly T[], value: string): T | undefined =>
        options.find((one) => one === value);
      return {
        fold: fold.checked,
        from,
        until: until === undefined ? undefined : nextDay(until),
        seat: fields.seat.value || undefined,
        rule: fields.rule.value || undefined,
        text: fields.text.value.trim() || undefined,
        site: chosen(site.options, fields.site.value),
        surface: chosen(surface.options, fields.surface.value),
        category: chosen(category.options, fields.category.value),
        what: chosen([everyDraft, ...whats] as const, fields.what.value),
        state: chosen(caseStates, fields.state.value),
      };
    },
    offerSeats(seats) {
      offerIn(fields.seat, [
        ["", t("audit_any")],
        ...seats.map(({ seat, name }) => [seat, seatWords(name, seat)] as const),
      ]);
    },
    offerRules(rules) {
      offerIn(fields.rule, [["", t("audit_any")], ...rules.map((rule) => [rule, rule] as const)]);
    },
  };
}

/** As an entry tells what was asked for: what was searched for may be a name, and is not told. */
export function toldFilter({ text, fold, ...rest }: Filter): ExportFilter {
  const told = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {
    ...told,
    ...(text === undefined ? {} : { searched: true }),
    ...(fold === true ? { fold: true } : {}),
  };
}

export const seatWords = (name: string, seat: string): string => `${name} (${seat.slice(0, 4)})`;

/** The start of a day as the person's own calendar has it; milliseconds since 1970. */
export function startOfDay(value: string): number | undefined {
  const [year, month, day] = value.split("-").map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return new Date(year, month - 1, day).getTime();
}

/** A day may have 23 or 25 hours. */
export const nextDay = (at: number): number => new Date(at + 1.5 * dayMs).setHours(0, 0, 0, 0);

function choice(id: string, options: Named): HTMLSelectElement {
  const element = h("select", { id });
  offerIn(element, options);
  return element;
}

function offerIn(select: HTMLSelectElement, options: Named): void {
  const { value } = select;
  select.replaceChildren(...options.map(([one, words]) => h("option", { value: one }, words)));
  select.value = options.some(([one]) => one === value) ? value : (options[0]?.[0] ?? "");
}

export function field(label: string, control: HTMLElement): HTMLElement {
  return h("div", { class: "field" }, h("label", { for: control.id }, label), control);
}
