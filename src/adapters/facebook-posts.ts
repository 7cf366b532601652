import type { ComposerPattern } from "./adapter.ts";
import { attachments, textbox } from "./facebook-parts.ts";
import * as labels from "./labels.ts";

const postSend = { keys: [], controls: [], labels: labels.post, presence: "always" as const };
export const posts: ComposerPattern[] = [
  {
    id: "facebook/post",
    surface: "post",
    box: textbox,
    within: ['[role="dialog"]', 'form[method="post" i]'],
    outside: ['form[role="presentation"]', '[role="article"]'],
    scope: ['[role="dialog"]'],
    send: postSend,
    attachments,
    thread: null,
    limit: 63_206,
  },
  {
    id: "facebook/post-labelled",
    surface: "post",
    box: textbox,
    within: ['[role="dialog"]'],
    outside: ['form[role="presentation"]', '[role="article"]'],
    labels: labels.postBox,
    scope: ['[role="dialog"]'],
    send: postSend,
    attachments,
    thread: null,
    limit: 63_206,
  },
];
