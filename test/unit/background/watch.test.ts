import { describe, expect, test } from "vitest";
import type { WatchReport } from "../../../src/contract/messages.ts";
import { createWatch, placeOf, standingOf } from "../../../src/background/watch.ts";
import type { frames, Standing } from "../../../src/background/watch.ts";
import type { z } from "../../../src/contract/zod.ts";
import { memoryItem } from "./parts.ts";

const idle: WatchReport = { state: "idle", watching: ["comment"], notWatching: [], active: false };
const at = (tabId: number, frameId = 0, documentId = "d") => ({ tabId, frameId, documentId });

function browser(kept = memoryItem<z.infer<typeof frames>>([])) {
  const shown: [number, Standing][] = [];
  const open = new Set([1, 2]);
  const watch = createWatch({
    kept,
    show: async (tabId, standing) => void shown.push([tabId, standing]),
    openTabs: async () => [...open],
  });
  return { watch, shown, open, kept, last: () => shown.at(-1)?.[1].badge };
}

describe("what the badge says", () => {
  test.each<[string, WatchReport[], Standing["badge"], string]>([
    ["nothing to watch yet", [{ ...idle, watching: [] }], "watching", "watching this page"],
    ["one box", [idle], "watching", "watching 1 box"],
    ["boxes in two frames", [idle, { ...idle, state: "clear" }], "watching", "watching 2 boxes"],
    [
      "a box of a further site",
      [{ ...idle, unverified: true }],
      "watching",
      "watching 1 box as well as can be: the site is not verified",
    ],
    ["a warning", [idle, { ...idle, state: "warn" }], "warning", "warns about a draft"],
    [
      "a stopped draft",
      [
        { ...idle, state: "block" },
        { ...idle, state: "warn" },
      ],
      "stopped",
      "stopped a draft",
    ],
    [
      "a draft that could not be checked",
      [{ ...idle, state: "unchecked" }],
      "stopped",
      "a draft could not be checked",
    ],
    [
      "a box that is not guarded",
      [{ ...idle, state: "warn", notWatching: ["unknown-composer"] }],
      "not-watching",
      "not watching a box on this page",
    ],
  ])("%s", (_name, reports, badge, title) => {
    expect(standingOf(reports)).toEqual({ badge, title });
  });

  test.each([
    ["locked", "the patient list is locked; click to unlock it"],
    ["expired", "the patient list has expired"],
    ["awaited", "the practice’s patient list has not arrived yet"],
    ["unusable", "the patient list cannot be read"],
  ] as const)("a list that is %s, unless a draft is stopped", (code, title) => {
    expect(standingOf([{ ...idle, state: "warn" }], { list: code })).toEqual({ badge: "list-closed", title });
    expect(standingOf([{ ...idle, state: "unchecked" }], { list: code })).toEqual({
      badge: "list-closed",
      title: `a draft could not be checked: ${title}`,
    });
    expect(standingOf([{ ...idle, state: "block" }], { list: code }).badge).toBe("stopped");
  });
});

describe("what the badge says of the policy", () => {
  test("that nothing is held while it only watches, whatever the frames report", () => {
    const title = "only recording: nothing is held";
    for (const state of ["idle", "clear", "unchecked"] as const)
      expect(standingOf([{ ...idle, state }], { monitoring: true })).toEqual({ badge: "recording", title });
    expect(standingOf([idle], { monitoring: true, list: "locked" })).toEqual({
      badge: "list-closed",
      title: `${title}; the patient list is locked; click to unlock it`,
    });
  });

  test("for which boxes it is switched off, where such a box is on the page", () => {
    const boxes: WatchReport = { ...idle, watching: ["post", "comment"] };
    expect(standingOf([boxes], { surfacesOff: ["comment", "message"] })).toEqual({
      badge: "not-watching",
      title: "not watching: switched off for comments",
    });
    expect(standingOf([boxes], { surfacesOff: ["message"] }).title).toBe("watching 2 boxes");
    expect(standingOf([{ ...boxes, state: "block" }], { surfacesOff: ["comment"] }).badge).toBe("stopped");
  });
});

describe("watching", () => {
  test("is kept through the death of the worker", async () => {
    const first = browser();
    await first.watch.report(at(1), { ...idle, state: "block" });
    await first.watch.report(at(1, 4), idle);
    const second = browser(first.kept);
    expect(await second.watch.status(1)).toEqual([
      { frameId: 0, report: { ...idle, state: "block" } },
      { frameId: 4, report: idle },
    ]);
    // A frame that reports clear does not hide what another one has stopped.
    await second.watch.report(at(1, 4), { ...idle, state: "clear" });
    expect(second.last()).toBe("stopped");
  });

  test("keeps every report when many come at once", async () => {
    const { watch, kept } = browser();
    await Promise.all([1, 2, 3, 4, 5].map((frameId) => watch.report(at(1, frameId), idle)));
    expect(kept.value.map(({ frameId }) => frameId)).toEqual([1, 2, 3, 4, 5]);
  });

  test("has one active frame a tab", async () => {
    const { watch } = browser();
    await watch.report(at(1, 0), { ...idle, active: true });
    await watch.report(at(2, 0), { ...idle, active: true });
    await watch.report(at(1, 3), { ...idle, active: true });
    expect((await watch.status(1)).map(({ report }) => report.active)).toEqual([false, true]);
    expect((await watch.status(2)).map(({ report }) => report.active)).toEqual([true]);
  });

  test("forgets the frames of a page that another one has replaced", async () => {
    const { watch, last } = browser();
    await watch.report(at(1, 0, "old"), idle);
    await watch.report(at(1, 7, "old-frame"), { ...idle, state: "block" });
    await watch.report(at(1, 0, "new"), idle);
    expect((await watch.status(1)).map(({ frameId }) => frameId)).toEqual([0]);
    expect(last()).toBe("watching");
  });

  test("forgets a frame that leaves, unless a newer document is in it", async () => {
    const { watch, shown, last } = browser();
    await watch.report(at(1, 0), idle);
    await watch.report(at(1, 7, "a"), { ...idle, state: "block" });
    await watch.leave(at(1, 7, "older"));
    expect(await watch.status(1)).toHaveLength(2);
    await watch.leave(at(1, 7, "a"));
    expect(await watch.status(1)).toHaveLength(1);
    expect(last()).toBe("watching");
    const before = shown.length;
    await watch.leave(at(1, 0));
    expect(shown).toHaveLength(before);
  });

  test("says nothing of a tab that has gone to another site", async () => {
    const { watch, open, shown } = browser();
    await watch.report(at(1), idle);
    await watch.report(at(1, 7), idle);
    open.delete(1);
    const before = shown.length;
    await watch.leave(at(1, 7));
    expect(shown).toHaveLength(before);
    expect(await watch.status(1)).toEqual([]);
  });

  test("tells every open tab of the list, once, and of its end", async () => {
    const { watch, shown, open } = browser();
    await watch.report(at(1), idle);
    await watch.report(at(2), { ...idle, state: "unchecked" });
    await watch.report(at(3), idle);
    open.delete(3);
    shown.length = 0;
    await watch.showInForce({ list: "locked" });
    await watch.showInForce({ list: "locked" });
    expect(shown.map(([tabId, { badge }]) => [tabId, badge])).toEqual([
      [1, "list-closed"],
      [2, "list-closed"],
    ]);
    await watch.showInForce({});
    expect(shown.slice(2).map(([tabId, { badge }]) => [tabId, badge])).toEqual([
      [1, "watching"],
      [2, "stopped"],
    ]);
  });

  test("says where policy has switched a site off", async () => {
    const { watch, shown } = browser();
    await watch.switchedOff(2);
    expect(shown).toEqual([[2, { badge: "not-watching", title: "switched off for this site" }]]);
  });
});

test("a place is what the browser stamped", () => {
  expect(placeOf({ tab: { id: 3 }, frameId: 1, documentId: "x" })).toEqual(at(3, 1, "x"));
  expect(placeOf({ tab: { id: 3 }, frameId: 1 })).toEqual(at(3, 1, ""));
  expect(placeOf({ url: "chrome-extension://x/popup.html" })).toBeUndefined();
});
