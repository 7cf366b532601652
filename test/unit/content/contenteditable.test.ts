// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { contenteditable } from "../../../src/content/editors/contenteditable.ts";

function boxOf(html: string): HTMLElement {
  document.body.innerHTML = `<div contenteditable="true">${html}</div>`;
  const box = document.body.firstElementChild;
  if (!(box instanceof HTMLElement)) throw new Error("no box");
  return box;
}

/** Markup as the editors leave it, and the draft that it stands for. */
const drafts: readonly (readonly [what: string, html: string, text: string])[] = [
  ["Lexical, one line", '<p><span data-lexical-text="true">Thank you!</span></p>', "Thank you!"],
  ["Lexical, empty", "<p><br></p>", ""],
  ["Lexical, two paragraphs", "<p><span>one</span></p><p><span>two</span></p>", "one\ntwo"],
  [
    "Lexical, an empty line between",
    "<p><span>one</span></p><p><br></p><p><span>two</span></p>",
    "one\n\ntwo",
  ],
  ["Lexical, line break", "<p><span>one</span><br><span>two</span></p>", "one\ntwo"],
  ["Lexical, trailing break", "<p><span>one</span><br><br></p>", "one\n"],
  [
    "Draft.js, two blocks",
    '<div data-contents="true"><div data-block="true"><div><span><span data-text="true">one</span></span></div></div><div data-block="true"><div><span><span data-text="true">two</span></span></div></div></div>',
    "one\ntwo",
  ],
  ["plain, text then blocks", "one<div>two</div><div>three</div>", "one\ntwo\nthree"],
  ["a picture of an emoji", '<p>thanks <img alt="🎉">!</p>', "thanks 🎉!"],
  [
    "a mention",
    '<p><span>Hi </span><span contenteditable="false">@maria</span><span> !</span></p>',
    "Hi @maria !",
  ],
];

describe("contenteditable", () => {
  it.each(drafts)("reads %s", (_, html, text) => {
    expect(contenteditable.read(boxOf(html))).toBe(text);
  });

  it("finds the nodes of a span that runs over two paragraphs", () => {
    const box = boxOf("<p><span>one two</span></p><p><span>three four</span></p>");
    const [range] = contenteditable.ranges(box, [{ start: 4, end: 13 }]);
    expect([range?.startContainer.textContent, range?.startOffset]).toEqual(["one two", 4]);
    expect([range?.endContainer.textContent, range?.endOffset]).toEqual(["three four", 5]);
  });

  it("finds each of several spans of one node", () => {
    const box = boxOf("<p>one two</p>");
    const ranges = contenteditable.ranges(box, [
      { start: 0, end: 3 },
      { start: 4, end: 7 },
    ]);
    expect(ranges.map((range) => [range.startOffset, range.endOffset])).toEqual([
      [0, 3],
      [4, 7],
    ]);
  });

  it("puts a text in once, also where it is sent before anybody looks", async () => {
    const box = boxOf("<p><br></p>");
    document.execCommand = (command, _, text) => {
      if (command === "insertText") box.textContent = text ?? "";
      return true;
    };
    box.addEventListener("paste", (event) => {
      event.preventDefault();
      const pasted = event.clipboardData?.getData("text/plain") ?? "";
      // The site's own state first; then the send, in the very next task, and what is written after it.
      setTimeout(() => {
        box.textContent = pasted;
        setTimeout(() => (box.textContent = "See you on Monday"), 0);
      }, 5);
    });
    expect(await contenteditable.replace(() => box, "Thank you!")).toBe(true);
    await expect.poll(() => box.textContent).toBe("See you on Monday");
  });
});
