import type { Adapter } from "./adapter.ts";
import { comments } from "./facebook-comments.ts";
import { messages } from "./facebook-messages.ts";
import {
  anyEnter,
  attachments,
  commentControls,
  plainTextarea,
  postThread,
  textbox,
} from "./facebook-parts.ts";
import { posts } from "./facebook-posts.ts";
import { ignored } from "./ignored.ts";
import * as labels from "./labels.ts";

export const facebook: Adapter = {
  site: "facebook",
  hosts: ["facebook.com"],
  checked: "2026-08-22",
  composers: [
    {
      id: "facebook/basic-comment",
      surface: "comment",
      hosts: ["mbasic.facebook.com", "m.facebook.com", "touch.facebook.com"],
      box: 'textarea#composerInput, textarea[name="comment_text"], textarea[data-sigil~="composer-textarea"]',
      scope: ["form", '[id="composer-main-view-id"]'],
      send: {
        keys: [],
        controls: [
          'input[type="submit"]:not([name="view_photo"])',
          'button[type="submit"]',
          '[data-sigil~="submit_composer"]',
        ],
        labels: labels.comment,
        presence: "always",
      },
      attachments,
      thread: {
        container: ["#root", '[role="main"]', "#objects_container", "body"],
        author: ["h3 a", "h3", "header strong a"],
        text: ["[data-ft] p", "p"],
        except: ["form"],
      },
      limit: 8_000,
      evidence: [
        { what: "form to /a/comment.php, textarea#composerInput, native submit", grade: "A", date: "2021" },
        { what: "touch site: data-sigil of box and button", grade: "C", date: "undated" },
      ],
      unverified: [
        "Said to be closed to most users since 2024.",
        "The limit of 8,000 characters is often quoted, not measured.",
        "Author and text of the post: selectors from memory of the basic site.",
      ],
    },
    {
      id: "facebook/inbox-comment",
      surface: "comment",
      hosts: ["business.facebook.com"],
      path: "thread_type=[A-Z_]{0,40}(COMMENT|POST)|^/latest/inbox/(facebook|instagram)([/?]|$)",
      box: `${textbox}, ${plainTextarea}`,
      scope: ["form", '[role="dialog"]', '[role="main"]'],
      send: {
        keys: anyEnter,
        controls: [],
        labels: [...labels.comment, ...labels.message],
        presence: "optional",
      },
      attachments,
      thread: { ...postThread, container: ['[role="dialog"]', '[role="main"]'] },
      limit: 8_000,
      evidence: [
        {
          what: "comments and messages share the inbox; thread_type in the address differs",
          grade: "U",
          date: "2026-08",
        },
      ],
      unverified: [
        "No saved page: the address of a comment thread, the box, the button and where the comment stands are assumed.",
        "Whether the inbox is a frame is not known; the content script runs in all frames.",
      ],
    },
    ...messages,
    ...posts,
    ...comments,
    {
      id: "facebook/any-textbox",
      surface: "comment",
      box: textbox,
      scope: ["form", '[role="dialog"]', '[role="article"]', '[role="region"]', '[role="main"]'],
      send: { keys: anyEnter, controls: commentControls, labels: labels.comment, presence: "optional" },
      attachments,
      thread: postThread,
      limit: null,
      evidence: [
        {
          what: "every editor seen on the site is role=textbox and takes Enter on the box",
          grade: "U",
          date: "2026-08",
        },
      ],
      unverified: [
        "A broad pattern for pages that changed: surface, thread and send keys are guesses on the strict side.",
      ],
    },
    {
      id: "facebook/any-textarea",
      surface: "comment",
      box: plainTextarea,
      within: ['form, [role="dialog"], [role="article"]'],
      needsControl: true,
      scope: ["form", '[role="dialog"]', '[role="article"]'],
      send: {
        keys: [],
        controls: [...commentControls, "form button:not([type])"],
        labels: [...labels.comment, ...labels.post],
        presence: "always",
      },
      attachments,
      thread: postThread,
      limit: null,
      evidence: [{ what: "older forms: textarea and native submit", grade: "A", date: "2021" }],
      unverified: [
        "A broad pattern for pages that changed: surface and thread are guesses on the strict side.",
      ],
    },
  ],
  unknown: {
    surface: "comment",
    keys: anyEnter,
    scope: ["form", '[role="dialog"]', '[role="article"]'],
    controls: commentControls,
    labels: [...labels.comment, ...labels.message],
    attachments,
  },
  notSend: {
    controls: ['input[name="view_photo"]', "[aria-haspopup]", "[aria-pressed]", "[aria-expanded]"],
    labels: labels.notSend,
  },
  ignore: ignored,
};
