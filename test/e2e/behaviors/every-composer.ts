import { expect } from "vitest";
import type { Scene } from "../harness/scene.ts";
import { withScene } from "../harness/scene.ts";
import type { PageScript } from "../page-scripts.ts";
import { pageScripts } from "../page-scripts.ts";
import type { Behavior } from "./behavior.ts";
import { flagged, harmless } from "./drafts.ts";
import { expectHeld, untilClear } from "./held.ts";

/** A send control that nothing marks as one cannot be held; that box is shown as not watched. */
const held = pageScripts.filter(({ page, how }) => !(page === "unknown-composer" && how === "button"));

const named = ({ page, how }: PageScript): string => (how === undefined ? page : `${page} (${how})`);

async function stopsAndMends(scene: Scene): Promise<void> {
  await scene.page.type(flagged);
  await scene.send();
  const card = await expectHeld(scene);
  for (const quote of card.quotes) expect(flagged).toContain(quote);
  expect(card.quotes.filter((quote) => quote !== "")).not.toEqual([]);

  const reply = card.alternatives[0] ?? "";
  expect(reply).not.toBe("");
  await scene.clickInCard("[data-action=use]");
  await untilClear(scene);
  expect(await scene.sent()).toEqual([]);
  await scene.send();
  expect(await scene.untilSent()).toMatchObject([{ text: reply, via: scene.script.via }]);
}

async function letsPass(scene: Scene): Promise<void> {
  await scene.page.type(harmless);
  await untilClear(scene);
  await scene.send();
  expect(await scene.untilSent()).toMatchObject([{ text: harmless, via: scene.script.via }]);
  expect((await scene.card()).visible).toBe(false);
}

/** A frame's own page is watched there as anywhere; the text of a box that no adapter knows is always pointed out. */
export const everyComposer: readonly Behavior[] = [
  ...held.map((script): Behavior => ({
    title: `${named(script)}: stops what gives a patient away, says why, and sends the reply that was chosen`,
    run: (driver) => withScene(driver, script, stopsAndMends),
  })),
  ...held
    .filter(({ page }) => page !== "unknown-composer")
    .map((script): Behavior => ({
      title: `${named(script)}: lets thanks for kind words go without a sign`,
      run: (driver) => withScene(driver, script, letsPass),
    })),
];
