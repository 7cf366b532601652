/** The part of the card with which a person goes on all the same: their reason, and a colleague's code. */
import { language, t } from "../../platform/i18n.ts";
import type { AnywayView } from "../view.ts";
import type { Captions } from "./captions.ts";
import { element, scrollCardTo } from "./element.ts";

export interface Anyway {
  readonly part: HTMLElement;
  draw(view: AnywayView | undefined): void;
  /** The person has pressed "Post anyway", or Enter in one of the fields. */
  press(): void;
}

const other = "other";

/** @param act is called once all that is asked for has been given; "" where a thing is not */
export function createAnyway(
  act: (reason: string, code: string) => void,
  say: (words: string) => void,
  { named }: Captions,
): Anyway {
  const field = (id: string, key: "card_reason" | "card_code", input: HTMLElement): HTMLDivElement => {
    input.id = id;
    return element("div", {}, named(key, element("label", { for: id })), input);
  };
  const offered = element("select", { "aria-describedby": "problem" });
  const reason = element("input", { maxlength: "300", autocomplete: "off", "aria-describedby": "problem" });
  const code = element("input", {
    inputmode: "numeric",
    maxlength: "7",
    autocomplete: "off",
    "aria-describedby": "problem code-help",
  });
  const offeredRow = field("offered", "card_reason", offered);
  const reasonRow = field("reason", "card_reason", reason);
  const codeRow = field("code", "card_code", code);
  codeRow.append(named("card_code_help", element("p", { class: "help", id: "code-help" })));
  const problem = element("p", { class: "problem", id: "problem" });
  const button = named(
    "card_post_anyway",
    element("button", { type: "button", "data-action": "post-anyway" }),
  );
  const part = element("div", { class: "anyway" }, problem, offeredRow, reasonRow, codeRow, button);

  let shown: AnywayView | undefined;
  let drawnReasons = "";

  function drawReasons({ reasons, freeText }: AnywayView): void {
    const wanted = JSON.stringify([reasons, freeText, language()]);
    if (wanted === drawnReasons) return;
    drawnReasons = wanted;
    offered.replaceChildren(
      element("option", { value: "" }, t("card_choose_a_reason")),
      ...reasons.map((text, at) => element("option", { value: String(at) }, text)),
      ...(freeText ? [element("option", { value: other }, t("card_another_reason"))] : []),
    );
  }

  function showFields(): void {
    const asks = shown?.reasonRequired === true;
    const chooses = asks && shown !== undefined && shown.reasons.length > 0;
    offeredRow.hidden = !chooses;
    reasonRow.hidden = !asks || (chooses && offered.value !== other);
  }
  offered.addEventListener("change", ({ isTrusted }) => {
    if (isTrusted) showFields();
  });

  function mark(wrong: HTMLElement | undefined, words: string): void {
    for (const one of [offered, reason, code]) one.removeAttribute("aria-invalid");
    problem.textContent = words;
    problem.hidden = words === "";
    if (!wrong) return;
    wrong.setAttribute("aria-invalid", "true");
    // Never out of the site's own box, where somebody may be writing on.
    const root = part.getRootNode();
    if (root instanceof ShadowRoot && root.activeElement) {
      wrong.focus({ preventScroll: true });
      scrollCardTo(problem);
    }
    say(words);
  }

  return {
    part,
    draw(view) {
      const wasAsking = shown?.asking === true;
      shown = view;
      part.hidden = !view;
      if (view) drawReasons(view);
      else for (const one of [offered, reason, code]) one.value = "";
      showFields();
      codeRow.hidden = !view?.code;
      mark(
        undefined,
        view?.asking
          ? view.code
            ? t("card_code_checking")
            : t("card_putting_on_record")
          : (view?.problem ?? ""),
      );
      if (!wasAsking || !view || view.asking) return;
      if (!view.code) return say(view.problem);
      // A code is good for one try.
      code.value = "";
      mark(code, view.problem);
    },
    press() {
      if (!shown || shown.asking) return;
      const chosen = offeredRow.hidden ? undefined : shown.reasons[Number(offered.value || "x")];
      const given = chosen ?? (reasonRow.hidden ? "" : reason.value.trim());
      const digits = code.value.replaceAll(/\s/g, "");
      if (shown.reasonRequired && given === "")
        return mark(reasonRow.hidden ? offered : reason, t("card_reason_first"));
      if (shown.code && !/^\d{6}$/.test(digits)) return mark(code, t("card_code_first"));
      mark(undefined, "");
      act(given, shown.code ? digits : "");
    },
  };
}
