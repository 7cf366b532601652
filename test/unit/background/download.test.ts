import { createServer } from "node:http";
import type { RequestListener, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { download, sizeLimit, timeLimit } from "../../../src/background/download.ts";

let server: Server | undefined;
afterEach(() => {
  vi.useRealTimers();
  server?.closeAllConnections();
  server?.close();
});

/** A real server; the address says https, as it must, and only the last step to this machine is without. */
async function serve(listener: RequestListener) {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  const { port } = started.address() as AddressInfo;
  const inits: (RequestInit | undefined)[] = [];
  const stayAwake = vi.fn<() => Promise<void>>(async () => {});
  return {
    inits,
    stayAwake,
    get: (signal = new AbortController().signal) =>
      download("https://lists.example/list.rgl", signal, {
        stayAwake,
        send: (_address, init) => {
          inits.push(init);
          return fetch(`http://127.0.0.1:${port}/list.rgl`, init);
        },
      }),
  };
}

describe("a download", () => {
  test("brings the whole file, and nothing of this browser goes with the request", async () => {
    const { get, inits } = await serve((_request, response) => {
      response.write(Uint8Array.of(1, 2, 3));
      setTimeout(() => response.end(Uint8Array.of(4)), 20);
    });
    expect(await get()).toEqual({ file: Uint8Array.of(1, 2, 3, 4) });
    expect(inits).toMatchObject([
      {
        credentials: "omit",
        redirect: "error",
        cache: "no-store",
        referrerPolicy: "no-referrer",
        mode: "cors",
      },
    ]);
    expect(Object.keys(inits[0] ?? {}).toSorted()).toEqual(
      ["cache", "credentials", "mode", "redirect", "referrerPolicy", "signal"].toSorted(),
    );
  });

  test.each([204, 206, 304, 401, 404, 500])("with status %i is refused", async (status) => {
    const { get } = await serve((_request, response) => response.writeHead(status).end());
    expect(await get()).toEqual({ problem: "refused" });
  });

  test("follows no redirect", async () => {
    const asked: (string | undefined)[] = [];
    const { get } = await serve((request, response) => {
      asked.push(request.url);
      response.writeHead(302, { location: "/elsewhere" }).end();
    });
    expect(await get()).toEqual({ problem: "unreachable" });
    expect(asked).toEqual(["/list.rgl"]);
  });

  test("is given up as soon as it is too large, whatever the server says of its length", async () => {
    let sent = 0;
    const part = Buffer.alloc(4 << 20);
    const { get } = await serve((_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(part)) sent += part.length;
        sent += part.length;
      };
      response.on("drain", more);
      response.writeHead(200);
      more();
    });
    expect(await get()).toEqual({ problem: "too-large" });
    expect(sent).toBeLessThan(sizeLimit + (64 << 20));
  });

  test("that is cut short, ended, or has no server is unreachable", async () => {
    const cut = await serve((_request, response) => {
      response.writeHead(200, { "content-length": "100" }).write("x");
      setTimeout(() => response.destroy(), 20);
    });
    expect(await cut.get()).toEqual({ problem: "unreachable" });
    const stop = new AbortController();
    const hanging = await serve(() => stop.abort());
    expect(await hanging.get(stop.signal)).toEqual({ problem: "unreachable" });
    server?.close();
    server?.closeAllConnections();
    expect(await hanging.get()).toEqual({ problem: "unreachable" });
  });

  test("that takes too long is given up, and keeps the worker awake until then", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const slow = new AbortController();
    vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => {
      expect(ms).toBe(timeLimit);
      return slow.signal;
    });
    const { get, stayAwake } = await serve(() => {
      vi.advanceTimersByTime(60_000);
      slow.abort();
    });
    expect(await get()).toEqual({ problem: "too-slow" });
    expect(stayAwake).toHaveBeenCalledTimes(3);
    vi.advanceTimersByTime(60_000);
    expect(stayAwake).toHaveBeenCalledTimes(3);
  });

  test("is made over https alone", async () => {
    const send = vi.fn<typeof fetch>();
    for (const address of ["http://lists.example/x", "file:///etc/passwd", "data:,x", "lists.example"])
      expect(
        await download(address, new AbortController().signal, { stayAwake: async () => {}, send }),
      ).toEqual({ problem: "unreachable" });
    expect(send).not.toHaveBeenCalled();
  });
});
