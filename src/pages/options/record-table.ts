import type { Attempt } from "../../contract/attempt.ts";
import { categoryWords, outcomeWords, siteWords, surfaceWords } from "../../platform/words.ts";
import { ask } from "../shared/ask-worker.ts";
import { button, h } from "../shared/h.ts";
import { moment } from "../shared/words.ts";
import { t } from "../../platform/i18n.ts";

const pageSize = 50;
const columns = (): string[] => [
  t("options_when"),
  t("options_where"),
  t("options_outcome"),
  t("options_categories"),
  t("options_reason_given"),
];

/** The attempts, newest first. There is no text in them to show. */
export async function drawRecord(): Promise<HTMLElement> {
  const place = h("div", {});
  await fill(place, pageSize);
  return place;
}

async function fill(place: HTMLElement, limit: number): Promise<void> {
  const answer = await ask("attempt.list", { since: 0, limit });
  if (!answer.ok) {
    const isLocked = answer.code === "not-allowed";
    place.replaceChildren(
      h(
        "p",
        { class: "notice" },
        t(isLocked ? "options_the_policy_keeps_the_record_for" : "options_the_record_could_not_be_read"),
      ),
    );
    return;
  }
  const { attempts, total } = answer.value;
  if (total === 0) {
    place.replaceChildren(h("p", { class: "empty" }, t("options_nothing_has_been_stopped_yet_when")));
    return;
  }
  place.replaceChildren(
    h(
      "div",
      { class: "scroll", role: "region", "aria-label": t("options_recorded_attempts"), tabindex: 0 },
      h(
        "table",
        {},
        h("caption", { class: "unseen" }, t("options_recorded_attempts_newest_first")),
        h("thead", {}, h("tr", {}, ...columns().map((name) => h("th", { scope: "col" }, name)))),
        h("tbody", {}, ...attempts.map(drawAttempt)),
      ),
    ),
    h(
      "div",
      { class: "actions" },
      attempts.length < total && button(t("options_show_more"), "plain", () => void fill(place, limit * 2)),
      h("p", { class: "soft", role: "status" }, t("options_of", attempts.length, total)),
    ),
  );
}

function drawAttempt(attempt: Attempt): HTMLElement {
  const at = new Date(attempt.at);
  return h(
    "tr",
    {},
    h("td", {}, h("time", { datetime: at.toISOString() }, moment(attempt.at))),
    h(
      "td",
      {},
      attempt.host ?? siteWords(attempt.site),
      h("span", { class: "surface" }, surfaceWords(attempt.surface)),
    ),
    h(
      "td",
      {},
      h("span", { class: "outcome", "data-outcome": attempt.outcome }, outcomeWords(attempt.outcome)),
    ),
    h("td", {}, attempt.categories.map((category) => categoryWords(category)).join(", ") || "–"),
    h("td", {}, reasonOf(attempt)),
  );
}

function reasonOf({ reason, approvedBy }: Attempt): string {
  const agreed = approvedBy === undefined ? "" : t("options_agreed_by", approvedBy);
  return [reason ?? "", agreed].filter((part) => part !== "").join("; ") || "–";
}
