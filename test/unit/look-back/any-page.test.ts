// @vitest-environment happy-dom
import fc from "fast-check";
import { expect, test } from "vitest";
import { ownOf, told } from "./shown.ts";

const addresses = [
  "https://www.facebook.com/harboraesthetics/posts/1",
  "https://www.facebook.com/harboraesthetics/reviews",
  "https://www.yelp.com/biz/harbor-aesthetics",
  "https://biz.yelp.com/r2r/1",
  "https://www.instagram.com/p/Cx1/",
  "https://business.google.com/groups/1/reviews",
  "https://x.com/harboraesthetics/status/1",
  "https://www.tiktok.com/@harboraesthetics/video/1",
].map((one) => new URL(one));

const attributes = fc.constantFrom(
  "",
  'role="article" aria-label="Comment by Harbor Aesthetics"',
  'role="article" aria-labelledby="a"',
  'id="a"',
  'role="img" aria-label="1 star rating"',
  'dir="auto" lang="en"',
  'href="/harboraesthetics/"  role="link"',
  'href="/harboraesthetics?comment_id=7"',
  'href="/p/Cx1/c/7/"',
  'href="https://[bad"',
  'href="javascript:alert(1)"',
  'data-testid="tweet"',
  'data-testid="tweetText"',
  'data-e2e="comment-username-1"',
  'data-e2e="comment-level-1"',
  'class="user-passport-info"',
  'role="button"',
  'style="display: none"',
);
const words = fc.constantFrom(
  "Harbor Aesthetics",
  "Comment from Ana D. of Harbor Aesthetics",
  "Business Owner",
  "Response from the owner",
  "See more",
  "View 3 replies",
  "Thanks for coming in!",
  "@harboraesthetics hi",
  "\u202Eabc\u0000",
  "𝕋",
  "",
);

/** What is on real pages, so that there is something of the practice's to be found among the rest. */
const wholes = fc.constantFrom(
  "",
  `<div role="article" aria-label="Comment by Harbor Aesthetics"><a href="/harboraesthetics?comment_id=7">Harbor Aesthetics</a><span dir="auto" lang="en">Thanks for coming in!</span></div>`,
  `<div><a href="/harboraesthetics/" role="link"><span dir="auto">harboraesthetics</span></a><a href="/p/Cx1/c/8/"><time>2h</time></a><span dir="auto">Thank you!</span></div>`,
  `<li><div role="img" aria-label="1 star rating"></div><p lang="en">Slow.</p><p>Comment from Ana D. of Harbor Aesthetics</p><p lang="en">Sorry!</p></li>`,
  `<div data-testid="tweet"><div data-testid="User-Name"><a href="/harboraesthetics">Harbor</a></div><div data-testid="tweetText">Hi</div></div>`,
);

interface Part {
  readonly whole: string;
  readonly tag: string;
  readonly attributes: string;
  readonly words: string;
  readonly inside: readonly Part[];
}
const { part } = fc.letrec<{ part: Part }>((tie) => ({
  part: fc.record({
    tag: fc.constantFrom(
      "div",
      "p",
      "span",
      "a",
      "li",
      "h1",
      "h2",
      "main",
      "time",
      "article",
      "form",
      "button",
    ),
    attributes,
    words,
    whole: wholes,
    inside: fc.oneof({ maxDepth: 6 }, fc.constant<Part[]>([]), fc.array(tie("part"), { maxLength: 4 })),
  }),
}));
const html = (one: Part): string =>
  `<${one.tag} ${one.attributes}>${one.words}${one.whole}${one.inside.map(html).join("")}</${one.tag}>`;

test("any page is told of in the form that the worker takes, and only the site's own links are", async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...addresses),
      fc.array(part, { maxLength: 6 }),
      async (address, parts) => {
        document.body.innerHTML = parts.map(html).join("");
        const frame = await told(address);
        for (const { text, link } of ownOf(frame)) {
          found += 1;
          expect(text.trim()).not.toBe("");
          const host = new URL(link ?? address).hostname;
          expect(host.split(".").slice(-2)).toEqual(address.hostname.split(".").slice(-2));
        }
        expect(frame.unread).toBe(0);
      },
    ),
    { numRuns: 150 },
  );
  // Otherwise nothing was shown.
  expect(found).toBeGreaterThan(20);
});
