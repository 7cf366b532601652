/** When a changed policy is in force: at once in Chromium, also on a page that is open; at the next start in Firefox. */
import { describe, expect, it } from "vitest";
import { expectHeld, untilClear } from "./behaviors/held.ts";
import { withSeat } from "./behaviors/managed-seat.ts";
import { announced, stopping } from "./behaviors/managed-sends.ts";
import { managedOn, untilManaged } from "./behaviors/managed-values.ts";
import { withScene } from "./harness/scene.ts";
import type { Scene } from "./harness/scene.ts";
import { scriptOf } from "./page-scripts.ts";

const reply = scriptOf("facebook-comment", "reply");
const first = { postAnyway: "never" };
const second = { postAnyway: "never", ...stopping };
/** A list that is left out is kept: in Chromium it looks the same as one that the browser could not read. */
const emptied = { postAnyway: "never", alwaysStop: [] };

const untilStopped = (scene: Scene): Promise<unknown> =>
  scene.until("the practice's word to be stopped", ({ state }) => state === "block");

describe.concurrent("a changed policy", () => {
  it("is in force in a running chromium, for the draft in an open box, and again when it is changed back", () =>
    withSeat("chromium", async ({ managed, start }) => {
      await managed.set(first);
      const driver = await start();
      await withScene(driver, reply, async (scene) => {
        await scene.page.type(announced);
        await untilClear(scene);
        await managed.set(second);
        await untilStopped(scene);
        await scene.page.press("Enter");
        await expectHeld(scene);
        await managed.set(emptied);
        await untilClear(scene);
        await scene.page.press("Enter");
        expect(await scene.untilSent()).toEqual([{ text: announced, via: "enter" }]);
      });
    }));

  it("is in force in firefox after a restart, and not before", () =>
    withSeat("firefox", async ({ managed, start }) => {
      await managed.set(first);
      const driver = await start();
      const page = await driver.openExtensionPage("options.html");
      await untilManaged(page, first);
      await managed.set(second);
      // A worker that has just come up asks the browser anew.
      await driver.killWorker();
      expect(await managedOn(page)).toEqual(first);
      await withScene(driver, reply, async (scene) => {
        await scene.page.type(announced);
        await untilClear(scene);
        await scene.page.press("Enter");
        expect(await scene.untilSent()).toEqual([{ text: announced, via: "enter" }]);
      });
      await withScene(await start(), reply, async (scene) => {
        await scene.page.type(announced);
        await untilStopped(scene);
        await scene.page.press("Enter");
        await expectHeld(scene);
      });
    }));
});
