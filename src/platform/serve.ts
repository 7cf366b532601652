import type {
  Answer,
  Code,
  ContentChannels,
  Request,
  Response,
  WorkerChannels,
} from "../contract/messages.ts";
import type { z } from "../contract/zod.ts";
import type { Sender, SenderProof } from "./sender.ts";
import { askPort } from "./wire.ts";

type Table = WorkerChannels | ContentChannels;
interface Entry {
  readonly from: "content" | "page";
  readonly request: z.ZodMiniType;
}
/** A proof that rejects is none: what is sent then fails. */
type Proofs = Readonly<
  Record<"content" | "page", (sender: Sender) => ReturnType<SenderProof> | Promise<boolean>>
>;

/** One handler a channel. It may answer with a code; what it throws becomes `failed`. */
export type Handlers<T extends Table> = {
  readonly [K in keyof T]: (
    body: Request<T, K>,
    sender: Sender,
  ) => Answer<Response<T, K>> | Promise<Answer<Response<T, K>>>;
};

interface PortLike {
  readonly name: string;
  readonly sender?: Sender;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
  postMessage(message: unknown): void;
}

/** The part of `runtime` that is used; the polyfill's fits. */
export interface ServingRuntime {
  readonly onConnect: { addListener(listener: (port: PortLike) => void): void };
  readonly onMessage: { addListener(listener: (message: unknown, sender: Sender) => Promise<unknown>): void };
}

/**
 * Answers every message to the worker, whether it comes over a port or singly. In this order: known channel, sender
 * proof, schema, handler. Registers its listeners before it returns; no message makes it throw or stay silent, and no
 * answer holds an error's text. `onLeave` hears when the port of a proven content script has closed.
 */
export function serve<T extends Table>(
  table: T,
  handlers: Handlers<T>,
  proofs: Proofs,
  runtime: ServingRuntime,
  onLeave: (sender: Sender) => void = () => {},
): void {
  const respond = (message: unknown, sender: Sender): Promise<Answer<unknown>> =>
    respondTo(table, handlers, proofs, message, sender);

  runtime.onMessage.addListener((message, sender) => respond(message, sender));
  runtime.onConnect.addListener((port) => {
    if (port.name !== askPort) return;
    const sender = port.sender ?? {};
    const isContent = prove(proofs.content, sender);
    port.onDisconnect.addListener(() => void isContent.then((is) => is && onLeave(sender)));
    port.onMessage.addListener((message) => {
      void respond(message, sender).then((answer) => post(port, message, answer));
    });
  });
}

async function respondTo<T extends Table>(
  table: T,
  handlers: Handlers<T>,
  proofs: Proofs,
  message: unknown,
  sender: Sender,
): Promise<Answer<unknown>> {
  try {
    if (!isRecord(message) || typeof message["channel"] !== "string") return refusal("bad-request");
    const name = message["channel"];
    if (!isChannel(table, name)) return refusal("bad-request");
    const entries: Readonly<Record<string, Entry>> = table;
    const entry = entries[name];
    if (!entry || !(await proofs[entry.from](sender))) return refusal("not-allowed");
    const parsed = entry.request.safeParse(message["body"]);
    if (!parsed.success) {
      return refusal(
        parsed.error.issues.some((issue) => issue.code === "too_big") ? "too-long" : "bad-request",
      );
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema of this very channel has just passed it
    return await handlers[name](parsed.data as Request<T, typeof name>, sender);
  } catch {
    // What was thrown may quote the draft: it goes nowhere.
    return refusal("failed");
  }
}

async function prove(proof: Proofs["content"], sender: Sender): Promise<boolean> {
  try {
    return await proof(sender);
  } catch {
    return false;
  }
}

function post(port: PortLike, message: unknown, answer: Answer<unknown>): void {
  if (!isRecord(message) || typeof message["number"] !== "number") return;
  try {
    port.postMessage({ number: message["number"], answer });
  } catch {
    // The page went away while its request was answered: nobody is left to tell.
  }
}

function isChannel<T extends Table>(table: T, name: string): name is keyof T & string {
  return Object.hasOwn(table, name);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

export function refusal(code: Code): { ok: false; code: Code } {
  return { ok: false, code };
}

export function answer<V>(value: V): { ok: true; value: V } {
  return { ok: true, value };
}
