/** Where policy asks for it: whoever works at this browser confirms that they have read the practice's rules. */
import type { Response, WorkerChannels } from "../../contract/messages.ts";
import { t } from "../../platform/i18n.ts";
import type { ask } from "./ask-worker.ts";
import { button, h } from "./h.ts";
import { moment } from "./words.ts";

export type Rules = Response<WorkerChannels, "rules.read">;

export interface ConfirmParts {
  readonly ask: typeof ask;
  /** It is on record. */
  readonly confirmed: () => void;
  /** Begins the ids. */
  readonly prefix: string;
}

/** Undefined: policy asks for nothing here. `always`: also after the first at this browser has confirmed. */
export function drawConfirm(rules: Rules, parts: ConfirmParts, always: boolean): HTMLElement | undefined {
  const isWanted = rules.asked || rules.confirmedAt !== null;
  if (!isWanted || (!rules.asked && !always)) return undefined;
  const who = h("input", {
    id: `${parts.prefix}-who`,
    type: "text",
    autocomplete: "off",
    maxlength: 100,
    "aria-describedby": `${parts.prefix}-error`,
  });
  const error = h("p", { id: `${parts.prefix}-error`, class: "error", role: "alert" });
  const confirm = button(t("shared_i_have_read_the_rules"), "primary", () => void put());

  async function put(): Promise<void> {
    error.textContent = "";
    who.removeAttribute("aria-invalid");
    const named = who.value.replace(/[\p{Cc}\s]+/gu, " ").trim();
    if (rules.withName && named === "") {
      fail(t("shared_type_your_name_or_initials"));
      return;
    }
    confirm.disabled = true;
    const answer = await parts.ask("rules.confirm", rules.withName ? { who: named } : {});
    confirm.disabled = false;
    if (answer.ok) {
      parts.confirmed();
      return;
    }
    fail(
      answer.code === "failed" || answer.code === "not-ready" || answer.code === "gone"
        ? t("shared_it_is_not_on_record_try")
        : t("shared_it_is_not_on_record_names"),
    );
  }
  function fail(words: string): void {
    error.textContent = words;
    if (!rules.withName) return;
    who.setAttribute("aria-invalid", "true");
    who.focus();
  }
  return h(
    "div",
    { class: "confirm" },
    h(
      "p",
      { class: rules.asked ? "notice" : "soft" },
      rules.confirmedAt === null
        ? t("shared_your_practice_asks_you_to_confirm")
        : t("shared_last_confirmed_at_this_browser", moment(rules.confirmedAt)),
    ),
    rules.withName && h("label", { for: who.id }, t("shared_your_name_or_initials")),
    rules.withName && who,
    error,
    h("div", { class: "actions" }, confirm),
  );
}
