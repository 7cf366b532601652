/**
 * The card: one `reply-guard` element with an open shadow root, outside the site's own tree. It acts on trusted events
 * only, and the site hears of none of them: the window listener that calls `handle` stops them all.
 */
import { lastWords } from "../view.ts";
import type { FindingView, View } from "../view.ts";
import type { Alternative } from "../../engine/model.ts";
import { keepMessages, language, t } from "../../platform/i18n.ts";
import { createAnyway } from "./anyway.ts";
import { createCaptions } from "./captions.ts";
import { element, icon } from "./element.ts";
import { style } from "./style.ts";

export interface CardActions {
  use(index: number): void;
  copy(index: number): void;
  /** "" where none is asked for. */
  postAnyway(reason: string, code: string): void;
  attest(): void;
  retry(): void;
  expand(): void;
  dismiss(): void;
}

export interface Card {
  readonly host: HTMLElement;
  readonly region: HTMLElement;
  readonly root: ShadowRoot;
  /** Draws `view`; puts the host (back) into the document if need be. @returns whether it differs from the last one */
  render(view: View): boolean;
  /** An event that came from inside the card. */
  handle(event: Event): void;
  /** Moves the focus to the first thing to press. */
  focus(): void;
  /** A line after a press: "Copied." */
  tell(text: string): void;
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
  const item = element("li", {}, element("span", { class: "category" }, `${finding.category}: `));
  if (finding.quote) item.append(element("q", { dir: "auto" }, finding.quote), " ");
  if (finding.why) item.append(finding.why, " ");
  item.append(element("span", { class: "source" }, finding.source));
  return item;
}

const phone = /(\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4})/;

/** A telephone number that breaks over two lines is hard to read. */
const unbroken = (text: string): (Node | string)[] =>
  text
    .split(phone)
    .map((part, index) => (index % 2 === 1 ? element("span", { class: "together" }, part) : part));

function alternativeBox({ text }: Alternative, index: number): HTMLDivElement {
  const id = `alternative-${index}`;
  return element(
    "div",
    { class: "alternative" },
    element("p", { id, dir: "auto" }, ...unbroken(text)),
    element(
      "div",
      { class: "row" },
      element(
        "button",
        {
          type: "button",
          class: "primary",
          "data-action": "use",
          "data-index": String(index),
          "aria-describedby": id,
        },
        t("card_use_this_reply"),
      ),
      element(
        "button",
        {
          type: "button",
          class: "plain",
          "data-action": "copy",
          "data-index": String(index),
          "aria-describedby": id,
        },
        t("card_copy"),
      ),
    ),
  );
}

export function createCard(actions: CardActions): Card {
  const host = document.createElement("reply-guard");
  const root = host.attachShadow({ mode: "open" });
  sheetInto(root);

  const status = element("div", { class: "status", role: "status", dir: "ltr" });
  const title = element("p", { class: "title" });
  const detail = element("p", { class: "detail" });
  const contact = element("p", { class: "contact" });
  const words = element("div", { class: "words" }, title, detail, contact);
  const captions = createCaptions();
  const { named, labelled } = captions;
  const more = named(
    "card_show_why",
    element("button", { type: "button", class: "plain", "data-action": "expand" }),
  );
  const close = labelled(
    "card_close",
    element("button", { type: "button", class: "plain", "data-action": "dismiss" }, "\u2715"),
  );
  let shape = icon("clear");
  const head = element("div", { class: "head" }, shape, words, more, close);
  const list = labelled("card_what_was_found", element("ul"));
  const found = element("div", {}, named("card_what_was_found", element("h2")), list);
  const choices = labelled("card_safe_replies", element("div", { role: "group" }));
  const safe = element("div", {}, named("card_replies_that_are_safe", element("h2")), choices);
  const tick = element("input", { type: "checkbox", id: "attest" });
  const attest = element(
    "label",
    { class: "attest", for: "attest" },
    tick,
    named("card_attest", element("span")),
  );
  const say = (words: string): void => {
    status.textContent = words;
  };
  const anyway = createAnyway((reason, code) => actions.postAnyway(reason, code), say, captions);
  const closed = element("p", { class: "closed" });
  const retry = named("card_check_again", element("button", { type: "button", "data-action": "retry" }));
  const hint = named("card_keys", element("p", { class: "hint" }));
  const region = element(
    "section",
    { class: "card", "aria-label": "ReplyGuard", dir: "ltr", "data-state": "idle", "data-mode": "hidden" },
    head,
    found,
    safe,
    attest,
    anyway.part,
    closed,
    retry,
    hint,
  );
  region.hidden = true;
  root.append(status, region);

  let drawn = "";
  let hasMessages = false;

  /** Says what stands on it, in the language of now. */
  function speak(): void {
    const now = language();
    if (region.lang === now) return;
    region.lang = now;
    status.lang = now;
    captions.say();
  }

  function render(view: View): boolean {
    if (!host.isConnected) (document.documentElement ?? document).append(host);
    const wanted = JSON.stringify(view);
    if (wanted === drawn) return false;
    drawn = wanted;
    const full = view.mode === "card";
    region.dataset["state"] = view.state;
    // Nothing is seen of it, as is usual while a person types: no need to draw.
    if (view.mode === "hidden" && region.dataset["mode"] === "hidden" && region.hidden) {
      if (status.textContent !== view.announcement) status.textContent = view.announcement;
      return true;
    }
    speak();
    region.dataset["mode"] = view.mode;
    region.hidden = view.mode === "hidden";
    title.textContent = view.title;
    detail.textContent = view.detail;
    const next = icon(view.state === "idle" || view.state === "checking" ? "unchecked" : view.state);
    shape.replaceWith(next);
    shape = next;
    more.hidden = full || view.findings.length === 0;
    list.replaceChildren(...view.findings.map(findingItem));
    found.hidden = !full || view.findings.length === 0;
    choices.replaceChildren(...view.alternatives.map(alternativeBox));
    safe.hidden = !full || view.alternatives.length === 0;
    attest.hidden = !full || !view.attest;
    tick.checked = false;
    anyway.draw(full ? view.postAnyway : undefined);
    closed.textContent = view.closed;
    closed.hidden = !full || view.closed === "";
    contact.textContent = t("card_questions", view.contact);
    contact.hidden = !full || view.contact === "";
    retry.hidden = !full || !view.retry;
    hint.hidden = !full || (found.hidden && retry.hidden);
    if (status.textContent !== view.announcement) status.textContent = view.announcement;
    return true;
  }

  function act(button: HTMLElement): void {
    const index = Number(button.dataset["index"]);
    switch (button.dataset["action"]) {
      case "use":
        return actions.use(index);
      case "copy":
        return actions.copy(index);
      case "expand":
        return actions.expand();
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
      actions.dismiss();
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
    if (event.type === "mousedown" && inside.some((target) => target.tagName === "BUTTON"))
      event.preventDefault();
    if (event.type !== "click") return;
    if (inside.includes(tick)) {
      // The tick itself is set by the browser after this event; what it stands for happens now.
      if (!region.hidden && !attest.hidden) actions.attest();
      return;
    }
    const button = inside.find((target) => target.dataset["action"] !== undefined);
    if (button) act(button);
  }

  return {
    host,
    region,
    root,
    render,
    handle,
    focus() {
      const first = [...region.querySelectorAll<HTMLElement>("button, input, select")].find((item) =>
        item.checkVisibility(),
      );
      first?.focus();
    },
    tell: say,
    keepMessages() {
      if (!hasMessages) keepMessages([...lastWords, ...captions.keys()]);
      hasMessages = true;
    },
    remove: () => host.remove(),
  };
}
