import { newPassphrase } from "../../../patient-list/passphrase.ts";
import { button, h } from "../../shared/h.ts";
import { checkedField } from "../section.ts";
import { copyButton } from "./copy-button.ts";
import { strengthOf } from "./strength.ts";

export interface PassphraseFields {
  readonly element: HTMLElement;
  /** The passphrase, if it was given twice and will do; otherwise undefined, and the field says why. */
  read(): string | undefined;
  clear(): void;
}

/** A new passphrase, typed twice or made here. `prefix` begins the ids. */
export function passphraseFields(prefix: string): PassphraseFields {
  const first = secretInput("new-password");
  const again = secretInput("new-password");
  const strength = h("p", { class: "help", role: "status" });
  const firstField = checkedField(`${prefix}-passphrase`, "Passphrase", "", first);
  const againField = checkedField(`${prefix}-again`, "Passphrase, again", "", again);
  const made = h("div", { class: "made" });
  const show = showButton([first, again]);
  const fill = (passphrase: string): void => {
    first.value = passphrase;
    again.value = passphrase;
    tell();
  };
  const make = button("Make one for me", "plain", () => {
    const passphrase = newPassphrase();
    fill(passphrase);
    firstField.clear();
    againField.clear();
    made.replaceChildren(
      h("code", { class: "secret", tabindex: 0, "aria-label": "The passphrase that was made" }, passphrase),
      copyButton("Copy the passphrase", () => passphrase),
      h(
        "p",
        { class: "help" },
        "Keep it in a safe place, such as a password manager. It cannot be recovered: whoever forgets it has to import the list again. If the sealed file is handed on, the passphrase must go by another channel.",
      ),
    );
    made.querySelector<HTMLElement>("code")?.focus();
  });

  function tell(): void {
    strength.textContent = first.value === "" ? "" : strengthOf(first.value).words;
  }
  first.addEventListener("input", () => {
    firstField.clear();
    made.replaceChildren();
    tell();
  });
  again.addEventListener("input", () => againField.clear());

  return {
    element: h(
      "div",
      { class: "passphrase" },
      h(
        "p",
        { class: "help" },
        "At least 12 characters, or four words. It opens the list at this browser and wherever its sealed file is read. It cannot be recovered.",
      ),
      h("div", { class: "columns" }, h("div", {}, firstField.element, strength), againField.element),
      h("div", { class: "actions" }, show, make),
      made,
    ),
    read() {
      const { level, words } = strengthOf(first.value);
      if (level === "refused") {
        firstField.fail(first.value === "" ? "Type a passphrase, or have one made." : words);
        return undefined;
      }
      if (first.value !== again.value) {
        againField.fail("The two are not the same.");
        return undefined;
      }
      return first.value;
    },
    clear() {
      first.value = "";
      again.value = "";
      made.replaceChildren();
      tell();
    },
  };
}

export function secretInput(autocomplete: "new-password" | "off"): HTMLInputElement {
  return h("input", {
    type: "password",
    autocomplete,
    autocapitalize: "none",
    spellcheck: "false",
    maxlength: 1000,
  });
}

/**
 * While it is shown a field is one of text, and Chromium keeps what is typed in those on disk, to bring tabs back, unless
 * they have `autocomplete="off"`.
 */
export function showButton(inputs: readonly HTMLInputElement[]): HTMLButtonElement {
  const fields = inputs.map((input) => ({ input, hidden: input.autocomplete }));
  const show = button("Show", "plain", () => {
    const isShown = show.getAttribute("aria-pressed") === "true";
    for (const { input, hidden } of fields) {
      input.autocomplete = isShown ? hidden : "off";
      input.type = isShown ? "password" : "text";
    }
    show.setAttribute("aria-pressed", String(!isShown));
  });
  show.setAttribute("aria-pressed", "false");
  show.setAttribute(
    "aria-label",
    inputs.length > 1 ? "Show what is typed as passphrase" : "Show what is typed",
  );
  return show;
}
