/** The charts: drafts and overrides by week, category, site, surface and seat; false alarms by rule. */
import { t } from "../../platform/i18n.ts";
import { categoryWords, siteWords, surfaceWords } from "../../platform/words.ts";
import type { Count, Figures, RuleCount } from "../../record/query-figures.ts";
import { h } from "../shared/h.ts";
import { day, digits } from "../shared/words.ts";
import { drawChart } from "./chart.ts";
import type { Bar } from "./chart.ts";
import { seatWords } from "./filter-form.ts";

/** Weeks and rules that a chart shows; the rest is in narrower filters. */
const mostBars = 30;

export function drawFigures(figures: Figures): HTMLElement {
  const weeks = figures.weeks.slice(-mostBars);
  const kinds = [t("audit_drafts"), t("audit_overrides")] as const;
  const counted = (of: string, title: string, bars: readonly Bar[]): HTMLElement =>
    drawChart({ title, heads: [of, ...kinds], bars, legend: kinds });
  return h(
    "div",
    { class: "charts" },
    counted(
      t("audit_week_from"),
      figures.weeks.length > weeks.length ? t("audit_by_week_the_last", mostBars) : t("audit_by_week"),
      weeks.map((one) => bar(day(Date.parse(`${one.week}T12:00:00Z`)), one)),
    ),
    counted(
      t("audit_category"),
      t("audit_by_category"),
      figures.categories.map((one) => bar(categoryWords(one.category), one)),
    ),
    counted(
      t("audit_site"),
      t("audit_by_site"),
      figures.sites.map((one) => bar(siteWords(one.site), one)),
    ),
    counted(
      t("audit_surface"),
      t("audit_by_surface"),
      figures.surfaces.map((one) => bar(surfaceWords(one.surface), one)),
    ),
    counted(
      t("audit_seat"),
      t("audit_by_seat"),
      figures.seats.map((one) => bar(seatWords(one.name, one.seat), one)),
    ),
    drawChart({
      title: t("audit_false_alarms_by_rule"),
      heads: [
        t("audit_rule"),
        t("audit_drafts"),
        t("audit_judged_cases"),
        t("audit_false_alarms"),
        t("audit_rate"),
        t("audit_disputed_by_staff"),
      ],
      bars: figures.rules.slice(0, mostBars).map(ruleBar),
      legend: [t("audit_judged_cases"), t("audit_false_alarms")],
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
    cells: [digits(attempts), digits(judged), digits(falseAlarms), rate, digits(disputed)],
  };
}
