/** A bar chart as SVG, and the same numbers as a table: the table is what screen readers are given. */
import { t } from "../../platform/i18n.ts";
import { h } from "../shared/h.ts";
import { digits } from "../shared/words.ts";

export interface Bar {
  readonly label: string;
  /** The whole bar, and the part of it that is set off. */
  readonly value: number;
  readonly part: number;
  /** What the numbers are in the table, where they are not these two. */
  readonly cells?: readonly string[];
}

export interface ChartParts {
  readonly title: string;
  /** Heads of the table: of the label, and of each number. */
  readonly heads: readonly string[];
  readonly bars: readonly Bar[];
  /** What the two kinds of bar are. */
  readonly legend: readonly [string, string];
}

const space = "http://www.w3.org/2000/svg";
const width = 560;
const labelWidth = 190;
const barHeight = 22;

function svg(tag: string, attributes: Readonly<Record<string, string | number>>, text?: string): SVGElement {
  const element = document.createElementNS(space, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  if (text !== undefined) element.textContent = text;
  return element;
}

export function drawChart({ title, heads, bars, legend }: ChartParts): HTMLElement {
  if (bars.length === 0)
    return h(
      "figure",
      { class: "chart" },
      h("h3", {}, title),
      h("p", { class: "empty" }, t("audit_nothing_to_count")),
    );
  return h(
    "figure",
    { class: "chart" },
    h("h3", {}, title),
    h(
      "p",
      { class: "legend", "aria-hidden": "true" },
      h("span", { class: "key whole" }),
      legend[0],
      h("span", { class: "key part" }),
      legend[1],
    ),
    h("div", { class: "bars", "aria-hidden": "true" }, drawBars(bars)),
    h(
      "details",
      { class: "more" },
      h("summary", {}, t("audit_chart_numbers", title)),
      drawNumbers(title, heads, bars),
    ),
  );
}

/** Labels are shortened to fit: the table has them whole. */
const short = (label: string): string => (label.length > 24 ? `${label.slice(0, 23)}…` : label);

function drawBars(bars: readonly Bar[]): HTMLElement {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const scale = (value: number): number => (value / most) * (width - labelWidth - 80);
  const drawing = svg("svg", { viewBox: `0 0 ${width} ${bars.length * barHeight}`, focusable: "false" });
  for (const [at, { label, value, part }] of bars.entries()) {
    const y = at * barHeight;
    drawing.append(
      svg("text", { x: labelWidth - 8, y: y + 15, "text-anchor": "end", class: "label" }, short(label)),
      svg("rect", { x: labelWidth, y: y + 4, width: scale(value), height: 14, rx: 2, class: "whole" }),
      svg("rect", { x: labelWidth, y: y + 4, width: scale(part), height: 14, rx: 2, class: "part" }),
      svg(
        "text",
        { x: labelWidth + scale(value) + 6, y: y + 15, class: "number" },
        part > 0 ? `${digits(value)} / ${digits(part)}` : digits(value),
      ),
    );
  }
  const place = h("div", {});
  place.append(drawing);
  return place;
}

function drawNumbers(title: string, heads: readonly string[], bars: readonly Bar[]): HTMLElement {
  return h(
    "div",
    { class: "scroll", role: "region", "aria-label": t("shared_table", title), tabindex: 0 },
    h(
      "table",
      {},
      h("caption", { class: "unseen" }, title),
      h("thead", {}, h("tr", {}, ...heads.map((name) => h("th", { scope: "col" }, name)))),
      h(
        "tbody",
        {},
        ...bars.map(({ label, value, part, cells }) =>
          h(
            "tr",
            {},
            h("th", { scope: "row" }, label),
            ...(cells ?? [digits(value), digits(part)]).map((cell) => h("td", {}, cell)),
          ),
        ),
      ),
    ),
  );
}
