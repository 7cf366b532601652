/** What stands before a collector: a server that speaks TLS, hands each message on, and hands the answer back. */
import { createServer } from "node:https";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { makeCertificate } from "../../../e2e/harness/certificate.ts";
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
  close(): void;
}

export async function startFront(): Promise<Front> {
  const certificate = makeCertificate(["localhost"]);
  const messages: Message[] = [];
  const server = createServer(certificate, (request, response) => void handOn(request, response));
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const front: Front = {
    address: `https://localhost:${(server.address() as AddressInfo).port}`,
    certificate: certificate.cert,
    messages,
    receiver: undefined,
    losing: 0,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };

  async function handOn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
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

  return front;
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
