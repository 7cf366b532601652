/** From the first moment of a browser on, nothing gets out that the managed policy stops, however late it comes. */
import { describe, expect, it } from "vitest";
import { routes } from "../pages/routes.ts";
import { withSeat } from "./behaviors/managed-seat.ts";
import type { ManagedSeat } from "./behaviors/managed-seat.ts";
import { announced, pressUntilSent, pressUntilStopped, stopping } from "./behaviors/managed-sends.ts";
import { managedOn } from "./behaviors/managed-values.ts";
import type { Driver } from "./harness/driver.ts";
import { sceneOn } from "./harness/scene.ts";
import type { Scene } from "./harness/scene.ts";
import { scriptOf } from "./page-scripts.ts";

const reply = scriptOf("facebook-comment", "reply");
type Beside = (driver: Driver) => Promise<void>;

/** Starts the browser on a page and writes there at once; `beside` runs meanwhile. */
async function writeAtOnce(
  seat: ManagedSeat,
  press: (scene: Scene) => Promise<void>,
  beside?: Beside,
): Promise<void> {
  const driver = await seat.start(routes[reply.page].url);
  const scene = await sceneOn(await driver.firstPage(), reply);
  const write = async (): Promise<void> => {
    await scene.page.type(announced);
    await press(scene);
  };
  await Promise.all([write(), beside?.(driver)]);
}

/** As an admin's tool does that comes up after the browser: that has said by now that there is no policy. */
const placeLate =
  ({ managed }: ManagedSeat): Beside =>
  async (driver) => {
    const page = await driver.openExtensionPage("popup.html");
    // Its answer takes two to three seconds from the start.
    expect(await managedOn(page)).toEqual({});
    await managed.set(stopping);
  };

describe.concurrent("a policy that is seconds late, in chromium", () => {
  it("the file is there, the browser takes its time: at the first start, and with what the last one left", () =>
    withSeat("chromium", async (seat) => {
      await seat.managed.set(stopping);
      await writeAtOnce(seat, pressUntilStopped);
      await writeAtOnce(seat, pressUntilStopped);
    }));

  it("the file comes when the browser has said that there is none, and the last policy is known", () =>
    withSeat("chromium", async (seat) => {
      await seat.managed.set(stopping);
      await writeAtOnce(seat, pressUntilStopped);
      await seat.managed.takeAway();
      await writeAtOnce(seat, pressUntilStopped, placeLate(seat));
    }));

  it("the file comes when the browser has said that there is none, and no policy was ever seen", () =>
    withSeat("chromium", (seat) => writeAtOnce(seat, pressUntilStopped, placeLate(seat))));

  it("no file ever comes: held at the very first start only, until one would have been there", () =>
    withSeat("chromium", async (seat) => {
      await writeAtOnce(seat, async (scene) => {
        expect(await pressUntilSent(scene)).toContain("unchecked");
      });
      await writeAtOnce(seat, async (scene) => {
        expect(await pressUntilSent(scene)).not.toContain("block");
      });
    }));
});
