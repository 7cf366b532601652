import { createServer } from "node:http";
import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { answerLimit, logsAddress, post, postTimeLimit } from "../../../src/background/forward-post.ts";
import { forwardProblem, forwardProblemWords } from "../../../src/contract/forwarding.ts";

let server: Server | undefined;
afterEach(() => {
  vi.useRealTimers();
  server?.closeAllConnections();
  server?.close();
});

const now = Date.UTC(2026, 10, 26, 12);

/** A real server; the address says https, as it must, and only the last step to this machine is without. */
async function serve(listener: RequestListener) {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  const { port } = started.address() as AddressInfo;
  const inits: (RequestInit | undefined)[] = [];
  const stayAwake = vi.fn<() => Promise<void>>(async () => {});
  const collector = { address: "https://logs.example", token: "s3cret" };
  return {
    inits,
    stayAwake,
    port,
    send: (body: string, to: { address: string; token?: string } = collector) =>
      post(to, body, {
        stayAwake,
        now: () => now,
        send: (address, init) => {
          inits.push(init);
          const url = new URL(address instanceof Request ? address.url : address);
          return fetch(`http://127.0.0.1:${port}${url.pathname}${url.search}`, init);
        },
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}

describe("a message to the collector", () => {
  test("arrives whole, and nothing of this browser goes with it", async () => {
    const seen: { request: IncomingMessage; body: string }[] = [];
    const answered = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      seen.push({ request, body: await bodyOf(request) });
      response.setHeader("Content-Type", "application/json");
      response.end('{"partialSuccess":{}}');
    };
    const { send, inits } = await serve((request, response) => void answered(request, response));
    expect(await send('{"resourceLogs":[]} ñ')).toEqual({ taken: true, rejected: 0 });
    const [{ request, body } = { request: undefined, body: "" }] = seen;
    expect({ method: request?.method, url: request?.url, body }).toEqual({
      method: "POST",
      url: "/v1/logs",
      body: '{"resourceLogs":[]} ñ',
    });
    expect(request?.headers).toMatchObject({
      "content-type": "application/json",
      authorization: "Bearer s3cret",
    });
    expect(request?.headers).not.toHaveProperty("cookie");
    expect(inits[0]).toMatchObject({
      credentials: "omit",
      redirect: "manual",
      cache: "no-store",
      referrerPolicy: "no-referrer",
    });
  });

  test("has no Authorization where the policy has no token", async () => {
    const headers: object[] = [];
    const { send } = await serve((request, response) => {
      headers.push(request.headers);
      response.end();
    });
    expect(await send("{}", { address: "https://logs.example" })).toEqual({ taken: true, rejected: 0 });
    expect(headers[0]).not.toHaveProperty("authorization");
  });

  test.each([
    [200, "{}", 0],
    [200, '{"partialSuccess":null}', 0],
    [200, '{"partialSuccess":{"rejectedLogRecords":"3","errorMessage":"no room"}}', 3],
    [200, '{"partialSuccess":{"rejectedLogRecords":2}}', 2],
    [200, '{"partialSuccess":{"rejectedLogRecords":"-1"}}', 0],
    [201, "", 0],
    [202, " \n", 0],
  ])("%i with %j is taken, and %i records of it were thrown away", async (status, answer, rejected) => {
    const { send } = await serve((_request, response) => response.writeHead(status).end(answer));
    expect(await send("{}")).toEqual({ taken: true, rejected });
  });

  test("204 is taken", async () => {
    const { send } = await serve((_request, response) => response.writeHead(204).end());
    expect(await send("{}")).toEqual({ taken: true, rejected: 0 });
  });

  test.each([
    ["a page", "<!doctype html><title>Welcome</title>"],
    ["a word", "ok"],
    ["a list", "[]"],
    ["a text", '"ok"'],
    ["more than a collector says", " ".repeat(answerLimit + 1)],
    ["a partial success of another shape", '{"partialSuccess":{"rejectedLogRecords":{}}}'],
  ])("an answer that is %s is no collector's", async (_what, answer) => {
    const { send } = await serve((_request, response) => response.end(answer));
    expect(await send("{}")).toEqual({ taken: false, problem: "no-collector" });
  });

  test.each([
    [400, "unfit"],
    [401, "unauthorized"],
    [403, "unauthorized"],
    [404, "not-found"],
    [405, "not-found"],
    [408, "busy"],
    [413, "too-large"],
    [415, "refused"],
    [422, "unfit"],
    [429, "busy"],
    [500, "failing"],
    [502, "failing"],
    [503, "busy"],
    [504, "failing"],
  ])("%i is %s", async (status, problem) => {
    const { send } = await serve((_request, response) => response.writeHead(status).end('{"message":"no"}'));
    expect(await send("{}")).toEqual({ taken: false, problem });
  });

  test.each([301, 302, 307, 308])("a redirect (%i) is not followed", async (status) => {
    const urls: (string | undefined)[] = [];
    const { send } = await serve((request, response) => {
      urls.push(request.url);
      response.writeHead(status, { Location: "/elsewhere" }).end();
    });
    expect(await send("{}")).toEqual({ taken: false, problem: "redirected" });
    expect(urls).toEqual(["/v1/logs"]);
  });

  test.each([
    ["120", 120_000],
    [" 7 ", 7_000],
    ["0", 0],
    [new Date(now + 90_000).toUTCString(), 90_000],
    [new Date(now - 90_000).toUTCString(), 0],
  ])("Retry-After: %s is %i milliseconds", async (value, retryAfter) => {
    const { send } = await serve((_request, response) =>
      response.writeHead(503, { "Retry-After": value }).end(),
    );
    expect(await send("{}")).toEqual({ taken: false, problem: "busy", retryAfter });
  });

  test("Retry-After that says nothing is none", async () => {
    const { send } = await serve((_request, response) =>
      response.writeHead(429, { "Retry-After": "soon" }).end(),
    );
    expect(await send("{}")).toEqual({ taken: false, problem: "busy" });
  });

  test.each(["http://logs.example", "ftp://logs.example", "logs.example", ""])(
    "nothing is sent to %j",
    async (address) => {
      const { send, inits } = await serve((_request, response) => response.end());
      expect(await send("{}", { address })).toEqual({ taken: false, problem: "unreachable" });
      expect(inits).toEqual([]);
    },
  );

  test("a connection that breaks in the middle of the answer is no success", async () => {
    const { send } = await serve((_request, response) => {
      response.writeHead(200, { "Content-Length": "100" });
      response.write('{"partialSuccess"', () => response.destroy());
    });
    expect(await send("{}")).toEqual({ taken: false, problem: "unreachable" });
  });

  test("an answer that does not come is waited for with the worker awake, and not for ever", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "setInterval", "clearInterval"] });
    // The runtime's own timer for this is not one of those that can be wound forward.
    const timeout = vi.spyOn(AbortSignal, "timeout").mockImplementation((limit) => {
      const stop = new AbortController();
      setTimeout(() => stop.abort(), limit);
      return stop.signal;
    });
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const { send, stayAwake } = await serve(() => arrive());
    const posted = send("{}");
    await arrived;
    await vi.advanceTimersByTimeAsync(postTimeLimit - 1);
    expect(stayAwake).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(1);
    expect(await posted).toEqual({ taken: false, problem: "too-slow" });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(stayAwake).toHaveBeenCalledOnce();
    timeout.mockRestore();
  });
});

test.each([
  ["https://logs.example", "https://logs.example/v1/logs"],
  ["https://logs.example/", "https://logs.example/v1/logs"],
  ["https://logs.example:4318/otlp/", "https://logs.example:4318/otlp/v1/logs"],
  ["https://logs.example/v1/logs", "https://logs.example/v1/logs"],
  ["https://logs.example/api/v1/logs?tenant=a", "https://logs.example/api/v1/logs?tenant=a"],
  ["https://logs.example/otlp?tenant=a", "https://logs.example/otlp/v1/logs?tenant=a"],
])("logs for %s go to %s", (address, to) => {
  expect(logsAddress(address)).toBe(to);
});

test("every problem has a sentence of its own", () => {
  const sentences = forwardProblem.options.map((problem) => forwardProblemWords[problem]);
  expect(new Set(sentences).size).toBe(forwardProblem.options.length);
  expect(sentences.filter((sentence) => !/^[A-Z].*\.$/.test(sentence))).toEqual([]);
});
