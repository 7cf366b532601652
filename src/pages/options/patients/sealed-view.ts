import { fromBase64 } from "../../../patient-list/bytes.ts";
import { button, h } from "../../shared/h.ts";
import { checkedField } from "../section.ts";
import type { SealedFile, Secret } from "./jobs.ts";
import { secretInput, showButton } from "./passphrase-fields.ts";
import { day } from "../../shared/words.ts";
import { t } from "../../../platform/i18n.ts";
import { declaredWords } from "../../../platform/declared-words.ts";

/** A sealed file that was chosen, and the question for what opens it. */
export function drawSealed(
  file: SealedFile,
  problem: string | undefined,
  unlock: (secret: Secret) => void,
  cancel: () => void,
): HTMLElement {
  const byKey = !file.locks.includes("passphrase");
  const input = secretInput("off");
  const { element, fail, clear } = checkedField(
    "sealed-secret",
    byKey ? t("options_key_of_the_policy") : t("options_passphrase_of_this_file"),
    byKey ? t("options_this_file_has_no_passphrase_it") : t("options_the_one_with_which_it_was"),
    input,
  );
  input.addEventListener("input", clear);
  const form = h(
    "form",
    { class: "preview", "aria-labelledby": "sealed-title" },
    h("h3", { id: "sealed-title", tabindex: -1 }, t("options_a_sealed_patient_list")),
    h(
      "p",
      {},
      file.expires === null
        ? t("options_sealed_file", file.name, declaredWords(file.bucket), day(file.created))
        : t(
            "options_sealed_file_until",
            file.name,
            declaredWords(file.bucket),
            day(file.created),
            day(file.expires),
          ),
    ),
    element,
    h(
      "div",
      { class: "actions" },
      h("button", { type: "submit", class: "button primary" }, t("options_open_it_and_take_it_into")),
      showButton([input]),
      button(t("options_cancel"), "plain", cancel),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const secret = read();
    if (secret) unlock(secret);
  });
  function read(): Secret | undefined {
    if (input.value === "") {
      fail(byKey ? t("options_type_or_paste_the_key") : t("options_type_the_passphrase"));
      return undefined;
    }
    if (!byKey) return { passphrase: input.value };
    const managedKey = fromBase64(input.value.trim());
    if (managedKey?.length === 32) return { managedKey };
    fail(t("options_this_is_no_key_it_has"));
    return undefined;
  }
  // After it is in the page: only then can the field take the focus.
  if (problem !== undefined) queueMicrotask(() => fail(problem));
  return form;
}
