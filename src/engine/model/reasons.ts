import type { Category, Hit } from "../model.ts";

/** What the writer is told for each category the scorer can name. It judges by likeness, and says so. */
export const reasons = {
  relationship: {
    why: "This reads as if the person is, was, or never was a patient; only they may say so in public.",
    source: "45 CFR 164.502(a)",
  },
  health: {
    why: "This seems to tie a person to a condition, a treatment or a result.",
    source: "45 CFR 164.502(a); 45 CFR 160.103",
  },
  payment: {
    why: "This seems to speak of what a person paid, owes, or had insured.",
    source: "45 CFR 164.502(a); 45 CFR 160.103",
  },
  identifier: {
    why: "This seems to point to one person by a name, a date, a number or a place.",
    source: "45 CFR 164.514(b)(2)",
  },
  conduct: {
    why: "This reads like pressure on a reviewer, a paid review, or a review of one's own practice.",
    source: "16 CFR 465; 15 U.S.C. 45b",
  },
} as const satisfies Partial<Record<Category, Pick<Hit, "why" | "source">>>;

/** The categories the scorer can name; media and listed patients are found by other recognizers. */
export type ScoredCategory = keyof typeof reasons;

export const scoredCategories: readonly ScoredCategory[] = [
  "relationship",
  "health",
  "payment",
  "identifier",
  "conduct",
];

/** How the ids of the scorer's findings begin; the category follows. */
export const scorerRules = "scorer-";

export const isScored = ({ rule }: Pick<Hit, "rule">): boolean => rule.startsWith(scorerRules);
