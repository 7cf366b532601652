/** What may be posted instead: safe replies to take, to copy or to change first, and a search of the practice's own. */
import type { FoundReplies } from "../../contract/replies.ts";
import { plural, t } from "../../platform/i18n.ts";
import type { View } from "../view.ts";
import type { Captions } from "./captions.ts";
import { element, scrollCardTo } from "./element.ts";

export interface ChoiceActions {
  use(text: string): void;
  copy(text: string): void;
  /** What is wrong with a text in place of the draft; "": nothing. */
  problemOf(text: string): Promise<string>;
  /** Of the practice's own; undefined where the worker did not answer. */
  search(query: string): Promise<FoundReplies | undefined>;
  /** The card has become higher or lower. */
  resized(): void;
}

export interface Choices {
  readonly part: HTMLElement;
  draw(view: View): void;
  /** A button with `data-action` was pressed. @returns whether it is one of these */
  press(button: HTMLElement): boolean;
  readonly search: HTMLElement;
  /** Something was typed into one of its fields, or it has taken the focus. */
  typed(field: EventTarget, isTyped: boolean): void;
  /** @returns false where no reply is being changed */
  endEdit(): boolean;
}

/** After the last letter (milliseconds). */
const settledMs = 200;

const phone = /(\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4})/;

/** A telephone number that breaks over two lines is hard to read. */
const unbroken = (text: string): (Node | string)[] =>
  text
    .split(phone)
    .map((part, index) => (index % 2 === 1 ? element("span", { class: "together" }, part) : part));

const button = (action: string, kind: string, words: string, about: string): HTMLButtonElement =>
  element(
    "button",
    {
      type: "button",
      class: kind,
      "data-action": action,
      "data-index": about,
      "aria-describedby": `reply-${about}`,
    },
    words,
  );

const replyBox = (text: string, name: string): HTMLDivElement =>
  element(
    "div",
    { class: "alternative" },
    element("p", { id: `reply-${name}` }, ...unbroken(text)),
    element(
      "div",
      { class: "row" },
      button("use", "primary", t("card_use_this_reply"), name),
      button("edit", "plain", t("card_edit"), name),
      button("copy", "plain", t("card_copy"), name),
    ),
  );

/** Runs the last task that it is given, once nothing has been asked for a while; what is overtaken is not heard. */
function lastOnly<A>(then: (answer: A) => void): (task: () => Promise<A>, waitMs: number) => void {
  let asked = 0;
  return (task, waitMs) => {
    const mine = (asked += 1);
    const run = async (): Promise<void> => {
      if (mine !== asked) return;
      const answer = await task();
      if (mine === asked) then(answer);
    };
    setTimeout(() => void run(), waitMs);
  };
}

export function createChoices(
  actions: ChoiceActions,
  say: (words: string) => void,
  { named, labelled }: Captions,
): Choices {
  const list = labelled("card_safe_replies", element("div", { role: "group" }));
  const safe = element("div", {}, named("card_replies_that_are_safe", element("h2")), list);

  const editor = labelled("card_your_reply", element("textarea", { rows: "4", maxlength: "10000" }));
  const verdict = element("p", { class: "help", id: "edited" });
  editor.setAttribute("aria-describedby", "edited");
  const take = named(
    "card_use_this_reply",
    element("button", {
      type: "button",
      class: "primary",
      "data-action": "use",
      "aria-describedby": "edited",
    }),
  );
  const cancel = named(
    "card_cancel",
    element("button", { type: "button", class: "plain", "data-action": "cancel" }),
  );
  const panel = element(
    "div",
    { class: "alternative" },
    editor,
    verdict,
    element("div", { class: "row" }, take, cancel),
  );
  let edited: HTMLElement | undefined;

  const query = element("input", { type: "search", id: "query", maxlength: "100", autocomplete: "off" });
  const counted = element("p", { class: "help" });
  const results = labelled("card_own_replies", element("div", { role: "group" }));
  const library = element(
    "div",
    { class: "library" },
    named("card_search_replies", element("label", { for: "query" })),
    query,
    counted,
    results,
  );
  const part = element("div", {}, safe, library);
  let drawn = "";

  const tryText = lastOnly((problem: string) => {
    const words = problem || t("card_edit_clear");
    take.disabled = problem !== "" || editor.value.trim() === "";
    verdict.textContent = words;
    say(words);
    actions.resized();
  });
  const find = lastOnly(show);

  function tryEdited(waitMs: number): void {
    take.disabled = true;
    verdict.textContent = t("card_edit_checking");
    const { value } = editor;
    tryText(() => actions.problemOf(value), waitMs);
  }

  function closeEdit(): HTMLElement | undefined {
    const box = edited;
    edited = undefined;
    if (box) box.hidden = false;
    panel.remove();
    editor.value = "";
    return box;
  }

  function edit(box: HTMLElement): void {
    closeEdit();
    edited = box;
    editor.value = box.querySelector("p")?.textContent ?? "";
    box.before(panel);
    box.hidden = true;
    editor.focus({ preventScroll: true });
    scrollCardTo(panel);
    tryEdited(0);
    actions.resized();
  }

  function show(found: FoundReplies | undefined): void {
    const { replies = [], more = false, withheld = 0 } = found ?? {};
    if (edited && results.contains(edited)) closeEdit();
    results.replaceChildren(...replies.map((text, index) => replyBox(text, `own-${index}`)));
    const words = [
      plural("card_replies_found", replies.length),
      ...(withheld > 0 ? [plural("card_replies_withheld", withheld)] : []),
      ...(more ? [t("card_replies_more")] : []),
    ].join(" ");
    counted.textContent = found ? words : t("card_refused_gone");
    say(counted.textContent);
    scrollCardTo(library);
    actions.resized();
  }

  function reset(): void {
    closeEdit();
    query.value = "";
    counted.textContent = "";
    results.replaceChildren();
  }

  function endEdit(): boolean {
    if (!edited) return false;
    closeEdit()?.querySelector<HTMLElement>("[data-action=edit]")?.focus({ preventScroll: true });
    actions.resized();
    return true;
  }

  return {
    part,
    draw({ mode, alternatives, library: hasLibrary }) {
      const full = mode === "card";
      if (!full) reset();
      const texts = full ? alternatives.map(({ text }) => text) : [];
      safe.hidden = texts.length === 0 && !(edited && list.contains(panel));
      library.hidden = !full || !hasLibrary;
      if (JSON.stringify(texts) === drawn) return;
      drawn = JSON.stringify(texts);
      const boxes = texts.map((text, index) => replyBox(text, String(index)));
      // Whoever is changing a reply goes on with it; what it was made of may be gone.
      for (const box of list.querySelectorAll(".alternative")) if (box !== panel) box.remove();
      list.append(...boxes);
    },
    press(pressed) {
      const box = pressed.closest<HTMLElement>(".alternative");
      if (!box) return false;
      const text = box === panel ? editor.value : (box.querySelector("p")?.textContent ?? "");
      switch (pressed.dataset["action"]) {
        case "use":
          actions.use(text);
          return true;
        case "copy":
          actions.copy(text);
          return true;
        case "edit":
          edit(box);
          return true;
        case "cancel":
          return endEdit();
      }
      return false;
    },
    search: query,
    typed(field, isTyped) {
      if (field === editor && isTyped) tryEdited(settledMs);
      if (field !== query || (!isTyped && results.childElementCount > 0)) return;
      find(() => actions.search(query.value), isTyped ? settledMs : 0);
    },
    endEdit,
  };
}
