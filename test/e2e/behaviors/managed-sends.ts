import { expect } from "vitest";
import type { Scene } from "../harness/scene.ts";
import { poll } from "../harness/wait.ts";

/** Harmless by itself: only the practice's own word, which no default knows, stops it. */
export const announced = "Our spring sale begins today!";
export const stopping = { alwaysStop: [{ text: "spring sale", category: "conduct" }] };

/** Longer than a policy takes that is placed three seconds late: Chromium looks at a changed file five seconds later. */
const patience = 30_000;

/**
 * Presses Enter without a pause until the card says that the practice's word is stopped: what is sent before is sent for
 * good.
 */
export async function pressUntilStopped(scene: Scene): Promise<void> {
  const states = new Set<string>();
  const stopped = await poll(async () => {
    await scene.page.press("Enter");
    const { state, quotes } = await scene.card();
    states.add(state);
    expect(await scene.sent(), `sent while the card had been ${[...states].join(", ")}`).toEqual([]);
    return (state === "block" && quotes.includes("spring sale")) || undefined;
  }, patience);
  expect(stopped, `the card was ${[...states].join(", ")}`).toBe(true);
}
