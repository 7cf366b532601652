import { t } from "../../platform/i18n.ts";
import { h } from "./h.ts";

/** A table that can be scrolled sideways. `caption` is for screen readers. */
export function table(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly (string | HTMLElement)[])[],
): HTMLElement {
  return h(
    "div",
    { class: "scroll", role: "region", "aria-label": t("shared_table", caption), tabindex: 0 },
    h(
      "table",
      {},
      h("caption", { class: "unseen" }, caption),
      h("thead", {}, h("tr", {}, ...columns.map((name) => h("th", { scope: "col" }, name)))),
      h(
        "tbody",
        {},
        ...rows.map((cells) =>
          // On a narrow page each cell says what it is.
          h("tr", {}, ...cells.map((cell, at) => h("td", { "data-column": columns[at] }, cell))),
        ),
      ),
    ),
  );
}
