/** On what the patterns of past replies rest, by their ids. */
import type { Evidence } from "./evidence.ts";

const facebookComment: Evidence["evidence"] = [
  {
    what: 'li … role=article with aria-label "Comment by NAME …", "Reply by NAME to …\'s comment …"; first a[href*="comment_id="] is the author, a second one has permalink and time; comment_id, reply_comment_id',
    grade: "A",
    date: "2022",
  },
];

export const past: Readonly<Record<string, Evidence>> = {
  "facebook/past-comment": {
    evidence: facebookComment,
    unverified: [
      "Since 2022 nobody has compared a saved page: the order of the two links, and that replies stand in the li of what they answer.",
      "“See more”, “View 3 replies” and the like are known in English and Spanish.",
    ],
  },
  "facebook/past-review-reply": {
    evidence: facebookComment,
    unverified: ["That replies to recommendations are comments like any other is an assumption."],
  },
  "facebook/past-post": {
    evidence: [
      {
        what: "role=article aria-labelledby, data-ad-preview=message; the permalink on the date",
        grade: "C",
        date: "2024",
      },
    ],
    unverified: ["Which of the links of a post is its permalink; posts are never called gone."],
  },
  "instagram/past-comment": {
    evidence: [
      {
        what: 'author a[href="/USER/"][role=link] span; time link a[href*="/p/ID/c/COMMENTID/"] time; text span[dir=auto]',
        grade: "A",
        date: "2026-03",
      },
    ],
    unverified: ["Names of the controls that show more comments, and of the rest of a long one."],
  },
  "instagram/past-caption": {
    evidence: [
      {
        what: "author link and span[dir=auto] at the top, no article, no heading",
        grade: "A",
        date: "2026-03",
      },
    ],
    unverified: [
      "That no other part of the page has a person's link beside a text, and none of a comment's.",
    ],
  },
  "yelp/past-owner-reply": {
    evidence: [
      {
        what: "cards with a picture named “N star rating”, reviewer in passport-container",
        grade: "B",
        date: "2026-07",
      },
      {
        what: "“Comment from NAME of PRACTICE”, “Business Owner”, a date, and the text below it",
        grade: "U",
        date: "2026-11",
      },
    ],
    unverified: [
      "Nobody has compared the owner's reply with a saved page: its lines, and that its text stands below them in the review's card.",
      "How the owner's own pages show a reply that was sent.",
    ],
  },
  "google/past-reply": {
    evidence: [
      { what: "“Response from the owner” below a review; reviewer's link", grade: "U", date: "2026-11" },
    ],
    unverified: [
      "Nobody has seen the list of reviews with replies in it: every line of it is an assumption.",
    ],
  },
  "x/past-post": {
    evidence: [
      {
        what: "data-testid tweet, User-Name, tweetText; a[href*=/status/] time",
        grade: "C",
        date: "undated",
      },
    ],
    unverified: [
      "Whether a post is a reply is not told: all are checked as comments. None is ever called gone.",
    ],
  },
  "tiktok/past-comment": {
    evidence: [{ what: "data-e2e comment-username-N, comment-level-N", grade: "C", date: "undated" }],
    unverified: [
      "Comments have no link of their own: one that is gone among those of others is told as not seen.",
    ],
  },
};
