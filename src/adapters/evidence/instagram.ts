import type { Evidence } from "./evidence.ts";

/** By the id of the pattern. */
export const instagram: Readonly<Record<string, Evidence>> = {
  "instagram/caption": {
    evidence: [
      {
        what: 'contenteditable with aria-label "Write a caption...", div[role=button] "Share"',
        grade: "B",
        date: "2026-08",
      },
      { what: "labels in Spanish, Japanese, Chinese; limit 2,200", grade: "C", date: "undated" },
    ],
    unverified: [
      "Enter is taken to be a new line.",
      "That there is always a picture or video is general knowledge; how its preview is built was not seen.",
      "Labels in other languages: without a known one the box falls to the broad pattern, where Enter is held.",
    ],
  },
  "instagram/direct": {
    evidence: [
      {
        what: "Lexical box, Enter sends unless Shift or Alt, Ctrl/Cmd+Enter too; limit 1,000",
        grade: "A",
        date: "2026-03",
      },
      { what: "older textarea", grade: "C", date: "undated" },
    ],
    unverified: [
      "Structure around the box: the send button is known by its label only.",
      "Where the partner's name stands; the last message may be the practice's own.",
      "Like, photo, sticker and voice go out without text and are not seen.",
    ],
  },
  "instagram/direct-drawer": {
    evidence: [{ what: 'label "Message", placeholder "Message..."', grade: "A", date: "2026-03" }],
    unverified: ["The drawer of messages on other pages, and labels in languages other than English."],
  },
  "instagram/comment": {
    evidence: [
      {
        what: "form[method=POST] textarea; Enter on keypress; Post button only with text; same part on reels",
        grade: "A",
        date: "2026-03",
      },
      { what: "the textarea node is replaced on input", grade: "B", date: "2026-09" },
    ],
    unverified: [
      "A limit of 2,200 characters is general knowledge.",
      "Which row holds the caption: taken to be the first text after the first author on the page or in the dialog.",
      "What a reply adds to the box (`@handle`) is general knowledge.",
    ],
  },
  "instagram/any-textbox": {
    evidence: [
      { what: "every box seen on the site sends on Enter or is a caption", grade: "U", date: "2026-08" },
    ],
    unverified: [
      "A broad pattern for pages that changed: surface, thread and send keys are guesses on the strict side.",
    ],
  },
};
