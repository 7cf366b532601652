import { h } from "../shared/h.ts";
import { drawSiteAccess } from "../shared/site-access.ts";
import { browserRows } from "./browser-rows.ts";
import type { BrowserRow } from "./browser-rows.ts";
import type { Facts } from "./facts.ts";

const marks: Readonly<Record<BrowserRow["state"], string>> = {
  good: "Enforced",
  gap: "Not enforced",
  unseen: "Cannot be seen",
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
          h("span", { class: "state", "data-state": state }, marks[state]),
          h(
            "div",
            {},
            h("b", {}, what),
            h("p", {}, here),
            remedy !== undefined && h("p", { class: "help" }, remedy),
            line !== undefined && h("p", { class: "help" }, "Browser policy: ", h("code", {}, line)),
          ),
        ),
      ),
    ),
    drawSiteAccess(facts.missingSites, asked),
  );
}
