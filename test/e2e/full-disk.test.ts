/** A disk without room, in real browsers: drafts are held as before, and no entry is lost without a word. */
import { afterEach, describe, expect, it } from "vitest";
import { flagged } from "./behaviors/drafts.ts";
import { expectHeld } from "./behaviors/held.ts";
import { askWorker, toldByWorker } from "./harness/ask-worker.ts";
import type { Driver, PageHandle } from "./harness/driver.ts";
import { browserNames, built, launch } from "./harness/launch.ts";
import { recordedEntries, verifyRecord } from "./harness/record.ts";
import { withScene } from "./harness/scene.ts";
import { smallDisk } from "./harness/small-disk.ts";
import type { SmallDisk } from "./harness/small-disk.ts";
import { writeSetting } from "./harness/stored-setting.ts";
import { poll } from "./harness/wait.ts";
import { scriptOf } from "./page-scripts.ts";

const reply = scriptOf("facebook-comment", "reply");
/** Of the profile; an empty one takes a third of it. */
const megabytes = 160;
/** A page offers again each minute at least. */
const patience = 100_000;

/** The files of a store may end in the middle of a block that is theirs: writes until that is full too. */
async function fillStore(page: PageHandle): Promise<void> {
  const subject = { seat: "a".repeat(16), seq: 1, hash: "b".repeat(64) };
  for (let entries = 0; entries < 1000; entries += 1)
    if (!(await askWorker(page, "record.unlock", { result: "refused", subject })).ok) return;
  throw new Error("the disk does not become full");
}

const attemptsOf = async (page: PageHandle): Promise<number> =>
  (await recordedEntries(page)).filter(({ kind }) => kind === "attempt").length;

describe.each(browserNames)("a full disk of %s", (browser) => {
  let disk: SmallDisk | undefined;
  let driver: Driver | undefined;
  afterEach(async () => {
    await driver?.close();
    await disk?.remove();
  });

  it("lets nothing go, says so, and has every entry when there is room", async () => {
    disk = await smallDisk(browser, megabytes);
    driver = await launch(browser, { extension: built[browser], ...disk.options });
    const page = await driver.openExtensionPage("options.html");
    if (browser === "chromium") {
      // It is not at its very first, when it waits for a managed policy.
      await writeSetting(page, "managed-policy", {});
      await driver.killWorker();
    }
    const opened = driver;
    await withScene(opened, reply, async (scene) => {
      await scene.page.type(flagged);
      await scene.untilChecked();
      await scene.send();
      await expectHeld(scene);
      expect(await poll(async () => ((await attemptsOf(page)) === 1 ? true : undefined))).toBe(true);
      await scene.clear();

      await disk?.fill();
      await fillStore(page);
      await scene.page.type(`${flagged} And again.`);
      await scene.untilChecked();
      await scene.send();
      await expectHeld(scene);
      const told = await scene.until("the card to say so", ({ text }) => text.includes("not on record"));
      expect(told.visible).toBe(true);
      const status = await toldByWorker(page, "tab.status", { tabId: 0 });
      expect(status).toMatchObject({ recordFull: true, recordShort: true });

      await disk?.room();
      expect(
        await poll(async () => ((await attemptsOf(page)) === 2 ? true : undefined), patience),
        "the entry that waited",
      ).toBe(true);
      expect((await toldByWorker(page, "record.standing", {})).waiting).toBe(0);
    });
    const { text, says } = await verifyRecord(page);
    expect(says).toMatch(/holds/);
    expect(text).not.toContain('"kind":"lost"');
  });
});
