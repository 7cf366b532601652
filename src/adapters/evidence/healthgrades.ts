import type { Evidence } from "./evidence.ts";

/** There is no pattern: `unknown` is what the site is guarded by. */
export const healthgrades: Readonly<Record<string, Evidence>> = {
  "healthgrades/unknown": {
    evidence: [
      {
        what: "doctors answer in a portal at update.healthgrades.com (the site's own help pages)",
        grade: "B",
        date: "2026",
      },
      { what: "a text area and a button that says so", grade: "U", date: "2026-11" },
    ],
    unverified: [
      "Everything on the page: box, button, where the review stands. Enter is taken to be a new line.",
    ],
  },
};
