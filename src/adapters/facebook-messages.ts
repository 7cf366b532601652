import type { ComposerPattern } from "./adapter.ts";
import { anyEnter, attachments, plainTextarea, textbox } from "./facebook-parts.ts";
import * as labels from "./labels.ts";

const threadOfMessages = {
  container: ['[data-testid="mwchat-tab"]', '[role="dialog"]', '[role="main"]'],
  author: ["h1", "h2", '[role="grid"] [role="row"] h4'],
  text: ['[role="grid"] [role="row"] [role="gridcell"] [dir="auto"]', '[role="row"] [dir="auto"]'],
  pick: "last" as const,
};

const messageSend = {
  keys: anyEnter,
  controls: ['button[type="submit"]'],
  labels: labels.message,
  presence: "with-text" as const,
};
export const messages: ComposerPattern[] = [
  {
    id: "facebook/inbox-message",
    surface: "message",
    hosts: ["business.facebook.com"],
    path: "^/latest/inbox|^/inbox",
    box: `${textbox}, ${plainTextarea}`,
    scope: ["form", '[role="dialog"]', '[role="main"]', "body"],
    send: { ...messageSend, presence: "optional" },
    attachments,
    thread: threadOfMessages,
    limit: 2_000,
  },
  {
    id: "facebook/messenger-page",
    surface: "message",
    path: "^/(messages|e2ee)(/|$|\\?)",
    box: textbox,
    outside: ['[role="article"]'],
    scope: ['[role="dialog"]', '[role="main"]', "body"],
    send: messageSend,
    attachments,
    thread: threadOfMessages,
    limit: 20_000,
  },
  {
    id: "facebook/messenger-tab",
    surface: "message",
    box: textbox,
    within: ['[data-testid="mwchat-tab"]'],
    scope: ['[data-testid="mwchat-tab"]'],
    send: messageSend,
    attachments,
    thread: threadOfMessages,
    limit: 20_000,
  },
  {
    id: "facebook/messenger-box",
    surface: "message",
    box: textbox,
    outside: ['form[role="presentation"]', '[role="article"]', 'form[method="post" i]'],
    labels: labels.messageBox,
    scope: ['[role="dialog"]', '[role="region"]', '[role="complementary"]', '[role="main"]'],
    send: { ...messageSend, presence: "optional" },
    attachments,
    thread: threadOfMessages,
    limit: 20_000,
  },
];
