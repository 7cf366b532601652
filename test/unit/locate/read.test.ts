// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { mentionListOpen } from "../../../src/content/locate/mention-list-open.ts";
import { readAttachments } from "../../../src/content/locate/read-attachments.ts";
import { readThread } from "../../../src/content/locate/read-thread.ts";
import { composerAt, one, show, write } from "./saved-page.ts";

describe("readThread", () => {
  test.each([
    ["Reply to Devon Castellane", "Devon Castellane", "There is a garage behind the house."],
    ["Responder a Devon Castellane…", "Devon Castellane", "There is a garage behind the house."],
    ["Auf Devon Castellane antworten", "Devon Castellane", "There is a garage behind the house."],
    ["Devon Castellaneさんに返信", "Devon Castellane", "There is a garage behind the house."],
    ["Reply to Nobody Here", "Nobody Here", ""],
    ["Write a reply…", "Marisol Whitcombe", "Loved my visit. Is parking easy?"],
  ])("the label %s chooses the comment that is answered", (label, author, text) => {
    const page = show("facebook-feed");
    one("reply").setAttribute("aria-label", label);
    expect(readThread(composerAt(one("reply"), page))).toEqual({ author, text });
  });

  test.each([
    ["@lena.okafor of course!", "lena.okafor", "Will there be cake?"],
    ["@harboraesthetics thanks", "harboraesthetics", "Fall open house on Friday. Everybody is welcome."],
    ["@somebody.else hi", "somebody.else", ""],
    ["Thanks @lena.okafor", "harboraesthetics", "Fall open house on Friday. Everybody is welcome."],
  ])("the draft %s on Instagram answers %s", (draft, author, text) => {
    const page = show("instagram-post");
    write(one("box"), draft);
    expect(readThread(composerAt(one("box"), page))).toEqual({ author, text });
  });

  test("is capped, and what the box itself says is never read", () => {
    const page = show("yelp-owner-comment");
    const paragraphs = document.querySelectorAll("p");
    const review = [...paragraphs].find((p) => p.textContent.startsWith("Waited"));
    if (review) review.textContent = "long ".repeat(9_000);
    const name = document.querySelector("[class*=passport] span");
    if (name) name.textContent = "N".repeat(600);
    const thread = readThread(composerAt(one("box"), page));
    expect(thread?.author).toHaveLength(500);
    expect(thread?.text).toHaveLength(20_000);
  });

  test("is read out of a shadow root, for a comment and for a reply", () => {
    const page = show("facebook-feed");
    for (const [mark, author] of [
      ["comment", "Harbor Aesthetics"],
      ["reply", "Marisol Whitcombe"],
    ] as const) {
      const box = one(mark);
      const form = box.closest("form");
      const host = document.createElement("comment-box");
      form?.replaceWith(host);
      host.attachShadow({ mode: "open" }).append(form ?? "");
      expect(readThread(composerAt(box, page))?.author).toBe(author);
    }
  });

  test("is null where the page shows nothing to read", () => {
    const page = show("facebook-touch");
    expect(readThread(composerAt(one("box"), page))).toBeNull();
  });
});

describe("readAttachments", () => {
  function choose(input: HTMLElement, ...files: File[]): void {
    Object.defineProperty(input, "files", { value: files, configurable: true });
  }

  test("files that are chosen, by type, else by name", () => {
    const page = show("facebook-feed");
    choose(
      one("file"),
      new File(["x"], "smile.jpg", { type: "image/jpeg" }),
      new File(["x"], "walk.mov", { type: "" }),
      new File(["x"], "clip.bin", { type: "video/mp4" }),
      new File(["x"], "chart.pdf", { type: "application/pdf" }),
    );
    expect(readAttachments(composerAt(one("comment"), page))).toEqual([
      { kind: "image", name: "smile.jpg" },
      { kind: "video", name: "walk.mov" },
      { kind: "video", name: "clip.bin" },
      { kind: "image", name: "chart.pdf" },
    ]);
    expect(readAttachments(composerAt(one("reply"), page))).toEqual([]);
  });

  test("previews that are left after the site has emptied its input", () => {
    const page = show("facebook-feed");
    one("previews").innerHTML =
      `<img src="blob:https://www.facebook.com/1" /><video src="blob:https://www.facebook.com/2"></video>`;
    expect(readAttachments(composerAt(one("comment"), page))).toEqual([
      { kind: "image", name: "" },
      { kind: "video", name: "" },
    ]);
    choose(one("file"), new File(["x"], "smile.jpg", { type: "image/jpeg" }));
    expect(readAttachments(composerAt(one("comment"), page))).toEqual([
      { kind: "image", name: "smile.jpg" },
      { kind: "video", name: "" },
    ]);
  });

  test("pictures of the page are none of the draft's", () => {
    const page = show("facebook-photo-dialog");
    expect(readAttachments(composerAt(one("box"), page))).toEqual([]);
  });

  test("a picture pasted into the editor, and no emoji", () => {
    const page = show("facebook-feed");
    one("comment").innerHTML =
      `<p><img alt="🙂" src="https://static.example/emoji.png" /><img src="data:image/png;base64,AA" /></p>`;
    expect(readAttachments(composerAt(one("comment"), page))).toEqual([{ kind: "image", name: "" }]);
  });

  test("a caption on Instagram always has one", () => {
    const page = show("instagram-caption");
    expect(readAttachments(composerAt(one("box"), page))).toEqual([{ kind: "image", name: "" }]);
  });
});

describe("mentionListOpen", () => {
  const list = (attributes = ""): string =>
    `<div id="list" role="listbox" ${attributes}><div id="o1" role="option" aria-selected="false">Lena</div></div>`;

  test.each([
    ["aria-activedescendant", { "aria-activedescendant": "o1" }, list(), true],
    ["aria-expanded with its list", { "aria-expanded": "true", "aria-controls": "list" }, list(), true],
    ["a list that it owns", { "aria-owns": "list" }, list(), true],
    ["nothing that ties the list to the box", {}, list(), false],
    ["a stale aria-activedescendant", { "aria-activedescendant": "gone" }, list(), false],
    ["aria-expanded without a list", { "aria-expanded": "true", "aria-controls": "gone" }, "", false],
    ["a hidden list", { "aria-controls": "list" }, list(`style="display: none"`), false],
    [
      "an empty list",
      { "aria-expanded": "true", "aria-controls": "list" },
      `<div id="list" role="listbox"></div>`,
      false,
    ],
  ])("%s", (_, attributes, html, open) => {
    const page = show("instagram-post");
    for (const [name, value] of Object.entries(attributes)) one("box").setAttribute(name, value);
    document.body.insertAdjacentHTML("beforeend", html);
    expect(mentionListOpen(composerAt(one("box"), page))).toBe(open);
  });

  test("a list in the same form with something chosen, in no other form", () => {
    const page = show("facebook-feed");
    const html = list().replace('"false"', '"true"');
    one("comment").insertAdjacentHTML("afterend", html);
    expect(mentionListOpen(composerAt(one("comment"), page))).toBe(true);
    expect(mentionListOpen(composerAt(one("second"), page))).toBe(false);
  });
});
