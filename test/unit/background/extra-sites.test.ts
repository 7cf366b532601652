import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createExtraSites, sitesNamed } from "../../../src/background/extra-sites.ts";
import { defaultPolicy } from "../../../src/contract/policy.ts";
import type { ExtraSite } from "../../../src/contract/policy-sites.ts";
import type { OpenSite } from "../../../src/background/extra-sites.ts";
import type { Sender } from "../../../src/platform/sender.ts";

const reviews: ExtraSite = { host: "reviews.example", surface: "review-reply" };
const below: ExtraSite = { host: "staff.reviews.example", surface: "message" };
const health: ExtraSite = { host: "health.example", surface: "comment" };

/** What policy names, what the browser allows, and what is registered there. */
function browserWith(named: readonly OpenSite[] | undefined, allowed: readonly string[]) {
  const state = {
    named,
    allowed: new Set(allowed),
    registered: new Set<string>(),
    refused: new Set<string>(),
    injected: [] as string[],
  };
  let changing = 0;
  const change = async (what: () => void): Promise<void> => {
    // As a browser: it knows each id once, and takes its time.
    changing += 1;
    expect(changing).toBe(1);
    await Promise.resolve();
    try {
      what();
    } finally {
      changing -= 1;
    }
  };
  const sites = createExtraSites({
    named: async () => state.named,
    hasAccess: async (host) => state.allowed.has(host),
    scripts: {
      registered: async () => [...state.registered],
      register: (host) =>
        change(() => {
          if (state.registered.has(host)) throw new Error("Duplicate script ID");
          if (state.refused.has(host)) throw new Error("Invalid pattern");
          state.registered.add(host);
        }),
      unregister: (host) => change(() => expect(state.registered.delete(host)).toBe(true)),
    },
    inject: async (host) => void state.injected.push(host),
  });
  return { sites, state };
}

const at = (url: string): Sender => ({ id: "guard", url, frameId: 0, tab: { id: 1, url } });

describe("the script of further sites", () => {
  test("runs where policy names the site and the browser allows it, and nowhere else", async () => {
    const { sites, state } = browserWith([reviews, health], ["reviews.example", "other.example"]);
    await sites.settle();
    expect([...state.registered]).toEqual(["reviews.example"]);
    expect(state.injected).toEqual(["reviews.example"]);
    expect(await sites.hosts()).toEqual(["reviews.example"]);
  });

  test("runs on the others where the browser refuses one", async () => {
    const { sites, state } = browserWith([reviews, health], ["reviews.example", "health.example"]);
    state.refused.add("reviews.example");
    await sites.settle();
    expect([...state.registered]).toEqual(["health.example"]);
    expect(state.injected).toEqual(["health.example"]);
    state.refused.clear();
    await sites.settle();
    expect(state.registered).toContain("reviews.example");
  });

  test("is taken away when policy drops the site, and when the permission is taken back", async () => {
    const { sites, state } = browserWith([reviews, health], ["reviews.example", "health.example"]);
    await sites.settle();
    state.named = [health];
    await sites.settle();
    expect([...state.registered]).toEqual(["health.example"]);
    state.allowed.clear();
    await sites.settle();
    expect([...state.registered]).toEqual([]);
    expect(await sites.siteOf(at("https://health.example/"))).toBeUndefined();
  });

  test("stays as it is while the policy cannot be read", async () => {
    const { sites, state } = browserWith([reviews], ["reviews.example"]);
    await sites.settle();
    state.named = undefined;
    await sites.settle();
    expect([...state.registered]).toEqual(["reviews.example"]);
    await expect(sites.siteOf(at("https://reviews.example/"))).rejects.toThrow("could not be read");
    expect(await sites.hosts()).toEqual([]);
    state.named = [reviews];
    expect(await sites.siteOf(at("https://reviews.example/"))).toEqual(reviews);
  });

  test("ends where the last word of policy and browser puts it, whatever came between", async () => {
    const one = fc.record({
      named: fc.subarray([reviews, below, health]),
      allowed: fc.subarray([reviews.host, below.host, health.host]),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 6 }), async (changes) => {
        const { sites, state } = browserWith([], []);
        const settled = changes.map(({ named, allowed }) => {
          state.named = named;
          state.allowed = new Set(allowed);
          return sites.settle();
        });
        await Promise.all(settled);
        const last = changes.at(-1);
        const wanted = last?.named.map(({ host }) => host).filter((host) => last.allowed.includes(host));
        expect([...state.registered].toSorted()).toEqual(wanted?.toSorted());
      }),
    );
  });
});

describe("a site of ours that is off by default", () => {
  const on = { extraSites: [], sites: { ...defaultPolicy.sites, google: true } };

  test("is named where it is switched on, the host that a policy describes as the policy has it", () => {
    expect(sitesNamed({ extraSites: [], sites: defaultPolicy.sites })).toEqual([]);
    const extra: ExtraSite = { host: "business.google.com", surface: "post" };
    expect(sitesNamed({ ...on, extraSites: [extra] })).toEqual([
      extra,
      { host: "www.google.com", path: "/local/business/", further: "google" },
    ]);
  });

  test("has its script, and is listened to, on a part of a host where its boxes are on that part", async () => {
    const { sites, state } = browserWith(sitesNamed(on), ["www.google.com"]);
    await sites.settle();
    expect([...state.registered]).toEqual(["www.google.com/local/business/"]);
    expect(await sites.hosts()).toEqual(["www.google.com"]);
    const further = async (url: string): Promise<unknown> => (await sites.siteOf(at(url)))?.further;
    expect(await further("https://www.google.com/local/business/7/customers/reviews")).toBe("google");
    expect(await further("https://www.google.com/search?q=/local/business/")).toBeUndefined();
    expect(await further("https://business.google.com/reviews")).toBeUndefined();
  });
});

describe("a message from a further site", () => {
  test("is known by the address that the browser stamped on it", async () => {
    const { sites } = browserWith([reviews], ["reviews.example"]);
    const siteOf = async (url: string): Promise<string | undefined> => (await sites.siteOf(at(url)))?.host;
    expect(await siteOf("https://reviews.example/staff")).toBe("reviews.example");
    expect(await siteOf("https://www.reviews.example/")).toBe("reviews.example");
    expect(await siteOf("http://reviews.example/")).toBeUndefined();
    expect(await siteOf("https://notreviews.example/")).toBeUndefined();
    expect(await siteOf("https://reviews.example.evil.example/")).toBeUndefined();
  });

  test("is of the site that says most of it", async () => {
    const { sites } = browserWith([reviews, below], [reviews.host, below.host]);
    expect(await sites.siteOf(at("https://staff.reviews.example/"))).toEqual(below);
    expect(await sites.siteOf(at("https://www.reviews.example/"))).toEqual(reviews);
  });

  test("waits for a change of policy that is under way", async () => {
    const { sites, state } = browserWith([reviews], ["reviews.example"]);
    await sites.settle();
    state.named = [];
    void sites.settle();
    expect(await sites.siteOf(at("https://reviews.example/"))).toBeUndefined();
  });
});
