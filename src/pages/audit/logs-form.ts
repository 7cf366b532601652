/** Brings exports of other seats in, one after the other. */
import { statusLine } from "../options/section.ts";
import { h } from "../shared/h.ts";
import { field } from "./filter-form.ts";
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
  const submit = h("button", { type: "submit", class: "button primary" }, "Check and bring in");
  const status = statusLine();
  const results = h("ul", { class: "results" });
  const form = h(
    "form",
    { class: "form", "aria-label": "Bring in a record" },
    h("h3", {}, "Bring in the record of another seat"),
    h(
      "p",
      { class: "help" },
      "An export in JSON Lines, made there by “Check and export”. Its whole chain is checked first; nothing of it leaves this browser.",
    ),
    h(
      "div",
      { class: "columns" },
      field("Files", files),
      field("Name of the seat (else that of the file)", name),
    ),
    h(
      "div",
      { class: "fold" },
      broken,
      h("label", { for: broken.id }, "Also what stands before a fault, marked as broken"),
    ),
    h(
      "div",
      { class: "fold" },
      turned,
      h(
        "label",
        { for: turned.id },
        "Also where the clock was set back, as its own entries tell. Ask first who did it, and why",
      ),
    ),
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
      status.say("Choose a file first.", "bad");
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
        status.say(`${file.name}: ${Math.round(100 * part)} % checked.`),
      );
      const problem = told.ok ? told.value.problem : told.problem;
      const isIn = told.ok && told.value.log !== undefined;
      if (problem === undefined) held++;
      else
        results.append(
          h(
            "li",
            { class: "notice" },
            `${file.name}: ${isIn ? "brought in as broken. " : "not brought in. "}${problem}`,
          ),
        );
    }
    await changed();
    submit.disabled = false;
    const all = held === chosen.length;
    status.say(`${held} of ${chosen.length} brought in: every entry and seal holds.`, all ? "good" : "bad");
    if (all) form.reset();
  }
  return form;
}
