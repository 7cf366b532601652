/** Sends one message to the collector that a managed policy names. */
import type { ForwardProblem } from "../contract/forwarding.ts";
import { z } from "../contract/zod.ts";
import type { ResolvedPolicy } from "./policy.ts";

export const answerLimit = 64 * 1024;
export const postTimeLimit = 30_000;
/** The browser ends a worker that has called nothing of its own for thirty seconds. */
const wakeEvery = 20_000;

export interface Collector {
  /** Of https. */
  readonly address: string;
  readonly token?: string | undefined;
}

/** `rejected`: so many records were thrown away for good. `retryAfter`: milliseconds that the collector asks to be left alone. */
export type Posted =
  | { readonly taken: true; readonly rejected: number }
  | { readonly taken: false; readonly problem: ForwardProblem; readonly retryAfter?: number };

export interface PostParts {
  /** Any call to the browser: it counts as work. */
  readonly stayAwake: () => Promise<unknown>;
  /** Left out: the browser's own. */
  readonly send?: typeof fetch;
  now(): number;
}

/** Where logs go: policies may name a collector by its base, as its other senders do. */
export function logsAddress(address: string): string {
  const url = new URL(address);
  if (url.pathname.endsWith("/v1/logs")) return url.href;
  let base = url.pathname;
  while (base.endsWith("/")) base = base.slice(0, -1);
  url.pathname = `${base}/v1/logs`;
  return url.href;
}

/**
 * Sends a message of OTLP/HTTP in JSON. Nothing of this browser goes with it: no cookies, no referrer, no cache; and no redirect
 * is followed. Never rejects.
 */
export async function post(collector: Collector, body: string, parts: PostParts): Promise<Posted> {
  const { send = fetch, stayAwake } = parts;
  if (!URL.canParse(collector.address) || new URL(collector.address).protocol !== "https:")
    return { taken: false, problem: "unreachable" };
  const tooSlow = AbortSignal.timeout(postTimeLimit);
  const awake = setInterval(() => void stayAwake().catch(() => undefined), wakeEvery);
  try {
    const response = await send(logsAddress(collector.address), {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        ...(collector.token === undefined ? {} : { Authorization: `Bearer ${collector.token}` }),
      },
      body,
      signal: tooSlow,
      credentials: "omit",
      redirect: "manual",
      cache: "no-store",
      referrerPolicy: "no-referrer",
      mode: "cors",
    });
    if (response.status >= 200 && response.status < 300) return await readAnswer(response);
    void response.body?.cancel().catch(() => undefined);
    const problem = problemOf(response);
    const retryAfter = readRetryAfter(response.headers.get("Retry-After"), parts.now());
    return { taken: false, problem, ...(retryAfter === undefined ? {} : { retryAfter }) };
  } catch {
    // An error's text may quote the address, and a policy may keep that for itself.
    return { taken: false, problem: tooSlow.aborted ? "too-slow" : "unreachable" };
  } finally {
    clearInterval(awake);
  }
}

function problemOf({ status, type }: Response): ForwardProblem {
  if (type === "opaqueredirect" || (status >= 300 && status < 400)) return "redirected";
  if (status === 408 || status === 429 || status === 503) return "busy";
  if (status >= 500) return "failing";
  if (status === 401 || status === 403) return "unauthorized";
  if (status === 404 || status === 405) return "not-found";
  if (status === 400 || status === 422) return "unfit";
  return status === 413 ? "too-large" : "refused";
}

/** In seconds, or as a date (RFC 9110, section 10.2.3). */
function readRetryAfter(text: string | null, now: number): number | undefined {
  if (text === null) return undefined;
  if (/^\d{1,9}$/.test(text.trim())) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

const answer = z.object({
  partialSuccess: z.optional(
    z.nullable(z.object({ rejectedLogRecords: z.optional(z.union([z.string(), z.number()])) })),
  ),
});

/** A web server that answers a message with a page of its own has not kept it: what is taken is only what is answered as JSON. */
async function readAnswer(response: Response): Promise<Posted> {
  const text = await readText(response.body);
  if (text?.trim() === "") return { taken: true, rejected: 0 };
  const told = text === undefined ? undefined : answer.safeParse(parseJson(text));
  if (!told?.success) return { taken: false, problem: "no-collector" };
  const rejected = Number(told.data.partialSuccess?.rejectedLogRecords ?? 0);
  return { taken: true, rejected: Number.isSafeInteger(rejected) && rejected > 0 ? rejected : 0 };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Undefined: longer than any collector's answer. */
async function readText(body: ReadableStream<Uint8Array> | null): Promise<string | undefined> {
  if (!body) return "";
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > answerLimit) {
      void reader.cancel().catch(() => undefined);
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}

/**
 * Where the record goes. While only the last good policy is known it waits: an admin who takes the policy away may have meant
 * just that, and the token is not kept with it.
 */
export async function collectorIn(
  reading: Promise<{ readonly resolved: ResolvedPolicy } | undefined>,
): Promise<Collector | "unsettled" | "away" | undefined> {
  const known = await reading;
  if (!known || known.resolved.source === "awaited" || known.resolved.patientList.unsettled)
    return "unsettled";
  const { policy, states } = known.resolved;
  if (states.get("forwarding")?.origin === "last-good") return "away";
  return policy.forwarding ?? undefined;
}
