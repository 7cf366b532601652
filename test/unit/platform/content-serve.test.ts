import { describe, expect, test, vi } from "vitest";
import type { ContentHandlers, ContentRuntime } from "../../../src/platform/content-serve.ts";
import { serveContent } from "../../../src/platform/content-serve.ts";
import type { Sender } from "../../../src/platform/sender.ts";

const origin = "moz-extension://9-9/";
const popup: Sender = { id: "guard", url: `${origin}popup.html` };
const draft = { state: "clear", note: "", surface: "comment", findings: [], alternatives: [] } as const;

function frame(handlers: Partial<ContentHandlers> = {}, signal?: AbortSignal) {
  const listeners = new Set<Parameters<ContentRuntime["onMessage"]["addListener"]>[0]>();
  const use = vi.fn<ContentHandlers["composer.use"]>(() => ({
    ok: true as const,
    value: { done: true as const },
  }));
  serveContent(
    {
      "composer.read": () => ({ ok: true, value: { ...draft, findings: [], alternatives: [] } }),
      "composer.replies": ({ query }) => ({
        ok: true,
        value: { replies: [query], more: false, withheld: 0 },
      }),
      "composer.use": use,
      ...handlers,
    },
    signal,
    {
      id: "guard",
      getURL: (path) => origin + path,
      onMessage: {
        addListener: (listener) => void listeners.add(listener),
        removeListener: (listener) => void listeners.delete(listener),
      },
    },
  );
  return {
    use,
    listeners,
    send: (message: unknown, sender: Sender) =>
      new Promise((resolve) => {
        for (const listener of listeners) expect(listener(message, sender, resolve)).toBe(true);
      }),
  };
}

describe("the content script", () => {
  test("reads and uses for the popup", async () => {
    const { send, use } = frame();
    expect(await send({ channel: "composer.read", body: {} }, popup)).toMatchObject({ ok: true });
    expect(await send({ channel: "composer.use", body: { index: 1, text: "Hi" } }, popup)).toEqual({
      ok: true,
      value: { done: true },
    });
    expect(use).toHaveBeenCalledWith({ index: 1, text: "Hi" });
    expect(await send({ channel: "composer.replies", body: { query: "hours" } }, popup)).toEqual({
      ok: true,
      value: { replies: ["hours"], more: false, withheld: 0 },
    });
    expect(await send({ channel: "composer.use", body: { index: null, text: "Hi" } }, popup)).toMatchObject({
      ok: true,
    });
  });

  test.each<[string, Sender]>([
    ["another extension", { ...popup, id: "other" }],
    ["a content script", { id: "guard", url: "https://www.yelp.com/", tab: { id: 1 }, frameId: 0 }],
    ["no address", { id: "guard" }],
  ])("does nothing for %s", async (_name, sender) => {
    const { send, use } = frame();
    expect(await send({ channel: "composer.use", body: { index: 0, text: "" } }, sender)).toEqual({
      ok: false,
      code: "not-allowed",
    });
    expect(use).not.toHaveBeenCalled();
  });

  test.each([
    undefined,
    null,
    "composer.read",
    { channel: "draft.check", body: {} },
    { channel: "composer.read" },
    { channel: "composer.read", body: { all: true } },
    { channel: "composer.use", body: { index: -1, text: "" } },
    { channel: "composer.use", body: { index: 0.5, text: "" } },
    { channel: "composer.use", body: { index: 0, text: 1 } },
    { channel: "composer.use", body: { index: 0, text: "", force: true } },
    { channel: "composer.replies", body: {} },
    { channel: "composer.replies", body: { query: 1 } },
  ])("refuses %j", async (message) => {
    const { send, use } = frame();
    expect(await send(message, popup)).toEqual({ ok: false, code: "bad-request" });
    expect(use).not.toHaveBeenCalled();
  });

  test("says failed, and no more, when a handler throws", async () => {
    const { send } = frame({
      "composer.read": () => {
        throw new Error("Thanks for coming in, Jane!");
      },
    });
    expect(await send({ channel: "composer.read", body: {} }, popup)).toEqual({ ok: false, code: "failed" });
  });

  test("stops when its session ends", () => {
    const session = new AbortController();
    const { listeners } = frame({}, session.signal);
    expect(listeners.size).toBe(1);
    session.abort();
    expect(listeners.size).toBe(0);
  });
});
