import { practice as practiceSchema } from "../../contract/practice.ts";
import type { Practice } from "../../engine/model.ts";
import { ask } from "../shared/ask-worker.ts";
import { h } from "../shared/h.ts";
import type { PolicyReport } from "../../contract/policy-report.ts";
import type { PolicyView } from "./policy-view.ts";
import { field, statusLine } from "./section.ts";
import { valueSetting } from "./value-setting.ts";
import { formatStaff, readStaff, toLines } from "./practice-text.ts";
import { t } from "../../platform/i18n.ts";

type Lines = "aliases" | "phones" | "addresses" | "emails" | "websites" | "handles";

const lineFields: readonly { key: Lines; label: () => string; help: () => string }[] = [
  {
    key: "aliases",
    label: () => t("options_other_names_of_the_practice"),
    help: () => t("options_one_a_line_short_names_former"),
  },
  {
    key: "phones",
    label: () => t("options_phones"),
    help: () => t("options_one_a_line"),
  },
  {
    key: "addresses",
    label: () => t("options_addresses"),
    help: () => t("options_one_a_line"),
  },
  {
    key: "emails",
    label: () => t("options_e_mail_addresses"),
    help: () => t("options_one_a_line"),
  },
  {
    key: "websites",
    label: () => t("options_websites"),
    help: () => t("options_one_a_line_such_as_glow"),
  },
  {
    key: "handles",
    label: () => t("options_handles"),
    help: () => t("options_one_a_line_such_as_glowclinic"),
  },
];

/**
 * The practice's own profile; what it says about itself is never a finding. It is the one value that a browser may have of
 * its own, and is kept apart from the policy: the administrator's is shown in place of the form where there is one.
 */
export async function drawPracticeForm(view: PolicyView): Promise<HTMLElement> {
  const place = h("div", {});
  let isForm: boolean | undefined;
  async function follow({ states }: PolicyReport): Promise<void> {
    const mayChange = (states["practice"]?.level ?? "default") === "default";
    if (mayChange === isForm) return;
    isForm = mayChange;
    place.replaceChildren(mayChange ? await drawForm() : valueSetting("practice", view));
  }
  await follow(view.now());
  view.onChange((read) => void follow(read));
  return place;
}

async function drawForm(): Promise<HTMLElement> {
  const answer = await ask("practice.read", {});
  if (!answer.ok) return h("p", { class: "notice" }, t("options_the_practice_profile_could_not_be"));
  const { practice } = answer.value;
  const name = h("input", {
    type: "text",
    value: practice.name,
    maxlength: 300,
    autocomplete: "organization",
  });
  const areas = lineFields.map(({ key, label, help }) => {
    const area = h("textarea", { rows: Math.max(2, practice[key].length), spellcheck: "false" });
    area.value = practice[key].join("\n");
    return { key, area, drawn: field(`practice-${key}`, label(), help(), area) };
  });
  const staff = h("textarea", { rows: Math.max(3, practice.staff.length), spellcheck: "false" });
  staff.value = formatStaff(practice.staff);
  const status = statusLine();

  function read(): Practice {
    const lines = Object.fromEntries(areas.map(({ key, area }) => [key, toLines(area.value)]));
    return practiceSchema.parse({ ...lines, name: name.value.trim(), staff: readStaff(staff.value) });
  }

  async function save(): Promise<void> {
    let next: Practice;
    try {
      next = read();
    } catch {
      // The schema's limits: its words are for programmers.
      status.say(t("options_a_line_is_longer_than_300"), "bad");
      return;
    }
    const saved = await ask("practice.change", { practice: practiceSchema.parse(next) });
    status.say(saved.ok ? t("options_saved") : t("options_it_could_not_be_saved"), saved.ok ? "good" : "bad");
  }

  const form = h(
    "form",
    { class: "form", "data-setting": "practice" },
    field("practice-name", t("options_name_of_the_practice"), "", name),
    h("div", { class: "columns" }, ...areas.map(({ drawn }) => drawn)),
    field("practice-staff", t("options_staff"), t("options_one_a_line_name_then_a"), staff),
    h(
      "div",
      { class: "actions" },
      h("button", { type: "submit", class: "button primary" }, t("options_save_profile")),
      status.element,
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void save();
  });
  return form;
}
