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
