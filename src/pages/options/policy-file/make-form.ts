import { levels } from "../../../contract/levels.ts";
import type { Level } from "../../../contract/levels.ts";
import { declared } from "../../../contract/policy.ts";
import type { SettingName } from "../../../contract/policy.ts";
import { z } from "../../../contract/zod.ts";
import type { Practice } from "../../../engine/model.ts";
import { h } from "../../shared/h.ts";
import { awaitedWords, isAwaited } from "../policy-view.ts";
import type { PolicyView } from "../policy-view.ts";
import { checkedField, statusLine } from "../section.ts";
import { madePolicy } from "./exported.ts";
import type { Exported } from "./exported.ts";
import { t } from "../../../platform/i18n.ts";
import { declaredWords } from "../../../platform/declared-words.ts";
import type { MessageKey } from "../../../platform/i18n.ts";

const levelKeys: Readonly<Record<Level, readonly [label: MessageKey, meaning: MessageKey]>> = {
  fixed: ["options_fixed", "options_nobody_at_a_browser_can_change"],
  tighten: ["options_may_be_made_stricter", "options_each_browser_may_only_be_set"],
  default: ["options_may_be_changed", "options_each_browser_starts_like_this_and"],
};
const first: Level = "fixed";

/** Asks what a policy has that no browser is set to: its name, whom to ask, and who may change it. */
export function drawMaking(
  view: PolicyView,
  ownPractice: () => Promise<Practice>,
  save: (made: Exported) => string,
): HTMLElement {
  const version = textField("version");
  const contact = textField("contact");
  const status = statusLine();
  const choices = levels
    .toSorted((a, b) => order(a) - order(b))
    .map((level) => {
      const [label, meaning] = levelKeys[level];
      const id = `make-level-${level}`;
      return {
        level,
        box: h("input", {
          type: "radio",
          id,
          name: "make-level",
          checked: level === first,
          "aria-describedby": `${id}-help`,
        }),
        label: h("label", { for: id }, t(label)),
        help: h("p", { class: "help", id: `${id}-help` }, t(meaning)),
      };
    });

  async function make(): Promise<void> {
    const problems = [version.problem(), contact.problem()];
    if (problems.some((one) => one)) return;
    await view.refresh();
    if (isAwaited(view.now())) return status.say(awaitedWords(), "bad");
    const made = madePolicy(view.now(), await ownPractice(), {
      version: version.value(),
      contact: contact.value(),
      level: choices.find(({ box }) => box.checked)?.level ?? first,
    });
    status.say(save(made), "good");
  }

  const form = h(
    "form",
    { class: "form", novalidate: true, "aria-labelledby": "make-policy-title" },
    h("p", { class: "help" }, t("options_set_this_browser_the_way_every")),
    h("div", { class: "columns" }, version.element, contact.element),
    h(
      "fieldset",
      { class: "field" },
      h("legend", {}, t("options_who_may_change_these_settings_at")),
      ...choices.map(({ box, label, help }) => h("div", { class: "radio" }, box, h("div", {}, label, help))),
    ),
    h(
      "div",
      { class: "actions" },
      h("button", { type: "submit", class: "button primary" }, t("options_save_as_a_policy")),
      status.element,
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void make();
  });
  return h(
    "details",
    { class: "more", id: "make-policy" },
    h("summary", {}, h("h3", { id: "make-policy-title" }, t("options_make_a_policy_from_how_this"))),
    form,
  );
}

const order = (level: Level): number => ["fixed", "tighten", "default"].indexOf(level);

function textField(name: Extract<SettingName, "version" | "contact">) {
  const { title, words, schema } = declared[name];
  const box = h("input", { type: "text", autocomplete: "off" });
  const field = checkedField(
    `make-${name}`,
    t("options_optional", declaredWords(title)),
    declaredWords(words),
    box,
  );
  return {
    element: field.element,
    value: () => box.value.trim(),
    problem(): boolean {
      field.clear();
      const parsed = z.safeParse(schema, box.value.trim() === "" ? null : box.value);
      if (!parsed.success)
        field.fail(t("options_it", declaredWords(parsed.error.issues[0]?.message ?? "cannot be used")));
      return !parsed.success;
    },
  };
}
