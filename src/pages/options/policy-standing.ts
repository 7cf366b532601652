import type { PolicyReport } from "../../contract/policy-report.ts";
import { h } from "../shared/h.ts";
import { policyNotices } from "../shared/policy-notices.ts";
import { sourceWords } from "../shared/policy-words.ts";
import { hasManaged } from "./policy-view.ts";
import type { PolicyView } from "./policy-view.ts";
import { t } from "../../platform/i18n.ts";

/** Above all settings: whose policy this is, which one, whom to ask, and what is to be known of it. */
export function drawPolicyStanding(view: PolicyView): HTMLElement {
  const place = h("div", { class: "policy-standing", role: "status" });
  const follow = (read: PolicyReport): void => place.replaceChildren(...lines(read));
  follow(view.now());
  view.onChange(follow);
  return place;
}

function lines(read: PolicyReport): HTMLElement[] {
  const { notices, hasMore } = policyNotices(read);
  return [
    h("p", {}, h("b", {}, `${sourceWords(read.source)}.`), ` ${said(read)}`),
    ...notices.map((words) => h("p", { class: "notice" }, words)),
    ...(hasMore ? [h("p", {}, h("a", { href: "/policy.html" }, t("options_what_is_wrong_in_full")))] : []),
  ];
}

function said(read: PolicyReport): string {
  const { version, contact } = read.policy;
  if (!hasManaged(read))
    return read.source === "awaited" ? "" : t("options_no_administrator_has_set_a_policy");
  return [
    ...(version === null ? [] : [t("options_version_2", version)]),
    ...(contact === null ? [] : [t("options_questions", contact)]),
    t("options_what_it_fixes_cannot_be_changed"),
  ].join(" ");
}
