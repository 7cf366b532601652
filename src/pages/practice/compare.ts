/** What one draft comes to under the policy that is tried and under the one in force, below the box that it is written in. */
import { t } from "../../platform/i18n.ts";
import { h } from "../shared/h.ts";
import type { Compared } from "./room-ask.ts";
import { outcomeLine, reasonLine } from "./verdict-words.ts";

export interface Compare {
  show(outcome: Compared, under: HTMLElement): void;
  clear(): void;
}

export function createCompare(): Compare {
  const rows = h("dl", { class: "compared-rows" });
  const element = h("div", { class: "compared", role: "status" }, rows);
  const row = (name: string, told: Compared["now"]): HTMLElement => {
    const reason = reasonLine(told);
    return h(
      "div",
      {},
      h("dt", {}, name),
      h("dd", {}, h("b", {}, outcomeLine(told)), reason === undefined ? "" : ` ${reason}`),
    );
  };
  return {
    show({ draft, now, tried }, under) {
      if (draft.text.trim() === "") return element.remove();
      rows.replaceChildren(row(t("practice_under_file"), tried), row(t("practice_under_now"), now));
      if (element.parentElement !== under) under.append(element);
    },
    clear: () => element.remove(),
  };
}
