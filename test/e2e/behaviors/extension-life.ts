import { expect } from "vitest";
import type { Driver } from "../harness/driver.ts";
import type { Scene } from "../harness/scene.ts";
import { withScene } from "../harness/scene.ts";
import { poll, waitFor } from "../harness/wait.ts";
import { scriptOf } from "../page-scripts.ts";
import type { Behavior } from "./behavior.ts";
import { flagged, harmless } from "./drafts.ts";
import { expectHeld, untilClear } from "./held.ts";

declare global {
  interface Window {
    oldCard: Element | null;
  }
}

const reply = scriptOf("facebook-comment", "reply");
const rounds = 100;
/** More presses than this for one clear text would be a person's patience lost. */
const mostPresses = 4;

const boxText = (scene: Scene): Promise<string> =>
  scene.page.evaluate(() => document.querySelector<HTMLElement>("#reply")?.innerText.trim() ?? "");

/** Presses Enter until the text is out; whenever it is held, it must still be in the box. */
async function sendAtLast(scene: Scene, sentBefore: number): Promise<void> {
  for (let press = 0; press < mostPresses; press += 1) {
    await scene.page.press("Enter");
    const outcome = await poll(async () => {
      if ((await scene.sent()).length > sentBefore) return "sent";
      const { visible, state } = await scene.card();
      return visible && state !== "checking" ? "held" : undefined;
    });
    if (outcome === "sent") return;
    expect(await boxText(scene)).toBe(harmless);
  }
  throw new Error(`held ${mostPresses} times; the card was ${JSON.stringify(await scene.card())}`);
}

async function killBetweenInputAndEnter(driver: Driver): Promise<void> {
  await withScene(driver, reply, async (scene) => {
    let sent = 0;
    for (let round = 0; round < rounds; round += 1) {
      const isFlagged = round % 2 === 0;
      await scene.page.type(isFlagged ? flagged : harmless);
      // In half of the rounds the verdict is there when the worker dies, in half its check is on the way.
      if (round % 4 < 2) await scene.untilChecked();
      await driver.killWorker();
      if (isFlagged) {
        await scene.page.press("Enter");
        await scene.until("the card", ({ visible, text }) => visible && text.includes("Not sent"));
        expect(await boxText(scene)).toBe(flagged);
        await scene.clear();
      } else {
        await sendAtLast(scene, sent);
        sent += 1;
      }
      expect(await scene.sent()).toHaveLength(sent);
    }
    expect(await scene.sent()).toEqual(
      Array.from({ length: rounds / 2 }, () => ({ text: harmless, via: "enter" })),
    );
  });
}

/** The new script has its own card; before it is there, the old one's may still be seen. */
async function updateUnder(driver: Driver, scene: Scene): Promise<void> {
  await scene.page.evaluate(() => {
    window.oldCard = document.querySelector("reply-guard");
  });
  await driver.updateExtension();
  await waitFor(scene.page, "the card of the new script", () => {
    const cards = document.querySelectorAll("reply-guard");
    return cards.length === 1 && cards[0] !== window.oldCard;
  });
  await scene.page.click(scene.script.box);
  await scene.untilChecked();
}

/** What happens to the extension while a tab is open. Last in the list comes what changes it for good. */
export const extensionLife: readonly Behavior[] = [
  {
    title: `a worker killed between input and Enter, ${rounds} times: nothing held goes out, nothing clear is lost`,
    run: killBetweenInputAndEnter,
  },
  {
    title: "an update while a tab is open: the new script takes over, and holds, mends and sends",
    run: (driver) =>
      withScene(driver, reply, async (scene) => {
        await scene.page.type(flagged);
        await scene.untilChecked();
        await updateUnder(driver, scene);
        await scene.page.press("Enter");
        const { alternatives } = await expectHeld(scene);
        await scene.clickInCard("[data-action=use]");
        await untilClear(scene);
        await scene.page.press("Enter");
        expect(await scene.untilSent()).toEqual([{ text: alternatives[0], via: "enter" }]);
      }),
  },
  {
    title: "an update while a draft is held: it is still held afterwards, and clear text is not",
    run: (driver) =>
      withScene(driver, reply, async (scene) => {
        await scene.page.type(flagged);
        await scene.page.press("Enter");
        await expectHeld(scene);
        await updateUnder(driver, scene);
        await scene.page.press("Enter");
        await expectHeld(scene);
        await scene.clear();
        await scene.page.type(harmless);
        await untilClear(scene);
        await scene.page.press("Enter");
        expect(await scene.untilSent()).toEqual([{ text: harmless, via: "enter" }]);
      }),
  },
  {
    title: "Enter at the very moment of an update: nothing is sent",
    cannot: {
      firefox:
        "it ends the old script together with the old version, so that nobody holds until the new one is in the page",
    },
    run: (driver) =>
      withScene(driver, reply, async (scene) => {
        await scene.page.type(flagged);
        await scene.untilChecked();
        const pressAllTheWhile = async (): Promise<void> => {
          for (let press = 0; press < 150; press += 1) await scene.page.press("Enter");
        };
        await Promise.all([driver.updateExtension(), pressAllTheWhile()]);
        await scene.page.press("Enter");
        await scene.until("the card", ({ state }) => state === "block");
        await scene.page.press("Enter");
        await expectHeld(scene);
      }),
  },
];
