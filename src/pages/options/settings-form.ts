import { choiceNames, listNames } from "../../contract/policy.ts";
import type { SettingName } from "../../contract/policy.ts";
import { h } from "../shared/h.ts";
import { isFromAdmin } from "../shared/state-words.ts";
import { choiceSetting } from "./choice-setting.ts";
import { listSetting } from "./list-setting.ts";
import type { PolicyView } from "./policy-view.ts";
import { statusLine } from "./section.ts";
import type { Say } from "./setting-frame.ts";
import { isAdminOnly, settingsOf } from "./setting-groups.ts";
import type { Group } from "./setting-groups.ts";
import { valueSetting } from "./value-setting.ts";
import { t } from "../../platform/i18n.ts";

/** The settings of one part of the page: those that may be changed at a browser, then those that only an admin sets. */
export function drawSettings(group: Group, view: PolicyView): HTMLElement {
  const names = settingsOf(group);
  const status = statusLine();
  const own = names.filter((name) => !isAdminOnly(name));
  const others = names.filter(isAdminOnly);
  return h(
    "div",
    { class: "form settings" },
    ...own.map((name) => drawSetting(name, view, status.say)),
    status.element,
    others.length > 0 && adminOnly(others, view, status.say, own.length === 0),
  );
}

/** Open where there is something to see; with nothing else beside it there is nothing to fold away. */
function adminOnly(names: readonly SettingName[], view: PolicyView, say: Say, isAll: boolean): HTMLElement {
  const isSet = names.some((name) => isFromAdmin(view.now().states[name]?.origin ?? "default"));
  const title = h("b", {}, t("options_set_by_an_administrator_only"));
  const drawn = names.map((name) => drawSetting(name, view, say));
  return isAll
    ? h("div", { class: "more admin-only" }, h("p", { class: "admin-title" }, title), ...drawn)
    : h("details", { class: "more admin-only", open: isSet }, h("summary", {}, title), ...drawn);
}

function drawSetting(name: SettingName, view: PolicyView, say: Say): HTMLElement {
  const choice = choiceNames.find((one) => one === name);
  if (choice) return choiceSetting(choice, view, say);
  const list = listNames.find((one) => one === name);
  return list ? listSetting(list, view) : valueSetting(name, view);
}
