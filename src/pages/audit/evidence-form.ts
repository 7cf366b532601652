/** Where the officer gives key file and passphrase, and the file with the sealed drafts of another browser. */
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
  const keyField = checkedField("evidence-key", "The officer’s key file", "It stays on this machine.", key);
  const passphraseField = checkedField("evidence-passphrase", "Its passphrase", "", passphrase);
  const fileField = checkedField(
    "evidence-file",
    "Evidence file",
    "The draft is not kept in this browser. The file lies beside the export that the entry came with.",
    evidence,
  );
  fileField.element.hidden = true;
  const secrets = h(
    "div",
    { class: "columns" },
    keyField.element,
    h("div", {}, passphraseField.element, showButton([passphrase])),
  );
  const submit = h("button", { type: "submit", class: "button primary" }, "Open the draft");
  const element = h(
    "form",
    { class: "form", autocomplete: "off" },
    h(
      "p",
      { class: "help" },
      "Only the officer’s key opens it. That it was opened goes on record. Key and draft are held in the memory of this page for 15 minutes, and never written down.",
    ),
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
      if (!file) keyField.fail("Choose the officer’s key file.");
      else if (passphrase.value === "") passphraseField.fail("Type the passphrase of the key file.");
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
      if (isGiven)
        fileField.fail("This file has no draft of this entry. Choose the one of its browser and time.");
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
