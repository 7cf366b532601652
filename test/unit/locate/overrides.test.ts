// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { generic } from "../../../src/adapters/generic.ts";
import { extraAdapter } from "../../../src/content/locate/extra-adapter.ts";
import { isSendKey } from "../../../src/content/locate/is-send-key.ts";
import type { Composer, Page } from "../../../src/content/locate/composer.ts";
import { usableExtra, usableOverrides } from "../../../src/content/locate/override.ts";
import { readAttachments } from "../../../src/content/locate/read-attachments.ts";
import { readThread } from "../../../src/content/locate/read-thread.ts";
import { scanComposers } from "../../../src/content/locate/scan-composers.ts";
import { sentByControl, sentByForm } from "../../../src/content/locate/sent-composers.ts";
import { watchProblem } from "../../../src/content/locate/watch-problem.ts";
import type { SelectorOverride } from "../../../src/contract/policy-sites.ts";
import { composerAt, one, pageAt, pathOf, write } from "./saved-page.ts";

const enter = { key: "Enter", ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const url = "https://biz.yelp.com/r2r/1";

/** A page of Yelp on which nothing is as it was. */
const page = `
  <y-feed>
    <y-review>
      <b class="who">Ingrid P.</b><p class="said">It came out uneven.</p>
      <div class="pad" contenteditable="true" data-test="box"></div>
      <i class="fly" data-test="fly">↗</i><img src="blob:1">
    </y-review>
    <y-review>
      <b class="who">Rafael O.</b><p class="said">Spotless place.</p>
      <div class="pad" contenteditable="true" data-test="second"></div>
      <i class="fly" data-test="second-fly">↗</i>
    </y-review>
    <button data-test="other">Emoji</button>
  </y-feed>`;

function showWith(overrides: readonly Omit<SelectorOverride, "site">[], surfacesOff: string[] = []): Page {
  document.body.innerHTML = page;
  const usable = usableOverrides(
    overrides.map((said) => ({ ...said, site: "yelp" as const })),
    surfacesOff,
  );
  return { ...pageAt(url), overrides: usable.value };
}

/** As it is now on `page`, which has to be shown first. */
const at = (mark: string, now: Page): Composer => composerAt(one(mark), now);

const pad = { surface: "review-reply", box: "div.pad" } as const;

describe("a box that a policy names", () => {
  test("is no unknown one any more", () => {
    expect(watchProblem(at("box", showWith([])))).toBe("unknown-composer");
    const found = scanComposers(document, showWith([pad]));
    expect(found.map(({ box }) => box)).toEqual([one("box"), one("second")]);
    expect(found.map(watchProblem)).toEqual([undefined, undefined]);
  });

  test("has the surface that is said, unless nothing is guarded there", () => {
    const message = { ...pad, surface: "message" } as const;
    expect(at("box", showWith([message])).surface).toBe("message");
    expect(at("box", showWith([message], ["message"])).surface).toBe("review-reply");
  });

  test("leaves a text area inside it what it is: its words are no part of the words around it", () => {
    const now = showWith([pad]);
    one("box").innerHTML = '<textarea data-test="inner"></textarea>';
    expect(at("inner", now).box).toBe(one("inner"));
    expect(at("box", now).box).toBe(one("box"));
  });

  test("sends by the keys that are said", () => {
    const press = (how: object, said: SelectorOverride["sendKeys"]): boolean =>
      isSendKey({ ...enter, ...how }, at("box", showWith([{ ...pad, sendKeys: said }])));
    expect(press({}, undefined)).toBe(false);
    expect(press({}, ["enter"])).toBe(true);
    expect(press({ shiftKey: true }, ["enter"])).toBe(false);
    expect(press({}, ["ctrl-enter"])).toBe(false);
    expect(press({ ctrlKey: true }, ["ctrl-enter"])).toBe(true);
    expect(press({ metaKey: true }, ["ctrl-enter"])).toBe(true);
  });

  test("sends by the control that is said, each box by the nearest", () => {
    const now = showWith([{ ...pad, sendControls: ["i.fly"] }]);
    const sent = (mark: string): Element[] => sentByControl(pathOf(one(mark)), now).map(({ box }) => box);
    expect(sent("fly")).toEqual([one("box")]);
    expect(sent("second-fly")).toEqual([one("second")]);
    expect(sent("other")).toEqual([]);
  });

  test("sends by a control that is named so, also where that means something else as a rule", () => {
    const now = showWith([{ ...pad, scope: ["y-feed"], sendLabels: ["EMOJI …"] }]);
    // Which of the two it sends nobody has said: both have to be let go.
    const sent = sentByControl(pathOf(one("other")), now).map(({ box }) => box);
    expect(sent).toEqual([one("box"), one("second")]);
  });

  test("is said to be without its control where it has text and none is found", () => {
    const now = showWith([{ ...pad, sendControls: ["i.gone"] }]);
    expect(watchProblem(at("box", now))).toBeUndefined();
    write(one("box"), "Thank you");
    expect(watchProblem(at("box", now))).toBe("no-send-control");
  });

  test("answers whom it is said to answer, each the nearest", () => {
    const now = showWith([{ ...pad, author: [".who"], text: [".nowhere", ".said"] }]);
    expect(readThread(at("box", now))).toEqual({
      author: "Ingrid P.",
      text: "It came out uneven.",
    });
    expect(readThread(at("second", now))).toEqual({
      author: "Rafael O.",
      text: "Spotless place.",
    });
    expect(readThread(at("box", showWith([pad])))).toBeNull();
  });

  test("has the pictures of its part of the page", () => {
    const now = showWith([{ ...pad, scope: ["y-review"] }]);
    expect(readAttachments(at("box", now))).toEqual([{ kind: "image", name: "" }]);
  });

  test("is one on the addresses that are said", () => {
    const problemAt = (path: string): string | undefined =>
      watchProblem(at("box", showWith([{ ...pad, path }])));
    expect(problemAt("^/r2r/")).toBeUndefined();
    expect(problemAt("^/inbox")).toBe("unknown-composer");
  });

  test("is guarded though it looks like none of ours", () => {
    const now = showWith([{ surface: "comment", box: "textarea" }]);
    document.body.innerHTML = '<textarea aria-label="Search or answer" data-test="box"></textarea>';
    expect(scanComposers(document, pageAt(url))).toEqual([]);
    expect(at("box", now).surface).toBe("comment");
  });

  test("in another one that is known adds to that one", () => {
    document.body.innerHTML = `<div role="main"><div role="textbox" contenteditable="true" data-test="outer">
      Dear Ana <div class="pad" contenteditable="true" data-test="box"></div></div></div>`;
    const { value } = usableOverrides([{ ...pad, site: "facebook", sendKeys: ["ctrl-enter"] }], []);
    const composer = at("box", { ...pageAt("https://www.facebook.com/x"), overrides: value });
    expect(composer.box).toBe(one("outer"));
    expect(isSendKey(enter, composer)).toBe(true);
    expect(isSendKey({ ...enter, ctrlKey: true, shiftKey: true }, composer)).toBe(true);
  });

  test("in a form does not take the place of the one that is known there", () => {
    document.body.innerHTML = `<form data-test="form"><textarea aria-label="Filter" data-test="named">Hi</textarea>
      <textarea data-test="known">Your visit</textarea><button type="submit">Post</button></form>`;
    const { value } = usableOverrides([{ site: "yelp", surface: "comment", box: "[aria-label=Filter]" }], []);
    const sent = sentByForm(one("form"), { ...pageAt(url), overrides: value });
    expect(sent.map(({ box }) => box)).toEqual([one("known"), one("named")]);
  });
});

describe("a selector that this browser refuses", () => {
  test("is left out and told of; the rest counts", () => {
    const said = { ...pad, site: "yelp" as const, sendControls: ["i.fly", ":no-such-thing("] };
    const { value, isRefused } = usableOverrides([said], []);
    expect(value.map(({ sendControls }) => sendControls)).toEqual([["i.fly"]]);
    expect(isRefused).toBe(true);
  });

  test("as the box, or no expression as the path, leaves out the entry", () => {
    for (const broken of [{ box: "[" }, { path: "[" }])
      expect(usableOverrides([{ ...pad, site: "yelp", ...broken }], [])).toEqual({
        value: [],
        isRefused: true,
      });
  });

  test("of a further site leaves every box guarded", () => {
    const { value, isRefused } = usableExtra({ surface: "comment", box: "[", sendControls: ["b", "["] });
    expect([value, isRefused]).toEqual([{ surface: "comment", sendControls: ["b"] }, true]);
  });
});

describe("a further site", () => {
  const shown = (said: Parameters<typeof extraAdapter>[0], html: string): Page => {
    document.body.innerHTML = html;
    return { host: "reviews.example", path: "/", adapter: extraAdapter(said) };
  };
  const answer =
    '<article><textarea data-test="box">Hi</textarea><b class="go" data-test="go">Go</b></article>';

  test("has every box guarded that can be written in, and no search field", () => {
    const boxes = `<textarea data-test="a"></textarea><div contenteditable="true" data-test="b"></div>
      <textarea aria-label="Search"></textarea>`;
    const found = scanComposers(document, shown({ surface: "post" }, boxes));
    expect(found.map(({ box, site, surface }) => [box, site, surface])).toEqual([
      [one("a"), "other", "post"],
      [one("b"), "other", "post"],
    ]);
    expect(found.map(watchProblem)).toEqual([undefined, undefined]);
  });

  test("has only the box guarded that is said, where one is", () => {
    const now = shown(
      { surface: "post", box: ".mine" },
      '<textarea></textarea><textarea class="mine"></textarea>',
    );
    expect(scanComposers(document, now).map(({ box }) => box.className)).toEqual(["mine"]);
  });

  test("takes a bare Enter for sending in comments and messages, Ctrl+Enter everywhere", () => {
    const press = (surface: "comment" | "message" | "post" | "review-reply", ctrlKey: boolean): boolean =>
      isSendKey({ ...enter, ctrlKey }, at("box", shown({ surface }, answer)));
    expect([press("comment", false), press("message", false)]).toEqual([true, true]);
    expect([press("post", false), press("review-reply", false)]).toEqual([false, false]);
    expect([press("comment", true), press("post", true)]).toEqual([true, true]);
  });

  test("says when it does not find what sends; a policy can name it", () => {
    expect(watchProblem(at("box", shown({ surface: "post" }, answer)))).toBe("no-send-control");
    const named = shown({ surface: "post", sendControls: [".go"] }, answer);
    expect(watchProblem(at("box", named))).toBeUndefined();
    expect(
      watchProblem(at("box", shown({ surface: "post" }, answer.replaceAll(/b(?=[ >])/g, "button")))),
    ).toBe("no-send-control");
  });

  test("is described in selectors that parse", () => {
    const { ignore, notSend, unknown } = generic;
    const all = [...ignore, ...notSend.controls, ...unknown.scope, ...unknown.controls];
    for (const selector of all) expect(() => document.querySelector(selector)).not.toThrow();
  });
});
