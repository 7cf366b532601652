import { fromBase64 } from "../../../patient-list/bytes.ts";
import { button, h } from "../../shared/h.ts";
import { checkedField } from "../section.ts";
import type { SealedFile, Secret } from "./jobs.ts";
import { secretInput, showButton } from "./passphrase-fields.ts";
import { day } from "../../shared/words.ts";

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
    byKey ? "Key of the policy" : "Passphrase of this file",
    byKey
      ? "This file has no passphrase. It opens with the key that was shown when it was made."
      : "The one with which it was sealed. It stays the passphrase of the list.",
    input,
  );
  input.addEventListener("input", clear);
  const form = h(
    "form",
    { class: "preview", "aria-labelledby": "sealed-title" },
    h("h3", { id: "sealed-title", tabindex: -1 }, "A sealed patient list"),
    h(
      "p",
      {},
      `${file.name}: ${file.bucket} people, sealed ${day(file.created)}${file.expires === null ? "" : `, to be used until ${day(file.expires)}`}. What it says of itself is proven only when it is opened.`,
    ),
    element,
    h(
      "div",
      { class: "actions" },
      h("button", { type: "submit", class: "button primary" }, "Open it and take it into use"),
      showButton([input]),
      button("Cancel", "plain", cancel),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const secret = read();
    if (secret) unlock(secret);
  });
  function read(): Secret | undefined {
    if (input.value === "") {
      fail(byKey ? "Type or paste the key." : "Type the passphrase.");
      return undefined;
    }
    if (!byKey) return { passphrase: input.value };
    const managedKey = fromBase64(input.value.trim());
    if (managedKey?.length === 32) return { managedKey };
    fail("This is no key: it has 44 characters and ends in “=”.");
    return undefined;
  }
  // After it is in the page: only then can the field take the focus.
  if (problem !== undefined) queueMicrotask(() => fail(problem));
  return form;
}
