/** When a changed policy is in force: at once in Chromium, also on a page that is open; at the next start in Firefox. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { expectHeld, untilClear } from "./behaviors/held.ts";
import { announced, stopping } from "./behaviors/managed-sends.ts";
import { managedOn, untilManaged } from "./behaviors/managed-values.ts";
import type { Driver } from "./harness/driver.ts";
import { launch } from "./harness/launch.ts";
import { policyFolder } from "./harness/managed-policy.ts";
import type { PolicyFolder } from "./harness/managed-policy.ts";
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

describe("a changed policy", () => {
  let managed: PolicyFolder;
  let driver: Driver | undefined;
  let profile: string;
  beforeEach(async () => {
    profile = await mkdtemp(join(tmpdir(), "replyguard-change-"));
  });
  afterEach(async () => {
    await driver?.close();
    await managed.remove();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it("is in force in a running chromium, for the draft in an open box, and again when it is changed back", async () => {
    managed = await policyFolder("chromium");
    await managed.set(first);
    driver = await launch("chromium", { extension: "dist/chrome", managed, profile });
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
  });

  it("is in force in firefox after a restart, and not before", async () => {
    managed = await policyFolder("firefox");
    await managed.set(first);
    driver = await launch("firefox", { extension: "dist/firefox", managed, profile });
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
    await driver.close();
    driver = await launch("firefox", { extension: "dist/firefox", managed, profile });
    await withScene(driver, reply, async (scene) => {
      await scene.page.type(announced);
      await untilStopped(scene);
      await scene.page.press("Enter");
      await expectHeld(scene);
    });
  });
});
