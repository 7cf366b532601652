/** The record in real browsers: what was held is in it once, whatever is killed, and it verifies. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { flagged } from "./behaviors/drafts.ts";
import { expectHeld } from "./behaviors/held.ts";
import type { Driver } from "./harness/driver.ts";
import { browserNames, built, launch } from "./harness/launch.ts";
import { recordedEntries, verifyRecord } from "./harness/record.ts";
import { withScene } from "./harness/scene.ts";
import type { Scene } from "./harness/scene.ts";
import { poll } from "./harness/wait.ts";
import { scriptOf } from "./page-scripts.ts";

const reply = scriptOf("facebook-comment", "reply");
const rounds = 4;

async function attempts(driver: Driver, count: number) {
  const page = await driver.openExtensionPage("options.html");
  try {
    const found = await poll(async () => {
      const all = (await recordedEntries(page)).filter((entry) => entry.kind === "attempt");
      return all.length >= count ? all : undefined;
    });
    return found ?? [];
  } finally {
    await page.close();
  }
}

describe.each(browserNames)("the record of %s", (browser) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch(browser, { extension: built[browser] });
  });
  afterAll(() => driver?.close());

  const hold = async (scene: Scene): Promise<void> => {
    await scene.page.type(flagged);
    await scene.untilChecked();
    await scene.send();
  };

  it("has what was held when the card says so", async () => {
    await withScene(driver, reply, async (scene) => {
      await hold(scene);
      const { text } = await expectHeld(scene);
      const [entry] = await attempts(driver, 1);
      expect(entry).toMatchObject({ kind: "attempt", outcome: expect.stringMatching(/stopped|warned/) });
      expect(text).not.toContain("not on record");
      expect(JSON.stringify(entry)).not.toContain(flagged.slice(0, 12));
    });
  });

  it("has it once where the worker is killed right after the send", async () => {
    const before = (await attempts(driver, 1)).length;
    for (let round = 0; round < rounds; round += 1) {
      await withScene(driver, reply, async (scene) => {
        await hold(scene);
        await driver.killWorker();
        await expectHeld(scene);
        await attempts(driver, before + round + 1);
      });
    }
    expect(await attempts(driver, before + rounds)).toHaveLength(before + rounds);
  });

  it("knows the same draft again", async () => {
    const all = await attempts(driver, 2);
    const marks = new Set(all.map((entry) => entry.kind === "attempt" && entry.fingerprint));
    expect([...marks]).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)]);
  });

  it("is one chain where two tabs are held at once, and verifies", async () => {
    const before = (await attempts(driver, 1)).length;
    await withScene(driver, reply, async (one) => {
      await one.page.type(flagged);
      await withScene(driver, reply, async (other) => {
        await other.page.type(flagged);
        await other.untilChecked();
        await Promise.all([other.send(), one.page.press("Enter")]);
        await expectHeld(other);
        expect((await attempts(driver, before + 1)).length).toBeGreaterThan(before);
      });
    });
    const page = await driver.openExtensionPage("options.html");
    const { text, says } = await verifyRecord(page);
    expect(says).toMatch(/holds/);
    for (const kind of ["first", "heartbeat", "attempt", "export"])
      expect(text).toContain(`"kind":"${kind}"`);
    await page.close();
  });
});
