import type { Attempt } from "../../contract/attempt.ts";
import { categoryWords, outcomeWords, siteWords, surfaceWords } from "../../contract/words.ts";
import { ask } from "../shared/ask-worker.ts";
import { button, h } from "../shared/h.ts";

const pageSize = 50;
const columns = ["When", "Where", "Outcome", "Categories", "Reason given"];

/** The attempts, newest first. There is no text in them to show. */
export async function drawRecord(): Promise<HTMLElement> {
  const place = h("div", {});
  await fill(place, pageSize);
  return place;
}

async function fill(place: HTMLElement, limit: number): Promise<void> {
  const answer = await ask("attempt.list", { since: 0, limit });
  if (!answer.ok) {
    place.replaceChildren(
      h(
        "p",
        { class: "notice" },
        answer.code === "not-allowed"
          ? "The practice’s policy keeps the record for whoever has the officer’s passphrase: the page for compliance officers, below, asks for it."
          : "The record could not be read.",
      ),
    );
    return;
  }
  const { attempts, total } = answer.value;
  if (total === 0) {
    place.replaceChildren(
      h(
        "p",
        { class: "empty" },
        "Nothing has been stopped yet. When ReplyGuard holds a draft, a line appears here.",
      ),
    );
    return;
  }
  place.replaceChildren(
    h(
      "div",
      { class: "scroll", role: "region", "aria-label": "Recorded attempts", tabindex: 0 },
      h(
        "table",
        {},
        h("caption", { class: "unseen" }, "Recorded attempts, newest first"),
        h("thead", {}, h("tr", {}, ...columns.map((name) => h("th", { scope: "col" }, name)))),
        h("tbody", {}, ...attempts.map(drawAttempt)),
      ),
    ),
    h(
      "div",
      { class: "actions" },
      attempts.length < total && button("Show more", "plain", () => void fill(place, limit * 2)),
      h("p", { class: "soft", role: "status" }, `${attempts.length} of ${total}`),
    ),
  );
}

function drawAttempt(attempt: Attempt): HTMLElement {
  const at = new Date(attempt.at);
  return h(
    "tr",
    {},
    h(
      "td",
      {},
      h(
        "time",
        { datetime: at.toISOString() },
        at.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" }),
      ),
    ),
    h(
      "td",
      {},
      attempt.host ?? siteWords[attempt.site],
      h("span", { class: "surface" }, surfaceWords[attempt.surface]),
    ),
    h(
      "td",
      {},
      h("span", { class: "outcome", "data-outcome": attempt.outcome }, outcomeWords[attempt.outcome]),
    ),
    h("td", {}, attempt.categories.map((category) => categoryWords[category]).join(", ") || "–"),
    h("td", {}, reasonOf(attempt)),
  );
}

function reasonOf({ reason, approvedBy }: Attempt): string {
  const agreed = approvedBy === undefined ? "" : `agreed by ${approvedBy}`;
  return [reason ?? "", agreed].filter((part) => part !== "").join("; ") || "–";
}
