/**
 * The card: one `reply-guard` element with an open shadow root, outside the site's own tree. It acts on trusted events
 * only, and the site hears of none of them: the window listener that calls `handle` stops them all.
 */
import { lastWords } from "../view.ts";
import type { FindingView, View } from "../view.ts";
import { keepMessages, language, t } from "../../platform/i18n.ts";
import { createAnyway } from "./anyway.ts";
import { createCaptions } from "./captions.ts";
import { createChoices } from "./choices.ts";
import type { ChoiceActions } from "./choices.ts";
import { element, icon, setIcon, setText } from "./element.ts";
import { style } from "./style.ts";

export interface CardActions extends ChoiceActions {
  /** "" where none is asked for. */
  postAnyway(reason: string, code: string): void;
  /** The tick at the authorization was pressed, and is set or taken out by now. */
  attest(event: Event): void;
  retry(): void;
  expand(): void;
  dismiss(): void;
  /** Puts the person's own text back. */
  undo(): void;
  /** "Not a problem?" */
  dispute(): void;
}

export interface Card {
  readonly host: HTMLElement;
  readonly region: HTMLElement;
  readonly root: ShadowRoot;
  /** Where the part for pictures draws, which comes when there is one, in front of the tick at the authorization. */
  readonly media: HTMLElement;
  readonly tick: HTMLInputElement;
  /** Draws `view`; puts the host (back) into the document if need be. @returns whether it differs from the last one */
  render(view: View): boolean;
  /** An event that came from inside the card. */
  handle(event: Event): void;
  /** Moves the focus to the first thing to press. */
  focus(): void;
  /** What a press has led to, seen and heard: "Copied." It stands there until something else is drawn. */
  tell(text: string): void;
  /** The same where the card shows it in another way: heard only. */
  say(text: string): void;
  /** Asks the browser, once, for what has to be said also when an update has taken the extension away. */
  keepMessages(): void;
  remove(): void;
}

const sheetInto = (root: ShadowRoot): void => {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    // A constructed sheet is out of reach of the site's content security policy; an element's style is not.
    root.adoptedStyleSheets = [sheet];
    if (root.adoptedStyleSheets.length === 1) return;
  } catch {
    // Firefox refuses a sheet of the isolated world on a page's document.
  }
  root.prepend(element("style", {}, style));
};

function findingItem(finding: FindingView): HTMLLIElement {
  const category = finding.category + (finding.quote ? ": " : ". ");
  const item = element("li", {}, element("span", { class: "category" }, category));
  if (finding.quote) item.append(element("q", { dir: "auto" }, finding.quote), " ");
  item.append(
    element("span", { class: "why" }, finding.why, " ", element("span", { class: "source" }, finding.source)),
  );
  return item;
}

export function createCard(actions: CardActions): Card {
  const host = document.createElement("reply-guard");
  const root = host.attachShadow({ mode: "open" });
  sheetInto(root);

  const status = element("div", { class: "status", role: "status", dir: "ltr" });
  const title = element("p", { class: "title" });
  const detail = element("p", { class: "detail" });
  const contact = element("p", { class: "contact" });
  const words = element("div", { class: "words" }, title, detail);
  const captions = createCaptions();
  const { named, labelled } = captions;
  const more = named(
    "card_show_why",
    element("button", { type: "button", class: "plain", "data-action": "expand", "aria-controls": "found" }),
  );
  const undo = named("card_put_back", element("button", { type: "button", "data-action": "undo" }));
  const close = labelled(
    "card_close",
    element("button", { type: "button", class: "plain close", "data-action": "dismiss" }, "\u2715"),
  );
  const shape = icon("clear");
  const head = element("div", { class: "head" }, shape, words, close);
  const list = labelled("card_what_was_found", element("ul", { id: "found" }));
  const dispute = named(
    "card_not_a_problem",
    element("button", { type: "button", class: "plain", "data-action": "dispute" }),
  );
  const disputed = named("card_disputed", element("p", { class: "help" }));
  const found = element("div", { class: "found" }, list, disputed);
  const tools = element("div", { class: "row tools" }, undo, more, dispute);
  const tick = element("input", { type: "checkbox", id: "attest" });
  const media = element(
    "div",
    { class: "anyway media" },
    element("label", { class: "attest" }, tick, named("photos_attest", element("span"))),
  );
  media.hidden = true;
  const say = (words: string): void => {
    setText(status, words);
  };
  const choices = createChoices(actions, say, captions);
  const anyway = createAnyway((reason, code) => actions.postAnyway(reason, code), say, captions);
  const closed = element("p", { class: "closed" });
  const retry = named("card_check_again", element("button", { type: "button", "data-action": "retry" }));
  const hint = named("card_keys", element("p", { class: "hint" }));
  const remark = element("p", { class: "remark" });
  const foot = element("div", { class: "foot" }, remark);
  const region = element(
    "section",
    { class: "card", "aria-label": "ReplyGuard", dir: "ltr", "data-state": "idle", "data-mode": "hidden" },
    head,
    found,
    tools,
    media,
    choices.part,
    anyway.part,
    closed,
    retry,
    contact,
    hint,
    foot,
  );
  region.hidden = true;
  root.append(status, region);

  let drawn = "";
  let isWhyOpen = false;
  let hasMessages = false;

  /** Says what stands on it, in the language of now. */
  function speak(): void {
    const now = language();
    if (region.lang === now) return;
    region.lang = now;
    status.lang = now;
    captions.say();
  }

  /** Reason and source of each finding, on demand. */
  function showWhy(): void {
    found.dataset["why"] = String(isWhyOpen);
    more.setAttribute("aria-expanded", String(isWhyOpen));
  }

  function showRemark(text: string): void {
    setText(remark, text);
    foot.hidden = text === "";
  }

  function render(view: View): boolean {
    if (!host.isConnected) (document.documentElement ?? document).append(host);
    const full = view.mode === "card";
    const isHidden = view.mode === "hidden";
    // What is not shown is not kept either.
    const wanted = JSON.stringify(isHidden ? [view.state, view.announcement] : view);
    if (wanted === drawn) return false;
    drawn = wanted;
    region.dataset["state"] = view.state;
    // Nothing is seen of it, as is usual while a person types: no need to draw.
    if (isHidden && region.dataset["mode"] === "hidden" && region.hidden) {
      setText(status, view.announcement);
      return true;
    }
    speak();
    region.dataset["mode"] = view.mode;
    region.hidden = isHidden;
    setText(title, isHidden ? "" : view.title);
    setText(detail, isHidden ? "" : view.detail);
    setIcon(shape, view.state === "idle" || view.state === "checking" ? "unchecked" : view.state);
    undo.hidden = !view.undo;
    if (!full) isWhyOpen = false;
    more.hidden = isHidden || view.findings.length === 0;
    list.replaceChildren(...(full ? view.findings.map(findingItem) : []));
    found.hidden = !full || view.findings.length === 0;
    dispute.hidden = !full || view.disputed !== false;
    disputed.hidden = view.disputed !== true;
    tools.hidden = undo.hidden && more.hidden && dispute.hidden;
    showWhy();
    choices.draw(view);
    media.hidden = !full || !view.attest;
    anyway.draw(full ? view.postAnyway : undefined);
    setText(closed, view.closed);
    closed.hidden = !full || view.closed === "";
    setText(contact, t("card_questions", view.contact));
    contact.hidden = !full || view.contact === "";
    retry.hidden = !full || !view.retry;
    hint.hidden = !full || (found.hidden && retry.hidden && media.hidden);
    showRemark(view.remark);
    setText(status, view.announcement);
    return true;
  }

  function expand(): void {
    isWhyOpen = !isWhyOpen;
    if (region.dataset["mode"] === "note") actions.expand();
    showWhy();
    actions.resized();
  }

  function act(button: HTMLElement): void {
    if (choices.press(button)) return;
    switch (button.dataset["action"]) {
      case "expand":
        return expand();
      case "undo":
        return actions.undo();
      case "dispute":
        return actions.dispute();
      case "dismiss":
        return actions.dismiss();
      case "retry":
        return actions.retry();
      case "post-anyway":
        return anyway.press();
    }
  }

  function handle(event: Event): void {
    if (!event.isTrusted) return;
    const inside = event.composedPath().filter((target) => target instanceof HTMLElement);
    if (event.type === "keydown" && event instanceof KeyboardEvent && event.key === "Escape") {
      event.preventDefault();
      if (!choices.endEdit()) actions.dismiss();
      return;
    }
    if (event.type === "keydown" && event instanceof KeyboardEvent && event.key === "Enter") {
      const isField = inside.some((target) => target.tagName === "INPUT" && anyway.part.contains(target));
      if (!isField || event.isComposing) return;
      // The rest of this press would go to the site's box, which has the focus by then.
      event.preventDefault();
      if (!event.repeat) anyway.press();
      return;
    }
    // A press on a button must not take the focus, and with it the selection, out of the site's box.
    if (event.type === "mousedown" && inside.some((target) => target.matches("button,.attest")))
      event.preventDefault();
    if (inside[0] && (event.type === "input" || event.type === "focusin"))
      choices.typed(inside[0], event.type === "input");
    if (event.type !== "click") return;
    if (inside[0] === tick) return actions.attest(event);
    const button = inside.find((target) => target.dataset["action"] !== undefined);
    if (button) act(button);
  }

  return {
    host,
    region,
    root,
    media,
    tick,
    render,
    handle,
    focus() {
      const isSearch = found.hidden && choices.search.checkVisibility();
      const first = [...region.querySelectorAll<HTMLElement>("button, input, select")].find((item) =>
        item.checkVisibility(),
      );
      (isSearch ? choices.search : first)?.focus({ preventScroll: true });
    },
    say,
    tell(text) {
      say(text);
      showRemark(text);
    },
    keepMessages() {
      if (!hasMessages) keepMessages([...lastWords, ...captions.keys()]);
      hasMessages = true;
    },
    remove: () => host.remove(),
  };
}
