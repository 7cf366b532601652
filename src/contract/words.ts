/**
 * The contract's codes in English, for the command line, the documentation and the record's exports. Card and pages say them in
 * the person's language (src/platform/words.ts).
 */
import type { Category, Confidence, Site, Surface } from "../engine/model.ts";
import words from "../locales/en/words.json" with { type: "json" };

export const categoryWords: Readonly<Record<Category, string>> = {
  "patient-match": words.words_category_patient_match,
  identifier: words.words_category_identifier,
  health: words.words_category_health,
  payment: words.words_category_payment,
  relationship: words.words_category_relationship,
  media: words.words_category_media,
  conduct: words.words_category_conduct,
};

export const siteWords: Readonly<Record<Site, string>> = {
  facebook: words.words_site_facebook,
  instagram: words.words_site_instagram,
  yelp: words.words_site_yelp,
  google: words.words_site_google,
  realself: words.words_site_realself,
  healthgrades: words.words_site_healthgrades,
  tiktok: words.words_site_tiktok,
  x: words.words_site_x,
  other: words.words_site_other,
};

export const surfaceWords: Readonly<Record<Surface, string>> = {
  "review-reply": words.words_surface_review_reply,
  comment: words.words_surface_comment,
  post: words.words_surface_post,
  message: words.words_surface_message,
  review: words.words_surface_review,
};

/** What a rule's hit comes to, by how sure the rule is. */
export const confidenceWords: Readonly<Record<Confidence, string>> = {
  certain: words.words_confidence_certain,
  likely: words.words_confidence_likely,
  possible: words.words_confidence_possible,
};
