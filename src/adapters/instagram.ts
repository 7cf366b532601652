import type { Adapter } from "./adapter.ts";
import { ignored } from "./ignored.ts";
import * as labels from "./labels.ts";

const textbox = '[role="textbox"][contenteditable]:not([contenteditable="false" i])';
/** A comment goes out on any Enter keypress without Shift, so also with Ctrl, Cmd or Alt. */
const unshiftedEnter = [{ key: "Enter", ctrl: "any", meta: "any", alt: "any" } as const];
/** A direct message: unless Shift or Alt. Ctrl and Cmd send, unless a feature flag of the site says otherwise. */
const messageEnter = [{ key: "Enter", ctrl: "any", meta: "any" } as const];

const attachments = {
  inputs: ['input[type="file"]'],
  previews: ['img[src^="blob:"]', 'img[src^="data:image/"]', 'video[src^="blob:"]'],
};

/** The button that says "Post" has words only; emoji, like and close are icons. */
const wordsOnly = '[role="button"]:not(:has(svg)):not(:has(img))';

const thread = {
  container: ['[role="dialog"]', "article", '[role="main"]', "main"],
  author: [
    'header a[href^="/"]',
    'a[role="link"][href^="/"]:not([href*="/p/"]):not([href*="/reel/"]):not([href*="/explore/"]) span',
    'a[href^="/"]',
  ],
  text: ["h1[dir='auto']", 'span[dir="auto"]'],
  except: ["form", "nav", '[role="navigation"]', '[role="button"]', "header", "time"],
  handleRows: ['a[href="/{handle}/" i]', 'a[href^="/{handle}/?" i]', 'a[href="/{handle}" i]'],
};

const threadOfMessages = {
  container: ['[role="dialog"]', '[role="main"]', "main"],
  author: ["h1", "h2", 'header a[href^="/"] span', 'header [dir="auto"]'],
  text: ['[role="row"] [dir="auto"]', '[role="listitem"] [dir="auto"]'],
  pick: "last" as const,
};

const message = {
  surface: "message" as const,
  scope: ["form", '[role="dialog"]', '[role="region"]', '[role="main"]', "main"],
  send: {
    keys: messageEnter,
    controls: ['button[type="submit"]'],
    labels: labels.message,
    presence: "optional" as const,
  },
  attachments,
  thread: threadOfMessages,
  limit: 1_000,
};

const commentSend = {
  keys: unshiftedEnter,
  controls: [`form ${wordsOnly}`, 'form button[type="submit"]'],
  labels: labels.comment,
  presence: "with-text" as const,
};

const captionSend = {
  keys: [],
  controls: [],
  labels: labels.post,
  presence: "always" as const,
};

export const instagram: Adapter = {
  site: "instagram",
  hosts: ["instagram.com"],
  checked: "2026-08-22",
  composers: [
    {
      id: "instagram/caption",
      surface: "post",
      box: `${textbox}, [contenteditable="true"], textarea`,
      within: ['[role="dialog"]'],
      labels: labels.captionBox,
      scope: ['[role="dialog"]'],
      send: captionSend,
      attachments: {
        inputs: attachments.inputs,
        previews: [...attachments.previews, "canvas", '[style*="blob:"]', "video"],
        implied: "image",
      },
      thread: null,
      limit: 2_200,
    },
    {
      ...message,
      id: "instagram/direct",
      path: "^/direct/",
      box: `${textbox}, textarea:not([readonly])`,
    },
    {
      ...message,
      id: "instagram/direct-drawer",
      box: textbox,
      labels: labels.messageBox,
    },
    {
      id: "instagram/comment",
      surface: "comment",
      box: "textarea:not([readonly])",
      within: ["form"],
      scope: ["form"],
      send: commentSend,
      attachments,
      thread,
      limit: 2_200,
    },
    {
      id: "instagram/any-textbox",
      surface: "comment",
      box: `${textbox}, textarea:not([readonly])`,
      scope: ["form", '[role="dialog"]', "section", "article", '[role="main"]', "main"],
      send: {
        keys: unshiftedEnter,
        controls: [`form ${wordsOnly}`, 'button[type="submit"]'],
        labels: [...labels.comment, ...labels.message, "share", "done"],
        presence: "optional",
      },
      attachments,
      thread,
      limit: null,
    },
  ],
  unknown: {
    surface: "comment",
    keys: unshiftedEnter,
    scope: ["form", '[role="dialog"]', "section", "article"],
    controls: ['button[type="submit"]'],
    labels: [...labels.comment, ...labels.message],
    attachments,
  },
  notSend: {
    controls: ["[aria-haspopup]", "[aria-pressed]", "[aria-expanded]"],
    labels: labels.notSend,
  },
  ignore: ignored,
};
