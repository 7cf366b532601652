import type { Adapter } from "./adapter.ts";
import { ignored } from "./ignored.ts";
import * as labels from "./labels.ts";

const chorded = [
  { key: "Enter", ctrl: true, meta: "any", shift: "any", alt: "any" } as const,
  { key: "Enter", ctrl: "any", meta: true, shift: "any", alt: "any" } as const,
];

/**
 * Further sites that a policy names, of which nothing is known: every box that can be written in is guarded, its send control
 * told by structure and by the usual words.
 */
export const generic: Adapter = {
  site: "other",
  // Where the content script runs and no other adapter knows the host.
  hosts: [],
  checked: "2026-11-26",
  further: true,
  composers: [],
  unknown: {
    surface: "comment",
    keys: chorded,
    scope: ["form", '[role="dialog"]', "article", '[role="article"]', "li", "section"],
    controls: ['button[type="submit"]', 'input[type="submit"]', "form button:not([type])"],
    labels: [...new Set([...labels.comment, ...labels.message, ...labels.post])],
    attachments: {
      inputs: ['input[type="file"]'],
      previews: ['img[src^="blob:"]', 'img[src^="data:image/"]', 'video[src^="blob:"]'],
    },
  },
  notSend: {
    controls: ["[aria-haspopup]", "[aria-pressed]", "[aria-expanded]"],
    labels: labels.notSend,
  },
  ignore: ignored,
};

/** On these a bare Enter is taken to send; elsewhere it is taken for a new line. */
export const enterSends: Readonly<Partial<Record<Adapter["unknown"]["surface"], true>>> = {
  message: true,
  comment: true,
};
