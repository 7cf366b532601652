import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Authority } from "../harness/certificate.ts";
import type { Driver } from "../harness/driver.ts";
import { built, launch } from "../harness/launch.ts";
import { policyFolder } from "../harness/managed-policy.ts";
import type { PolicyFolder } from "../harness/managed-policy.ts";

/** One seat of a practice: a profile and a managed policy that outlive the browser. */
export interface ManagedSeat {
  readonly managed: PolicyFolder;
  /**
   * Starts the browser, after ending the one that runs; `startAt` is open from the first moment. `whileClosed` is told the
   * profile's folder in between.
   */
  start(startAt?: string, whileClosed?: (profile: string) => Promise<void>): Promise<Driver>;
  /** Ends the browser as a failing computer does. */
  kill(): Promise<void>;
}

/** A seat that whoever has opened it must `end`. */
export async function openSeat(
  browser: Driver["name"],
  authority?: Authority,
): Promise<ManagedSeat & { end(): Promise<void> }> {
  const managed = await policyFolder(browser, { authority });
  const profile = await mkdtemp(join(tmpdir(), "replyguard-seat-"));
  let driver: Driver | undefined;
  return {
    managed,
    async start(startAt, whileClosed) {
      await driver?.close();
      driver = undefined;
      await whileClosed?.(profile);
      driver = await launch(browser, { extension: built[browser], managed, profile, startAt, authority });
      return driver;
    },
    async kill() {
      await driver?.kill();
      driver = undefined;
    },
    async end() {
      await driver?.close();
      await managed.remove();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export async function withSeat(
  browser: Driver["name"],
  use: (seat: ManagedSeat) => Promise<void>,
  authority?: Authority,
): Promise<void> {
  const seat = await openSeat(browser, authority);
  try {
    await use(seat);
  } finally {
    await seat.end();
  }
}
