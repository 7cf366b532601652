/** Reaches the network, as forward-post.ts alone does beside it, and only for what a managed policy names. */
import type { FetchProblem } from "../contract/patients.ts";

/** 128 MB: a list of a million people has under 64. */
export const sizeLimit = 128 * 1024 * 1024;
export const timeLimit = 5 * 60_000;
/** The browser ends a worker that has called nothing of its own for thirty seconds. */
const wakeEvery = 20_000;

export interface DownloadParts {
  /** Any call to the browser: it counts as work. */
  readonly stayAwake: () => Promise<unknown>;
  /** Left out: the browser's own. */
  readonly send?: typeof fetch;
}

/**
 * The file at an https address. Nothing of this browser goes with the request: no cookies, no referrer, no cache; and no
 * redirect is followed, which could lead elsewhere. Never rejects; `unreachable` also where `signal` ended it.
 */
export async function download(
  address: string,
  signal: AbortSignal,
  { stayAwake, send = fetch }: DownloadParts,
): Promise<{ file: Uint8Array } | { problem: FetchProblem }> {
  if (!URL.canParse(address) || new URL(address).protocol !== "https:") return { problem: "unreachable" };
  const tooSlow = AbortSignal.timeout(timeLimit);
  const awake = setInterval(() => void stayAwake().catch(() => undefined), wakeEvery);
  try {
    const response = await send(address, {
      signal: AbortSignal.any([signal, tooSlow]),
      credentials: "omit",
      redirect: "error",
      cache: "no-store",
      referrerPolicy: "no-referrer",
      mode: "cors",
    });
    if (response.status !== 200 || !response.body) return { problem: "refused" };
    return await readAll(response.body);
  } catch {
    // An error's text may quote the address, and a policy may keep that for itself.
    return { problem: tooSlow.aborted ? "too-slow" : "unreachable" };
  } finally {
    clearInterval(awake);
  }
}

async function readAll(
  body: ReadableStream<Uint8Array>,
): Promise<{ file: Uint8Array } | { problem: FetchProblem }> {
  const reader = body.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > sizeLimit) {
      // What the server still has to say about that does not matter.
      void reader.cancel().catch(() => undefined);
      return { problem: "too-large" };
    }
    parts.push(value);
  }
  const file = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return { file };
}
