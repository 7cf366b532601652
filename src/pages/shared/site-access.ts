/** The further sites that are to be guarded and that the browser does not let us see yet, each with the button that asks for it. */
import { t } from "../../platform/i18n.ts";
import { askAccess, hasAccess } from "../../platform/site-access.ts";
import { button, h } from "./h.ts";
import type { NamedSite } from "./named-sites.ts";

/** Those of `sites` on which ReplyGuard may not run. */
export async function withoutAccess<S extends NamedSite>(sites: readonly S[]): Promise<S[]> {
  const allowed = await Promise.all(
    sites.map(async ({ host, hosts = [host] }) => {
      const each = await Promise.all(hosts.map((one) => hasAccess(one)));
      return !each.includes(false);
    }),
  );
  return sites.filter((_site, index) => allowed[index] !== true);
}

/**
 * Undefined where there is none. `asked` hears what came of a click: the browser has asked the person, and they have let
 * ReplyGuard see the site, or not.
 */
export function drawSiteAccess(
  missing: readonly NamedSite[],
  asked: (host: string, isAllowed: boolean) => void,
): HTMLElement | undefined {
  if (missing.length === 0) return undefined;
  return h(
    "div",
    { class: "site-access", role: "group", "aria-label": t("shared_sites_that_wait_for_permission") },
    h("p", { class: "notice" }, t("shared_the_practice_wants_these_sites_guarded")),
    ...missing.map(({ host, name, hosts = [host] }) =>
      button(
        name === undefined ? t("shared_allow_on", host) : t("shared_allow_on_2", name, host),
        "plain",
        () => {
          // The first thing in the click: a browser asks only while it is one.
          void askAccess(hosts).then(
            (isAllowed) => asked(host, isAllowed),
            () => asked(host, false),
          );
        },
      ),
    ),
  );
}
