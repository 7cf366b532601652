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
