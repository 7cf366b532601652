import { expect, test } from "vitest";
import { createRoomAsk } from "../../../src/pages/practice/room-ask.ts";
import type { Ask } from "../../../src/platform/ask.ts";
import { en } from "../../../src/locales/en.ts";

const answer = { ok: true, value: { knowledge: "k", messages: null, contact: null, replies: false } };
const worker: Ask = {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one channel is asked on, and answered in its shape
  ask: (async () => answer) as unknown as Ask["ask"],
  orphaned: () => false,
  onOrphan: () => {},
};

test("the card of the practice room claims nothing to be on record", async () => {
  const room = createRoomAsk(worker, { trial: () => undefined, compared: () => {}, wentOn: () => {} });
  const woken = await room.ask("knowledge.wake", {});
  const words = woken.ok ? woken.value.words : null;
  const claims = Object.entries(en).filter(
    ([key, text]) =>
      /^(card|photos)_/.test(key) && /\b(is on record|on record without|this is on record)\b/i.test(text),
  );
  expect(claims.length).toBeGreaterThan(3);
  expect(claims.filter(([key]) => words?.[key] === undefined)).toEqual([]);
  for (const text of Object.values(words ?? {})) expect(text).toMatch(/^.*on a site/i);
});
