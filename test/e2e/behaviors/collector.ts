/** A collector of the practice, that the browser of a test trusts as a person's browser trusts one. */
import { expect } from "vitest";
import type { ForwardStanding } from "../../../src/contract/forwarding.ts";
import type { RecordStanding } from "../../../src/contract/record-standing.ts";
import { startFront } from "../../unit/background/forward-receiver/front.ts";
import type { Front, Message } from "../../unit/background/forward-receiver/front.ts";
import { startReceiver } from "../../unit/background/forward-receiver/processes.ts";
import { toldByWorker } from "../harness/ask-worker.ts";
import { makeAuthority, makeCertificate } from "../harness/certificate.ts";
import type { Authority } from "../harness/certificate.ts";
import { ownPorts } from "../harness/driver.ts";
import type { PageHandle } from "../harness/driver.ts";
import { poll } from "../harness/wait.ts";

/** The first wait after a failure is up to a minute; a browser rings half a minute late at most. */
export const patience = 120_000;

export interface Collector {
  readonly authority: Authority;
  readonly front: Front;
  /** Ids of all records that the receivers have kept, in order. */
  readonly kept: string[];
  /** The lines of the record in them. */
  readonly lines: string[];
  readonly policy: { readonly forwarding: { readonly address: string; readonly token: string } };
  restartReceiver(): Promise<void>;
  withOutcome(...outcomes: readonly Message["outcome"][]): readonly Message[];
}

export async function withCollector(
  use: (collector: Collector) => Promise<void>,
  isVouchedFor = true,
): Promise<void> {
  const authority = makeAuthority();
  const host = `logs${ownPorts}`;
  const certificate = isVouchedFor ? authority.issueFor([host]) : makeCertificate([host]);
  const front = await startFront({ host, certificate });
  const kept: string[] = [];
  const lines: string[] = [];
  front.receiver = await startReceiver(kept, lines);
  try {
    await use({
      authority,
      front,
      kept,
      lines,
      policy: { forwarding: { address: front.address, token: "a-token-of-the-test" } },
      async restartReceiver() {
        await front.receiver?.kill();
        front.receiver = await startReceiver(kept, lines);
      },
      withOutcome: (...outcomes) => front.messages.filter(({ outcome }) => outcomes.includes(outcome)),
    });
  } finally {
    await front.close();
    await front.receiver?.kill();
  }
}

/** `page`: one of the extension's own. */
export async function untilForward(
  page: PageHandle,
  what: string,
  test: (forward: ForwardStanding, standing: RecordStanding) => boolean,
): Promise<ForwardStanding> {
  let last: RecordStanding | undefined;
  const found = await poll(
    async () => {
      last = await toldByWorker(page, "record.standing", {}).catch(() => undefined);
      return last?.forward && test(last.forward, last) ? last.forward : undefined;
    },
    patience,
    100,
  );
  if (!found) expect.fail(`waited for ${what}; the record stands ${JSON.stringify(last)}`);
  return found;
}

export async function until(what: string, test: () => boolean): Promise<void> {
  if (!(await poll(async () => test() || undefined, patience))) expect.fail(`waited for ${what}`);
}

/** So many entries, as fast as the worker writes them: it puts on record that the record was exported. */
export async function writeEntries(page: PageHandle, count: number): Promise<void> {
  await Promise.all(
    Array.from({ length: count }, () => toldByWorker(page, "record.export", { format: "csv", from: 0 })),
  );
}

/** A few at a time, without a pause, until it is told to stop. */
export function writeOnAndOn(page: PageHandle): { stop(): Promise<void> } {
  const over = new AbortController();
  const writing = (async () => {
    while (!over.signal.aborted) await writeEntries(page, 5);
  })();
  return {
    async stop() {
      over.abort();
      await writing;
    },
  };
}
