// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { composerOfForm } from "../../../src/content/locate/composer-of-form.ts";
import { findSendTarget } from "../../../src/content/locate/find-send-target.ts";
import { composerAt, one, pageAt, pathOf, show, write } from "./saved-page.ts";

function element(html: string): HTMLElement {
  const holder = document.createElement("div");
  holder.innerHTML = html;
  const child = holder.firstElementChild;
  if (!(child instanceof HTMLElement)) throw new Error("no element");
  return child;
}

describe("Instagram's Post, which exists only with text", () => {
  test.each(["Post", "Publicar", "Bidali"])("%s is found by structure in any language", (word) => {
    const page = show("instagram-post");
    write(one("box"), "Yes!");
    const post = element(`<div role="button" tabindex="0">${word}</div>`);
    one("box").after(post);
    expect(findSendTarget(pathOf(post), page)).toMatchObject({
      control: post,
      composer: { box: one("box") },
    });
  });

  test("the node of the box may be another one by then", () => {
    const page = show("instagram-post");
    const copy = one("box").cloneNode();
    one("box").replaceWith(copy);
    const post = element(`<div role="button" tabindex="0">Post</div>`);
    one("form").append(post);
    expect(findSendTarget(pathOf(post), page)?.composer.box).toBe(copy);
  });
});

describe("Yelp's second question", () => {
  test("sends the text of the dialog behind it", () => {
    const page = show("yelp-lead-modal");
    write(one("box"), "Hello");
    expect(findSendTarget(pathOf(one("anyway")), page)?.composer.box).toBe(one("box"));
  });

  test("sends nothing where no box has text", () => {
    const page = show("yelp-lead-modal");
    expect(findSendTarget(pathOf(one("anyway")), page)).toBeUndefined();
  });
});

test("of two boxes with one id each has its own button", () => {
  const page = show("facebook-feed");
  expect(findSendTarget(pathOf(one("comment-send-icon")), page)?.composer.box).toBe(one("comment"));
  expect(findSendTarget(pathOf(one("second-send")), page)?.composer.box).toBe(one("second"));
});

test("of two boxes in one dialog the one that has text is sent", () => {
  const page = show("facebook-post-dialog");
  const second = one("box").cloneNode(true);
  if (!(second instanceof HTMLElement)) throw new Error("no element");
  second.setAttribute("data-test", "second");
  one("box").after(second);
  write(second, "Hello");
  expect(findSendTarget(pathOf(one("send")), page)?.composer.box).toBe(second);
});

test("a control inside a control: the inner one decides when it says what it does", () => {
  const page = pageAt("https://www.facebook.com/x");
  document.body.innerHTML = `<form role="presentation"><div role="textbox" contenteditable="true">x</div>
    <div role="button" aria-label="Comment"><div role="button" aria-label="Close" data-test="close"></div>
    <div role="button" data-test="icon"></div></div></form>`;
  expect(findSendTarget(pathOf(one("icon")), page)?.control.getAttribute("aria-label")).toBe("Comment");
  expect(findSendTarget(pathOf(one("close")), page)).toBeUndefined();
});

test("a click in the box is not on a control, even where a control holds the box", () => {
  const page = pageAt("https://www.facebook.com/x");
  document.body.innerHTML = `<form><div role="button" aria-label="Comment"><div role="textbox" contenteditable="true" data-test="box">x</div></div></form>`;
  expect(findSendTarget(pathOf(one("box")), page)).toBeUndefined();
});

test("where two buttons submit, the label chooses; where it cannot, both send", () => {
  const page = pageAt("https://www.facebook.com/x");
  const form = (a: string, b: string): void => {
    document.body.innerHTML = `<form><textarea>x</textarea><button type="submit" data-test="a">${a}</button><button type="submit" data-test="b">${b}</button></form>`;
  };
  const sending = (): string[] => ["a", "b"].filter((mark) => findSendTarget(pathOf(one(mark)), page));
  form("Post", "Keep for later");
  expect(sending()).toEqual(["a"]);
  form("Bidali", "Gorde");
  expect(sending()).toEqual(["a", "b"]);
  form("Bidali", "Cancel");
  expect(sending()).toEqual(["a"]);
});

describe("shadow roots", () => {
  const page = pageAt("https://www.facebook.com/x");

  function root(host: Element, html: string, mode: "open" | "closed" = "open"): ShadowRoot {
    const shadow = host.attachShadow({ mode });
    shadow.innerHTML = html;
    return shadow;
  }

  function inside(shadow: ShadowRoot, selector: string): Element {
    const found = shadow.querySelector(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  }

  test.each(["open", "closed"] as const)("box and control in the same %s root", (mode) => {
    document.body.innerHTML = `<div role="article" aria-labelledby="a"><h3 id="a">A</h3><comment-box></comment-box></div>`;
    const host = document.querySelector("comment-box") ?? document.body;
    const shadow = root(
      host,
      `<form role="presentation"><div role="textbox" contenteditable="true"><p>x</p></div><div role="button" aria-label="Comment"></div></form>`,
      mode,
    );
    const box = inside(shadow, "[role=textbox]");
    const button = inside(shadow, "[role=button]");
    expect(composerAt(box, page).pattern?.id).toBe("facebook/comment");
    expect(findSendTarget([button, ...pathOf(button)], page)?.composer.box).toBe(box);
  });

  test("a button that is an element of its own, beside the box", () => {
    document.body.innerHTML = `<form role="presentation"><div role="textbox" contenteditable="true" data-test="box">x</div><x-button>Comment</x-button></form>`;
    const shadow = root(
      document.querySelector("x-button") ?? document.body,
      `<button><slot></slot></button>`,
    );
    const button = inside(shadow, "button");
    expect(findSendTarget(pathOf(button), page)?.composer.box).toBe(one("box"));
  });

  test("a box in a root, its button outside", () => {
    document.body.innerHTML = `<form role="presentation"><x-box></x-box><div role="button" aria-label="Comment" data-test="send"></div></form>`;
    const shadow = root(
      document.querySelector("x-box") ?? document.body,
      `<div role="textbox" contenteditable="true">x</div>`,
    );
    const box = inside(shadow, "[role=textbox]");
    expect(findSendTarget(pathOf(one("send")), page)?.composer).toMatchObject({
      box,
      pattern: { id: "facebook/comment" },
      scope: document.querySelector("form"),
    });
  });
});

test("a box without a form: what stands in the comments above it does not send it", () => {
  const page = pageAt("https://www.facebook.com/x");
  document.body.innerHTML = `<div role="article" aria-labelledby="a">
    <div role="article" aria-label="Comment by Lena Okafor"><div role="button" data-test="opener">Reply</div></div>
    <div role="textbox" contenteditable="true" data-test="box">x</div><div role="button" data-test="send">Comment</div></div>`;
  expect(findSendTarget(pathOf(one("opener")), page)).toBeUndefined();
  expect(findSendTarget(pathOf(one("send")), page)?.composer.box).toBe(one("box"));
});

describe("composerOfForm", () => {
  test("takes the box that is shown and has text, also one that belongs to the form by attribute", () => {
    const page = pageAt("https://www.facebook.com/x");
    document.body.innerHTML = `<form id="f" data-test="form"><textarea hidden style="display: none">copy</textarea><button type="submit">Post</button></form><textarea form="f" data-test="box">Hello</textarea>`;
    expect(composerOfForm(one("form"), page)?.box).toBe(one("box"));
  });

  test("a form without a box is nobody's", () => {
    document.body.innerHTML = `<form data-test="form"><input name="q" /></form>`;
    expect(composerOfForm(one("form"), pageAt("https://www.yelp.com/x"))).toBeUndefined();
  });
});
