import type { Evidence } from "./evidence.ts";

/** By the id of the pattern. */
export const yelp: Readonly<Record<string, Evidence>> = {
  "yelp/owner-message": {
    evidence: [{ what: "same card, two buttons: Comment and Direct message", grade: "B", date: "2026-07" }],
    unverified: [
      "What tells the message box from the comment box: a label is assumed; without one it counts as the public comment.",
      "Length limit (5,000 is often quoted).",
    ],
  },
  "yelp/owner-comment": {
    evidence: [
      {
        what: "textarea inside the card after the button Comment; arrow button in the card; card re-renders",
        grade: "B",
        date: "2026-07",
      },
      {
        what: "star rating label, reviewer in passport-container, text is the longest p or span",
        grade: "B",
        date: "2026-07",
      },
    ],
    unverified: [
      "Whether the arrow has a label; the button nearest to the box is taken where it has none.",
      "Addresses of the review page other than /r2r/.",
      "Length limit (5,000 is often quoted).",
    ],
  },
  "yelp/lead-first-contact": {
    evidence: [
      {
        what: 'modal textarea "Address the customer…", button "Send", then a dialog "Send anyway"',
        grade: "C",
        date: "undated",
      },
    ],
    unverified: [
      "That the modal has role=dialog.",
      "Where the customer's name and words stand.",
      "Length limit.",
    ],
  },
  "yelp/lead": {
    evidence: [
      { what: 'textarea[name=message], button[aria-label="Send message"]', grade: "C", date: "undated" },
    ],
    unverified: [
      "Where the customer's name and words stand in the page (they are in inlined state that we do not read).",
      "Whether Enter sends; it is taken to be a new line.",
      "Length limit.",
    ],
  },
  "yelp/messaging": {
    evidence: [{ what: "addresses /messaging/…, /inbox", grade: "C", date: "undated" }],
    unverified: ["Box, button and the place of the conversation are assumed."],
  },
  "yelp/review": {
    evidence: [
      {
        what: "form textarea#review_text[maxlength=5000], button[type=submit] Post Review",
        grade: "A",
        date: "2018",
      },
      {
        what: "the draft is saved to the server about 500 ms after typing: a held send does not stop that",
        grade: "A",
        date: "2018",
      },
    ],
    unverified: [
      "The page of 2026: element, button, autosave. An editable div in place of the textarea is matched too.",
    ],
  },
  "yelp/any-box": {
    evidence: [{ what: "every box seen on the site is sent by a button", grade: "U", date: "2026-08" }],
    unverified: [
      "A broad pattern for pages that changed: surface and thread are guesses on the strict side.",
    ],
  },
};
