/** From the first moment of a browser on, nothing gets out that the managed policy stops, however late it comes. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { routes } from "../pages/routes.ts";
import { announced, pressUntilStopped, stopping } from "./behaviors/managed-sends.ts";
import { managedOn } from "./behaviors/managed-values.ts";
import type { Driver } from "./harness/driver.ts";
import { launch } from "./harness/launch.ts";
import { policyFolder } from "./harness/managed-policy.ts";
import type { PolicyFolder } from "./harness/managed-policy.ts";
import { sceneOn } from "./harness/scene.ts";
import { scriptOf } from "./page-scripts.ts";

const reply = scriptOf("facebook-comment", "reply");
const startAt = routes["facebook-comment"].url;

describe("a policy that is seconds late, in chromium", () => {
  let managed: PolicyFolder;
  let profile: string;
  let driver: Driver | undefined;
  beforeEach(async () => {
    managed = await policyFolder("chromium");
    profile = await mkdtemp(join(tmpdir(), "replyguard-late-"));
  });
  afterEach(async () => {
    await driver?.close();
    driver = undefined;
    await managed.remove();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  /** Starts the browser on a page and writes there at once what the policy stops; `place` runs beside. */
  async function writeAtOnce(place?: () => Promise<void>): Promise<void> {
    driver = await launch("chromium", { extension: "dist/chrome", managed, profile, startAt });
    const scene = await sceneOn(await driver.firstPage(), reply);
    const write = async (): Promise<void> => {
      await scene.page.type(announced);
      await pressUntilStopped(scene);
    };
    await Promise.all([write(), place?.()]);
  }
  const restart = async (): Promise<void> => {
    await driver?.close();
    driver = undefined;
  };
  /** As an admin's tool does that comes up long after the browser, which has said meanwhile that there is no policy. */
  async function placeLate(): Promise<void> {
    const page = await driver?.openExtensionPage("popup.html");
    const answered = page && managedOn(page);
    const [values] = await Promise.all([answered, delay(3000)]);
    expect(values).toEqual({});
    await managed.set(stopping);
  }

  it("the file is there, the browser takes its time: at the first start, and with what the last one left", async () => {
    await managed.set(stopping);
    await writeAtOnce();
    await restart();
    await writeAtOnce();
  });

  it("the file comes three seconds after the start, and the last policy is known", async () => {
    await managed.set(stopping);
    await writeAtOnce();
    await restart();
    await managed.takeAway();
    await writeAtOnce(placeLate);
  });

  it("the file comes three seconds after the start, and no policy was ever seen", async () => {
    await writeAtOnce(placeLate);
  });
});
