/** The contract's codes in the words a person reads, the same in the card, the popup, and the officer's list. */
import type { Category, Confidence, Site, Surface } from "../engine/model.ts";
import type { Outcome } from "./attempt.ts";

export const categoryWords: Readonly<Record<Category, string>> = {
  "patient-match": "Somebody on the patient list",
  identifier: "Identifying detail",
  health: "Health or treatment",
  payment: "Payment or insurance",
  relationship: "Who is a patient",
  media: "Photo or video of a person",
  conduct: "Rules on reviews",
};

export const siteWords: Readonly<Record<Site, string>> = {
  facebook: "Facebook",
  instagram: "Instagram",
  yelp: "Yelp",
  google: "Google",
  realself: "RealSelf",
  other: "Another site",
};

export const surfaceWords: Readonly<Record<Surface, string>> = {
  "review-reply": "Reply to a review",
  comment: "Comment",
  post: "Post",
  message: "Direct message",
  review: "Review",
};

/** In a sentence, several of them: "switched off for comments". */
export const surfacePlurals: Readonly<Record<Surface, string>> = {
  "review-reply": "replies to reviews",
  comment: "comments",
  post: "posts",
  message: "direct messages",
  review: "reviews",
};

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  stopped: "Stopped",
  warned: "Warned",
  unchecked: "Held unchecked",
  "let-go-unchecked": "Let go unchecked",
  "posted-anyway": "Posted anyway",
  mended: "Replaced by a safe reply",
  attested: "Authorization attested",
  "not-watching": "Not watched",
  recorded: "Only recorded",
};

/** What a rule's hit comes to, by how sure the rule is. */
export const confidenceWords: Readonly<Record<Confidence, string>> = {
  certain: "certain: blocks where the policy blocks",
  likely: "likely: warns",
  possible:
    "possible: speaks only under the strict policy, or when the person answered is on the patient list",
};
