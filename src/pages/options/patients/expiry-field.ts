import { h } from "../../shared/h.ts";
import { checkedField } from "../section.ts";
import { dateValue, endOfDay } from "./words.ts";

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
    "Use it until (optional)",
    "After this day drafts cannot be checked until a current list is imported. Empty: it never expires.",
    input,
  );
  input.addEventListener("input", clear);
  return {
    element,
    read() {
      const at = input.validity.badInput ? undefined : endOfDay(input.value);
      if (at === undefined) fail("This is no date.");
      else if (at !== null && at < Date.now()) fail("This day has passed.");
      else return at;
      return undefined;
    },
  };
}
