import { describe, expect, test, vi } from "vitest";
import { createReplies, isOfUse, strictly } from "../../../src/background/replies.ts";
import { repliesShown } from "../../../src/contract/replies.ts";
import { defaultPolicy } from "../../../src/contract/policy.ts";
import { emptyPractice } from "../../../src/contract/practice.ts";
import { buildIndex, check, openIndex, prepare } from "../../../src/engine/index.ts";
import type { Draft } from "../../../src/engine/index.ts";
import { memoryDatabase, quillon } from "./parts.ts";
import { page, worker } from "./put-together.ts";

const kind = "Thank you for the kind words! They made our whole team smile.";
const call = "We take every word seriously. Please ask for our office manager, so that we can listen.";
const hours = "Our office is open Monday to Friday, nine to five.";
const telling = "Thanks for coming in! See you at your next visit.";
const answering: Draft = {
  text: "thank you for being so kind",
  site: "yelp",
  surface: "review-reply",
  thread: { author: "A guest", text: "Such a kind team, they made me smile." },
};
const prepared = prepare(
  // What policy lets go is not what is offered.
  { ...defaultPolicy, strictness: "relaxed", actions: { ...defaultPolicy.actions, relationship: "allow" } },
  emptyPractice,
  openIndex(buildIndex([quillon], new Uint8Array(16).fill(7), "a")),
);
const library = [call, kind, hours, telling].map((text) => ({ text }));

describe("the practice's replies", () => {
  test("are found by the beginnings of their words, accents aside, the nearest first", async () => {
    const { search } = createReplies(strictly(check));
    const all = await search("", answering, library, prepared);
    expect(all.replies[0]).toBe(kind);
    expect(new Set(all.replies)).toEqual(new Set([kind, call, hours]));
    expect((await search("mánag OFF", answering, library, prepared)).replies).toEqual([call]);
    expect((await search("office", answering, library, prepared)).replies.toSorted()).toEqual(
      [call, hours].toSorted(),
    );
    expect((await search("nowhere", answering, library, prepared)).replies).toEqual([]);
  });

  test("that do not pass where they are to stand are counted, and not offered", async () => {
    const { search } = createReplies(strictly(check));
    expect(await search("visit", answering, library, prepared)).toEqual({
      replies: [],
      more: false,
      withheld: 1,
    });
    // In the thread of somebody whom it names, what is harmless elsewhere is not.
    const named = [{ text: "Quillon Abernathy-Vance, thank you for the kind words!" }];
    expect((await search("", answering, named, prepared)).withheld).toBe(1);
  });

  test("are only those of the surface, and no more than are shown", async () => {
    const { search } = createReplies(strictly(check));
    const here = [{ text: kind, surfaces: ["comment" as const] }];
    expect(await search("", answering, here, prepared)).toEqual({ replies: [], more: false, withheld: 0 });
    expect((await search("", { ...answering, surface: "comment" }, here, prepared)).replies).toEqual([kind]);
    const many = Array.from({ length: 12 }, (_, at) => ({ text: `${kind}${"!".repeat(at)}` }));
    const found = await search("", answering, many, prepared);
    expect(found.replies).toHaveLength(repliesShown);
    expect(found.more).toBe(true);
  });

  test("are checked once in one place, however often they are looked for, and again elsewhere", async () => {
    const counted = vi.fn<typeof check>(check);
    const { search } = createReplies(counted);
    await search("k", answering, library, prepared);
    const { length } = counted.mock.calls;
    expect(length).toBeGreaterThan(0);
    await search("ki", { ...answering, text: "thank" }, library, prepared);
    expect(counted.mock.calls).toHaveLength(length);
    await search("ki", { ...answering, surface: "comment" }, library, prepared);
    expect(counted.mock.calls.length).toBeGreaterThan(length);
  });

  test("are looked at in forty tries at most, so that drafts do not wait", async () => {
    const counted = vi.fn<typeof check>(check);
    const { search } = createReplies(strictly(counted));
    const many = Array.from({ length: 60 }, (_, at) => ({ text: `${telling}${"!".repeat(at)}` }));
    expect(await search("", answering, many, prepared)).toEqual({ replies: [], more: true, withheld: 40 });
    expect(counted.mock.calls).toHaveLength(40);
  });

  test("a new one is tried in every place that it is for", () => {
    const { tried } = createReplies(strictly(check));
    const bad = tried({ text: telling, surfaces: ["comment", "message"] }, prepared);
    expect(bad.map(({ surface }) => surface)).toEqual(["comment", "message"]);
    expect(bad[0]?.finding).toMatchObject({ category: "relationship" });
    expect(telling).toContain(bad[0]?.finding?.quote);
    expect(isOfUse(bad)).toBe(false);
    expect(tried({ text: kind }, prepared)).toHaveLength(5);
    expect(isOfUse(tried({ text: kind }, prepared))).toBe(true);
  });
});

describe("the worker, and the practice's replies", () => {
  test("keeps one that passes, finds it, and says that there are some", async () => {
    const { handlers } = worker();
    expect(await handlers["knowledge.wake"]({}, page)).toMatchObject({ value: { replies: false } });
    expect(await handlers["policy.change"]({ policy: { replies: [{ text: kind }] } }, page)).toMatchObject({
      ok: true,
    });
    expect(await handlers["knowledge.wake"]({}, page)).toMatchObject({ value: { replies: true } });
    expect(await handlers["replies.search"]({ query: "smile", draft: answering }, page)).toEqual({
      ok: true,
      value: { replies: [kind], more: false, withheld: 0 },
    });
  });

  test("keeps none that passes nowhere, and says why when it is asked", async () => {
    const { handlers } = worker();
    expect(await handlers["replies.try"]({ reply: { text: telling } }, page)).toMatchObject({
      ok: true,
      value: { tried: Array.from({ length: 5 }, () => ({ finding: { category: expect.any(String) } })) },
    });
    expect(
      await handlers["policy.change"]({ policy: { replies: [{ text: kind }, { text: telling }] } }, page),
    ).toEqual({ ok: false, code: "bad-request" });
    expect(await handlers["policy.read"]({}, page)).toMatchObject({ value: { policy: { replies: [] } } });
  });

  test("finds those of the managed policy too, which nobody has tried, and offers only what passes", async () => {
    const managed = { replies: [{ text: telling }, { text: hours }] };
    const { handlers } = worker(memoryDatabase(), { managed });
    expect(await handlers["replies.search"]({ query: "", draft: answering }, page)).toEqual({
      ok: true,
      value: { replies: [hours], more: false, withheld: 1 },
    });
    // What the admin has written is not this seat's to refuse.
    const added = { policy: { replies: [...managed.replies, { text: kind }] } };
    expect(await handlers["policy.change"](added, page)).toMatchObject({ ok: true });
  });
});
