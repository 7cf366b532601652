/** Asks for the reference of the signed authorization. It counts when it is on record, and not before. */
import type { MediaKind } from "../../contract/media-kind.ts";
import { element, scrollCardTo } from "../card/element.ts";
import type { MediaHost } from "./part.ts";

export interface Attest {
  readonly parts: readonly HTMLElement[];
  draw(longest: number): void;
  clear(): void;
  /** @param carries what the files at hand carry, for the record */
  handle(event: Event, carries: () => readonly MediaKind[]): void;
}

export function createAttest({ ask, t, draft, attested, say, resized }: MediaHost): Attest {
  const label = element("label", { for: "authorization" });
  const field = element("input", {
    id: "authorization",
    autocomplete: "off",
    "aria-describedby": "authorization-help authorization-problem",
  });
  const help = element("p", { class: "help", id: "authorization-help" });
  const problem = element("p", { class: "problem", id: "authorization-problem" });
  const button = element("button", { type: "button", "data-action": "attest" });
  let asking = false;
  /** A press that is repeated because nobody answered is the same attestation. */
  let last = { of: "", id: "" };

  const filesNow = (): string =>
    JSON.stringify((draft()?.attachments ?? []).map(({ kind, name }) => [kind, name]));

  function mark(words: string): void {
    problem.textContent = words;
    problem.hidden = words === "";
    field.toggleAttribute("aria-invalid", false);
    if (words !== "") {
      field.setAttribute("aria-invalid", "true");
      say(words);
      // Never out of the site's own box, where somebody may be writing on.
      const root = field.getRootNode();
      if (root instanceof ShadowRoot && root.activeElement) {
        field.focus({ preventScroll: true });
        scrollCardTo(problem);
      }
    }
    resized();
  }

  async function press(carries: readonly MediaKind[]): Promise<void> {
    const now = draft();
    if (asking || !now) return;
    const reference = field.value.trim();
    if (reference === "") return mark(t("photos_reference_first"));
    const files = filesNow();
    const of = JSON.stringify([files, reference]);
    if (of !== last.of) last = { of, id: crypto.randomUUID() };
    asking = true;
    button.disabled = true;
    say(t("card_putting_on_record"));
    const { id } = last;
    const answer = await ask("media.attest", { id, draft: now, reference, carries: [...carries] });
    asking = false;
    button.disabled = false;
    if (!answer.ok) return mark(t("photos_not_on_record"));
    if (answer.value.problem) return mark(t("photos_reference_named"));
    mark("");
    // It was given for these files, and for no others that came meanwhile.
    if (filesNow() === files) attested();
  }

  return {
    parts: [problem, label, field, help, button],
    draw(longest) {
      field.maxLength = longest;
      label.textContent = t("photos_reference");
      help.textContent = t("photos_reference_help");
      button.textContent = t("photos_attest");
      problem.hidden = problem.textContent === "";
    },
    clear() {
      field.value = "";
      problem.textContent = "";
      field.removeAttribute("aria-invalid");
    },
    handle(event, carries) {
      const [target] = event.composedPath();
      if (event.type === "click" && target === button) void press(carries());
      else if (event.type === "keydown" && event instanceof KeyboardEvent && event.key === "Enter") {
        if (target !== field || event.isComposing) return;
        // The rest of this press would go to the site's box, which has the focus by then.
        event.preventDefault();
        if (!event.repeat) void press(carries());
      }
    },
  };
}
