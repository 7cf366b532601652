/** Where the officer gives the passphrase, before anything of the record is read. */
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
    return h(
      "p",
      { class: "notice" },
      "The practice’s policy keeps the record for whoever has the officer’s passphrase, and says so in a way that this version cannot use. Nobody can open it here until the policy is mended: whoever looks after it finds the fault with guard policy lint, under consoleLock.",
    );
  }
  const passphrase = secretInput("off");
  const field = checkedField("officer-passphrase", "The officer’s passphrase", "", passphrase);
  const submit = h("button", { type: "submit", class: "button primary" }, "Open the record");
  const form = h(
    "form",
    { class: "form", autocomplete: "off", novalidate: true },
    h(
      "p",
      { class: "help" },
      "The practice’s policy keeps the record for whoever has this passphrase. That it is opened goes on record, and so does each passphrase that is wrong.",
    ),
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
      field.fail("Type the passphrase.");
      return;
    }
    isBusy = true;
    submit.setAttribute("aria-busy", "true");
    const answer = await tell("console.unlock", { passphrase: passphrase.value });
    isBusy = false;
    submit.removeAttribute("aria-busy");
    if (!answer.ok) {
      field.fail(
        "It is not open, because it could not be put on record that it was opened. Try again in a moment.",
      );
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
  if (problem === "wrong")
    return `That is not the officer’s passphrase. Mind capitals and spaces, and try again in ${time}.`;
  if (problem === "wait") return `It was not tried yet. Wait ${time}, then press the button again.`;
  return "The policy has changed meanwhile. Load this page again.";
}
