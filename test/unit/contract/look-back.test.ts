import { expect, test } from "vitest";
import { collectedFrame } from "../../../src/contract/look-back.ts";

const frameWith = (link: string) => ({
  site: "yelp",
  page: "https://www.yelp.com/biz/glow",
  items: [
    {
      key: "",
      anchor: "",
      own: {
        surface: "review-reply",
        text: "Thank you.",
        isTooLong: false,
        isCut: false,
        author: "Glow Clinic",
        date: "",
        link,
        isSingle: true,
        thread: null,
      },
    },
  ],
  anchors: [],
  isCut: false,
  unread: 0,
});

test("a page's link is one that a person may follow", () => {
  expect(collectedFrame.safeParse(frameWith("https://www.yelp.com/biz/glow")).success).toBe(true);
  for (const link of [
    "javascript:alert(1)",
    "data:text/html,x",
    "chrome-extension://abc/options.html",
    "/biz",
    "https://",
  ])
    expect(collectedFrame.safeParse(frameWith(link)).success).toBe(false);
});
