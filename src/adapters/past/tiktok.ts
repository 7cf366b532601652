import type { PastPattern } from "../../contract/look-back.ts";
import { item } from "../further/tiktok.ts";

export const tiktok: readonly PastPattern[] = [
  {
    id: "tiktok/past-comment",
    surface: "comment",
    item: '[data-e2e^="comment-username"]',
    climb: true,
    author: ['a[href^="/@"]', '[data-e2e^="comment-username"]'],
    text: ['[data-e2e^="comment-level"]'],
    pick: "longest",
    except: [],
    link: [],
    linkParams: [],
    answers: {
      seed: "body",
      container: ["body"],
      author: [],
      text: [],
      except: [item],
      path: "^/@[^/]+/(video|photo)/\\d+",
    },
    repliesIn: ["body"],
    more: "^(view|show|load|ver |mostrar|cargar)",
    rest: "^(more|más)$",
  },
];
