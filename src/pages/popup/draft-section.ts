import type { Answer, ContentChannels, Response } from "../../contract/messages.ts";
import { categoryWords, surfaceWords } from "../../contract/words.ts";
import { button, h } from "../shared/h.ts";

type DraftAtHand = Response<ContentChannels, "composer.read">;

export interface DraftActions {
  use(index: number, text: string): Promise<Answer<unknown>>;
  copy(text: string): Promise<void>;
  say(words: string, kind: "good" | "bad"): void;
}

/** The draft at hand: how it stands, why, and what could be posted instead. Undefined where there is none. */
export function drawDraft(draft: DraftAtHand, actions: DraftActions): HTMLElement | undefined {
  if (draft.state === "idle" && draft.findings.length === 0) return undefined;
  const where = draft.surface === null ? "" : `${surfaceWords[draft.surface]}: `;
  return h(
    "div",
    {},
    h("p", { class: "verdict", "data-state": draft.state }, where + (stateWords[draft.state] ?? draft.note)),
    draft.findings.length > 0 && h("ul", { class: "findings" }, ...draft.findings.map(drawFinding)),
    draft.alternatives.length > 0 && h("h3", {}, "Safe replies"),
    draft.alternatives.length > 0 &&
      h(
        "ul",
        { class: "alternatives" },
        ...draft.alternatives.map(({ text }, index) => drawAlternative(text, index, actions)),
      ),
  );
}

/** In the other states the frame's own note says what to do: it knows why, and whether send may be pressed again. */
const stateWords: Readonly<Partial<Record<DraftAtHand["state"], string>>> = {
  clear: "Nothing in it tells who is a patient.",
  warn: "Think twice before you post this.",
  block: "This may not be posted.",
};

function drawFinding(finding: DraftAtHand["findings"][number]): HTMLElement {
  return h(
    "li",
    { class: "finding" },
    h("b", {}, categoryWords[finding.category]),
    finding.quote !== "" && h("q", {}, finding.quote),
    h("p", {}, finding.why),
    finding.source !== "" && h("p", { class: "source" }, finding.source),
  );
}

function drawAlternative(text: string, index: number, actions: DraftActions): HTMLElement {
  const use = button("Use this reply", "primary", () => void putIntoBox());
  const copy = button("Copy", "plain", () => void copyText());

  async function putIntoBox(): Promise<void> {
    use.disabled = true;
    const answer = await actions.use(index, text);
    use.disabled = false;
    if (answer.ok) actions.say("It is in the box. Press send there.", "good");
    else if (answer.code === "stale") actions.say("The draft has changed. Look at it again.", "bad");
    else if (answer.code === "gone") actions.say("The page did not answer. Look at the box.", "bad");
    else actions.say("It could not be put into the box. Copy it instead.", "bad");
  }
  async function copyText(): Promise<void> {
    try {
      await actions.copy(text);
      actions.say("Copied.", "good");
    } catch {
      // The browser refuses the clipboard to a page without focus.
      actions.say("It could not be copied.", "bad");
    }
  }
  const id = `alternative-${index}`;
  for (const control of [use, copy]) control.setAttribute("aria-describedby", id);
  return h("li", { class: "alternative" }, h("p", { id }, text), h("div", { class: "actions" }, use, copy));
}
