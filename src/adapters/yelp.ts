import type { Adapter } from "./adapter.ts";
import { ignored } from "./ignored.ts";
import * as labels from "./labels.ts";

const box = "textarea:not([readonly]), [contenteditable]:not([contenteditable='false' i])";

/** Stars are drawn as one labelled picture: "4 star rating", and in every language the number first. */
const stars = [1, 2, 3, 4, 5].map((n) => `[role="img"][aria-label^="${n}"]`).join(", ");
const card = `:has([aria-label$="star rating" i], ${stars})`;
const cards = [`li${card}`, `article${card}`, `div${card}`];

const attachments = {
  inputs: ['input[type="file"]'],
  previews: ['img[src^="blob:"]', 'img[src^="data:image/"]', 'video[src^="blob:"]'],
};

const submit = ['button[type="submit"]', 'input[type="submit"]'];
const arrows = ["↑", "(↑)", "→"];

const review = {
  container: cards,
  author: ['[class*="passport"] a', '[class*="passport"] span', 'a[href*="/user_details"]', "h3", "h4"],
  text: ["p", "span"],
  pick: "longest" as const,
  except: ["form", "label", "button", '[role="button"]', '[class*="passport"]', "textarea"],
};

const conversation = {
  container: ['[role="dialog"]', "main", '[role="main"]', "body"],
  author: ["h1", "h2", "h3"],
  text: ['[role="log"] p', '[role="listitem"] p', "li p", "p"],
  pick: "last" as const,
  except: ["form", "label", "button", "nav"],
};

/** In a text area of Yelp Enter is a new line: a draft leaves by a click or a form's submit only. */
const ownerSend = {
  keys: [],
  controls: submit,
  labels: [...arrows, "post comment", "post", "send", "submit", "publish", "publicar", "enviar"],
  nearest: ["button", '[role="button"]'],
  presence: "with-text" as const,
};

const messageSend = {
  keys: [],
  controls: ['button[aria-label="Send message"]', ...submit],
  labels: [...labels.message, ...arrows],
  confirm: ["send anyway", "enviar de todos modos"],
  nearest: ["button", '[role="button"]'],
  presence: "with-text" as const,
};

export const yelp: Adapter = {
  site: "yelp",
  hosts: ["yelp.com"],
  checked: "2026-08-22",
  composers: [
    {
      id: "yelp/owner-message",
      surface: "message",
      hosts: ["biz.yelp.com"],
      path: "^/(r2r|reviews)(/|$|\\?)|/reviews",
      box,
      within: [cards.join(", ")],
      labels: [
        "direct message",
        "private message",
        "send a message",
        "send a direct message",
        "write a message",
        "message",
      ],
      scope: cards,
      send: messageSend,
      attachments,
      thread: review,
      limit: null,
      evidence: [{ what: "same card, two buttons: Comment and Direct message", grade: "B", date: "2026-07" }],
      unverified: [
        "What tells the message box from the comment box: a label is assumed; without one it counts as the public comment.",
        "Length limit (5,000 is often quoted).",
      ],
    },
    {
      id: "yelp/owner-comment",
      surface: "review-reply",
      hosts: ["biz.yelp.com"],
      path: "^/(r2r|reviews)(/|$|\\?)|/reviews",
      box,
      within: [cards.join(", ")],
      scope: cards,
      send: ownerSend,
      attachments,
      thread: review,
      limit: null,
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
    {
      id: "yelp/lead-first-contact",
      surface: "message",
      hosts: ["biz.yelp.com"],
      path: "^/leads_center(/|$)",
      box: "textarea:not([readonly])",
      within: ['[role="dialog"], [aria-modal="true"]'],
      scope: ['[role="dialog"]', '[aria-modal="true"]'],
      send: messageSend,
      attachments,
      thread: { ...conversation, container: ["main", '[role="main"]', "body"] },
      limit: null,
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
    {
      id: "yelp/lead",
      surface: "message",
      hosts: ["biz.yelp.com"],
      path: "^/leads_center(/|$)",
      box: 'textarea:not([readonly]), [role="textbox"][contenteditable="true"]',
      scope: ["form", "section", "main", '[role="main"]', "body"],
      send: { ...messageSend, presence: "always" },
      attachments,
      thread: conversation,
      limit: null,
      evidence: [
        { what: 'textarea[name=message], button[aria-label="Send message"]', grade: "C", date: "undated" },
      ],
      unverified: [
        "Where the customer's name and words stand in the page (they are in inlined state that we do not read).",
        "Whether Enter sends; it is taken to be a new line.",
        "Length limit.",
      ],
    },
    {
      id: "yelp/messaging",
      surface: "message",
      path: "^/(messaging|inbox)(/|$|\\?)",
      box,
      needsControl: true,
      scope: ["form", '[role="dialog"]', "section", "main", '[role="main"]'],
      send: messageSend,
      attachments,
      thread: conversation,
      limit: null,
      evidence: [{ what: "addresses /messaging/…, /inbox", grade: "C", date: "undated" }],
      unverified: ["Box, button and the place of the conversation are assumed."],
    },
    {
      id: "yelp/review",
      surface: "review",
      path: "^/writeareview/",
      box,
      scope: ["form", '[role="dialog"]', "main"],
      send: {
        keys: [],
        controls: submit,
        labels: [
          "post review",
          "post",
          "publish",
          "submit",
          "publicar reseña",
          "publicar opinión",
          "publicar",
        ],
        presence: "always",
      },
      attachments,
      thread: null,
      limit: 5_000,
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
    {
      id: "yelp/any-box",
      surface: "review-reply",
      box,
      within: ['form, [role="dialog"], li, article, section, main, [role="main"]'],
      needsControl: true,
      scope: ["form", '[role="dialog"]', "li", "article", "section"],
      send: {
        keys: [],
        controls: [...submit, "form button:not([type])"],
        labels: [...arrows, ...labels.comment, ...labels.message],
        confirm: ["send anyway"],
        presence: "always",
      },
      attachments,
      thread: review,
      limit: null,
      evidence: [{ what: "every box seen on the site is sent by a button", grade: "U", date: "2026-08" }],
      unverified: [
        "A broad pattern for pages that changed: surface and thread are guesses on the strict side.",
      ],
    },
  ],
  unknown: {
    surface: "review-reply",
    keys: [],
    scope: ["form", '[role="dialog"]', "li", "article"],
    controls: submit,
    labels: [...arrows, ...labels.comment, ...labels.message],
    attachments,
  },
  notSend: {
    controls: ["[aria-haspopup]", "[aria-pressed]", "[aria-expanded]"],
    labels: [...labels.notSend, "comment"],
  },
  ignore: ignored,
};
