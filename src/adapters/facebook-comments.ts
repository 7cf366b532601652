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
    evidence: [
      { what: "addresses /{page}/reviews and ?sk=reviews", grade: "U", date: "2026-08" },
      { what: "the comment composer under a post-like article", grade: "U", date: "2026-08" },
    ],
    unverified: ["Nobody has seen the box under a recommendation: it is taken to be the comment box."],
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
    evidence: [
      {
        what: 'labels "Reply to {parent-name}" (en, es); comment articles; author link',
        grade: "A",
        date: "2022",
      },
    ],
    unverified: [
      "Labels in languages other than English and Spanish.",
      "A reply box without a name in its label is taken to answer the nearest comment above it.",
      "How a preview of a chosen picture looks after upload.",
    ],
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
    evidence: [
      {
        what: "Lexical box, form without submit handler, Enter without modifiers commits",
        grade: "A",
        date: "2022",
      },
      {
        what: "photo dialog, #focused-state-composer-submit with div[role=button]",
        grade: "A",
        date: "2024",
      },
    ],
    unverified: [
      "Whether Enter still commits in 2026, and whether the button acts on click only.",
      "The limit of 8,000 characters is often quoted, not measured.",
      "How a preview of a chosen picture looks after upload; a sticker or GIF goes out with one click and is not seen.",
    ],
  },
];
