/** Weeks crossed with something else: a table whose cells are the darker the more there is in them. */
import { t } from "../../platform/i18n.ts";
import { category, site, surface } from "../../contract/draft.ts";
import { categoryWords, siteWords, surfaceWords } from "../../platform/words.ts";
import { crossings } from "../../record/query-crossed.ts";
import type { Crossed, Crossing } from "../../record/query-crossed.ts";
import type { Count } from "../../record/query-figures.ts";
import { h } from "../shared/h.ts";
import { day, digits } from "../shared/words.ts";
import { field, seatWords } from "./filter-form.ts";

const mostWeeks = 30;
/** Steps of darkness: colors between them would say more than an eye can tell. */
const steps = 4;

const crossingWords = (one: Crossing): string => t(`audit_${one}`);

export interface CrossedView {
  readonly element: HTMLElement;
  readonly by: () => Crossing;
  show(crossed: Crossed): void;
}

export function drawCrossed(changed: () => void): CrossedView {
  const by = h(
    "select",
    { id: "crossed-by" },
    ...crossings.map((one) => h("option", { value: one }, crossingWords(one))),
  );
  by.addEventListener("change", changed);
  const place = h("div", {});
  return {
    element: h(
      "div",
      { class: "crossed" },
      h("h3", {}, t("audit_by_week_and")),
      field(t("audit_crossed_with"), by),
      place,
    ),
    by: () => crossings.find((one) => one === by.value) ?? "category",
    show: (crossed) => place.replaceChildren(drawTable(crossed)),
  };
}

function drawTable({ by, columns, weeks }: Crossed): HTMLElement {
  if (weeks.length === 0) return h("p", { class: "soft" }, t("audit_no_draft_is_found"));
  const shown = weeks.slice(-mostWeeks).toReversed();
  const most = Math.max(1, ...shown.flatMap(({ cells }) => cells.map(({ attempts }) => attempts)));
  const title =
    weeks.length > shown.length
      ? t("audit_crossed_title_last", crossingWords(by).toLowerCase(), mostWeeks)
      : t("audit_crossed_title", crossingWords(by).toLowerCase());
  return h(
    "div",
    { class: "scroll", role: "region", "aria-label": title, tabindex: 0 },
    h(
      "table",
      {},
      h("caption", {}, title),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col" }, t("audit_week_from")),
          h("th", { scope: "col" }, t("audit_all")),
          ...columns.map(({ key, name }) => h("th", { scope: "col" }, wordsOf(by, key, name))),
        ),
      ),
      h(
        "tbody",
        {},
        ...shown.map(({ week, all, cells }) =>
          h(
            "tr",
            {},
            h("th", { scope: "row" }, day(Date.parse(`${week}T12:00:00Z`))),
            h("td", {}, cellWords(all)),
            ...cells.map((cell) =>
              h("td", { "data-step": Math.ceil((steps * cell.attempts) / most) }, cellWords(cell)),
            ),
          ),
        ),
      ),
    ),
  );
}

function cellWords({ attempts, overrides }: Count): string {
  if (attempts === 0) return "–";
  const number = digits(attempts);
  return overrides === 0 ? number : `${number} (${digits(overrides)})`;
}

function wordsOf(by: Crossing, key: string, name: string | undefined): string {
  if (by === "seat") return seatWords(name ?? key, key);
  const known = category.options.find((one) => by === "category" && one === key);
  if (known) return categoryWords(known);
  const place = site.options.find((one) => by === "site" && one === key);
  if (place) return siteWords(place);
  const box = surface.options.find((one) => by === "surface" && one === key);
  return box ? surfaceWords(box) : key;
}
