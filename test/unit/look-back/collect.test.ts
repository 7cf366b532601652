// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { mostReplies } from "../../../src/contract/look-back-limits.ts";
import { harbor, ownOf, show, told } from "./shown.ts";

describe("on a post of Facebook", () => {
  test("the practice's own comments are found, whole, with what they answer and their own link", async () => {
    const own = ownOf(await told(show("past-facebook")));
    expect(own.map(({ surface, text, thread, link }) => ({ surface, text, thread, link }))).toEqual([
      {
        surface: "comment",
        text: "Thanks for coming in for your Botox, Marisol!\nCome again.",
        thread: { author: "Marisol Whitcombe", text: "Loved my visit, the front desk was so kind." },
        link: "https://www.facebook.com/harboraesthetics/posts/1031?comment_id=77&reply_comment_id=88&__cft__[0]=AZX",
      },
      {
        surface: "comment",
        text: "Yes, behind the house. <img src=x onerror=alert(1)>",
        thread: { author: "Devon Castellane", text: "Is there a garage?" },
        link: "https://www.facebook.com/harboraesthetics/posts/1031?comment_id=90&reply_comment_id=91&__cft__[0]=AZX",
      },
      {
        surface: "comment",
        text: "Our after-hours line is 310-555-0188",
        thread: {
          author: "Harbor Aesthetics",
          text: "Our fall hours start on Monday.\nSee you at the open house!",
        },
        link: "https://www.facebook.com/harboraesthetics/posts/1031?comment_id=92&__cft__[0]=AZX",
      },
      {
        surface: "post",
        text: "Our fall hours start on Monday.\nSee you at the open house!",
        thread: null,
        link: "https://www.facebook.com/harboraesthetics/posts/1031?__cft__[0]=AZX",
      },
    ]);
  });

  test("what others wrote is there without a word of it, and what is hidden is not there", async () => {
    const frame = await told(show("past-facebook"));
    const others = frame.items.filter(({ own }) => !own);
    expect(others.map(({ key }) => key)).toEqual([
      "/harboraesthetics/posts/1031?comment_id=77",
      "/harboraesthetics/posts/1031?comment_id=77&reply_comment_id=89",
      "/harboraesthetics/posts/1031?comment_id=90",
    ]);
    expect(JSON.stringify(others)).not.toMatch(/Marisol|Devon|garage|Fans/);
    expect(frame.items.some(({ key }) => key === "/harboraesthetics/posts/1031?comment_id=93")).toBe(false);
    expect([frame.isCut, frame.unread]).toEqual([false, 0]);
  });

  test("a thing that is answered is whole until more of its replies can be shown", async () => {
    const address = show("past-facebook");
    const whole = async () =>
      (await told(address)).anchors.find(({ key }) => key === "/harboraesthetics/posts/1031?comment_id=77")
        ?.isWhole;
    expect(await whole()).toBe(true);
    document
      .querySelector("#c88")
      ?.insertAdjacentHTML("afterend", '<div role="button" tabindex="0">View 3 more replies</div>');
    expect(await whole()).toBe(false);
  });

  test("a text that the page shows the beginning of is told to be cut", async () => {
    const address = show("past-facebook");
    document
      .querySelector("#c91 [lang]")
      ?.insertAdjacentHTML("beforeend", '<div role="button" tabindex="0">See more</div>');
    const own = ownOf(await told(address));
    expect(own.filter(({ isCut }) => isCut).map(({ text }) => text)).toEqual([
      "Yes, behind the house. <img src=x onerror=alert(1)>",
    ]);
  });

  test("replies under a review are replies to a review", async () => {
    show("past-facebook");
    const own = ownOf(await told(new URL("https://www.facebook.com/harboraesthetics/reviews")));
    expect(own.map(({ surface }) => surface)).toEqual([
      "review-reply",
      "review-reply",
      "review-reply",
      "post",
    ]);
  });

  test("a link that leads elsewhere is none", async () => {
    const address = show("past-facebook");
    for (const link of document.querySelectorAll("#c92 li a"))
      link.setAttribute("href", "https://facebook.com.evil.example/?comment_id=92");
    const own = ownOf(await told(address)).find(({ text }) => text.startsWith("Our after-hours"));
    expect(own?.link).toBe("https://www.facebook.com/harboraesthetics/posts/1031");
  });
});

describe("on a page of Yelp", () => {
  test("a reply of the owner is found by the site's line about it, and whose it is by the practice's name there", async () => {
    const own = ownOf(await told(show("past-yelp")));
    expect(own.map(({ text, thread, date, author }) => ({ text, thread, date, author }))).toEqual([
      {
        text: "We checked your chart, Ingrid: your filler appointment on March 1 began on time.",
        thread: {
          author: "Ingrid P.",
          text: "Waited forty minutes and nobody told me why. My lips are still swollen.",
        },
        date: "Apr 2, 2026",
        author: "Harbor Aesthetics",
      },
      {
        text: "Thank you for the kind words!",
        thread: { author: "Rafael O.", text: "Spotless place and very kind people at the desk." },
        date: "Apr 2, 2026",
        author: "Harbor Aesthetics",
      },
    ]);
  });

  test("a review is the same one with and without its reply", async () => {
    const address = show("past-yelp");
    const [reply] = (await told(address)).items;
    document.querySelector("[id^=owner-]")?.remove();
    const after = await told(address);
    expect(after.items.some(({ anchor }) => anchor === reply?.anchor)).toBe(false);
    expect(after.anchors.find(({ key }) => key === reply?.anchor)).toEqual({
      key: reply?.anchor,
      isWhole: true,
    });
  });

  test("a line that names no practice counts on the practice's own pages alone", async () => {
    const address = show("past-yelp");
    for (const line of document.querySelectorAll("[id^=owner-] p:first-child"))
      line.textContent = "Business owner information";
    const texts = async (at: URL) => ownOf(await told(at)).length;
    expect(await texts(address)).toBe(3);
    const title = document.querySelector("h1");
    if (title) title.textContent = "Another Spa";
    expect(await texts(address)).toBe(0);
    expect(await texts(new URL("https://biz.yelp.com/r2r/1032"))).toBe(3);
  });
});

describe("on a post of Instagram", () => {
  test("comments and caption of the account are found by its handle", async () => {
    const own = ownOf(await told(show("past-instagram")));
    expect(own.map(({ surface, text, thread, link }) => ({ surface, text, thread, link }))).toEqual([
      {
        surface: "comment",
        text: "@lena.okafor of course! And your Botox touch-up is on the house, Lena.",
        thread: { author: "lena.okafor", text: "Will there be cake?" },
        link: "https://www.instagram.com/p/Cx1033/c/181/",
      },
      {
        surface: "comment",
        text: "Cake for everybody.",
        thread: {
          author: "harboraesthetics",
          text: "Cake on Friday, by @dr.reyes.",
        },
        link: "https://www.instagram.com/p/Cx1033/c/183/",
      },
      {
        surface: "post",
        text: "Cake on Friday, by @dr.reyes.",
        thread: null,
        link: "https://www.instagram.com/p/Cx1033/",
      },
    ]);
  });

  test("nothing is whose handle the profile does not have", async () => {
    const frame = await told(show("past-instagram"), { ...harbor, handles: [] });
    expect(ownOf(frame)).toEqual([]);
    expect(frame.items.length).toBeGreaterThan(3);
  });
});

describe("a bad page", () => {
  const comment = (at: number, text: string): string =>
    `<div role="article" aria-label="Comment by Harbor Aesthetics"><a href="/harboraesthetics?comment_id=${at}">Harbor Aesthetics</a><span dir="auto" lang="en">${text}</span></div>`;
  const address = new URL("https://www.facebook.com/harboraesthetics/posts/1");

  test("with more replies than are looked at is told to have more", async () => {
    document.body.innerHTML = Array.from({ length: mostReplies + 1 }, (_, at) => comment(at, "Thanks!")).join(
      "",
    );
    const frame = await told(address);
    expect([ownOf(frame).length, frame.isCut]).toEqual([mostReplies, true]);
    expect(frame.anchors).toEqual([]);
  });

  test("that takes too long is left where one is, which is told; meanwhile the page has its turns", async () => {
    document.body.innerHTML = Array.from({ length: 300 }, (_, at) => comment(at, "Thanks!")).join("");
    let time = 0;
    let pauses = 0;
    const slow = { now: () => (time += 10), pause: async () => void (pauses += 1) };
    const frame = await told(address, harbor, slow);
    expect(frame.isCut).toBe(true);
    expect(ownOf(frame).length).toBeGreaterThan(5);
    expect(ownOf(frame).length).toBeLessThan(300);
    expect(pauses).toBeGreaterThan(10);
  });

  test("that is empty has nothing, and one of another site is none of ours", async () => {
    document.body.innerHTML = "";
    expect((await told(address)).items).toEqual([]);
    await expect(told(new URL("https://facebook.com.evil.example/x"))).rejects.toThrow("no site of ours");
  });

  test("with a text of any length is told that it is too long, and none of it is", async () => {
    document.body.innerHTML = comment(1, "Thanks! ".repeat(20_000)) + comment(2, "Thanks!");
    expect(ownOf(await told(address)).map(({ text, isTooLong }) => [text, isTooLong])).toEqual([
      ["", true],
      ["Thanks!", false],
    ]);
  });

  test("that puts something in the place of an element's own methods loses that item, and it is counted", async () => {
    document.body.innerHTML = comment(1, "Thanks!") + comment(2, "Thank you!");
    const [first] = document.querySelectorAll("[role=article]");
    Object.defineProperty(first, "querySelectorAll", { value: null });
    const frame = await told(address);
    expect([ownOf(frame).map(({ text }) => text), frame.unread]).toEqual([["Thank you!"], 1]);
  });
});
