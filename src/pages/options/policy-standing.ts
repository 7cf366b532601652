import { h } from "../shared/h.ts";
import { count } from "../shared/words.ts";
import { sourceWords } from "../shared/policy-words.ts";
import type { PolicyReport } from "../../contract/policy-report.ts";
import { hasManaged } from "./policy-view.ts";
import type { PolicyView } from "./policy-view.ts";

/** Above all settings: whose policy this is, which one, whom to ask, and what is wrong with it. */
export function drawPolicyStanding(view: PolicyView): HTMLElement {
  const place = h("div", { class: "policy-standing", role: "status" });
  const follow = (read: PolicyReport): void => place.replaceChildren(...lines(read));
  follow(view.now());
  view.onChange(follow);
  return place;
}

function lines(read: PolicyReport): HTMLElement[] {
  const { version, contact } = read.policy;
  const which = version === null ? "" : ` Version: ${version}.`;
  const whom = contact === null ? "" : ` Questions: ${contact}.`;
  const said = hasManaged(read)
    ? `${which}${whom} What it fixes cannot be changed here; the rest can.`
    : " No administrator has set a policy for this browser.";
  return [
    h("p", {}, h("b", {}, `${sourceWords[read.source]}.`), said),
    ...(read.faults.length === 0
      ? []
      : [
          h(
            "p",
            { class: "notice" },
            h("b", {}, `The administrator’s policy has ${count(read.faults.length, "fault", "faults")}.`),
            " The strictest known value is in force for each. ",
            h("a", { href: "/policy.html" }, "The policy report"),
            " names them.",
          ),
        ]),
  ];
}
