import type { ComposerPattern } from "./adapter.ts";
import { attachments, textbox } from "./facebook-parts.ts";
import * as labels from "./labels.ts";

const postSend = { keys: [], controls: [], labels: labels.post, presence: "always" as const };
export const posts: ComposerPattern[] = [
  {
    id: "facebook/post",
    surface: "post",
    box: textbox,
    within: ['[role="dialog"]', 'form[method="post" i]'],
    outside: ['form[role="presentation"]', '[role="article"]'],
    scope: ['[role="dialog"]'],
    send: postSend,
    attachments,
    thread: null,
    limit: 63_206,
    evidence: [
      { what: "dialog, form[method=post], textbox", grade: "C", date: "2024" },
      { what: 'button labels "Post", "Save"', grade: "A", date: "2022" },
    ],
    unverified: [
      "Enter is taken to be a new line (general knowledge).",
      "Next and audience steps between the text and Post are held as if they were Post.",
      "How a preview of a chosen picture looks after upload.",
    ],
  },
  {
    id: "facebook/post-labelled",
    surface: "post",
    box: textbox,
    within: ['[role="dialog"]'],
    outside: ['form[role="presentation"]', '[role="article"]'],
    labels: labels.postBox,
    scope: ['[role="dialog"]'],
    send: postSend,
    attachments,
    thread: null,
    limit: 63_206,
    evidence: [
      { what: "What's on your mind, Write something to …", grade: "A", date: "2022" },
      { what: "Create a public post, Describe your reel", grade: "C", date: "undated" },
    ],
    unverified: ["Enter is taken to be a new line (general knowledge)."],
  },
];
