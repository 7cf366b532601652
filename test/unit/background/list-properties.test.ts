import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { readInUse } from "../../../src/background/patients-state.ts";
import { listBrowser } from "./list-browser.ts";
import type { ListBrowser } from "./list-browser.ts";
import { event, fileOf, happen, minute, naming } from "./list-events.ts";
import type { World } from "./list-events.ts";
import { sha256Of } from "../../../src/patient-list/bytes.ts";
import { jane, quillon, sealedList } from "./parts.ts";

let world: World;
beforeAll(async () => {
  const expires = listBrowser().now + 10 * minute;
  const foreignKey = { managedKey: new Uint8Array(32) };
  const junk = new TextEncoder().encode("RGLIST\0\0 is what it begins with, and that is all");
  world = {
    files: new Map([
      ["first", { ...(await sealedList([jane], "first")), people: 1 }],
      ["second", { ...(await sealedList([jane, quillon], "second")), people: 2 }],
      ["soon-expired", { ...(await sealedList([quillon], "soon-expired", { expires })), people: 1 }],
      ["foreign", { ...(await sealedList([jane], "foreign", { locks: foreignKey })), people: 1 }],
      ["junk", { file: junk, sha256: await sha256Of(junk), people: 0 }],
    ]),
    ofSeat: await sealedList([quillon], "of-seat"),
  };
});

interface History {
  /** SHA-256 of all files that the policy has ever named. */
  readonly everNamed: Set<string>;
  /** The managed list that was there a moment ago, while the policy named one. */
  before: string | undefined;
}

/** What is wrong at this moment; empty: nothing. */
async function breaches(browser: ListBrowser, history: History): Promise<string[]> {
  const { policy, policyIsLate } = browser;
  if (typeof policy === "object" && policy !== null && "sha256" in policy)
    history.everNamed.add(String(policy.sha256));
  // A worker without an answer of the store, or of a late policy, knows nothing and lets nothing go.
  const list = await browser.worker.load().catch(() => undefined);
  const inUse = readInUse(await browser.store.readSetting("patients-in-use"));
  const managed = inUse.managed?.id;
  const stored = managed === undefined ? undefined : await browser.store.readPatients(managed);
  const isNamed = policy !== undefined;
  const isSettled = isNamed && !policyIsLate && list !== undefined;
  const people =
    list?.state !== "open" || list.source === "seat"
      ? 1
      : [...world.files.values()].find(({ sha256 }) => sha256 === list.id)?.people;
  const unusable = [fileOf(world, "junk").sha256, fileOf(world, "foreign").sha256];
  const faults = {
    "the stored list is not what it is called":
      managed !== undefined && (!stored || (await sha256Of(stored.file)) !== managed),
    "the policy never named it": managed !== undefined && !history.everNamed.has(managed),
    "it does not open": managed !== undefined && unusable.includes(managed),
    "another list is open than is stored":
      list?.state === "open" && list.id !== (list.source === "managed" ? managed : inUse.seat),
    "it is open with other people": list?.state === "open" && list.index.people !== people,
    "the last good one is gone": isNamed && history.before !== undefined && managed === undefined,
    "none has come, and none is awaited": isSettled && (list.state === "awaited") !== (managed === undefined),
    "the seat's is used": isSettled && "source" in list && list.source === "seat",
    "a managed list is used without a policy":
      !isNamed &&
      managed === undefined &&
      list !== undefined &&
      "source" in list &&
      list.source === "managed",
  };
  history.before = isNamed ? managed : undefined;
  return Object.entries(faults).flatMap(([words, isWrong]) => (isWrong ? [words] : []));
}

describe("whatever policy, server, person and browser do", () => {
  test("no unverified list is in force, and the last good one stays while the policy names any", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 30 }), async (events) => {
        const browser = listBrowser();
        const history: History = { everNamed: new Set(), before: undefined };
        for (const one of events) {
          await happen(world, browser, one);
          expect(await breaches(browser, history)).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("what has not arrived has a time for the next attempt, on disk and as an alarm", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 20 }), async (events) => {
        const browser = listBrowser();
        for (const one of events) await happen(world, browser, one);
        Object.assign(browser, { policyIsLate: false, diskIsFull: false, server: "hangs" });
        browser.policy = naming(world, "first");
        await happen(world, browser, { do: "look", why: "wake" });
        browser.killWorker();
        const nextAt = (await browser.worker.standing())?.nextAt ?? browser.now;
        expect(nextAt).toBe(browser.alarm ?? browser.now);
        expect(nextAt - browser.now).toBeLessThanOrEqual(360 * minute);
        browser.now = nextAt;
        browser.server = fileOf(world, "first").file;
        await browser.worker.look("wake");
        expect(await browser.worker.load()).toMatchObject({
          state: "open",
          id: fileOf(world, "first").sha256,
        });
      }),
      { numRuns: 100 },
    );
  });
});
