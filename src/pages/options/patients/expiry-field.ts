import { h } from "../../shared/h.ts";
import { checkedField } from "../section.ts";
import { dateValue, endOfDay } from "./words.ts";
import { t } from "../../../platform/i18n.ts";

const days = 365;

/** The day after which the list is not used any more. `read`: milliseconds, null for never, undefined if it is no good. */
export function expiryField(
  prefix: string,
  now: number,
): { element: HTMLElement; read(): number | null | undefined } {
  const input = h("input", {
    type: "date",
    value: dateValue(now, days),
    min: dateValue(now, 1),
    autocomplete: "off",
  });
  const { element, fail, clear } = checkedField(
    `${prefix}-expires`,
    t("options_use_it_until_optional"),
    t("options_after_this_day_drafts_cannot_be"),
    input,
  );
  input.addEventListener("input", clear);
  return {
    element,
    read() {
      const at = input.validity.badInput ? undefined : endOfDay(input.value);
      if (at === undefined) fail(t("options_this_is_no_date"));
      else if (at !== null && at < Date.now()) fail(t("options_this_day_has_passed"));
      else return at;
      return undefined;
    },
  };
}
