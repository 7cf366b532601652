/** What stands before a collector: a server that speaks TLS, hands each message on, and hands the answer back. */
import { createServer } from "node:https";
import type { Server } from "node:https";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { makeCertificate } from "../../../e2e/harness/certificate.ts";
import type { Certificate } from "../../../e2e/harness/certificate.ts";
import { idsIn } from "../forward-seat.ts";
import type { Receiver } from "./processes.ts";

/** A message, and whether its answer of success went out whole. */
export interface Message {
  readonly ids: readonly string[];
  outcome: "open" | "answered" | "failed" | "answer-lost";
}

export interface Front {
  readonly address: string;
  readonly certificate: string;
  readonly messages: readonly Message[];
  receiver: Receiver | undefined;
  /** So many answers from now on do not arrive. */
  losing: number;
  /** What answers in place of the receiver; nothing is handed on then. */
  instead: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
  /** Answers again, at the same address, after `close`. */
  open(): Promise<void>;
  /** Nobody answers any more, and what is under way is cut off. */
  close(): Promise<void>;
}

export interface FrontOptions {
  readonly host: string;
  readonly certificate: Certificate;
}

const local = "localhost";

export async function startFront(
  { host, certificate }: FrontOptions = { host: local, certificate: makeCertificate([local]) },
): Promise<Front> {
  const messages: Message[] = [];
  let server: Server | undefined;
  let port = 0;

  async function open(): Promise<void> {
    const opened = createServer(certificate, (request, response) => {
      allow(request, response);
      if (request.method === "OPTIONS") response.writeHead(204).end();
      else if (front.instead) front.instead(request, response);
      else void handOn(request, response);
    });
    await new Promise<void>((resolve) => opened.listen(port, local, resolve));
    ({ port } = opened.address() as AddressInfo);
    server = opened;
  }

  const front: Front = {
    get address() {
      return `https://${host}:${port}`;
    },
    certificate: certificate.cert,
    messages,
    receiver: undefined,
    losing: 0,
    instead: undefined,
    open,
    async close() {
      const closing = server;
      server = undefined;
      if (!closing) return;
      const closed = new Promise((resolve) => closing.close(resolve));
      closing.closeAllConnections();
      await closed;
    },
  };

  async function handOn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request).catch(() => undefined);
    if (body === undefined) return;
    const message: Message = { ids: idsIn(body), outcome: "open" };
    messages.push(message);
    const { receiver } = front;
    const answer = receiver ? await toReceiver(receiver, request, body) : undefined;
    if (!answer?.ok) {
      message.outcome = "failed";
      response.writeHead(502).end();
      return;
    }
    if (front.losing > 0) {
      front.losing--;
      message.outcome = "answer-lost";
      response.destroy();
      return;
    }
    response.on("close", () => (message.outcome = response.writableFinished ? "answered" : "answer-lost"));
    response.writeHead(answer.status, { "Content-Type": "application/json" }).end(answer.body);
  }

  await open();
  return front;
}

/** To an extension of any id, as docs/admin/forwarding.md has it. */
function allow({ headers: { origin } }: IncomingMessage, response: ServerResponse): void {
  if (origin === undefined || !/^(?:chrome|moz)-extension:\/\/[0-9a-z-]+$/.test(origin)) return;
  response.setHeader("Access-Control-Allow-Origin", origin);
  response.setHeader("Access-Control-Allow-Headers", "Content-Type, Authorization");
  response.setHeader("Access-Control-Expose-Headers", "Retry-After");
}

/** This receiver answers before it has kept what it was given, which no collector may do: the answer is held until it has. */
async function toReceiver(receiver: Receiver, request: IncomingMessage, body: string) {
  const [first = ""] = idsIn(body);
  const kept = receiver.willKeep(first);
  try {
    const response = await fetch(`http://127.0.0.1:${receiver.port}${request.url ?? ""}`, {
      method: "POST",
      headers: { "Content-Type": request.headers["content-type"] ?? "" },
      body,
    });
    const answer = { ok: response.ok, status: response.status, body: await response.text() };
    return (await kept) ? answer : undefined;
  } catch {
    return undefined;
  }
}
