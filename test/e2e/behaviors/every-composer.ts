import { expect } from "vitest";
import type { Scene } from "../harness/scene.ts";
import { withScene } from "../harness/scene.ts";
import type { PageScript } from "../page-scripts.ts";
import { pageScripts } from "../page-scripts.ts";
import type { Behavior } from "./behavior.ts";
import { flagged, harmless } from "./drafts.ts";
import { expectHeld, untilClear } from "./held.ts";

/** The box that no adapter knows has behaviors of its own. */
const known = pageScripts.filter(({ page }) => page !== "unknown-composer");

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

/** The main job, on one composer and with one gesture. */
export const mainJob = (script: PageScript): Behavior[] => [
  {
    title: `${named(script)}: stops what gives a patient away, says why, and sends the reply that was chosen`,
    run: (driver) => withScene(driver, script, stopsAndMends),
  },
  {
    title: `${named(script)}: lets thanks for kind words go without a sign`,
    run: (driver) => withScene(driver, script, letsPass),
  },
];

/** On every composer and with every gesture by which its site sends. */
export const everyComposer: readonly Behavior[] = known.flatMap(mainJob);
