import { ask } from "../../shared/ask-worker.ts";
import { button, h } from "../../shared/h.ts";
import { unlockProblem } from "../../shared/unlock-words.ts";
import { checkedField, statusLine } from "../section.ts";
import type { InUse } from "./in-use.ts";
import { secretInput, showButton } from "./passphrase-fields.ts";
import { viewStanding } from "./standing-words.ts";
import type { StandingView } from "./standing-words.ts";
import { t } from "../../../platform/i18n.ts";

const marks: Readonly<Record<Exclude<StandingView["mark"], "none">, () => string>> = {
  open: () => t("options_open"),
  locked: () => t("options_locked"),
  "not usable": () => t("options_not_usable"),
  awaited: () => t("options_awaited"),
  unknown: () => t("options_unknown"),
};

export interface StandingForm {
  readonly element: HTMLElement;
  /** Draws it anew; the focus goes to its title where it was inside. */
  show(inUse: InUse): void;
}

/** The list in use: what it is, whether it is open, and what can be done about it. `changed` draws the section anew. */
export function standingForm(changed: () => Promise<void>): StandingForm {
  const place = h("div", {});
  const status = statusLine();

  async function lock(): Promise<void> {
    const answer = await ask("patients.lock", {});
    await changed();
    if (answer.ok) status.say(t("options_the_list_is_locked_it_opens"), "good");
    else status.say(t("options_it_could_not_be_locked"), "bad");
  }

  async function remove(): Promise<void> {
    const answer = await ask("patients.remove", {});
    await changed();
    if (answer.ok) status.say(t("options_the_list_is_removed"), "good");
    else status.say(t("options_it_could_not_be_removed_nothing"), "bad");
  }

  function unlockForm(): HTMLElement {
    const input = secretInput("off");
    const { element, fail, clear } = checkedField(
      "unlock-passphrase",
      t("options_passphrase_of_the_list"),
      "",
      input,
    );
    const submit = h("button", { type: "submit", class: "button primary" }, t("options_unlock"));
    const form = h(
      "form",
      { class: "unlock" },
      element,
      h("div", { class: "actions" }, submit, showButton([input])),
    );
    input.addEventListener("input", clear);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!submit.disabled) void unlock();
    });
    async function unlock(): Promise<void> {
      if (input.value === "") {
        fail(t("options_type_the_passphrase"));
        return;
      }
      submit.disabled = true;
      status.say(t("options_unlocking"));
      const answer = await ask("patients.unlock", { passphrase: input.value });
      submit.disabled = false;
      status.say("");
      if (!answer.ok) {
        fail(t("options_the_list_could_not_be_unlocked"));
        return;
      }
      const problem = unlockProblem(answer.value);
      if (problem !== undefined) {
        fail(problem);
        input.select();
      } else {
        input.value = "";
        await changed();
        status.say(t("options_the_list_is_open_until_the"), "good");
      }
    }
    return form;
  }

  return {
    element: h("div", { class: "standing" }, place, status.element),
    show({ standing, unchecked }) {
      const view = viewStanding(standing, unchecked, Date.now());
      const hadFocus = place.contains(document.activeElement);
      status.say("");
      place.replaceChildren(
        h(
          "div",
          { class: "standing-title" },
          h("h3", { id: "standing-title", tabindex: -1 }, view.title),
          view.mark !== "none" &&
            h("span", { class: "mark-words", "data-mark": view.mark }, marks[view.mark]()),
        ),
        ...(view.facts.length > 0 ? [h("p", { class: "soft" }, view.facts.join(" "))] : []),
        ...view.notices.map((words) => h("p", { class: "notice" }, words)),
        ...(view.canUnlock ? [unlockForm()] : []),
        ...(view.canLock || view.canRemove
          ? [
              h(
                "div",
                { class: "actions" },
                view.canLock && button(t("options_lock_now"), "plain", () => void lock()),
                view.canRemove && removeButton(() => void remove()),
              ),
            ]
          : []),
      );
      if (hadFocus) place.querySelector("h3")?.focus();
    },
  };
}

/** The second press does it: the first one asks. Going elsewhere takes the question back. */
function removeButton(remove: () => void): HTMLElement {
  const ask = t("options_remove_list");
  const sure = t("options_remove_it_now_patients_are_not");
  const element = button(ask, "danger", () => {
    if (element.textContent === sure) remove();
    else element.textContent = sure;
  });
  element.setAttribute("aria-live", "polite");
  element.addEventListener("blur", () => (element.textContent = ask));
  return element;
}
