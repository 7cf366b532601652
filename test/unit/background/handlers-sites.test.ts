import { describe, expect, test } from "vitest";
import type { Sender } from "../../../src/platform/sender.ts";
import { draft } from "./parts.ts";
import { page, worker } from "./put-together.ts";

const override = { site: "yelp", surface: "review-reply", box: "div.pad" };
const other = { site: "facebook", surface: "comment", box: "div.words" };
const managed = {
  selectorOverrides: [override, other],
  extraSites: [{ host: "reviews.example", name: "Reviews", surface: "post", sendControls: [".go"] }],
};
const at = (url: string): Sender => ({ ...page, url, tab: { id: 3, url } });
const facebook = at("https://www.facebook.com/x");
const reviews = at("https://staff.reviews.example/answer/7");

describe("what a page is told of its site", () => {
  test("is what policy says of that one, and nothing of the others", async () => {
    const { handlers } = worker(undefined, { managed });
    const sites = async (sender: Sender): Promise<unknown> => {
      const answered = await handlers["knowledge.wake"]({}, sender);
      return answered.ok ? answered.value.sites : answered.code;
    };
    expect(await sites(page)).toEqual({ overrides: [override] });
    expect(await sites(facebook)).toEqual({ overrides: [other] });
    expect(await sites(reviews)).toEqual({
      overrides: [],
      extra: { surface: "post", sendControls: [".go"] },
    });
  });

  test("and the record has of a further site the host of the policy, not the page's", async () => {
    const { handlers, attempts } = worker(undefined, { managed });
    const record = (id: string, sender: Sender) =>
      handlers["attempt.record"]({ id, draft: { ...draft, site: "other" }, outcome: "stopped" }, sender);
    await record("a", reviews);
    await handlers["attempt.record"]({ id: "b", draft, outcome: "stopped" }, page);
    expect((await attempts()).map(({ host }) => host)).toEqual(["reviews.example", undefined]);
    expect(JSON.stringify(await attempts())).not.toMatch(/staff|answer/);
  });
});
