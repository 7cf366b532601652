import { inherited } from "../../contract/choices.ts";
import type { Choice } from "../../contract/choices.ts";
import type { ChoiceName } from "../../contract/policy.ts";
import { h } from "../shared/h.ts";
import type { PolicyReport } from "../../contract/policy-report.ts";
import { choiceControl } from "./choice-control.ts";
import type { ChangeChoice } from "./choice-control.ts";
import { isAsInGeneral } from "../shared/choice-in.ts";
import type { PolicyView } from "./policy-view.ts";
import type { SettingFrame } from "./setting-frame.ts";
import { partWords } from "../shared/policy-words.ts";
import { plural, t } from "../../platform/i18n.ts";

/** A choice whose parts have parts: a row for each inner one, a column for each outer one. */
export function partsTable(
  name: ChoiceName,
  own: readonly Choice[],
  frame: SettingFrame,
  view: PolicyView,
  change: ChangeChoice,
): HTMLElement {
  const outer = [...new Set(own.map(({ part = "" }) => part.split(".")[0] ?? ""))];
  const inner = [...new Set(own.map(({ part = "" }) => part.split(".")[1] ?? ""))];

  function cell(row: string, column: string): HTMLElement {
    const choice = own.find(({ part }) => part === `${column}.${row}`);
    if (!choice) return h("td", {});
    const general = choice.inherits === undefined ? undefined : inherited(choice);
    const label = h("label", {}, partWords(column), h("span", { class: "unseen" }, `, ${partWords(row)}`));
    const control = choiceControl(
      { choice, label, general, change, describedBy: frame.standingId },
      view.now(),
    );
    view.onChange((read: PolicyReport) => control.update(read));
    return h("td", {}, label, control.element);
  }

  const table = h(
    "table",
    { class: "parts", id: `${name}-table` },
    h("caption", { class: "unseen" }, frame.title),
    h(
      "thead",
      {},
      h("tr", {}, h("td", {}), ...outer.map((column) => h("th", { scope: "col" }, partWords(column)))),
    ),
    h(
      "tbody",
      {},
      ...inner.map((row) =>
        h("tr", {}, h("th", { scope: "row" }, partWords(row)), ...outer.map((column) => cell(row, column))),
      ),
    ),
  );

  const summary = h("b", {});
  const follow = (read: PolicyReport): void => {
    const others = own.filter((choice) => !isAsInGeneral(read.policy, choice));
    summary.textContent =
      others.length === 0
        ? t("options_everywhere_as_in_general")
        : t("options_other_than_in_general_in", plural("options_cases", others.length));
  };
  follow(view.now());
  view.onChange(follow);
  return h("details", { class: "more" }, h("summary", {}, summary), table);
}
