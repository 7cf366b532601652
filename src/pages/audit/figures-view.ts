/** The charts: drafts and overrides by week, category, site, surface and seat; false alarms by rule. */
import { categoryWords, siteWords, surfaceWords } from "../../contract/words.ts";
import type { Count, Figures, RuleCount } from "../../record/query-figures.ts";
import { h } from "../shared/h.ts";
import { day } from "../shared/words.ts";
import { drawChart } from "./chart.ts";
import type { Bar } from "./chart.ts";
import { seatWords } from "./filter-form.ts";

/** Weeks and rules that a chart shows; the rest is in narrower filters. */
const mostBars = 30;

export function drawFigures(figures: Figures): HTMLElement {
  const weeks = figures.weeks.slice(-mostBars);
  const counted = (of: string, title: string, bars: readonly Bar[]): HTMLElement =>
    drawChart({ title, heads: [of, "Drafts", "Overrides"], bars, legend: ["Drafts", "Overrides"] });
  return h(
    "div",
    { class: "charts" },
    counted(
      "Week from",
      figures.weeks.length > weeks.length ? `By week, the last ${mostBars}` : "By week",
      weeks.map((one) => bar(day(Date.parse(`${one.week}T12:00:00Z`)), one)),
    ),
    counted(
      "Category",
      "By category",
      figures.categories.map((one) => bar(categoryWords[one.category], one)),
    ),
    counted(
      "Site",
      "By site",
      figures.sites.map((one) => bar(siteWords[one.site], one)),
    ),
    counted(
      "Surface",
      "By surface",
      figures.surfaces.map((one) => bar(surfaceWords[one.surface], one)),
    ),
    counted(
      "Seat",
      "By seat",
      figures.seats.map((one) => bar(seatWords(one.name, one.seat), one)),
    ),
    drawChart({
      title: "False alarms by rule",
      heads: ["Rule", "Drafts", "Judged cases", "False alarms", "Rate", "Disputed by staff"],
      bars: figures.rules.slice(0, mostBars).map(ruleBar),
      legend: ["Judged cases", "False alarms"],
    }),
  );
}

const bar = (label: string, { attempts, overrides }: Count): Bar => ({
  label,
  value: attempts,
  part: overrides,
});

function ruleBar({ rule, attempts, judged, falseAlarms, disputed }: RuleCount): Bar {
  const rate = judged === 0 ? "–" : `${Math.round((100 * falseAlarms) / judged)} %`;
  return {
    label: rule,
    value: judged,
    part: falseAlarms,
    cells: [
      attempts.toLocaleString("en"),
      judged.toLocaleString("en"),
      falseAlarms.toLocaleString("en"),
      rate,
      disputed.toLocaleString("en"),
    ],
  };
}
