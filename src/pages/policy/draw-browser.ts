import type { MessageKey } from "../../platform/i18n.ts";
import { t } from "../../platform/i18n.ts";
import { h } from "../shared/h.ts";
import { drawSiteAccess } from "../shared/site-access.ts";
import { browserRows } from "./browser-rows.ts";
import type { BrowserRow } from "./browser-rows.ts";
import type { Facts } from "./facts.ts";

const marks: Readonly<Record<BrowserRow["state"], MessageKey>> = {
  good: "policy_enforced",
  gap: "policy_not_enforced",
  unseen: "policy_cannot_be_seen",
};

/** `asked` hears what came of asking a person to let us see a site. */
export function drawBrowser(facts: Facts, asked: (host: string, isAllowed: boolean) => void): HTMLElement {
  return h(
    "div",
    { class: "form" },
    h(
      "ul",
      { class: "enforced" },
      ...browserRows(facts).map(({ what, state, here, remedy, line }) =>
        h(
          "li",
          {},
          h("span", { class: "state", "data-state": state }, t(marks[state])),
          h(
            "div",
            {},
            h("b", {}, what),
            h("p", {}, here),
            remedy !== undefined && h("p", { class: "help" }, remedy),
            line !== undefined &&
              h("p", { class: "help" }, `${t("policy_browser_policy")} `, h("code", {}, line)),
          ),
        ),
      ),
    ),
    drawSiteAccess(facts.missingSites, asked),
  );
}
