import { randomBytes, sha256Of, toBase64 } from "../../../patient-list/bytes.ts";
import { button, h } from "../../shared/h.ts";
import { statusLine } from "../section.ts";
import { copyButton } from "./copy-button.ts";
import { download } from "./download.ts";
import type { InUse } from "./in-use.ts";
import type { Taken } from "./jobs.ts";
import { passphraseFields } from "./passphrase-fields.ts";
import { policyText } from "./policy-text.ts";
import { dateValue } from "./words.ts";
import { converse } from "./worker-client.ts";

export interface FileParts {
  readonly inUse: () => InUse;
  /** The sealed file of the list in use; undefined where there is none. */
  readonly readFile: (id: string) => Promise<Uint8Array | undefined>;
  readonly adopt: (taken: Taken) => Promise<boolean>;
  readonly changed: () => Promise<void>;
}

export interface FileForm {
  readonly element: HTMLElement;
  /** The list in use has changed. */
  show(): void;
}

/** The sealed file for other browsers, a new key and passphrase, and what a policy needs to hand the list out. */
export function drawFileForm({ inUse, readFile, adopt, changed }: FileParts): FileForm {
  const status = statusLine();
  const policy = h("div", { class: "for-policy" });
  const passphrase = passphraseFields("rekey");
  const withKey = h("input", { type: "checkbox", id: "rekey-managed" });
  const seal = h("button", { type: "submit", class: "button primary" }, "Seal it anew");
  const get = button("Download the sealed file", "plain", () => void save());

  async function content(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const id = inUse().standing?.list?.id;
    const file = id === undefined ? undefined : await readFile(id);
    if (!file) status.say("The sealed file could not be read.", "bad");
    return file && new Uint8Array(file);
  }

  async function save(): Promise<void> {
    const file = await content();
    if (!file) return;
    const created = inUse().standing?.list?.created ?? Date.now();
    download(new Blob([file]), `patient-list-${dateValue(created, 0)}.rgl`);
    await showPolicy(file, undefined);
    status.say(
      "Downloaded. It opens with the passphrase of the list, which must go by another channel than the file.",
      "good",
    );
  }

  /** `managedKey`: base64, of the sealing just now; nothing keeps it but what is drawn here. */
  async function showPolicy(file: Uint8Array<ArrayBuffer>, managedKey: string | undefined): Promise<void> {
    const text = policyText(await sha256Of(file), managedKey);
    policy.replaceChildren(
      h("h4", { tabindex: -1 }, "For a managed policy"),
      h(
        "p",
        { class: "help" },
        "Put the sealed file at an address that begins with https://, and this into the policy. Every change of the list makes another file: it has to be handed out anew.",
      ),
      h("pre", { class: "secret", tabindex: 0, "aria-label": "What the policy needs" }, text),
      h(
        "p",
        { class: "help" },
        managedKey === undefined
          ? "Without a key in the policy each person types the passphrase once after the browser starts. “Seal it anew” below can make a key."
          : "The key is shown this once. Whoever can read the policy can open the list.",
      ),
      h(
        "div",
        { class: "actions" },
        copyButton("Copy for the policy", () => text),
      ),
    );
  }

  async function rekey(): Promise<void> {
    const { open, standing } = inUse();
    if (!open) return;
    const given = passphrase.read();
    if (given === undefined) return;
    const managedKey = withKey.checked ? randomBytes(32) : undefined;
    seal.disabled = true;
    status.say("Sealing the list…");
    const worker = converse();
    const expires = standing?.list?.expires ?? null;
    const locks = managedKey ? { passphrase: given, managedKey } : { passphrase: given };
    const sealed = await worker.ask({ do: "rekey", open, locks, expires }, "rekeyed");
    const stored = sealed.say === "failed" ? sealed : await worker.ask({ do: "store" }, "stored");
    worker.stop();
    const isDone = stored.say === "stored" && (await adopt(stored.taken));
    seal.disabled = false;
    if (!isDone) {
      const why = stored.say === "failed" ? stored.problem : "The list could not be sealed anew.";
      status.say(`${why} The one in use is as it was.`, "bad");
      return;
    }
    passphrase.clear();
    withKey.checked = false;
    await changed();
    const file = managedKey && (await content());
    if (file && managedKey) {
      await showPolicy(file, toBase64(managedKey));
      policy.querySelector("h4")?.focus();
    }
    status.say(
      "Sealed under a fresh key, and the passphrase is the new one. Files that were downloaded before still open with the old one.",
      "good",
    );
  }

  const form = h(
    "form",
    { class: "form" },
    h("h4", {}, "New passphrase and key"),
    h(
      "p",
      { class: "help under" },
      "For when somebody leaves who knew the passphrase. The list is sealed under a fresh key. The hashes inside stay as they are, since they cannot be made anew without the names: where they may have been read, import the list again.",
    ),
    passphrase.element,
    h(
      "div",
      { class: "radio" },
      withKey,
      h(
        "label",
        { for: "rekey-managed" },
        "Also make a key for a managed policy",
        h("span", { class: "help" }, "Browsers with that policy open the list without a passphrase."),
      ),
    ),
    h("div", { class: "actions" }, seal),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!seal.disabled) void rekey();
  });

  return {
    element: h(
      "div",
      { class: "form" },
      h("h4", {}, "Sealed file"),
      h(
        "p",
        { class: "help under" },
        "The list as it is stored here. Choose it at another browser, or read it with the command line. Nobody reads a name in it, and without its passphrase it tells only about how many people it holds.",
      ),
      h("div", { class: "actions" }, get),
      status.element,
      policy,
      form,
    ),
    show() {
      const { open, standing } = inUse();
      policy.replaceChildren();
      get.disabled = standing?.list?.source !== "seat";
      form.hidden = open === undefined;
    },
  };
}
