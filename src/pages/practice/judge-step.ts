/** One draft of the test: would it be stopped, and why; then the outcome with the reason and where it comes from. */
import { category } from "../../contract/draft.ts";
import { language, t } from "../../platform/i18n.ts";
import { categoryWords } from "../../platform/words.ts";
import { ask } from "../shared/ask-worker.ts";
import { button, h } from "../shared/h.ts";
import { drawAnswered, heading } from "./step.ts";
import type { Step } from "./step.ts";
import { isRight } from "./marks.ts";
import type { JudgeQuestion } from "./questions.ts";
import { reasonLine } from "./verdict-words.ts";

export function drawJudge(question: JudgeQuestion, step: Step): HTMLElement {
  const { author, text, draft } = question[language()];
  const title = heading(step);
  const stopped = choices("stopped", t("practice_test_stopped"), [
    ["yes", t("practice_test_yes")],
    ["no", t("practice_test_no")],
  ]);
  // Of a photo there is nothing to be seen in a draft, and nobody is on a list of patients here.
  const offered = category.options.filter((one) => one !== "media" && one !== "patient-match");
  const why = choices(
    "why",
    t("practice_test_why"),
    offered.map((one) => [one, categoryWords(one)] as const),
  );
  why.element.hidden = true;
  stopped.element.addEventListener("change", () => {
    why.element.hidden = stopped.chosen() !== "yes";
  });
  const problem = h("p", { class: "error", role: "alert" });
  const outcome = h("div", { class: "outcome-of-step", role: "status" });
  const hand = h("button", { type: "submit", class: "button primary" }, t("practice_test_answer"));

  async function answer(): Promise<void> {
    const given = stopped.chosen();
    const reason = offered.find((one) => one === why.chosen());
    problem.textContent = "";
    if (given === undefined) return void (problem.textContent = t("practice_test_choose"));
    if (given === "yes" && reason === undefined)
      return void (problem.textContent = t("practice_test_choose_why"));
    hand.disabled = true;
    const right = isRight(question, { stopped: given === "yes", why: reason });
    for (const one of [stopped, why]) one.element.disabled = true;
    const told = await ask("practice-room.check", {
      draft: { text: draft, site: "facebook", surface: question.surface, thread: { author, text } },
    });
    const reasonSaid = told.ok ? reasonLine(told.value) : undefined;
    const next = button(t("practice_test_next"), "primary", () => step.done(right));
    outcome.replaceChildren(
      h("p", {}, h("b", {}, t(right ? "practice_test_right" : "practice_test_wrong"))),
      h("p", {}, t(question.stopped ? "practice_test_is_stopped" : "practice_test_is_let_go")),
      ...(question.stopped ? [h("p", {}, rightReasons(question))] : []),
      ...(reasonSaid === undefined ? [] : [h("p", { class: "soft" }, reasonSaid)]),
      ...(told.ok ? [] : [h("p", { class: "soft" }, t("practice_test_no_reason"))]),
      // The practice's own policy may be another than the rules that the test asks for.
      ...(told.ok && question.stopped && told.value.verdict.verdict === "allow"
        ? [h("p", { class: "soft" }, t("practice_test_policy_lets"))]
        : []),
      next,
    );
    hand.remove();
    next.focus();
  }

  const form = h(
    "form",
    { class: "form step" },
    title,
    drawAnswered(author, text),
    h(
      "figure",
      { class: "draft" },
      h("figcaption", {}, t("practice_test_draft")),
      h("blockquote", {}, draft),
    ),
    stopped.element,
    why.element,
    problem,
    h("div", { class: "actions" }, hand),
    outcome,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!hand.disabled) void answer();
  });
  return form;
}

const rightReasons = ({ categories }: JudgeQuestion): string =>
  t("practice_test_reasons", categories.map(categoryWords).join(", "));

function choices(
  name: string,
  legend: string,
  options: readonly (readonly [value: string, words: string])[],
): { readonly element: HTMLFieldSetElement; readonly chosen: () => string | undefined } {
  const radios = options.map(([value, words]) => {
    const radio = h("input", { type: "radio", name, value });
    return { radio, label: h("label", { class: "inline" }, radio, ` ${words}`) };
  });
  return {
    element: h("fieldset", {}, h("legend", {}, legend), ...radios.map(({ label }) => label)),
    chosen: () => radios.find(({ radio }) => radio.checked)?.radio.value,
  };
}
