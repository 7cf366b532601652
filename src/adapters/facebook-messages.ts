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
    evidence: [{ what: "chat tab, grid of messages, Enter commits", grade: "A", date: "2022" }],
    unverified: [
      "The test id may have gone; then the label decides (next pattern) or the broad pattern below.",
    ],
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
    evidence: [
      { what: 'labels "Message", "Write to {name}", placeholder "Aa"', grade: "A", date: "2022" },
      { what: "Vietnamese label", grade: "C", date: "undated" },
    ],
    unverified: [
      "What surrounds a chat tab without its test id is not known: the scope may be too small or too large.",
    ],
  },
];
