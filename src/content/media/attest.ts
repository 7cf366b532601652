/** The reference of the signed authorization, asked for before the tick and fixed by it; and the tick, which counts when it is on record. */
import { authorizationLimit } from "../../contract/limits.ts";
import type { MediaKind } from "../../contract/media-kind.ts";
import { element, scrollCardTo } from "../card/element.ts";
import { filesOf } from "../gate-state.ts";
import type { MediaHost } from "./part.ts";

export interface Attest {
  /** They stand before the tick. */
  readonly parts: readonly HTMLElement[];
  draw(): void;
  /** The tick was set or taken out by this event. @param carries what the files at hand carry, for the record */
  press(event: Event, carries: () => readonly MediaKind[]): void;
}

export function createAttest(host: MediaHost): Attest {
  const { slot, tick, t, ask, draft, isAttested, say } = host;
  const label = element("label", { for: "authorization" });
  const field = element("input", {
    id: "authorization",
    autocomplete: "off",
    maxlength: String(authorizationLimit),
    "aria-describedby": "authorization-help authorization-problem",
  });
  const help = element("p", { class: "help", id: "authorization-help" });
  // Two lines, so that nothing moves when they say something else.
  help.style.minHeight = "2.9em";
  const problem = element("p", { class: "problem", id: "authorization-problem" });
  tick.setAttribute("aria-describedby", problem.id);
  let isAsking = false;
  /** The files for which what stands in the field is on record. */
  let fixedFor = "";
  /** A press that is repeated because nobody answered is the same attestation. */
  let last = { of: "", id: "" };

  const filesNow = (): string => filesOf(draft()?.attachments);

  function mark(words: string, isOfField = false): void {
    problem.textContent = words;
    problem.hidden = words === "";
    field.removeAttribute("aria-invalid");
    if (words !== "") say(words);
    if (isOfField) {
      field.setAttribute("aria-invalid", "true");
      // Never out of the site's own box, where somebody may be writing on.
      const root = field.getRootNode();
      if (root instanceof ShadowRoot && root.activeElement) {
        field.focus({ preventScroll: true });
        scrollCardTo(label);
      }
    }
    host.resized();
  }

  async function attest(carries: readonly MediaKind[]): Promise<void> {
    const now = draft();
    if (!now) return;
    const reference = field.value.trim();
    const files = filesNow();
    const of = JSON.stringify([files, reference]);
    if (of !== last.of) last = { of, id: crypto.randomUUID() };
    isAsking = true;
    mark("");
    draw();
    say(t("card_putting_on_record"));
    const answer = await ask("media.attest", {
      id: last.id,
      draft: now,
      carries: [...carries],
      ...(reference !== "" && { reference }),
    });
    isAsking = false;
    const isTaken = answer.ok && answer.value.problem === null;
    // The next one is another attestation, be it for a file of the same name.
    if (isTaken) last = { of: "", id: "" };
    // It was given for these files, and for no others that came meanwhile.
    if (isTaken && filesNow() === files) host.attest(true);
    draw();
    if (!answer.ok) mark(t("photos_not_on_record"));
    else if (!isTaken) mark(t("photos_reference_named"), true);
  }

  function draw(): void {
    tick.checked = isAsking || isAttested();
    // What would be written now would be on no record.
    field.readOnly = tick.checked;
    if (slot.hidden || (fixedFor !== "" && fixedFor !== filesNow())) {
      field.value = "";
      fixedFor = "";
    }
    if (slot.hidden) {
      problem.textContent = "";
      field.removeAttribute("aria-invalid");
      return;
    }
    problem.hidden = problem.textContent === "";
    if (isAttested()) fixedFor = filesNow();
    label.textContent = t("photos_reference");
    help.textContent = isAttested()
      ? t(field.value.trim() === "" ? "photos_without_reference" : "photos_with_reference")
      : t("photos_reference_help");
  }

  return {
    parts: [label, field, help, problem],
    draw,
    press(event, carries) {
      if (isAsking) event.preventDefault();
      else if (tick.checked) void attest(carries());
      else host.attest(false);
    },
  };
}
