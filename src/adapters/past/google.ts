import type { PastPattern } from "../../contract/look-back.ts";
import { notReview, reviewer } from "../further/google.ts";

const cards = ['[role="listitem"]', "li", "article", `div:has(${reviewer})`];

/** The list of one's own reviews: whose reply it is, is clear. */
export const google: readonly PastPattern[] = [
  {
    id: "google/past-reply",
    surface: "review-reply",
    path: "/reviews(/|$|\\?)",
    item: "p, span, h3, h4, h5, strong, div",
    bylines: [
      "response from the owner",
      "{practice} (owner)",
      "your reply",
      "respuesta del propietario",
      "{practice} (propietario)",
      "tu respuesta",
    ],
    ownPage: { hosts: ["business.google.com", "www.google.com"], title: [] },
    author: [],
    text: ["blockquote", "p", "span"],
    pick: "longest",
    except: notReview,
    link: [],
    linkParams: [],
    answers: {
      seed: reviewer,
      climb: true,
      container: cards,
      author: [reviewer],
      text: ["blockquote", "p", "span"],
      except: notReview,
      single: true,
    },
    repliesIn: cards,
    more: "^(show|view|ver |mostrar)",
    rest: "^(more|más|read more)$",
  },
];
