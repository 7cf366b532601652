/** A review of the test, to which somebody writes a reply that has to pass. It is checked when it is handed in, and once. */
import { language, t } from "../../platform/i18n.ts";
import { ask } from "../shared/ask-worker.ts";
import { button, h } from "../shared/h.ts";
import { isReply, passes } from "./marks.ts";
import type { WriteQuestion } from "./questions.ts";
import { drawAnswered, heading } from "./step.ts";
import type { Step } from "./step.ts";
import { reasonLine } from "./verdict-words.ts";

export function drawWrite(question: WriteQuestion, step: Step): HTMLElement {
  const { author, text } = question[language()];
  const reply = h("textarea", {
    id: "test-reply",
    rows: 4,
    autocomplete: "off",
    "aria-describedby": "test-reply-problem",
  });
  const problem = h("p", { class: "error", role: "alert", id: "test-reply-problem" });
  const outcome = h("div", { class: "outcome-of-step", role: "status" });
  const hand = h("button", { type: "submit", class: "button primary" }, t("practice_test_hand_in"));

  async function handIn(): Promise<void> {
    problem.textContent = "";
    const written = reply.value.trim();
    if (!isReply(written)) {
      problem.textContent = t("practice_test_too_short");
      return reply.focus();
    }
    hand.disabled = true;
    const draft = {
      text: written,
      site: "yelp",
      surface: question.surface,
      thread: { author, text },
    } as const;
    const told = await ask("practice-room.check", { draft });
    if (!told.ok) {
      hand.disabled = false;
      problem.textContent = t("practice_test_unchecked");
      return;
    }
    reply.readOnly = true;
    const right = passes(told.value);
    const reason = reasonLine(told.value);
    const next = button(t("practice_test_next"), "primary", () => step.done(right));
    outcome.replaceChildren(
      h("p", {}, h("b", {}, t(right ? "practice_test_reply_passes" : "practice_test_reply_stopped"))),
      ...(reason === undefined ? [] : [h("p", { class: "soft" }, reason)]),
      next,
    );
    hand.remove();
    next.focus();
  }

  const form = h(
    "form",
    { class: "form step", autocomplete: "off" },
    heading(step),
    drawAnswered(author, text),
    h("div", { class: "field" }, h("label", { for: reply.id }, t("practice_test_write")), reply, problem),
    h("div", { class: "actions" }, hand),
    outcome,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!hand.disabled) void handIn();
  });
  return form;
}
