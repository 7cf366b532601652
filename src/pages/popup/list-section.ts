import type { ask } from "../shared/ask-worker.ts";
import { button, h } from "../shared/h.ts";
import { unlockProblem } from "../shared/unlock-words.ts";
import type { ListView } from "./list-words.ts";
import { t } from "../../platform/i18n.ts";

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
    h("div", { class: "row" }, h("span", { class: "name" }, t("popup_state")), h("b", {}, view.value)),
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
  const unlock = h("button", { type: "submit", class: "button primary" }, t("popup_unlock"));
  const form = h(
    "form",
    { class: "unlock", novalidate: true, "aria-label": t("popup_unlock_the_patient_list") },
    h("label", { for: "passphrase" }, t("popup_passphrase")),
    field,
    h("label", { class: "inline", for: "passphrase-shown" }, shown, ` ${t("popup_show_what_i_type")}`),
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
    if (field.value === "") return fail(t("popup_type_the_passphrase"));
    isBusy = true;
    error.textContent = "";
    field.removeAttribute("aria-invalid");
    unlock.textContent = t("popup_unlocking");
    unlock.setAttribute("aria-busy", "true");
    const answer = await ask("patients.unlock", { passphrase: field.value });
    isBusy = false;
    unlock.textContent = t("popup_unlock");
    unlock.removeAttribute("aria-busy");
    if (!answer.ok) return fail(t("popup_it_could_not_be_unlocked_close"));
    const problem = unlockProblem(answer.value);
    if (problem !== undefined) return fail(problem);
    field.value = "";
    await changed(t("popup_the_patient_list_is_unlocked"));
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void submit();
  });
  return form;
}

function drawLock({ ask, changed }: ListActions): HTMLElement {
  const lock = button(t("popup_lock_now"), "plain", () => void press());
  async function press(): Promise<void> {
    lock.disabled = true;
    const answer = await ask("patients.lock", {});
    await changed(answer.ok ? t("popup_the_patient_list_is_locked") : t("popup_it_could_not_be_locked"));
  }
  return h("div", { class: "actions" }, lock);
}
