import type { PolicyReport } from "../../contract/policy-report.ts";
import { h } from "../shared/h.ts";
import { namedSites } from "../shared/named-sites.ts";
import { drawSiteAccess, withoutAccess } from "../shared/site-access.ts";
import type { PolicyView } from "./policy-view.ts";
import { statusLine } from "./section.ts";
import { t } from "../../platform/i18n.ts";

/** The further sites that are switched on and that the browser does not let us see, to be allowed here. */
export function drawMissingSites(view: PolicyView): HTMLElement {
  const status = statusLine();
  const place = h("div", {});
  async function follow({ policy }: PolicyReport): Promise<void> {
    const drawn = drawSiteAccess(await withoutAccess(namedSites(policy)), (host, isAllowed) => {
      status.say(
        isAllowed ? t("options_is_guarded_now", host) : t("options_is_not_guarded_nobody_has_allowed", host),
        isAllowed ? "good" : "bad",
      );
      void follow(view.now());
    });
    place.replaceChildren(...(drawn ? [drawn] : []));
  }
  void follow(view.now());
  view.onChange((read) => void follow(read));
  return h("div", { class: "form" }, place, status.element);
}
