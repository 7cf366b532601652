// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { composerOfForm } from "../../../src/content/locate/composer-of-form.ts";
import { findComposer } from "../../../src/content/locate/find-composer.ts";
import { findSendTarget } from "../../../src/content/locate/find-send-target.ts";
import { scanComposers } from "../../../src/content/locate/scan-composers.ts";
import { watchProblem } from "../../../src/content/locate/watch-problem.ts";
import { all, composerAt, one, pageAt, pathOf, show, write } from "./saved-page.ts";

const sites = ["https://www.facebook.com/x", "https://www.instagram.com/p/1/", "https://biz.yelp.com/r2r/1"];

describe.each(sites)("%s", (url) => {
  test("search fields, filters, clones, login forms, read-only and disabled boxes are no composers", () => {
    show("near-misses");
    const page = pageAt(url);
    const boxes = [...document.querySelectorAll("textarea, [contenteditable], input, [role=textbox]")];
    expect(boxes.filter((box) => findComposer(pathOf(box), page)).map((box) => box.outerHTML)).toEqual([]);
    expect(scanComposers(document, page)).toEqual([]);
    for (const button of document.querySelectorAll("button")) {
      expect(findSendTarget(pathOf(button), page)).toBeUndefined();
    }
    for (const form of document.forms) expect(composerOfForm(form, page)).toBeUndefined();
  });

  test("an event outside any box is no composer's", () => {
    show("near-misses");
    expect(findComposer([document.body, document, globalThis], pageAt(url))).toBeUndefined();
    expect(findSendTarget([], pageAt(url))).toBeUndefined();
  });
});

test("the hidden copy of an Instagram draft is ignored beside the real box", () => {
  const page = show("instagram-post");
  expect(findComposer(pathOf(one("ignored")), page)).toBeUndefined();
  expect(scanComposers(document, page).map(({ box }) => box)).toEqual([one("box")]);
});

test("a scan sees every box of a page, and no hidden one", () => {
  const page = show("facebook-feed");
  const found = scanComposers(document, page);
  expect(found.map(({ box }) => box.dataset["test"])).toEqual(["reply", "comment", "second"]);
  one("second").style.display = "none";
  expect(scanComposers(document, page)).toHaveLength(2);
});

describe("boxes that no dedicated pattern knows", () => {
  function put(html: string): HTMLElement {
    document.body.innerHTML = html;
    return one("box");
  }

  test.each([
    [
      "https://www.facebook.com/x",
      `<div data-test="box" role="textbox" contenteditable="plaintext-only"></div>`,
      "facebook/any-textbox",
    ],
    [
      "https://www.facebook.com/x",
      `<form><textarea data-test="box"></textarea><button>Post</button></form>`,
      "facebook/any-textarea",
    ],
    [
      "https://www.instagram.com/x",
      `<main><div role="textbox" contenteditable="" data-test="box"></div></main>`,
      "instagram/any-textbox",
    ],
    [
      "https://www.yelp.com/x",
      `<section><div contenteditable="true" data-test="box"></div><button type="submit">Go</button></section>`,
      "yelp/any-box",
    ],
    [
      "https://biz.yelp.com/x",
      `<li><textarea data-test="box"></textarea><button>Post comment</button></li>`,
      "yelp/any-box",
    ],
    [
      "https://biz.yelp.com/x",
      `<li><textarea data-test="box"></textarea><div tabindex="0">Publicar</div></li>`,
      "yelp/any-box",
    ],
  ])("%s %s is known by its structure", (url, html, id) => {
    const composer = composerAt(put(html), pageAt(url));
    expect(composer.pattern?.id).toBe(id);
    expect(watchProblem(composer)).toBeUndefined();
  });

  test.each([
    ["https://www.facebook.com/x", `<div data-test="box" contenteditable="true"></div>`],
    ["https://www.facebook.com/x", `<form><textarea data-test="box"></textarea></form>`],
    ["https://www.instagram.com/x", `<div data-test="box" contenteditable="true"></div>`],
    [
      "https://www.yelp.com/x",
      `<section><textarea data-test="box"></textarea><button>Photo</button></section>`,
    ],
  ])("%s %s is a composer that is not watched", (url, html) => {
    const composer = composerAt(put(html), pageAt(url));
    expect(composer.pattern).toBeUndefined();
    expect(watchProblem(composer)).toBe("unknown-composer");
    expect(scanComposers(document, pageAt(url))).toHaveLength(1);
  });

  test("an unknown box is still guarded where its button says what it does", () => {
    const box = put(
      `<div><div data-test="box" contenteditable="true">Hi</div><p><span tabindex="0" data-test="send">Publish</span></p></div>`,
    );
    expect(findSendTarget(pathOf(one("send")), pageAt("https://www.facebook.com/x"))?.composer.box).toBe(box);
  });

  test("a part of an editor that can be edited by itself is not a second box", () => {
    put(
      `<div data-test="box" role="textbox" contenteditable="true"><p contenteditable="true" data-test="inner">x</p></div>`,
    );
    const page = pageAt("https://www.facebook.com/x");
    expect(composerAt(one("inner"), page).box).toBe(one("box"));
    expect(scanComposers(document, page)).toHaveLength(1);
  });
});

describe("a send control that is lost", () => {
  test("is told once there is text, on a card of Yelp", () => {
    const page = show("yelp-owner-comment");
    one("send").remove();
    expect(watchProblem(composerAt(one("box"), page))).toBeUndefined();
    write(one("box"), "Thank you");
    expect(watchProblem(composerAt(one("box"), page))).toBe("no-send-control");
  });

  test("is told at once where the site always has one", () => {
    const page = show("yelp-write-review");
    one("send").remove();
    expect(watchProblem(composerAt(one("box"), page))).toBe("no-send-control");
  });

  test("is not missed on Instagram before there is text", () => {
    const page = show("instagram-post");
    expect(watchProblem(composerAt(one("box"), page))).toBeUndefined();
    write(one("box"), "Yes!");
    expect(watchProblem(composerAt(one("box"), page))).toBe("no-send-control");
  });

  test("a control in a language without a hint is told as lost, not guessed", () => {
    const page = show("facebook-chat-tab");
    one("send").setAttribute("aria-label", "Bidali");
    expect(watchProblem(composerAt(one("box"), page))).toBe("no-send-control");
  });
});

test("every button of a feed that does not send leaves the boxes alone", () => {
  const page = show("facebook-feed");
  expect(all("other").length).toBeGreaterThan(8);
  const sending = all("other").filter((other) => findSendTarget(pathOf(other), page));
  expect(sending.map((other) => other.outerHTML)).toEqual([]);
});
