/** The test: ten drafts to judge and two replies to write. Its result goes into the record; the replies go nowhere. */
import { nameLimit } from "../../contract/limits.ts";
import type { Code } from "../../contract/messages.ts";
import { t } from "../../platform/i18n.ts";
import { ask } from "../shared/ask-worker.ts";
import { button, h } from "../shared/h.ts";
import { drawJudge } from "./judge-step.ts";
import { resultOf } from "./marks.ts";
import { judge, version, write } from "./questions.ts";
import type { Step } from "./step.ts";
import { drawWrite } from "./write-step.ts";

const of = judge.length + write.length;

export function drawCertificate(): HTMLElement {
  const place = h("div", {});
  const who = h("input", {
    type: "text",
    id: "test-who",
    maxlength: nameLimit,
    autocomplete: "name",
    "aria-describedby": "test-who-help",
  });

  function show(drawn: HTMLElement): void {
    place.replaceChildren(drawn);
    drawn.querySelector<HTMLElement>(".step-title")?.focus();
  }

  function begin(): HTMLElement {
    const form = h(
      "form",
      { class: "form" },
      h("p", { class: "lead" }, t("practice_test_about", of)),
      h(
        "div",
        { class: "field" },
        h("label", { for: who.id }, t("practice_test_who")),
        h("p", { class: "help", id: "test-who-help" }, t("practice_test_who_help")),
        who,
      ),
      h(
        "div",
        { class: "actions" },
        h("button", { type: "submit", class: "button primary" }, t("practice_test_start")),
      ),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      next([]);
    });
    return form;
  }

  /** `marks`: of what has been answered, in order. */
  function next(marks: readonly boolean[]): void {
    const at = marks.length;
    const step: Step = { number: at + 1, of, done: (right) => next([...marks, right]) };
    const judged = judge[at];
    const written = write[at - judge.length];
    if (judged) return show(drawJudge(judged, step));
    if (written) return show(drawWrite(written, step));
    show(drawResult({ judged: marks.slice(0, judge.length), written: marks.slice(judge.length) }));
  }

  function drawResult(marks: Parameters<typeof resultOf>[0]): HTMLElement {
    const result = resultOf(marks);
    const said = h("p", { class: "status", role: "status" });
    const more = h("div", { class: "actions" });
    const id = crypto.randomUUID();

    async function keep(name: string): Promise<void> {
      more.replaceChildren();
      said.textContent = t("practice_test_keeping");
      const told = await ask("practice-room.result", {
        id,
        ...(name !== "" && { who: name }),
        test: { questions: version, ...result },
      });
      said.dataset["kind"] = told.ok ? "good" : "bad";
      if (told.ok) {
        said.textContent = t("practice_test_kept");
        more.replaceChildren(button(t("practice_test_again"), "plain", () => next([])));
        return;
      }
      said.textContent = notKept(told.code, name !== "");
      more.replaceChildren(
        button(t("practice_test_keep_again"), "primary", () => void keep(name)),
        ...(name === "" ? [] : [button(t("practice_test_keep_nameless"), "plain", () => void keep(""))]),
      );
    }
    void keep(who.value.trim());

    return h(
      "div",
      { class: "form result" },
      h(
        "h3",
        { tabindex: -1, class: "step-title" },
        t(result.passed ? "practice_test_passed" : "practice_test_failed"),
      ),
      h("p", {}, t("practice_test_score", result.score, result.of)),
      h("p", { class: "soft" }, t("practice_test_bar")),
      said,
      more,
    );
  }

  place.append(begin());
  return place;
}

const listCodes: ReadonlySet<Code> = new Set(["locked", "expired", "awaited", "unusable"]);

const notKept = (code: Code, isNamed: boolean): string =>
  isNamed && listCodes.has(code) ? t("practice_test_not_kept_list") : t("practice_test_not_kept");
