import type { Evidence } from "./evidence.ts";

const comment = {
  what: 'Draft.js in [data-e2e="comment-input"], DivCommentFooter; [data-e2e="comment-post"], DivPostButton; Enter posts too',
  grade: "C",
  date: "2026-01",
} as const;

/** By the id of the pattern; `unknown` is what the site is guarded by where none fits. */
export const tiktok: Readonly<Record<string, Evidence>> = {
  "tiktok/reply": {
    evidence: [
      comment,
      { what: "comment-level-1 and -2, comment-username-1 hold a comment", grade: "C", date: "2026-01" },
    ],
    unverified: [
      "No saved page. That the box of a reply stands within the comment's own part, and what that part is called.",
      "Which modifiers let Enter post; all but Shift are held. Limit of 150 characters: often quoted, not measured.",
    ],
  },
  "tiktok/comment": {
    evidence: [comment],
    unverified: [
      "No saved page. One script looked for the box in shadow roots.",
      "Which modifiers let Enter post; all but Shift are held. Limit of 150 characters: often quoted, not measured.",
    ],
  },
  "tiktok/unknown": {
    evidence: [{ what: "direct messages, captions, TikTok Studio", grade: "U", date: "2026-11" }],
    unverified: ["Everything: nobody has seen these boxes. Enter is taken to send."],
  },
};
