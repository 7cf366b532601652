import type { PastPattern } from "../../contract/look-back.ts";

/** A link to a person: a path of one part. */
const person =
  'a[role="link"][href^="/"]:not([href*="/p/"]):not([href*="/reel/"]):not([href*="/explore/"]):not([href*="/c/"])';
const apart = ["form", "nav", '[role="navigation"]', '[role="button"]', "time", "textarea"];
const post = "^(/[^/]+)?/(p|reel|reels)/[^/]+";
const shared = {
  climb: true,
  author: [person],
  text: ['span[dir="auto"]', 'h1[dir="auto"]'],
  pick: "longest",
  except: apart,
  linkParams: [],
  repliesIn: ['[role="dialog"]', "article", "main", '[role="main"]'],
  more: "^(view|load|show|ver |cargar|mostrar)",
  rest: "^(more|más)$",
} satisfies Partial<PastPattern>;

export const instagram: readonly PastPattern[] = [
  {
    ...shared,
    id: "instagram/past-comment",
    surface: "comment",
    item: 'a[href*="/c/"]:has(time)',
    link: ['a[href*="/c/"]'],
    byHandle: true,
    answers: {
      seed: "main",
      container: ['[role="dialog"]', "article", "main", '[role="main"]'],
      author: [person],
      text: ['h1[dir="auto"]', 'span[dir="auto"]'],
      except: [...apart, 'a[href*="/c/"]'],
      path: post,
    },
  },
  {
    ...shared,
    id: "instagram/past-caption",
    surface: "post",
    path: post,
    item: person,
    without: 'a[href*="/c/"]',
    link: [],
    answers: null,
  },
];
