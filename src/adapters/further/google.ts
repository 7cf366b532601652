import { furtherSites } from "../../contract/further-sites.ts";
import type { Adapter } from "../adapter.ts";
import { generic } from "../generic.ts";
import { replyLabels, unknownOn } from "./unknown.ts";

/** Names that Google's build gives to parts of a page; they outlive its hashed classes. */
const send = 'button[jsname="hrGhad"]';
export const reviewer = 'a[jsname="xs1xe"], a[href*="/maps/contrib/"]';
/** Beside the review, what is none of its text. */
export const notReview = [
  "form",
  "label",
  "button",
  '[role="button"]',
  "textarea",
  "[contenteditable]",
  reviewer,
];

const part = `div:has(${send})`;

/** Google Business Profile: the list of reviews, the box for one reply, and both in a frame over Google Search. */
export const google: Adapter = {
  site: "google",
  hosts: furtherSites.google.map(({ host }) => host),
  checked: "2026-11-26",
  further: true,
  composers: [
    {
      id: "google/reply",
      surface: "review-reply",
      path: "/reviews(/|$|\\?)",
      box: "textarea:not([readonly]), [contenteditable]:not([contenteditable='false' i])",
      // "Reply" opens the box in one layout and sends in another: what sends stands in the smallest part that has the button.
      needsControl: true,
      scope: ["form", part, '[role="dialog"]', '[role="listitem"]', "li", "article"],
      send: {
        keys: [],
        controls: [send, 'button[type="submit"]'],
        labels: replyLabels,
        presence: "with-text",
      },
      attachments: generic.unknown.attachments,
      thread: {
        container: [
          '[role="dialog"]',
          '[role="listitem"]',
          "li",
          "article",
          `div:has(${reviewer})`,
          "main",
          "body",
        ],
        author: [reviewer],
        text: ["blockquote", "p", "span"],
        pick: "longest",
        except: notReview,
      },
      limit: 4_096,
    },
  ],
  unknown: unknownOn("review-reply", false),
  notSend: {
    controls: [...generic.notSend.controls, 'button[jsname="dmDvRc"]'],
    labels: [...generic.notSend.labels, "ignore", "ignora", "ignorar", "skip", "edit", "report review"],
  },
  ignore: generic.ignore,
};
