import { expect } from "vitest";
import type { CardSeen } from "../harness/card.ts";
import type { Scene } from "../harness/scene.ts";

/** A send was stopped for what the draft says: the card says so, and the page has sent nothing. */
export async function expectHeld(scene: Scene): Promise<CardSeen> {
  const card = await scene.until(
    "the card to say why it was not sent",
    ({ visible, text, findings }) => visible && text.includes("Not sent") && findings.length > 0,
  );
  expect(card.hosts).toBe(1);
  expect(["warn", "block"]).toContain(card.state);
  expect(await scene.sent()).toEqual([]);
  return card;
}

/** The verdict is there and there is nothing to see. */
export async function untilClear(scene: Scene): Promise<void> {
  await scene.until("a clear verdict", ({ state }) => state === "clear");
}
