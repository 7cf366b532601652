import { furtherSites } from "../../contract/further-sites.ts";
import type { Adapter, ComposerPattern } from "../adapter.ts";
import { generic } from "../generic.ts";
import * as labels from "../labels.ts";
import { unknownOn } from "./unknown.ts";

const box =
  '[data-testid^="tweetTextarea_"][contenteditable="true"], [data-testid^="tweetTextarea_"] [contenteditable="true"]';
const controls = ['[data-testid="tweetButton"]', '[data-testid="tweetButtonInline"]'];
const attachments = {
  inputs: ['input[data-testid="fileInput"]', 'input[type="file"]'],
  previews: ['[data-testid="attachments"] img', '[data-testid="attachments"] video'],
};

/** Enter is a new line; with Ctrl or ⌘ it posts. */
const send = {
  keys: generic.unknown.keys,
  controls,
  labels: [],
  presence: "always",
  together: true,
} satisfies ComposerPattern["send"];

const common = { box, send, attachments, limit: null } satisfies Partial<ComposerPattern>;
const inline = ['div:has([data-testid="tweetButtonInline"])', '[data-testid="primaryColumn"]', "main"];

const thread = (container: string[]): ComposerPattern["thread"] => ({
  container,
  author: ['[data-testid="User-Name"] a', '[data-testid="User-Name"]'],
  text: ['[data-testid="tweetText"]'],
  rows: ['[data-testid="tweet"]'],
});

export const x: Adapter = {
  site: "x",
  hosts: furtherSites.x.map(({ host }) => host),
  checked: "2026-11-26",
  further: true,
  composers: [
    {
      ...common,
      id: "x/reply-in-dialog",
      surface: "comment",
      within: ['[role="dialog"]:has([data-testid="tweet"])'],
      scope: ['[role="dialog"]'],
      thread: thread(['[role="dialog"]']),
    },
    {
      ...common,
      id: "x/reply",
      surface: "comment",
      path: "^/[^/]+/status/",
      outside: ['[role="dialog"]'],
      scope: inline,
      thread: thread(['[data-testid="primaryColumn"]', "main"]),
    },
    {
      ...common,
      id: "x/post",
      surface: "post",
      scope: ['[role="dialog"]', ...inline],
      thread: null,
    },
    {
      id: "x/message",
      surface: "message",
      box: '[data-testid="dmComposerTextInput"], [data-testid="dmComposerTextInput"] [contenteditable="true"], textarea[data-testid="dm-composer-textarea"]',
      scope: [
        'div:has([data-testid="dmComposerSendButton"], [data-testid="dm-composer-send-button"])',
        '[data-testid="dm-composer-container"]',
        "form",
        "main",
      ],
      send: {
        keys: [{ key: "Enter", ctrl: "any", meta: "any", shift: false, alt: "any" }],
        controls: ['[data-testid="dmComposerSendButton"]', '[data-testid="dm-composer-send-button"]'],
        labels: labels.message,
        presence: "optional",
      },
      attachments,
      thread: null,
      limit: null,
    },
  ],
  unknown: unknownOn("comment", true),
  notSend: generic.notSend,
  ignore: generic.ignore,
};
