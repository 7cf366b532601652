import { expect } from "vitest";
import type { Scene } from "../harness/scene.ts";
import { poll } from "../harness/wait.ts";

/** Harmless by itself: only the practice's own word, which no default knows, stops it. */
export const announced = "Our spring sale begins today!";
export const stopping = { alwaysStop: [{ text: "spring sale", category: "conduct" }] };

/** Longer than a policy takes that is placed three seconds late: Chromium looks at a changed file five seconds later. */
const patience = 60_000;

/** Milliseconds: as fast as a key repeats by itself. Chromium does not look for its policy while it has no rest at all. */
const betweenKeys = 100;

/**
 * Presses Enter again and again until the card says that the practice's word is stopped: what is sent before is sent for
 * good.
 */
export async function pressUntilStopped(scene: Scene): Promise<void> {
  const states = new Set<string>();
  const stopped = await poll(
    async () => {
      await scene.page.press("Enter");
      const { state, quotes } = await scene.card();
      states.add(state);
      expect(await scene.sent(), `sent while the card had been ${[...states].join(", ")}`).toEqual([]);
      return (state === "block" && quotes.includes("spring sale")) || undefined;
    },
    patience,
    betweenKeys,
  );
  expect(stopped, `the card was ${[...states].join(", ")}`).toBe(true);
}

/** Presses Enter again and again until the draft is out; gives the states in which it was held. */
export async function pressUntilSent(scene: Scene): Promise<readonly string[]> {
  const states = new Set<string>();
  const sent = await poll(
    async () => {
      await scene.page.press("Enter");
      if ((await scene.sent()).length > 0) return true;
      states.add((await scene.card()).state);
      return undefined;
    },
    patience,
    betweenKeys,
  );
  expect(sent, `the card was ${[...states].join(", ")}`).toBe(true);
  return [...states];
}
