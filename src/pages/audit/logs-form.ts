/** Brings exports of other seats in, one after the other. */
import { t } from "../../platform/i18n.ts";
import { statusLine } from "../options/section.ts";
import { h } from "../shared/h.ts";
import { field } from "./filter-form.ts";
import { saidByWorker } from "./said-by-worker.ts";
import type { Tell } from "./worker-client.ts";

export interface LogsFormParts {
  readonly tell: Tell;
  /** Something was brought in. */
  readonly changed: () => Promise<void>;
}

const nameLimit = 60;

export function drawLogsForm({ tell, changed }: LogsFormParts): HTMLElement {
  const files = h("input", { type: "file", id: "log-files", accept: ".jsonl,.json,.txt", multiple: true });
  const name = h("input", { type: "text", id: "log-name", maxlength: nameLimit, autocomplete: "off" });
  const broken = h("input", { type: "checkbox", id: "log-broken" });
  const turned = h("input", { type: "checkbox", id: "log-turned" });
  const submit = h("button", { type: "submit", class: "button primary" }, t("audit_check_and_bring_in"));
  const status = statusLine();
  const results = h("ul", { class: "results" });
  const form = h(
    "form",
    { class: "form", "aria-label": t("audit_bring_in_a_record") },
    h("h3", {}, t("audit_bring_in_title")),
    h("p", { class: "help" }, t("audit_bring_in_help")),
    h("div", { class: "columns" }, field(t("audit_files"), files), field(t("audit_name_of_the_seat"), name)),
    h("div", { class: "fold" }, broken, h("label", { for: broken.id }, t("audit_even_broken"))),
    h("div", { class: "fold" }, turned, h("label", { for: turned.id }, t("audit_even_turned_back"))),
    h("div", { class: "actions" }, submit, status.element),
    results,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void bringIn();
  });

  async function bringIn(): Promise<void> {
    const chosen = [...(files.files ?? [])];
    if (chosen.length === 0) {
      status.say(t("audit_choose_a_file_first"), "bad");
      files.focus();
      return;
    }
    submit.disabled = true;
    results.replaceChildren();
    let held = 0;
    for (const file of chosen) {
      const asked = {
        file,
        name:
          (chosen.length === 1 && name.value.trim()) || file.name.replace(/\.[^.]*$/, "").slice(0, nameLimit),
        evenBroken: broken.checked,
        evenTurnedBack: turned.checked,
      };
      const told = await tell("bringIn", asked, (part) =>
        status.say(t("audit_file_checked", file.name, Math.round(100 * part))),
      );
      const problem = told.ok ? told.value.problem : told.problem;
      const isIn = told.ok && told.value.log !== undefined;
      if (problem === undefined) held++;
      else
        results.append(
          h(
            "li",
            { class: "notice" },
            t(isIn ? "audit_brought_in_as_broken" : "audit_not_brought_in", file.name, saidByWorker(problem)),
          ),
        );
    }
    await changed();
    submit.disabled = false;
    const all = held === chosen.length;
    status.say(t("audit_brought_in", held, chosen.length), all ? "good" : "bad");
    if (all) form.reset();
  }
  return form;
}
