/** Where the officer gives key file and passphrase, and the file with the sealed drafts of another browser. */
import { t } from "../../platform/i18n.ts";
import { secretInput, showButton } from "../options/patients/passphrase-fields.ts";
import { checkedField } from "../options/section.ts";
import { h } from "../shared/h.ts";

export interface KeyForm {
  readonly element: HTMLFormElement;
  /** What is asked for; `button`: the key is here. */
  show(what: "key" | "button" | "nothing"): void;
  /** Undefined: something is missing, and its field says so. */
  read(): { readonly file: File; readonly passphrase: string } | undefined;
  fail(which: "key" | "passphrase", problem: string): void;
  evidenceFile(): File | undefined;
  /** The draft is not in this browser, or (`isGiven`) not in the file. */
  askForFile(isGiven: boolean): void;
  forgetFile(): void;
  busy(is: boolean): void;
  /** Empties key file and passphrase. */
  clear(): void;
}

export function keyForm(onSubmit: () => void): KeyForm {
  const key = h("input", { type: "file", autocomplete: "off" });
  const passphrase = secretInput("off");
  const evidence = h("input", { type: "file", accept: ".jsonl", autocomplete: "off" });
  const keyField = checkedField(
    "evidence-key",
    t("audit_officers_key_file"),
    t("audit_it_stays_on_this_machine"),
    key,
  );
  const passphraseField = checkedField("evidence-passphrase", t("audit_its_passphrase"), "", passphrase);
  const fileField = checkedField(
    "evidence-file",
    t("audit_evidence_file"),
    t("audit_evidence_file_help"),
    evidence,
  );
  fileField.element.hidden = true;
  const secrets = h(
    "div",
    { class: "columns" },
    keyField.element,
    h("div", {}, passphraseField.element, showButton([passphrase])),
  );
  const submit = h("button", { type: "submit", class: "button primary" }, t("audit_open_the_draft"));
  const element = h(
    "form",
    { class: "form", autocomplete: "off" },
    h("p", { class: "help" }, t("audit_evidence_help")),
    secrets,
    fileField.element,
    h("div", { class: "actions" }, submit),
  );
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    for (const one of [keyField, passphraseField, fileField]) one.clear();
    onSubmit();
  });

  return {
    element,
    show(what) {
      element.hidden = what === "nothing";
      secrets.hidden = what !== "key";
    },
    read() {
      const file = key.files?.[0];
      if (!file) keyField.fail(t("audit_choose_the_key_file"));
      else if (passphrase.value === "") passphraseField.fail(t("audit_type_passphrase_of_key_file"));
      else return { file, passphrase: passphrase.value };
      return undefined;
    },
    fail(which, problem) {
      if (which === "key") key.value = "";
      passphrase.value = "";
      (which === "key" ? keyField : passphraseField).fail(problem);
    },
    evidenceFile: () => (fileField.element.hidden ? undefined : evidence.files?.[0]),
    askForFile(isGiven) {
      fileField.element.hidden = false;
      if (isGiven) fileField.fail(t("audit_file_has_no_draft"));
      else evidence.focus();
    },
    forgetFile() {
      fileField.clear();
      fileField.element.hidden = true;
    },
    busy(is) {
      submit.disabled = is;
    },
    clear() {
      key.value = "";
      passphrase.value = "";
    },
  };
}
