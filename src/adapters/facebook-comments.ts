import type { ComposerPattern } from "./adapter.ts";
import { attachments, commentControls, postThread, textbox } from "./facebook-parts.ts";
import * as labels from "./labels.ts";

/** Facebook commits a comment on Enter without any modifier; Enter with one is held too where it is not known. */
const bareEnter = [{ key: "Enter" as const }];
const commentSend = {
  keys: bareEnter,
  controls: commentControls,
  labels: labels.comment,
  presence: "optional" as const,
};
const commentScope = ['form[role="presentation"]', "form", '[role="article"]', '[role="dialog"]'];

export const comments: ComposerPattern[] = [
  {
    id: "facebook/review-reply",
    surface: "review-reply",
    path: "/reviews/?([?#]|$)|[?&]sk=reviews",
    box: textbox,
    within: ['[role="article"], [role="dialog"], form'],
    scope: commentScope,
    send: commentSend,
    attachments,
    thread: postThread,
    limit: 8_000,
  },
  {
    id: "facebook/reply",
    surface: "comment",
    box: textbox,
    within: ['form[role="presentation"], [role="article"], [role="complementary"]'],
    labels: labels.replyBox,
    scope: commentScope,
    send: commentSend,
    attachments,
    thread: {
      ...postThread,
      author: ['a[href*="comment_id="] span[dir="auto"]', 'a[href*="comment_id="]', 'a[role="link"]'],
      text: ['span[dir="auto"][lang] div[dir="auto"]', 'span[dir="auto"][lang]', 'div[dir="auto"]'],
      except: ['[role="article"]', "form"],
      rows: ['[role="article"][aria-label]'],
      labelTemplates: labels.replyBox,
    },
    limit: 8_000,
  },
  {
    id: "facebook/comment",
    surface: "comment",
    box: textbox,
    within: ['form[role="presentation"], [role="article"], [role="complementary"]'],
    scope: commentScope,
    send: commentSend,
    attachments,
    thread: postThread,
    limit: 8_000,
  },
];
