import { practice as practiceSchema } from "../../contract/practice.ts";
import type { Practice } from "../../engine/model.ts";
import { ask } from "../shared/ask-worker.ts";
import { h } from "../shared/h.ts";
import type { PolicyReport } from "../../contract/policy-report.ts";
import type { PolicyView } from "./policy-view.ts";
import { field, statusLine } from "./section.ts";
import { valueSetting } from "./value-setting.ts";
import { formatStaff, readStaff, toLines } from "./practice-text.ts";

type Lines = "aliases" | "phones" | "addresses" | "emails" | "websites" | "handles";

const lineFields: readonly { key: Lines; label: string; help: string }[] = [
  { key: "aliases", label: "Other names of the practice", help: "One a line: short names, former names." },
  { key: "phones", label: "Phones", help: "One a line." },
  { key: "addresses", label: "Addresses", help: "One a line." },
  { key: "emails", label: "E-mail addresses", help: "One a line." },
  { key: "websites", label: "Websites", help: "One a line, such as glow.example." },
  { key: "handles", label: "Handles", help: "One a line, such as @glowclinic." },
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
  if (!answer.ok) return h("p", { class: "notice" }, "The practice profile could not be read.");
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
    return { key, area, drawn: field(`practice-${key}`, label, help, area) };
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
      status.say("A line is longer than 300 characters, or there are more than 200 lines in a field.", "bad");
      return;
    }
    const saved = await ask("practice.change", { practice: practiceSchema.parse(next) });
    status.say(saved.ok ? "Saved." : "It could not be saved.", saved.ok ? "good" : "bad");
  }

  const form = h(
    "form",
    { class: "form", "data-setting": "practice" },
    field("practice-name", "Name of the practice", "", name),
    h("div", { class: "columns" }, ...areas.map(({ drawn }) => drawn)),
    field(
      "practice-staff",
      "Staff",
      "One a line: name, then a comma and the role, such as “Kira Thompson, nurse”.",
      staff,
    ),
    h(
      "div",
      { class: "actions" },
      h("button", { type: "submit", class: "button primary" }, "Save profile"),
      status.element,
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void save();
  });
  return form;
}
