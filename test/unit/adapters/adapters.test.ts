// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { adapter as schema } from "../../../src/adapters/adapter.ts";
import type { Adapter, ComposerPattern } from "../../../src/adapters/adapter.ts";
import { evidence as evidenceSchema } from "../../../src/adapters/evidence/evidence.ts";
import * as evidenceOfSites from "../../../src/adapters/evidence/index.ts";
import { hosts } from "../../../src/adapters/hosts.ts";
import { furtherAdapters } from "../../../src/adapters/further/index.ts";
import { adapterFor, adapters as watched } from "../../../src/adapters/index.ts";
import { furtherNames, furtherSites } from "../../../src/contract/further-sites.ts";

const further = furtherNames.map((name) => furtherAdapters[name]);
const adapters = [...watched, ...further];
const patterns = adapters.flatMap((adapter) => adapter.composers.map((pattern) => ({ adapter, pattern })));

function selectorsOf({ ignore, notSend, unknown }: Adapter): string[] {
  const { inputs, previews } = unknown.attachments;
  return [...ignore, ...notSend.controls, ...unknown.scope, ...unknown.controls, ...inputs, ...previews];
}

function selectorsIn({ box, within, outside, scope, send, attachments, thread }: ComposerPattern): string[] {
  const ofThread = thread && [
    thread.container,
    thread.text,
    thread.except,
    thread.rows,
    thread.author,
    thread.handleRows,
  ];
  return [
    [box],
    within,
    outside,
    scope,
    send.controls,
    send.nearest,
    attachments.inputs,
    attachments.previews,
  ]
    .concat(ofThread ?? [])
    .flatMap((list) => list ?? [])
    .filter((selector) => !selector.startsWith("@"))
    .map((selector) => selector.replaceAll("{handle}", "lena\\.okafor"));
}

describe("adapters", () => {
  test.each(adapters)("$site fits the schema", (adapter) => {
    expect(schema.safeParse(adapter).error?.issues).toBeUndefined();
  });

  test("the sites are those that the manifest asks for", () => {
    expect(watched.flatMap((adapter) => adapter.hosts).sort()).toEqual([...hosts].sort());
  });

  test("the further sites are those that can be switched on, and know that there is more than they know", () => {
    expect(Object.keys(furtherAdapters).sort()).toEqual(Object.keys(furtherSites).sort());
    for (const name of furtherNames) {
      const { site, hosts: known, further: isFurther } = furtherAdapters[name];
      expect([site, known, isFurther]).toEqual([name, furtherSites[name].map(({ host }) => host), true]);
    }
  });

  test("an adapter crosses from the worker to a page unchanged", () => {
    for (const one of further) expect(JSON.parse(JSON.stringify(one))).toEqual(one);
  });

  test("no two patterns have the same id, and each is named after its site", () => {
    const ids = patterns.map(({ pattern }) => pattern.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { adapter, pattern } of patterns)
      expect(pattern.id).toMatch(new RegExp(`^${adapter.site}/[a-z-]+$`));
  });

  test("every surface of the sites is covered", () => {
    const surfaces = adapters.map(({ site, composers }) => [
      site,
      [...new Set(composers.map(({ surface }) => surface))].sort(),
    ]);
    expect(Object.fromEntries(surfaces)).toEqual({
      facebook: ["comment", "message", "post", "review-reply"],
      instagram: ["comment", "message", "post"],
      yelp: ["message", "review", "review-reply"],
      google: ["review-reply"],
      realself: [],
      healthgrades: [],
      tiktok: ["comment"],
      x: ["comment", "message", "post"],
    });
  });

  test.each(adapters)("$site was compared with its evidence on a day that has been", ({ checked }) => {
    expect(new Date(checked).toISOString().slice(0, 10)).toBe(checked);
  });

  test.each(adapters)(
    "every selector and path of $site parses, and none leans on a hashed class",
    (adapter) => {
      const selectors = [...selectorsOf(adapter), ...adapter.composers.flatMap(selectorsIn)];
      for (const selector of selectors) {
        expect(() => document.querySelector(selector)).not.toThrow();
        expect(selector).not.toMatch(/\.[a-z][\w-]*\d|\.x[0-9a-z]{5,}/);
      }
      for (const { path } of adapter.composers) expect(() => new RegExp(path ?? "")).not.toThrow();
    },
  );

  test.each(patterns)("$pattern.id has lower-case labels and a way to send", ({ pattern }) => {
    const { keys, controls, labels, presence } = pattern.send;
    const ways = presence === "none" ? keys.length : keys.length + controls.length + labels.length;
    expect(ways).toBeGreaterThan(0);
    for (const label of [...labels, ...(pattern.labels ?? [])]) {
      expect(label).toBe(label.toLowerCase());
      expect(label).not.toMatch(/[.…]$|^$/);
    }
  });

  test("each pattern has its evidence, so has what further sites are guarded by, and there is none of a pattern that is gone", () => {
    const ids = adapters.map(({ site, composers, further: isFurther }) => [
      site,
      [...composers.map(({ id }) => id), ...(isFurther ? [`${site}/unknown`] : [])].sort(),
    ]);
    const known = Object.entries(evidenceOfSites).map(([site, byId]) => [site, Object.keys(byId).sort()]);
    expect(Object.fromEntries(known)).toEqual(Object.fromEntries(ids));
  });

  test("a pattern with assumptions in its evidence says what is unverified", () => {
    const all = Object.values(evidenceOfSites).flatMap((byId) => Object.entries(byId));
    for (const [, one] of all) expect(evidenceSchema.safeParse(one).error?.issues).toBeUndefined();
    const silent = all.filter(
      ([, { unverified, evidence }]) =>
        unverified.length === 0 && evidence.some(({ grade }) => grade === "U" || grade === "C"),
    );
    expect(silent.map(([id]) => id)).toEqual([]);
  });
});

describe("adapterFor", () => {
  test.each([
    ["facebook.com", "facebook"],
    ["www.facebook.com", "facebook"],
    ["business.facebook.com", "facebook"],
    ["WWW.Facebook.com:443", "facebook"],
    ["www.instagram.com.", "instagram"],
    ["biz.yelp.com", "yelp"],
  ])("%s is %s", (host, site) => {
    expect(adapterFor(host)?.site).toBe(site);
  });

  test.each([
    "facebook.com.evil.example",
    "notfacebook.com",
    "facebook.co",
    "www.facebook.com@evil.example",
    "facebookXcom",
    "",
  ])("%s is no site of ours", (host) => {
    expect(adapterFor(host)).toBeUndefined();
  });
});
