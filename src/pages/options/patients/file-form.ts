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
import { t } from "../../../platform/i18n.ts";

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
  const seal = h("button", { type: "submit", class: "button primary" }, t("options_seal_it_anew"));
  const get = button(t("options_download_the_sealed_file"), "plain", () => void save());

  async function content(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const id = inUse().standing?.list?.id;
    const file = id === undefined ? undefined : await readFile(id);
    if (!file) status.say(t("options_the_sealed_file_could_not_be"), "bad");
    return file && new Uint8Array(file);
  }

  async function save(): Promise<void> {
    const file = await content();
    if (!file) return;
    const created = inUse().standing?.list?.created ?? Date.now();
    download(new Blob([file]), `patient-list-${dateValue(created, 0)}.rgl`);
    await showPolicy(file, undefined);
    status.say(t("options_downloaded_it_opens_with_the_passphrase"), "good");
  }

  /** `managedKey`: base64, of the sealing just now; nothing keeps it but what is drawn here. */
  async function showPolicy(file: Uint8Array<ArrayBuffer>, managedKey: string | undefined): Promise<void> {
    const text = policyText(await sha256Of(file), managedKey);
    policy.replaceChildren(
      h("h4", { tabindex: -1 }, t("options_for_a_managed_policy")),
      h("p", { class: "help" }, t("options_put_the_sealed_file_at_an")),
      h("pre", { class: "secret", tabindex: 0, "aria-label": t("options_what_the_policy_needs") }, text),
      h(
        "p",
        { class: "help" },
        managedKey === undefined
          ? t("options_without_a_key_in_the_policy")
          : t("options_the_key_is_shown_this_once"),
      ),
      h(
        "div",
        { class: "actions" },
        copyButton(t("options_copy_for_the_policy"), () => text),
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
    status.say(t("options_sealing_the_list"));
    const worker = converse();
    const expires = standing?.list?.expires ?? null;
    const locks = managedKey ? { passphrase: given, managedKey } : { passphrase: given };
    const sealed = await worker.ask({ do: "rekey", open, locks, expires }, "rekeyed");
    const stored = sealed.say === "failed" ? sealed : await worker.ask({ do: "store" }, "stored");
    worker.stop();
    const isDone = stored.say === "stored" && (await adopt(stored.taken));
    seal.disabled = false;
    if (!isDone) {
      const why = stored.say === "failed" ? stored.problem : t("options_the_list_could_not_be_sealed");
      status.say(t("options_the_one_in_use_is_as", why), "bad");
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
    status.say(t("options_sealed_under_a_fresh_key_and"), "good");
  }

  const form = h(
    "form",
    { class: "form" },
    h("h4", {}, t("options_new_passphrase_and_key")),
    h("p", { class: "help under" }, t("options_for_when_somebody_leaves_who_knew")),
    passphrase.element,
    h(
      "div",
      { class: "radio" },
      withKey,
      h(
        "label",
        { for: "rekey-managed" },
        t("options_also_make_a_key_for_a"),
        h("span", { class: "help" }, t("options_browsers_with_that_policy_open_the")),
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
      h("h4", {}, t("options_sealed_file_2")),
      h("p", { class: "help under" }, t("options_the_list_as_it_is_stored")),
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
