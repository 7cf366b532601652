import type { AskingPort, AskingRuntime } from "../../../src/platform/ask.ts";
import type { ServingRuntime } from "../../../src/platform/serve.ts";
import type { Sender } from "../../../src/platform/sender.ts";
import type { NumberedCall } from "../../../src/platform/wire.ts";

/** The browser's side of a port: what was posted, and what the worker would do. */
export interface FakePort extends AskingPort {
  readonly posted: NumberedCall[];
  answer(message: unknown): void;
  close(): void;
  isClosed(): boolean;
}

/** A runtime whose worker does what `onPost` says. `remove()` takes the extension away, as an update does. */
export function fakeRuntime(onPost: (port: FakePort, call: NumberedCall) => void = () => {}) {
  const ports: FakePort[] = [];
  let id: string | undefined = "extension";
  const runtime: AskingRuntime = {
    get id() {
      return id;
    },
    connect() {
      if (id === undefined) throw new Error("Extension context invalidated.");
      const onMessage: ((message: unknown) => void)[] = [];
      const onDisconnect: (() => void)[] = [];
      let closed = false;
      const port: FakePort = {
        posted: [],
        onMessage: { addListener: (listener) => void onMessage.push(listener) },
        onDisconnect: { addListener: (listener) => void onDisconnect.push(listener) },
        postMessage(message) {
          if (closed) throw new Error("Attempting to use a disconnected port object");
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only createAsk posts here
          const call = message as NumberedCall;
          port.posted.push(call);
          queueMicrotask(() => onPost(port, call));
        },
        disconnect() {
          closed = true;
        },
        answer: (message) => onMessage.forEach((listener) => listener(message)),
        close() {
          closed = true;
          for (const listener of onDisconnect) listener();
        },
        isClosed: () => closed,
      };
      ports.push(port);
      return port;
    },
  };
  return {
    ports,
    now: () => runtime,
    remove() {
      id = undefined;
      for (const port of ports.filter((one) => !one.isClosed())) port.close();
    },
  };
}

/** The serving side: `send` delivers one message as the browser would, `connect` opens a port. */
export function fakeServer() {
  type OnMessage = Parameters<ServingRuntime["onMessage"]["addListener"]>[0];
  type OnConnect = Parameters<ServingRuntime["onConnect"]["addListener"]>[0];
  const onMessage: OnMessage[] = [];
  const onConnect: OnConnect[] = [];
  const runtime: ServingRuntime = {
    onMessage: { addListener: (listener) => void onMessage.push(listener) },
    onConnect: { addListener: (listener) => void onConnect.push(listener) },
  };
  return {
    runtime,
    send: async (message: unknown, sender: Sender): Promise<unknown> => {
      const [listener] = onMessage;
      if (!listener) throw new Error("nobody listens");
      return listener(message, sender);
    },
    connect: (name: string, sender: Sender) => {
      const listeners: ((message: unknown) => void)[] = [];
      const leave: (() => void)[] = [];
      const received: unknown[] = [];
      for (const listener of onConnect) {
        listener({
          name,
          sender,
          onMessage: { addListener: (one) => void listeners.push(one) },
          onDisconnect: { addListener: (one) => void leave.push(one) },
          postMessage: (message) => void received.push(message),
        });
      }
      return {
        received,
        listens: () => listeners.length > 0,
        post: (message: unknown) => listeners.forEach((one) => one(message)),
        close: () => leave.forEach((one) => one()),
      };
    },
  };
}
