import type { Evidence } from "./evidence.ts";

/** By the id of the pattern; `unknown` is what the site is guarded by where none fits. */
export const google: Readonly<Record<string, Evidence>> = {
  "google/reply": {
    evidence: [
      {
        what: "frame www.google.com/local/business/{id}/customers/reviews, /reply with reviewId, over Google Search; opens as a page too",
        grade: "C",
        date: "2026",
      },
      {
        what: 'textarea[aria-label="Your public reply"]; button[jsname="hrGhad"] sends (six independent projects)',
        grade: "C",
        date: "2025",
      },
      {
        what: 'queue of reviews: role=textbox[contenteditable] in a dialog, hrGhad "Rispondi" sends, dmDvRc "Ignora" does not',
        grade: "C",
        date: "2026",
      },
      {
        what: 'the field is open already in the queue, elsewhere a button "Reply" opens it',
        grade: "C",
        date: "2026",
      },
      { what: 'reviewer a[jsname="xs1xe"]', grade: "C", date: "2025" },
      { what: "reply 4,096 bytes of UTF-8", grade: "C", date: "2026" },
    ],
    unverified: [
      "No saved page. Whether the names of the build are the same in every layout and language.",
      "Enter is taken to be a new line (general knowledge).",
      "Where the text of the review stands: the longest text beside the reviewer is taken.",
      "The limit is one of bytes; letters beyond ASCII make it fewer than 4,096 letters.",
      "Google's addresses of countries (google.de) are not watched.",
    ],
  },
  "google/unknown": {
    evidence: [{ what: "questions and answers, posts", grade: "U", date: "2026-11" }],
    unverified: ["Everything: nobody has seen these boxes."],
  },
};
