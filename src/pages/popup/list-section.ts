import type { ask } from "../shared/ask-worker.ts";
import { button, h } from "../shared/h.ts";
import { unlockProblem } from "../shared/unlock-words.ts";
import type { ListView } from "./list-words.ts";

export interface ListActions {
  readonly ask: typeof ask;
  /** Draws the section anew, says what has been done, and puts the focus where the person goes on. */
  readonly changed: (words: string) => Promise<void>;
}

/** Undefined where there is nothing to say or to do. */
export function drawList(view: ListView, actions: ListActions): HTMLElement | undefined {
  if (view.notices.length === 0 && !view.canLock) return undefined;
  return h(
    "div",
    { class: "list" },
    h("div", { class: "row" }, h("span", { class: "name" }, "State"), h("b", {}, view.value)),
    ...view.notices.map((words) => h("p", { class: view.isClosed ? "notice" : "soft" }, words)),
    view.canUnlock && drawUnlock(actions),
    view.canLock && drawLock(actions),
  );
}

function drawUnlock({ ask, changed }: ListActions): HTMLElement {
  const field = h("input", {
    id: "passphrase",
    type: "password",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    maxlength: 1000,
    "aria-describedby": "passphrase-error",
  });
  const shown = h("input", { id: "passphrase-shown", type: "checkbox" });
  shown.addEventListener("change", () => {
    field.type = shown.checked ? "text" : "password";
  });
  // There from the start: what appears together with its region is not always read out.
  const error = h("p", { id: "passphrase-error", class: "error", role: "alert" });
  const unlock = h("button", { type: "submit", class: "button primary" }, "Unlock");
  const form = h(
    "form",
    { class: "unlock", novalidate: true, "aria-label": "Unlock the patient list" },
    h("label", { for: "passphrase" }, "Passphrase"),
    field,
    h("label", { class: "inline", for: "passphrase-shown" }, shown, " Show what I type"),
    error,
    h("div", { class: "actions" }, unlock),
  );
  let isBusy = false;

  function fail(words: string): void {
    error.textContent = words;
    field.setAttribute("aria-invalid", "true");
    field.focus();
    field.select();
  }

  async function submit(): Promise<void> {
    if (isBusy) return;
    if (field.value === "") return fail("Type the passphrase.");
    isBusy = true;
    error.textContent = "";
    field.removeAttribute("aria-invalid");
    unlock.textContent = "Unlocking…";
    unlock.setAttribute("aria-busy", "true");
    const answer = await ask("patients.unlock", { passphrase: field.value });
    isBusy = false;
    unlock.textContent = "Unlock";
    unlock.removeAttribute("aria-busy");
    if (!answer.ok) return fail("It could not be unlocked. Close this window and open it again.");
    const problem = unlockProblem(answer.value);
    if (problem !== undefined) return fail(problem);
    field.value = "";
    await changed("The patient list is unlocked.");
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void submit();
  });
  return form;
}

function drawLock({ ask, changed }: ListActions): HTMLElement {
  const lock = button("Lock now", "plain", () => void press());
  async function press(): Promise<void> {
    lock.disabled = true;
    const answer = await ask("patients.lock", {});
    await changed(answer.ok ? "The patient list is locked." : "It could not be locked.");
  }
  return h("div", { class: "actions" }, lock);
}
