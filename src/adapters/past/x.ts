import type { PastPattern } from "../../contract/look-back.ts";

const tweet = '[data-testid="tweet"]';

export const x: readonly PastPattern[] = [
  {
    id: "x/past-post",
    surface: "comment",
    item: tweet,
    author: ['[data-testid="User-Name"] a', '[data-testid="User-Name"]'],
    text: ['[data-testid="tweetText"]'],
    pick: "longest",
    except: ['[role="link"]:has([data-testid="tweetText"])'],
    link: ['a[href*="/status/"]:has(time)'],
    linkParams: [],
    answers: null,
    repliesIn: ['[data-testid="primaryColumn"]'],
    more: "^(show|mostrar)",
    rest: "^(show more|mostrar más)$",
  },
];
