/**
 * The sealed draft of an entry, opened for the officer: key, passphrase and draft are in the memory of this page alone, and in
 * its document while they are shown.
 */
import { locale, t } from "../../platform/i18n.ts";
import { officerKeyLimit } from "../../contract/evidence.ts";
import type { EntryLine, RecordEntry } from "../../contract/record-entry.ts";
import { declaredWords } from "../../platform/declared-words.ts";
import { openOfficerKey, readOfficerKey } from "../../record/evidence-key.ts";
import type { OfficerKey } from "../../record/evidence-key.ts";
import { evidenceWords, officerKeyWords } from "../../record/evidence-words.ts";
import { statusLine } from "../options/section.ts";
import { button, h } from "../shared/h.ts";
import { drawDraft } from "./evidence-draft.ts";
import { keyForm } from "./evidence-form.ts";
import { findEvidence } from "./evidence-from-file.ts";
import { heldKey } from "./evidence-held.ts";

type Attempt = Extract<RecordEntry, { kind: "attempt" }>;

export interface EvidenceUnlock {
  readonly result: "opened" | "refused";
  readonly subject: { readonly seat: string; readonly seq: number; readonly hash: string };
}

export interface EvidenceParts {
  /** The sealed draft where it is kept in this browser. */
  readonly readSealed: (entry: Attempt) => Promise<Uint8Array | undefined>;
  /** Puts it on record. Resolves once it is on disk; rejects, and then nothing is shown. */
  readonly record: (unlock: EvidenceUnlock) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface EvidencePanel {
  /** What to show beside this entry; undefined: it has no sealed draft. A draft of another entry is taken away. */
  show(line: EntryLine): HTMLElement | undefined;
  /** Takes the draft away; the key stays. */
  hide(): void;
  /** Takes the draft away and forgets the key. */
  lock(): void;
}

/** One a page: it has ids of its own. */
export function evidencePanel(parts: EvidenceParts): EvidencePanel {
  const status = statusLine();
  const shown = h("div", { class: "evidence-shown" });
  const form = keyForm(() => void open());
  const hideButton = button(t("audit_hide_the_draft"), "plain", hide);
  const lockButton = button(t("audit_forget_the_key"), "plain", () => {
    lock();
    status.say(t("audit_key_is_forgotten"), "good");
  });
  const element = h(
    "div",
    { class: "evidence", role: "group", "aria-labelledby": "evidence-title" },
    h("h4", { id: "evidence-title" }, t("audit_draft_sealed")),
    form.element,
    shown,
    h("div", { class: "actions" }, hideButton, lockButton),
    status.element,
  );
  const held = heldKey(parts.now, () => {
    hide();
    status.say(t("audit_key_was_forgotten"));
  });
  let current: { readonly entry: Attempt; readonly hash: string } | undefined;
  /** What was begun before the last change of it comes to nothing. */
  let turn = 0;

  function draw(): void {
    const isShown = shown.childElementCount > 0;
    const until = held.until();
    form.show(until === undefined ? "key" : isShown ? "nothing" : "button");
    hideButton.hidden = !isShown;
    lockButton.hidden = until === undefined;
  }
  function hide(): void {
    turn++;
    wipe(shown);
    draw();
  }
  function lock(): void {
    held.forget();
    form.clear();
    hide();
  }

  async function open(): Promise<void> {
    if (!current) return;
    const { entry, hash } = current;
    const { seat, seq } = entry;
    const subject = { seat, seq, hash };
    const mine = ++turn;
    const isOff = (): boolean => mine !== turn;
    form.busy(true);
    status.say(t("audit_opening"));
    try {
      const key = held.get() ?? (await openKey(subject, isOff));
      if (!key || isOff()) return;
      const file = form.evidenceFile();
      const sealed = file ? await findEvidence(file, subject) : await parts.readSealed(entry);
      if (isOff()) return;
      if (!sealed) {
        form.askForFile(file !== undefined);
        status.say("");
        return;
      }
      const opened = await key.open(sealed, entry, entry.evidence);
      if (isOff()) return;
      if ("problem" in opened) {
        status.say(inWords(evidenceWords[opened.problem]), "bad");
        return;
      }
      if (!(await isRecorded({ result: "opened", subject }))) return;
      // Whoever went on meanwhile is not shown what they left; that it was opened stays on record.
      if (isOff() || !held.get()) return;
      shown.replaceChildren(...drawDraft(opened.draft));
      status.say(openedWords(held.until()));
      shown.querySelector<HTMLElement>("[tabindex]")?.focus();
    } catch {
      status.say(t("audit_nothing_is_shown"), "bad");
    } finally {
      form.busy(false);
      draw();
    }
  }

  async function openKey(
    subject: EvidenceUnlock["subject"],
    isOff: () => boolean,
  ): Promise<OfficerKey | undefined> {
    const given = form.read();
    if (!given) {
      status.say("");
      return undefined;
    }
    const text = given.file.size > officerKeyLimit ? "" : await given.file.text();
    const read = readOfficerKey(text);
    const opened = "problem" in read ? read : await openOfficerKey(read.file, given.passphrase);
    if ("problem" in opened) {
      const isWrong = opened.problem === "wrong-passphrase";
      if (isOff()) return undefined;
      status.say("");
      if (isWrong && !(await isRecorded({ result: "refused", subject }))) return undefined;
      form.fail(isWrong ? "passphrase" : "key", inWords(officerKeyWords[opened.problem]));
      return undefined;
    }
    if (isOff()) {
      opened.key.forget();
      return undefined;
    }
    held.hold(opened.key);
    form.clear();
    return opened.key;
  }

  async function isRecorded(unlock: EvidenceUnlock): Promise<boolean> {
    try {
      await parts.record(unlock);
      return true;
    } catch {
      status.say(t("audit_nothing_is_opened"), "bad");
      return false;
    }
  }

  // A page that is left may be kept for "Back", and a frozen one has no timers.
  window.addEventListener("pagehide", lock);
  document.addEventListener("freeze", lock);
  document.addEventListener("visibilitychange", () => held.get());

  draw();
  return {
    show(line) {
      const { entry, hash } = line;
      if (hash !== current?.hash) {
        hide();
        status.say("");
        form.forgetFile();
      }
      current = entry.kind === "attempt" && entry.evidence !== undefined ? { entry, hash } : undefined;
      return current && element;
    },
    hide() {
      current = undefined;
      hide();
      status.say("");
    },
    lock,
  };
}

/** A node that was taken out lives on in memory as long as anything refers to it; its text does not have to. */
function wipe(element: HTMLElement): void {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) node.textContent = "";
  element.replaceChildren();
}

const openedWords = (until: number | undefined): string =>
  until === undefined
    ? t("audit_opened_on_record_soon")
    : t(
        "audit_opened_on_record_at",
        new Date(until).toLocaleTimeString(locale(), { hour: "numeric", minute: "2-digit" }),
      );

const inWords = ({ what, remedy }: { readonly what: string; readonly remedy: string }): string =>
  `${declaredWords(what)} ${declaredWords(remedy)}`;
