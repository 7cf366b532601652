import { h } from "./h.ts";
import type { Shown } from "./shown-value.ts";

export function drawValue(shown: Shown): HTMLElement {
  if (typeof shown === "string") return h("span", {}, shown);
  if ("items" in shown)
    return h("ul", { class: "shown-list" }, ...shown.items.map((one) => h("li", {}, drawValue(one))));
  return h(
    "dl",
    { class: "shown-rows" },
    ...shown.rows.map(([label, value]) => h("div", {}, h("dt", {}, label), h("dd", {}, drawValue(value)))),
  );
}
