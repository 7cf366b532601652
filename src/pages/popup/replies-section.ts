/** The practice's own replies, to be searched for the box at hand. */
import type { Answer } from "../../contract/messages.ts";
import { queryLimit } from "../../contract/replies.ts";
import type { FoundReplies } from "../../contract/replies.ts";
import { plural, t } from "../../platform/i18n.ts";
import { h } from "../shared/h.ts";
import { drawReply } from "./draft-section.ts";
import type { ReplyActions } from "./draft-section.ts";

export interface RepliesActions extends ReplyActions {
  search(query: string): Promise<Answer<FoundReplies>>;
}

/** After the last letter (milliseconds). */
const settledMs = 200;

/** @returns the section's content; its replies come a moment later */
export function drawReplies(actions: RepliesActions): HTMLElement {
  const field = h("input", { id: "query", type: "search", autocomplete: "off", maxlength: queryLimit });
  // There from the start: what appears together with its region is not always read out.
  const counted = h("p", { class: "soft", role: "status" });
  const list = h("ul", { class: "alternatives" });
  let asked = 0;

  async function search(waitMs: number): Promise<void> {
    const mine = (asked += 1);
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    if (mine !== asked) return;
    const answer = await actions.search(field.value);
    if (mine !== asked) return;
    counted.textContent = answer.ok ? foundWords(answer.value) : t("replies_could_not_be_searched");
    const replies = answer.ok ? answer.value.replies : [];
    list.replaceChildren(...replies.map((text, index) => drawReply(text, `reply-${index}`, actions)));
  }
  field.addEventListener("input", () => void search(settledMs));
  void search(0);
  return h(
    "div",
    { class: "search" },
    h("label", { for: "query" }, t("replies_search")),
    field,
    counted,
    list,
  );
}

function foundWords({ replies, withheld, more }: FoundReplies): string {
  return [
    plural("card_replies_found", replies.length),
    ...(withheld > 0 ? [plural("card_replies_withheld", withheld)] : []),
    ...(more ? [t("card_replies_more")] : []),
  ].join(" ");
}
