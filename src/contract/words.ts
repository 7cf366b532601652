/** The contract's codes in the words a person reads, the same in the card, the popup, and the officer's list. */
import type { Category, Site, Surface } from "../engine/model.ts";
import type { Outcome } from "./attempt.ts";

export const categoryWords: Readonly<Record<Category, string>> = {
  "patient-match": "Patient named",
  identifier: "Identifying detail",
  health: "Health detail",
  payment: "Payment detail",
  relationship: "Shows who is a patient",
  media: "Photo or video",
  conduct: "Review conduct",
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
