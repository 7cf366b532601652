import type { Evidence } from "./evidence.ts";

const composer = {
  what: 'Draft.js [data-testid="tweetTextarea_0"][role=textbox], on the element or around it; tweetButton in a dialog, tweetButtonInline in the page; Ctrl or ⌘ with Enter posts',
  grade: "C",
  date: "2026-05",
} as const;
const unverified = [
  "No saved page. A longer limit than 280 for paying accounts; how X counts (links, emoji) is not followed.",
  "A thread of several posts goes out with one button (general knowledge): each of its boxes must be clear.",
];

/** By the id of the pattern; `unknown` is what the site is guarded by where none fits. */
export const x: Readonly<Record<string, Evidence>> = {
  "x/reply-in-dialog": {
    evidence: [composer, { what: "tweet, tweetText, User-Name in the dialog", grade: "C", date: "2026-05" }],
    unverified: [...unverified, "Whether a quoted post in the dialog is marked as one that is answered."],
  },
  "x/reply": {
    evidence: [composer],
    unverified: [
      ...unverified,
      "In a conversation, which of the posts above the box is answered: the first is taken.",
    ],
  },
  "x/post": { evidence: [composer], unverified },
  "x/message": {
    evidence: [
      {
        what: "textarea dm-composer-textarea, dm-composer-send-button, Enter sends",
        grade: "C",
        date: "2026",
      },
      { what: "older dmComposerTextInput, dmComposerSendButton", grade: "C", date: "undated" },
    ],
    unverified: ["No saved page. Who is written to, and what they wrote, is not read."],
  },
  "x/unknown": {
    evidence: [{ what: "articles, lists, profile", grade: "U", date: "2026-11" }],
    unverified: ["Everything: nobody has seen these boxes. Enter is taken to send."],
  },
};
