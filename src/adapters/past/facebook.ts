import type { PastPattern } from "../../contract/look-back.ts";
import { postThread } from "../facebook-parts.ts";

const comment = '[role="article"][aria-label]:has(a[href*="comment_id="])';
const post = '[role="article"][aria-labelledby]';
const nested = ['[role="article"]', "form", '[role="textbox"]'];

/** Comments of the practice, below its own posts or anybody's. The second link to itself has its time. */
const comments = {
  item: comment,
  author: ['a[href*="comment_id="]'],
  text: ['span[dir="auto"][lang]', 'div[dir="auto"]'],
  pick: "all",
  except: nested,
  link: ['a[href*="comment_id="]'],
  linkParams: ["comment_id", "reply_comment_id"],
  replyParam: "reply_comment_id",
  answers: {
    seed: post,
    container: postThread.container.filter((selector) => selector !== '[role="main"]'),
    author: postThread.author,
    text: postThread.text,
    except: postThread.except,
  },
  repliesIn: ["li", post, '[role="dialog"]'],
  more: "^(view|show|load|ver |mostrar|cargar|\\d)",
  rest: "^(see more|ver más)$",
} satisfies Partial<PastPattern>;

export const facebook: readonly PastPattern[] = [
  {
    ...comments,
    id: "facebook/past-review-reply",
    surface: "review-reply",
    path: "/reviews/?([?#]|$)|[?&]sk=reviews",
  },
  { ...comments, id: "facebook/past-comment", surface: "comment" },
  {
    id: "facebook/past-post",
    surface: "post",
    item: post,
    author: ["@labelledby", "h2 a", "h3 a", "h4 a"],
    text: [
      '[data-ad-comet-preview="message"]',
      '[data-ad-preview="message"]',
      '[data-ad-rendering-role="story_message"]',
    ],
    pick: "all",
    except: nested,
    link: ['a[href*="/posts/"]', 'a[href*="story_fbid="]', 'a[href*="/videos/"]', 'a[href*="fbid="]'],
    linkParams: ["story_fbid", "fbid"],
    answers: null,
    repliesIn: [post],
    more: comments.more,
    rest: comments.rest,
  },
];
