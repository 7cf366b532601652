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

const levelWords: Readonly<Record<Level, readonly [label: string, meaning: string]>> = {
  fixed: ["Fixed", "Nobody at a browser can change anything."],
  tighten: ["May be made stricter", "Each browser may only be set to something stricter, never looser."],
  default: ["May be changed", "Each browser starts like this, and may be set otherwise."],
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
      const [label, meaning] = levelWords[level];
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
        label: h("label", { for: id }, label),
        help: h("p", { class: "help", id: `${id}-help` }, meaning),
      };
    });

  async function make(): Promise<void> {
    const problems = [version.problem(), contact.problem()];
    if (problems.some((one) => one)) return;
    await view.refresh();
    if (isAwaited(view.now())) return status.say(awaitedWords, "bad");
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
    h(
      "p",
      { class: "help" },
      "Set this browser the way every browser of the practice should be, then save it as a policy. Your practice’s profile goes into it; secrets do not. Check it with guard policy lint, and hand it out as docs/admin says.",
    ),
    h("div", { class: "columns" }, version.element, contact.element),
    h(
      "fieldset",
      { class: "field" },
      h("legend", {}, "Who may change these settings at a browser"),
      ...choices.map(({ box, label, help }) => h("div", { class: "radio" }, box, h("div", {}, label, help))),
    ),
    h(
      "div",
      { class: "actions" },
      h("button", { type: "submit", class: "button primary" }, "Save as a policy"),
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
    h("summary", {}, h("h3", { id: "make-policy-title" }, "Make a policy from how this browser is set")),
    form,
  );
}

const order = (level: Level): number => ["fixed", "tighten", "default"].indexOf(level);

function textField(name: Extract<SettingName, "version" | "contact">) {
  const { title, words, schema } = declared[name];
  const box = h("input", { type: "text", autocomplete: "off" });
  const field = checkedField(`make-${name}`, `${title} (optional)`, words, box);
  return {
    element: field.element,
    value: () => box.value.trim(),
    problem(): boolean {
      field.clear();
      const parsed = z.safeParse(schema, box.value.trim() === "" ? null : box.value);
      if (!parsed.success) field.fail(`It ${parsed.error.issues[0]?.message ?? "cannot be used"}.`);
      return !parsed.success;
    },
  };
}
