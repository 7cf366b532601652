/** A policy file that was broken on its way keeps the last good one in force, and staff and admin are told. */
import { describe, expect, it } from "vitest";
import { settleMs } from "../../src/background/policy-source.ts";
import { withSeat } from "./behaviors/managed-seat.ts";
import type { ManagedSeat } from "./behaviors/managed-seat.ts";
import { stopping } from "./behaviors/managed-sends.ts";
import { managedOn, untilManaged } from "./behaviors/managed-values.ts";
import { untilText } from "./behaviors/page-text.ts";
import { toldByWorker } from "./harness/ask-worker.ts";
import type { Driver, PageHandle } from "./harness/driver.ts";
import { browserNames } from "./harness/launch.ts";
import { fileFor } from "./harness/managed-policy.ts";
import { poll, waitFor } from "./harness/wait.ts";

const good = { strictness: "strict", postAnyway: "never", ...stopping };
/** Wrong types, a value that is not known, a key that is not known. */
const wrong = {
  strictness: "paranoid",
  postAnyway: ["never"],
  alwaysStop: "spring sale",
  strictnes: "relaxed",
};

/** A comma or a brace too few is the mistake of a hand. */
const notJson = (browser: Driver["name"]): string => fileFor(browser, good).slice(0, -1);

const policyNow = (page: PageHandle) => toldByWorker(page, "policy.read", {});

/** The last good policy is in force, at this moment. */
async function expectGood(page: PageHandle): Promise<void> {
  const { strictness, postAnyway, alwaysStop } = (await policyNow(page)).policy;
  expect({ strictness, postAnyway, alwaysStop }).toEqual(good);
}

/** Staff see one line, on the options page and in the popup; the admin's page names each path. */
async function expectTold({ driver, page }: Opened, paths: readonly string[]): Promise<void> {
  // Chromium may still have to be believed that there is nothing.
  await poll(async () => (await policyNow(page)).faults.length > 0 || undefined, 2 * settleMs);
  for (const file of ["options.html", "popup.html"]) {
    const other = await driver.openExtensionPage(file);
    await waitFor(other, `the line about faults on ${file}`, () =>
      /policy has \w* ?faults?/i.test(document.body.innerText),
    );
    await other.close();
  }
  const report = await driver.openExtensionPage("policy.html");
  for (const path of paths) await untilText(report, "#faults", path);
  await report.close();
}

interface Opened {
  readonly driver: Driver;
  readonly page: PageHandle;
}

async function open({ start }: ManagedSeat): Promise<Opened> {
  const driver = await start();
  return { driver, page: await driver.openExtensionPage("options.html") };
}

/** Puts a file in the place of the one that is there, and has the browser read it: Firefox does at its start only. */
async function roll(seat: ManagedSeat, now: Opened, text: string): Promise<Opened> {
  const before = JSON.stringify(await managedOn(now.page));
  await seat.managed.write(text);
  if (now.driver.name === "firefox") return open(seat);
  const isRead = await poll(async () => JSON.stringify(await managedOn(now.page)) !== before || undefined);
  expect(isRead, "whether the browser has read the file").toBe(true);
  return now;
}

// Four browsers at a time, each started four or five times.
describe.concurrent("a broken policy file", { timeout: 240_000 }, () => {
  it.each(browserNames)("changes nothing in %s, now or at the next start, and is told", (browser) =>
    withSeat(browser, async (seat) => {
      await seat.managed.set(good);
      let now = await open(seat);
      await untilManaged(now.page, good);
      await expectGood(now.page);

      now = await roll(seat, now, fileFor(browser, wrong));
      await expectGood(now.page);
      await expectTold(now, ["strictness", "postAnyway", "alwaysStop"]);
      now = await open(seat);
      await expectGood(now.page);

      now = await roll(seat, now, fileFor(browser, good));
      await untilManaged(now.page, good);
      expect((await policyNow(now.page)).faults).toEqual([]);

      now = await roll(seat, now, notJson(browser));
      await expectGood(now.page);
      await expectTold(now, []);
      now = await open(seat);
      await expectGood(now.page);
    }),
  );

  it.each(browserNames)("that is gone, or empty, changes nothing in %s at the next start", (browser) =>
    withSeat(browser, async (seat) => {
      await seat.managed.set(good);
      let now = await open(seat);
      await untilManaged(now.page, good);
      await expectGood(now.page);

      await seat.managed.takeAway();
      now = await open(seat);
      await expectGood(now.page);
      await expectTold(now, []);

      await seat.managed.write(fileFor(browser, {}));
      now = await open(seat);
      await expectGood(now.page);
    }),
  );
});
