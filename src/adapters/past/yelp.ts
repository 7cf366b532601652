import type { PastPattern } from "../../contract/look-back.ts";

/** As in the adapter: the number first, in every language. */
const stars = [1, 2, 3, 4, 5].map((n) => `[role="img"][aria-label^="${n}"]`).join(", ");
const card = `:has([aria-label$="star rating" i], ${stars})`;
const except = ["form", "label", "button", '[role="button"]', "textarea", '[class*="passport"]', "time"];

export const yelp: readonly PastPattern[] = [
  {
    id: "yelp/past-owner-reply",
    surface: "review-reply",
    path: "^/(biz|r2r|reviews)/|/reviews",
    item: "p, span, h3, h4, h5, strong, div",
    bylines: [
      "comment from {person} of {practice}",
      "comentario de {person} de {practice}",
      "business owner information",
      "business owner",
      "your public comment",
      "you publicly responded to this review",
    ],
    ownPage: { hosts: ["biz.yelp.com"], title: ["h1"] },
    author: [],
    text: ["[lang]", "p"],
    pick: "longest",
    except,
    link: ['a[href*="hrid="]'],
    linkParams: ["hrid"],
    answers: {
      seed: `[aria-label$="star rating" i], ${stars}`,
      climb: true,
      container: [`li${card}`, `article${card}`, `div${card}`],
      author: ['[class*="passport"] a', '[class*="passport"] span', 'a[href*="/user_details"]', "h3", "h4"],
      text: ["[lang]", "p"],
      except: except.filter((selector) => !selector.includes("passport")),
      single: true,
    },
    repliesIn: [`li${card}`, `article${card}`, `div${card}`],
    more: "^(show|view|ver |mostrar)",
    rest: "^(read more|leer más)$",
  },
];
