import { newPassphrase } from "../../../patient-list/passphrase.ts";
import { button, h } from "../../shared/h.ts";
import { checkedField } from "../section.ts";
import { copyButton } from "./copy-button.ts";
import { strengthOf } from "./strength.ts";
import { t } from "../../../platform/i18n.ts";

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
  const firstField = checkedField(`${prefix}-passphrase`, t("options_passphrase"), "", first);
  const againField = checkedField(`${prefix}-again`, t("options_passphrase_again"), "", again);
  const made = h("div", { class: "made" });
  const show = showButton([first, again]);
  const fill = (passphrase: string): void => {
    first.value = passphrase;
    again.value = passphrase;
    tell();
  };
  const make = button(t("options_make_one_for_me"), "plain", () => {
    const passphrase = newPassphrase();
    fill(passphrase);
    firstField.clear();
    againField.clear();
    made.replaceChildren(
      h(
        "code",
        { class: "secret", tabindex: 0, "aria-label": t("options_the_passphrase_that_was_made") },
        passphrase,
      ),
      copyButton(t("options_copy_the_passphrase"), () => passphrase),
      h("p", { class: "help" }, t("options_keep_it_in_a_safe_place")),
    );
    made.querySelector<HTMLElement>("code")?.focus();
  });

  function tell(): void {
    const words = first.value === "" ? "" : strengthOf(first.value).words;
    // The same words put in again would be read out again, at every key.
    if (strength.textContent !== words) strength.textContent = words;
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
      h("p", { class: "help" }, t("options_at_least_12_characters_or_four")),
      h("div", { class: "columns" }, h("div", {}, firstField.element, strength), againField.element),
      h("div", { class: "actions" }, show, make),
      made,
    ),
    read() {
      const { level, words } = strengthOf(first.value);
      if (level === "refused") {
        firstField.fail(first.value === "" ? t("options_type_a_passphrase_or_have_one") : words);
        return undefined;
      }
      if (first.value !== again.value) {
        againField.fail(t("options_the_two_are_not_the_same"));
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
  const show = button(t("options_show"), "plain", () => {
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
    inputs.length > 1 ? t("options_show_what_is_typed_as_passphrase") : t("options_show_what_is_typed"),
  );
  return show;
}
