import type { Evidence } from "./evidence.ts";

/** By the id of the pattern. */
export const facebook: Readonly<Record<string, Evidence>> = {
  "facebook/inbox-message": {
    evidence: [
      {
        what: 'role=textbox with "Reply in Messenger"; send is aria-label="Send", else Enter',
        grade: "C",
        date: "undated",
      },
    ],
    unverified: [
      "No saved page. Limit of 2,000 characters is that of the Messenger API for business, not measured here.",
      "Where the name of the person written to stands is assumed.",
    ],
  },
  "facebook/messenger-page": {
    evidence: [
      {
        what: 'Lexical box labelled "Message"; Enter commits; send button appears with text',
        grade: "A",
        date: "2022",
      },
      { what: "generic [role=textbox][contenteditable=true] in use", grade: "C", date: "2026-01" },
    ],
    unverified: [
      "Which modifiers let Enter send today; all but Shift are held.",
      "The last message in the grid may be the practice's own: nothing in the structure tells whose it is.",
      "Limit often quoted, not measured. Likes, stickers, GIFs and voice clips go out with one click and are not seen.",
    ],
  },
  "facebook/messenger-tab": {
    evidence: [{ what: "chat tab, grid of messages, Enter commits", grade: "A", date: "2022" }],
    unverified: [
      "The test id may have gone; then the label decides (next pattern) or the broad pattern below.",
    ],
  },
  "facebook/messenger-box": {
    evidence: [
      { what: 'labels "Message", "Write to {name}", placeholder "Aa"', grade: "A", date: "2022" },
      { what: "Vietnamese label", grade: "C", date: "undated" },
    ],
    unverified: [
      "What surrounds a chat tab without its test id is not known: the scope may be too small or too large.",
    ],
  },
  "facebook/post": {
    evidence: [
      { what: "dialog, form[method=post], textbox", grade: "C", date: "2024" },
      { what: 'button labels "Post", "Save"', grade: "A", date: "2022" },
    ],
    unverified: [
      "Enter is taken to be a new line (general knowledge).",
      "Next and audience steps between the text and Post are held as if they were Post.",
      "How a preview of a chosen picture looks after upload.",
    ],
  },
  "facebook/post-labelled": {
    evidence: [
      { what: "What's on your mind, Write something to …", grade: "A", date: "2022" },
      { what: "Create a public post, Describe your reel", grade: "C", date: "undated" },
    ],
    unverified: ["Enter is taken to be a new line (general knowledge)."],
  },
  "facebook/review-reply": {
    evidence: [
      { what: "addresses /{page}/reviews and ?sk=reviews", grade: "U", date: "2026-08" },
      { what: "the comment composer under a post-like article", grade: "U", date: "2026-08" },
    ],
    unverified: ["Nobody has seen the box under a recommendation: it is taken to be the comment box."],
  },
  "facebook/reply": {
    evidence: [
      {
        what: 'labels "Reply to {parent-name}" (en, es); comment articles; author link',
        grade: "A",
        date: "2022",
      },
    ],
    unverified: [
      "Labels in languages other than English and Spanish.",
      "A reply box without a name in its label is taken to answer the nearest comment above it.",
      "How a preview of a chosen picture looks after upload.",
    ],
  },
  "facebook/comment": {
    evidence: [
      {
        what: "Lexical box, form without submit handler, Enter without modifiers commits",
        grade: "A",
        date: "2022",
      },
      {
        what: "photo dialog, #focused-state-composer-submit with div[role=button]",
        grade: "A",
        date: "2024",
      },
    ],
    unverified: [
      "Whether Enter still commits in 2026, and whether the button acts on click only.",
      "The limit of 8,000 characters is often quoted, not measured.",
      "How a preview of a chosen picture looks after upload; a sticker or GIF goes out with one click and is not seen.",
    ],
  },
  "facebook/basic-comment": {
    evidence: [
      { what: "form to /a/comment.php, textarea#composerInput, native submit", grade: "A", date: "2021" },
      { what: "touch site: data-sigil of box and button", grade: "C", date: "undated" },
    ],
    unverified: [
      "Said to be closed to most users since 2024.",
      "The limit of 8,000 characters is often quoted, not measured.",
      "Author and text of the post: selectors from memory of the basic site.",
    ],
  },
  "facebook/inbox-comment": {
    evidence: [
      {
        what: "comments and messages share the inbox; thread_type in the address differs",
        grade: "U",
        date: "2026-08",
      },
    ],
    unverified: [
      "No saved page: the address of a comment thread, the box, the button and where the comment stands are assumed.",
      "Whether the inbox is a frame is not known; the content script runs in all frames.",
    ],
  },
  "facebook/any-textbox": {
    evidence: [
      {
        what: "every editor seen on the site is role=textbox and takes Enter on the box",
        grade: "U",
        date: "2026-08",
      },
    ],
    unverified: [
      "A broad pattern for pages that changed: surface, thread and send keys are guesses on the strict side.",
    ],
  },
  "facebook/any-textarea": {
    evidence: [{ what: "older forms: textarea and native submit", grade: "A", date: "2021" }],
    unverified: [
      "A broad pattern for pages that changed: surface and thread are guesses on the strict side.",
    ],
  },
};
