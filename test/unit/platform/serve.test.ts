import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { workerChannels } from "../../../src/contract/messages.ts";
import type { WorkerChannels } from "../../../src/contract/messages.ts";
import { draftLimit } from "../../../src/contract/limits.ts";
import { fromContent, fromPage } from "../../../src/platform/sender.ts";
import type { Sender } from "../../../src/platform/sender.ts";
import { answer, serve } from "../../../src/platform/serve.ts";
import type { Handlers } from "../../../src/platform/serve.ts";
import { fakeServer } from "./fake-port.ts";

const id = "extension";
const origin = "chrome-extension://extension/";
const hosts = ["facebook.com", "instagram.com", "yelp.com"];
const proofs = { content: fromContent(id, hosts), page: fromPage(id, origin) };

const content: Sender = { id, url: "https://www.facebook.com/x", frameId: 0, tab: { id: 1 } };
const page: Sender = { id, url: `${origin}popup.html` };
const channels = Object.keys(workerChannels).filter((name) => isChannel(name));

function isChannel(name: string): name is keyof WorkerChannels {
  return Object.hasOwn(workerChannels, name);
}

/** The same for every channel: what it answers is not what these tests look at. */
function handlersFrom(handle: (channel: string, body: unknown) => unknown): Handlers<WorkerChannels> {
  const handlers: unknown = Object.fromEntries(
    channels.map((channel) => [channel, (body: unknown) => handle(channel, body)]),
  );
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its keys are all there; the answers do not matter
  return handlers as Handlers<WorkerChannels>;
}

/** Handlers that only note that they were reached. */
function server() {
  const reached = vi.fn<(channel: string, body: unknown) => void>();
  const handlers = handlersFrom((channel, body) => {
    reached(channel, body);
    return answer({ done: true });
  });
  const fake = fakeServer();
  const left = vi.fn<(sender: Sender) => void>();
  serve(workerChannels, handlers, proofs, fake.runtime, left);
  return { ...fake, reached, left };
}

describe("sender proof", () => {
  const contentSenders: [string, Sender, boolean][] = [
    ["a page of a watched site", content, true],
    ["its bare domain", { ...content, url: "https://yelp.com/" }, true],
    ["a frame in it", { ...content, frameId: 7 }, true],
    [
      "about:blank with an inherited origin",
      { ...content, url: "about:blank", origin: "https://www.facebook.com" },
      true,
    ],
    [
      "srcdoc with an inherited origin",
      { ...content, url: "about:srcdoc", origin: "https://www.yelp.com" },
      true,
    ],
    [
      "a sandboxed frame in a tab of ours",
      { ...content, url: "about:srcdoc", origin: "null", tab: { id: 1, url: "https://m.facebook.com/" } },
      true,
    ],
    [
      "about:blank without an origin, in a tab of ours",
      { ...content, url: "about:blank", tab: { id: 1, url: "https://m.facebook.com/" } },
      true,
    ],
    ["a blob of a watched site", { ...content, url: "blob:https://www.instagram.com/1-2" }, true],
    ["another extension", { ...content, id: "other" }, false],
    ["nobody in particular", {}, false],
    ["no tab", { ...content, tab: undefined }, false],
    ["no frame", { ...content, frameId: undefined }, false],
    ["plain http", { ...content, url: "http://www.facebook.com/" }, false],
    ["a domain that only ends alike", { ...content, url: "https://notfacebook.com/" }, false],
    ["a domain that only begins alike", { ...content, url: "https://facebook.com.evil.example/" }, false],
    ["the host as user name", { ...content, url: "https://facebook.com@evil.example/" }, false],
    [
      "another site, whatever origin it claims",
      { ...content, url: "https://evil.example/", origin: "https://facebook.com" },
      false,
    ],
    [
      "about:blank of another site",
      { ...content, url: "about:blank", origin: "https://evil.example" },
      false,
    ],
    ["a blob of another site", { ...content, url: "blob:https://evil.example/1" }, false],
    ["our own page", { ...page, frameId: 0, tab: { id: 1 } }, false],
    ["no address", { ...content, url: undefined }, false],
    ["no address that parses", { ...content, url: "https://" }, false],
  ];
  test.each(contentSenders)("as content: %s", (_name, sender, expected) => {
    expect(proofs.content(sender)).toBe(expected);
  });

  test.each<[string, Sender, boolean]>([
    ["the popup", page, true],
    [
      "the options page in a tab",
      { ...page, url: `${origin}options.html`, tab: { id: 3 }, frameId: 0 },
      true,
    ],
    ["a content script", content, false],
    ["another extension that shows our address", { ...page, id: "other" }, false],
    [
      "an extension whose id begins with ours",
      { ...page, url: "chrome-extension://extension2/popup.html" },
      false,
    ],
    ["no address", { id }, false],
  ])("as page: %s", (_name, sender, expected) => {
    expect(proofs.page(sender)).toBe(expected);
  });
});

describe("serve", () => {
  test("a message from a wrong sender reaches no handler, whatever it says", async () => {
    const anyone = fc.record(
      {
        id: fc.constantFrom(id, "other"),
        url: fc.oneof(
          fc.webUrl(),
          fc.constantFrom(content.url, page.url, "about:blank", "https://facebook.com.evil.example/"),
        ),
        origin: fc.constantFrom("null", "https://facebook.com", "https://evil.example"),
        frameId: fc.nat(3),
        tab: fc.record({ id: fc.nat(), url: fc.webUrl() }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    );
    const { send, reached } = server();
    await fc.assert(
      fc.asyncProperty(anyone, fc.constantFrom(...channels), fc.anything(), async (sender, channel, body) => {
        reached.mockClear();
        const proven = proofs[workerChannels[channel].from](sender);
        const got = await send({ channel, body }, sender);
        if (proven) return;
        expect(got).toEqual({ ok: false, code: "not-allowed" });
        expect(reached).not.toHaveBeenCalled();
      }),
    );
  });

  test("answers anything at all with a code, and never with a text of it", async () => {
    const { send } = server();
    await fc.assert(
      fc.asyncProperty(fc.anything(), fc.constantFrom(content, page), async (message, sender) => {
        const got = await send(message, sender);
        expect(got).toEqual({ ok: false, code: "bad-request" });
      }),
    );
  });

  test.each([
    ["an unknown channel", { channel: "draft.publish", body: {} }, "bad-request"],
    ["a channel of Object", { channel: "constructor", body: {} }, "bad-request"],
    ["a page's channel", { channel: "policy.change", body: { policy: {} } }, "not-allowed"],
    ["a body with a field too many", { channel: "knowledge.wake", body: { sender: "page" } }, "bad-request"],
    ["no body", { channel: "draft.check" }, "bad-request"],
    ["a draft that is too long", check("x".repeat(draftLimit + 1)), "too-long"],
  ])("refuses %s", async (_name, message, code) => {
    const { send, reached } = server();
    expect(await send(message, content)).toEqual({ ok: false, code });
    expect(reached).not.toHaveBeenCalled();
  });

  test("hands nothing of the patient list to a content script, whatever site it is on", async () => {
    const { send, reached } = server();
    const key = `${"A".repeat(43)}=`;
    const asked = [
      { channel: "patients.read", body: {} },
      { channel: "patients.unlock", body: { passphrase: "four quiet herons nest" } },
      { channel: "patients.lock", body: {} },
      { channel: "patients.adopt", body: { id: "list", key } },
      { channel: "patients.remove", body: {} },
    ];
    expect(asked.map(({ channel }) => channel)).toEqual(
      channels.filter((name) => name.startsWith("patients.")),
    );
    for (const message of asked) {
      expect(await send(message, content)).toEqual({ ok: false, code: "not-allowed" });
      expect(reached).not.toHaveBeenCalled();
      expect(await send(message, page)).toMatchObject({ ok: true });
      reached.mockClear();
    }
  });

  test("hands over what the schema let through", async () => {
    const { send, reached } = server();
    expect(await send(check("Thank you!"), content)).toEqual({ ok: true, value: { done: true } });
    expect(reached).toHaveBeenCalledWith("draft.check", check("Thank you!").body);
  });

  test("says failed, and no more, when a handler throws", async () => {
    const fake = fakeServer();
    const handlers = handlersFrom(() => {
      throw new Error("Thanks for coming in, Jane!");
    });
    serve(workerChannels, handlers, proofs, fake.runtime);
    expect(await fake.send(check("Thanks for coming in, Jane!"), content)).toEqual({
      ok: false,
      code: "failed",
    });
  });

  test("answers over a port by number, and tells when it closes", async () => {
    const { connect, left } = server();
    const port = connect("ask", content);
    port.post({ number: 5, channel: "knowledge.wake", body: {} });
    port.post({ number: 6, channel: "policy.read", body: {} });
    await vi.waitFor(() => expect(port.received).toHaveLength(2));
    expect(new Set(port.received)).toEqual(
      new Set([
        { number: 5, answer: { ok: true, value: { done: true } } },
        { number: 6, answer: { ok: false, code: "not-allowed" } },
      ]),
    );
    port.close();
    await vi.waitFor(() => expect(left).toHaveBeenCalledWith(content));
  });

  test("waits for a proof that has to be asked for; one that fails lets nothing through", async () => {
    const reached = vi.fn<(channel: string) => void>();
    const handlers = handlersFrom((channel) => {
      reached(channel);
      return answer({ done: true });
    });
    const { runtime, send } = fakeServer();
    const asked: Handlers<WorkerChannels> = handlers;
    serve(
      workerChannels,
      asked,
      {
        ...proofs,
        content: async ({ url = "" }) => {
          if (url.includes("unknown")) throw new Error("the policy could not be read");
          return url.startsWith("https://reviews.example/");
        },
      },
      runtime,
    );
    const from = (url: string): Sender => ({ ...content, url });
    const wake = { channel: "knowledge.wake", body: {} };
    expect(await send(wake, from("https://elsewhere.example/"))).toEqual({ ok: false, code: "not-allowed" });
    expect(await send(wake, from("https://unknown.example/"))).toEqual({ ok: false, code: "failed" });
    expect(reached).not.toHaveBeenCalled();
    expect(await send(wake, from("https://reviews.example/"))).toEqual({ ok: true, value: { done: true } });
  });

  test("does not listen to a port of another name", () => {
    expect(server().connect("other", content).listens()).toBe(false);
  });
});

function check(text: string) {
  return { channel: "draft.check", body: { draft: { text, site: "yelp", surface: "comment" } } };
}
