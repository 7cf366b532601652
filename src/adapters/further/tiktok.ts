import { furtherSites } from "../../contract/further-sites.ts";
import type { Adapter, ComposerPattern } from "../adapter.ts";
import { generic } from "../generic.ts";
import * as labels from "../labels.ts";
import { unknownOn } from "./unknown.ts";

/** The mark stands around the editor, or on it. */
const marked = ["comment-input", "comment-text"].flatMap((name) => [
  `[data-e2e="${name}"] [contenteditable]:not([contenteditable='false' i])`,
  `[data-e2e="${name}"][contenteditable]:not([contenteditable='false' i])`,
]);
const footer = '[class*="DivCommentFooter"] [contenteditable]:not([contenteditable="false" i])';
const post = '[data-e2e="comment-post"]';
/** Component names stand in TikTok's classes, behind a hash that changes. */
export const item = ["DivCommentItem", "DivCommentObject", "DivReplyContainer"]
  .map((name) => `[class*="${name}"]`)
  .join(", ");

const common = {
  surface: "comment",
  box: [...marked, footer].join(", "),
  scope: [`div:has(${post})`, '[class*="DivCommentFooter"]', "form", '[role="dialog"]'],
  send: {
    keys: [{ key: "Enter", ctrl: "any", meta: "any", shift: false, alt: "any" }],
    controls: [post, '[class*="DivPostButton"]'],
    labels: labels.comment,
    presence: "optional",
  },
  attachments: generic.unknown.attachments,
  limit: 150,
} satisfies Partial<ComposerPattern>;

export const tiktok: Adapter = {
  site: "tiktok",
  hosts: furtherSites.tiktok.map(({ host }) => host),
  checked: "2026-11-26",
  further: true,
  composers: [
    {
      ...common,
      id: "tiktok/reply",
      within: [item],
      thread: {
        container: [item],
        author: ['[data-e2e^="comment-username"]', 'a[href^="/@"]'],
        text: ['[data-e2e^="comment-level"]'],
      },
    },
    { ...common, id: "tiktok/comment", thread: null },
  ],
  unknown: unknownOn("comment", true),
  notSend: generic.notSend,
  ignore: generic.ignore,
};
