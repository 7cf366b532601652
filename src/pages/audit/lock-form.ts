/** Where the officer gives the passphrase, before anything of the record is read. */
import { t } from "../../platform/i18n.ts";
import type { ConsoleStanding, ConsoleUnlocked } from "../../contract/console-lock.ts";
import { secretInput, showButton } from "../options/patients/passphrase-fields.ts";
import { checkedField } from "../options/section.ts";
import type { ask } from "../shared/ask-worker.ts";
import { h } from "../shared/h.ts";
import { waitWords } from "../shared/words.ts";

/** The session, once there is one. It cannot be closed otherwise. */
export function lockForm(
  lock: Exclude<ConsoleStanding["lock"], "none">,
  tell: typeof ask,
  opened: (session: string) => void,
): HTMLElement {
  if (lock === "broken") {
    return h("p", { class: "notice" }, t("audit_lock_broken"));
  }
  const passphrase = secretInput("off");
  const field = checkedField("officer-passphrase", t("audit_officers_passphrase"), "", passphrase);
  const submit = h("button", { type: "submit", class: "button primary" }, t("audit_open_the_record"));
  const form = h(
    "form",
    { class: "form", autocomplete: "off", novalidate: true },
    h("p", { class: "help" }, t("audit_lock_help")),
    field.element,
    h("div", { class: "actions" }, submit, showButton([passphrase])),
  );
  let isBusy = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!isBusy) void give();
  });

  async function give(): Promise<void> {
    field.clear();
    if (passphrase.value === "") {
      field.fail(t("audit_type_the_passphrase"));
      return;
    }
    isBusy = true;
    submit.setAttribute("aria-busy", "true");
    const answer = await tell("console.unlock", { passphrase: passphrase.value });
    isBusy = false;
    submit.removeAttribute("aria-busy");
    if (!answer.ok) {
      field.fail(t("audit_not_open_not_on_record"));
      return;
    }
    const { session } = answer.value;
    if (session === undefined) {
      passphrase.select();
      field.fail(problemOf(answer.value));
      return;
    }
    passphrase.value = "";
    opened(session);
  }
  return form;
}

function problemOf({ problem, wait }: ConsoleUnlocked): string {
  const time = waitWords(wait);
  if (problem === "wrong") return t("audit_wrong_passphrase", time);
  if (problem === "wait") return t("audit_passphrase_not_tried", time);
  return t("audit_policy_changed_meanwhile");
}
