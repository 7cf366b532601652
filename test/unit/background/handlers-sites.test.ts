import { describe, expect, test } from "vitest";
import { furtherAdapters } from "../../../src/adapters/further/index.ts";
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

  test("is the whole adapter of a site that is off by default, once it is on, and only where its boxes are", async () => {
    const box = { site: "google", surface: "review-reply", box: "div.pad" };
    const on = { sites: { google: true }, selectorOverrides: [box, other] };
    const sites = async (values: Record<string, unknown>, url: string): Promise<unknown> => {
      const { handlers } = worker(undefined, { managed: values });
      const answered = await handlers["knowledge.wake"]({}, at(url));
      return answered.ok ? answered.value.sites : answered.code;
    };
    const frame = "https://www.google.com/local/business/7/customers/reviews";
    for (const url of [frame, "https://business.google.com/groups/7/reviews"])
      expect(await sites(on, url)).toEqual({ overrides: [box], adapter: furtherAdapters.google });
    for (const url of ["https://www.google.com/search?q=x", "https://mail.google.com/local/business/7"])
      expect(await sites(on, url)).toEqual({ overrides: [] });
    expect(await sites({}, frame)).toEqual({ overrides: [] });
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
