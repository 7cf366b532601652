/** The contract's codes in the words a person reads, the same in the card, the popup, and the officer's list. */
import type { Category, Site, Surface } from "../engine/model.ts";
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
};

export const surfaceWords: Readonly<Record<Surface, string>> = {
  "review-reply": "Reply to a review",
  comment: "Comment",
  post: "Post",
  message: "Direct message",
  review: "Review",
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
};
