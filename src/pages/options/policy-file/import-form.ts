import type { Practice } from "../../../engine/model.ts";
import type { ask } from "../../shared/ask-worker.ts";
import { button, h } from "../../shared/h.ts";
import { refusalWords } from "../list-setting.ts";
import { awaitedWords, isAwaited } from "../policy-view.ts";
import type { PolicyView } from "../policy-view.ts";
import { checkedField, statusLine } from "../section.ts";
import { planImport, wantedOf } from "./import-plan.ts";
import type { Change, ImportPlan, LeftOut } from "./import-plan.ts";
import { readPolicyFile } from "./read-file.ts";
import { uselessReplies } from "./useless-replies.ts";
import { plural, t } from "../../../platform/i18n.ts";

/** Takes from a policy file what this browser may set: reads it, shows what would change, and changes all of that or nothing. */
export function drawImport(
  view: PolicyView,
  tell: typeof ask,
  ownPractice: () => Promise<Practice>,
): HTMLElement {
  const chosen = h("input", { type: "file", accept: ".json,application/json" });
  const field = checkedField(
    "policy-file-chosen",
    t("options_policy_file"),
    t("options_json_up_to_1_mb_it"),
    chosen,
  );
  const status = statusLine();
  const place = h("div", { id: "policy-file-plan", tabindex: -1 });
  let turn = 0;

  async function read(): Promise<void> {
    const mine = (turn += 1);
    const [file] = chosen.files ?? [];
    field.clear();
    status.say("");
    place.replaceChildren();
    if (!file) return;
    const seen = await readPolicyFile(file);
    await view.refresh();
    const practice = await ownPractice();
    const useless = seen.file ? await uselessReplies(seen.file, view) : new Set<string>();
    // Another file was chosen meanwhile.
    if (mine !== turn) return;
    if (!seen.file) {
      place.replaceChildren(lines(t("options_nothing_was_changed_the_file_has"), seen.faults));
      return field.fail(t("options_the_file_has", plural("options_faults", seen.faults.length)));
    }
    if (isAwaited(view.now())) return field.fail(awaitedWords());
    show(planImport(seen.file, view.now(), practice, useless), seen.doubts);
  }

  function show(plan: ImportPlan, doubts: readonly string[]): void {
    const firm = plan.changes.filter(({ effect }) => effect !== "loosens");
    const looser = plan.changes.filter(({ effect }) => effect === "loosens");
    const alsoLooser = h("input", { type: "checkbox", id: "policy-file-looser" });
    const apply = button(t("options_apply_to_this_browser"), "primary", () => void take());

    async function take(): Promise<void> {
      const agreed = [...firm, ...(alsoLooser.checked ? looser : [])];
      if (agreed.length === 0) return status.say(t("options_there_is_nothing_to_apply"), "bad");
      apply.disabled = true;
      const changed = await tell("policy.change", wantedOf(plan, agreed));
      if (!changed.ok) {
        apply.disabled = false;
        return status.say(t("options_nothing_was_changed", refusalWords(changed.code)), "bad");
      }
      await view.refresh();
      place.replaceChildren();
      chosen.value = "";
      status.say(t("options_applied", plural("options_settings", agreed.length)), "good");
      chosen.focus();
    }

    place.replaceChildren(
      ...(doubts.length === 0 ? [] : [lines(t("options_the_file_can_be_used_to"), doubts)]),
      changes(t("options_what_it_makes_stricter_or_changes"), firm),
      changes(t("options_what_it_makes_looser"), looser),
      leftOut(plan.leftOut),
      ...(plan.changes.length === 0
        ? [h("p", { class: "empty" }, t("options_there_is_nothing_in_it_that"))]
        : [
            ...(looser.length === 0
              ? []
              : [
                  h(
                    "label",
                    { class: "inline", for: alsoLooser.id },
                    alsoLooser,
                    ` ${t("options_also_apply_what_makes_it_looser")}`,
                  ),
                ]),
            h(
              "div",
              { class: "actions" },
              apply,
              button(t("options_cancel"), "plain", () => {
                place.replaceChildren();
                chosen.value = "";
                status.say(t("options_nothing_was_changed_2"));
                chosen.focus();
              }),
            ),
          ]),
    );
    place.focus();
  }
  chosen.addEventListener("change", () => void read());

  return h(
    "div",
    { class: "setting", role: "group", "aria-labelledby": "take-policy-title" },
    h("h3", { id: "take-policy-title" }, t("options_take_settings_from_a_policy_file")),
    h("p", { class: "help" }, t("options_only_for_this_browser_and_only")),
    field.element,
    place,
    status.element,
  );
}

function lines(title: string, each: readonly string[]): HTMLElement {
  return h(
    "div",
    { class: "notice" },
    h("p", {}, h("b", {}, title)),
    h("ul", { class: "plain-list" }, ...each.map((one) => h("li", {}, one))),
  );
}

function changes(title: string, each: readonly Change[]): HTMLElement {
  const table = h(
    "table",
    {},
    h("caption", { class: "unseen" }, title),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        ...[t("options_setting"), t("options_now"), t("options_then")].map((name) =>
          h("th", { scope: "col" }, name),
        ),
      ),
    ),
    h(
      "tbody",
      {},
      ...each.map((one) =>
        h("tr", {}, h("td", {}, one.title), h("td", {}, one.before), h("td", {}, one.after)),
      ),
    ),
  );
  return h(
    "div",
    { class: "planned", hidden: each.length === 0 },
    h("h4", {}, title),
    h("div", { class: "scroll", role: "region", "aria-label": title, tabindex: 0 }, table),
  );
}

function leftOut(each: readonly LeftOut[]): HTMLElement {
  return h(
    "details",
    { class: "more", hidden: each.length === 0 },
    h("summary", {}, h("b", {}, t("options_left_out", plural("options_settings", each.length)))),
    h(
      "ul",
      { class: "plain-list" },
      ...each.map(({ title, why }) => h("li", {}, h("b", {}, title), ` ${why}`)),
    ),
  );
}
