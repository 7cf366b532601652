// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { composerOfForm } from "../../../src/content/locate/composer-of-form.ts";
import { findSendControl } from "../../../src/content/locate/find-send-control.ts";
import { findSendTarget } from "../../../src/content/locate/find-send-target.ts";
import { isSendKey } from "../../../src/content/locate/is-send-key.ts";
import { readThread } from "../../../src/content/locate/read-thread.ts";
import { watchProblem } from "../../../src/content/locate/watch-problem.ts";
import { all, composerAt, one, pathOf, show, write } from "./saved-page.ts";

/** `keys`: which Enter sends, of bare, Ctrl, Cmd, Shift, Alt. */
const surfaces = [
  {
    file: "facebook-feed",
    box: "comment",
    send: "comment-send",
    id: "facebook/comment",
    surface: "comment",
    keys: "bare",
    thread: {
      author: "Harbor Aesthetics",
      text: "Our fall hours start on Monday.\nSee you at the open house!",
    },
  },
  {
    file: "facebook-feed",
    box: "reply",
    id: "facebook/reply",
    surface: "comment",
    keys: "bare",
    thread: { author: "Marisol Whitcombe", text: "Loved my visit. Is parking easy?" },
  },
  {
    file: "facebook-feed",
    box: "second",
    send: "second-send",
    id: "facebook/comment",
    surface: "comment",
    keys: "bare",
    thread: { author: "Northside Run Club", text: "Start is at eight on Sunday." },
  },
  {
    file: "facebook-photo-dialog",
    send: "send",
    id: "facebook/comment",
    surface: "comment",
    keys: "bare",
    thread: { author: "Harbor Aesthetics", text: "غرفة العلاج الجديدة جاهزة." },
  },
  {
    file: "facebook-post-dialog",
    send: "send",
    id: "facebook/post",
    surface: "post",
    keys: "",
    thread: null,
  },
  {
    file: "facebook-review-reply",
    send: "send",
    id: "facebook/review-reply",
    surface: "review-reply",
    keys: "bare",
    thread: { author: "Jane Doering", text: "Best filler in town, thank you Dr. Reyes!" },
  },
  {
    file: "facebook-chat-tab",
    send: "send",
    id: "facebook/messenger-tab",
    surface: "message",
    keys: "bare ctrl meta alt",
    thread: { author: "Tobias Renquist", text: "Are you open on Saturday?" },
  },
  {
    file: "facebook-messages",
    send: "send",
    id: "facebook/messenger-page",
    surface: "message",
    keys: "bare ctrl meta alt",
    thread: { author: "Tobias Renquist", text: "Are you open on Saturday?" },
  },
  {
    file: "facebook-inbox",
    send: "send",
    id: "facebook/inbox-message",
    surface: "message",
    keys: "bare ctrl meta alt",
    thread: { author: "Tobias Renquist", text: "Do you have time on Friday?" },
  },
  {
    file: "facebook-basic",
    send: "send",
    id: "facebook/basic-comment",
    surface: "comment",
    keys: "",
    form: true,
    thread: { author: "Harbor Aesthetics", text: "New: parking behind the house." },
  },
  {
    file: "facebook-touch",
    send: "send",
    id: "facebook/basic-comment",
    surface: "comment",
    keys: "",
    form: true,
    thread: null,
  },
  {
    file: "instagram-post",
    id: "instagram/comment",
    surface: "comment",
    keys: "bare ctrl meta alt",
    form: true,
    thread: { author: "harboraesthetics", text: "Fall open house on Friday. Everybody is welcome." },
  },
  {
    file: "instagram-reel",
    id: "instagram/comment",
    surface: "comment",
    keys: "bare ctrl meta alt",
    form: true,
    thread: { author: "harboraesthetics", text: "Fall open house on Friday. Everybody is welcome." },
  },
  {
    file: "instagram-direct",
    send: "send",
    id: "instagram/direct",
    surface: "message",
    keys: "bare ctrl meta",
    thread: { author: "lena.okafor", text: "Hi! How long is a facial?" },
  },
  {
    file: "instagram-caption",
    send: "send",
    id: "instagram/caption",
    surface: "post",
    keys: "",
    thread: null,
  },
  {
    file: "yelp-owner-comment",
    send: "send",
    id: "yelp/owner-comment",
    surface: "review-reply",
    keys: "",
    thread: {
      author: "Ingrid P.",
      text: "Waited forty minutes and nobody told me why. My lips are still swollen.",
    },
  },
  {
    file: "yelp-owner-message",
    send: "send",
    id: "yelp/owner-message",
    surface: "message",
    keys: "",
    thread: {
      author: "Ingrid P.",
      text: "Waited forty minutes and nobody told me why. My lips are still swollen.",
    },
  },
  {
    file: "yelp-lead",
    send: "send",
    id: "yelp/lead",
    surface: "message",
    keys: "",
    thread: { author: "Priya L.", text: "I am looking for a facial next week." },
  },
  {
    file: "yelp-lead-modal",
    send: "send",
    id: "yelp/lead-first-contact",
    surface: "message",
    keys: "",
    thread: { author: "Priya L.", text: "" },
  },
  {
    file: "yelp-messaging",
    send: "send",
    id: "yelp/messaging",
    surface: "message",
    keys: "",
    form: true,
    thread: { author: "Omar T.", text: "Do you sell gift cards?" },
  },
  {
    file: "yelp-write-review",
    send: "send",
    id: "yelp/review",
    surface: "review",
    keys: "",
    form: true,
    thread: null,
  },
] as const;

const up = { key: "Enter", ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const enters = {
  bare: up,
  ctrl: { ...up, ctrlKey: true },
  meta: { ...up, metaKey: true },
  shift: { ...up, shiftKey: true },
  alt: { ...up, altKey: true },
};

describe.each(surfaces)("$id on $file", (row) => {
  const { file, id, surface, keys, thread } = row;
  const mark = "box" in row ? row.box : "box";
  const send = "send" in row ? row.send : undefined;

  test("the box is found from whatever inside it an event starts at", () => {
    const page = show(file);
    const box = one(mark);
    for (const inner of [box, ...box.querySelectorAll("*")]) {
      const composer = composerAt(inner, page);
      expect(composer.box).toBe(box);
      expect(composer).toMatchObject({ site: page.adapter.site, surface, pattern: { id } });
    }
  });

  test("keys send as the site has it", () => {
    const page = show(file);
    const composer = composerAt(one(mark), page);
    const sending = Object.entries(enters)
      .filter(([, event]) => isSendKey(event, composer))
      .map(([name]) => name);
    expect(sending.join(" ")).toBe(keys);
    expect(isSendKey({ ...up, key: "a" }, composer)).toBe(false);
  });

  test("the thread is what is answered", () => {
    const page = show(file);
    expect(readThread(composerAt(one(mark), page))).toEqual(thread);
  });

  test("no problem is reported, and what lies beside the box does not send", () => {
    const page = show(file);
    write(one(mark), mark === "box" && send === undefined ? "" : "Thank you");
    expect(watchProblem(composerAt(one(mark), page))).toBeUndefined();
    const sending = all("other").filter((other) => findSendTarget(pathOf(other), page));
    expect(sending.map((other) => other.outerHTML)).toEqual([]);
  });
});

const withSend = surfaces.flatMap((row) => ("send" in row ? [{ box: "box", ...row }] : []));

test.each(withSend)("$id on $file: the send control is found from itself and from the box", (row) => {
  const page = show(row.file);
  const box = one(row.box);
  write(box, "Thank you");
  const control = one(row.send);
  for (const inner of [control, ...control.querySelectorAll("*")]) {
    expect(findSendTarget(pathOf(inner), page)).toMatchObject({ control, composer: { box } });
  }
  expect(findSendControl(composerAt(box, page))).toBe(control);
});

test.each(surfaces.filter((row) => "form" in row))(
  "$id on $file: a submit is this composer's",
  ({ file }) => {
    const page = show(file);
    expect(composerOfForm(one("form"), page)?.box).toBe(one("box"));
  },
);
