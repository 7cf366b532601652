import type { Answer, ContentChannels, Response } from "../../contract/messages.ts";
import type { MessageKey } from "../../platform/i18n.ts";
import { categoryWords, surfaceWords } from "../../platform/words.ts";
import { button, h } from "../shared/h.ts";
import { t } from "../../platform/i18n.ts";

type DraftAtHand = Response<ContentChannels, "composer.read">;

interface Said {
  copy(text: string): Promise<void>;
  say(words: string, kind: "good" | "bad"): void;
}

export interface DraftActions extends Said {
  use(index: number, text: string): Promise<Answer<unknown>>;
}

export interface ReplyActions extends Said {
  use(text: string): Promise<Answer<unknown>>;
}

/** The draft at hand: how it stands, why, and what could be posted instead. Undefined where there is none. */
export function drawDraft(draft: DraftAtHand, actions: DraftActions): HTMLElement | undefined {
  if (draft.state === "idle" && draft.findings.length === 0) return undefined;
  const key = stateKeys[draft.state];
  const where = draft.surface === null ? "" : `${surfaceWords(draft.surface)}: `;
  return h(
    "div",
    {},
    h(
      "p",
      { class: "verdict", "data-state": draft.state },
      where + (key === undefined ? draft.note : t(key)),
    ),
    draft.findings.length > 0 && h("ul", { class: "findings" }, ...draft.findings.map(drawFinding)),
    draft.alternatives.length > 0 && h("h3", {}, t("popup_safe_replies")),
    draft.alternatives.length > 0 &&
      h(
        "ul",
        { class: "alternatives" },
        ...draft.alternatives.map(({ text }, index) =>
          drawReply(text, `alternative-${index}`, {
            ...actions,
            use: (chosen) => actions.use(index, chosen),
          }),
        ),
      ),
  );
}

/** In the other states the frame's own note says what to do: it knows why, and whether send may be pressed again. */
const stateKeys: Readonly<Partial<Record<DraftAtHand["state"], MessageKey>>> = {
  clear: "popup_nothing_in_it_tells_who_is",
  warn: "popup_think_twice_before_you_post_this",
  block: "popup_this_may_not_be_posted",
};

function drawFinding(finding: DraftAtHand["findings"][number]): HTMLElement {
  return h(
    "li",
    { class: "finding" },
    h("b", {}, categoryWords(finding.category)),
    finding.quote !== "" && h("q", {}, finding.quote),
    h("p", {}, finding.why),
    finding.source !== "" && h("p", { class: "source" }, finding.source),
  );
}

/** A text to be put into the box or copied. */
export function drawReply(text: string, id: string, actions: ReplyActions): HTMLElement {
  const use = button(t("popup_use_this_reply"), "primary", () => void putIntoBox());
  const copy = button(t("popup_copy"), "plain", () => void copyText());

  async function putIntoBox(): Promise<void> {
    use.disabled = true;
    const answer = await actions.use(text);
    use.disabled = false;
    if (answer.ok) actions.say(t("popup_it_is_in_the_box_press"), "good");
    else if (answer.code === "stale") actions.say(t("popup_the_draft_has_changed_look_at"), "bad");
    else if (answer.code === "not-allowed") actions.say(t("replies_say_too_much_here"), "bad");
    else if (answer.code === "gone") actions.say(t("popup_the_page_did_not_answer_look"), "bad");
    else actions.say(t("popup_it_could_not_be_put_into"), "bad");
  }
  async function copyText(): Promise<void> {
    try {
      await actions.copy(text);
      actions.say(t("popup_copied"), "good");
    } catch {
      // The browser refuses the clipboard to a page without focus.
      actions.say(t("popup_it_could_not_be_copied"), "bad");
    }
  }
  for (const control of [use, copy]) control.setAttribute("aria-describedby", id);
  return h("li", { class: "alternative" }, h("p", { id }, text), h("div", { class: "actions" }, use, copy));
}
