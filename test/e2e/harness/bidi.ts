import { WebSocket } from "ws";

interface Reply {
  readonly id?: number;
  /** Whatever the caller expects: each method has its own shape, which nobody checks here. */
  readonly result: never;
  readonly error?: string;
  readonly message?: string;
}

/** One WebDriver BiDi connection (https://w3c.github.io/webdriver-bidi/). */
export interface Bidi {
  /** Rejects with the browser's own words. */
  send<T>(method: string, parameters: Readonly<Record<string, unknown>>): Promise<T>;
  close(): void;
}

export async function connectBidi(address: string): Promise<Bidi> {
  const socket = new WebSocket(address, { maxPayload: 256 * 1024 * 1024 });
  await new Promise<void>((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let last = 0;
  socket.on("message", (data: Buffer) => {
    const reply: Reply = JSON.parse(data.toString());
    const caller = reply.id === undefined ? undefined : waiting.get(reply.id);
    if (reply.id === undefined || !caller) return;
    waiting.delete(reply.id);
    if (reply.error === undefined) caller.resolve(reply.result);
    else caller.reject(new Error(`${reply.error}: ${reply.message ?? ""}`));
  });
  socket.on("close", () => {
    for (const { reject } of waiting.values()) reject(new Error("the browser closed the connection"));
    waiting.clear();
  });
  return {
    send<T>(method: string, parameters: Readonly<Record<string, unknown>>): Promise<T> {
      last += 1;
      const id = last;
      return new Promise<T>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        socket.send(JSON.stringify({ id, method, params: parameters }));
      });
    },
    close() {
      socket.close();
    },
  };
}
