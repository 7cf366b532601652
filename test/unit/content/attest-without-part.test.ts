// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { createMedia } from "../../../src/content/media.ts";
import type { MediaHost } from "../../../src/content/media/part.ts";
import type { Draft } from "../../../src/engine/model.ts";

const draft: Draft = {
  text: "A new look.",
  site: "facebook",
  surface: "post",
  attachments: [{ kind: "image", name: "IMG_2041.jpg" }],
};

/** A frame into which the card's part for pictures cannot be put, and a worker that answers so. */
function frame(isKept: boolean) {
  const slot = document.createElement("div");
  const tick = document.createElement("input");
  tick.type = "checkbox";
  const asked: { channel: string; body: unknown }[] = [];
  const told: boolean[] = [];
  let isAttested = false;
  let now = draft;
  const ask = async (channel: string, body: unknown): Promise<unknown> => {
    asked.push({ channel, body });
    return channel === "media.attest" && isKept
      ? { ok: true, value: { problem: null } }
      : { ok: false, code: "gone" };
  };
  const host: MediaHost = {
    slot,
    tick,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- two channels are asked on, and answered in their shapes
    ask: ask as MediaHost["ask"],
    t: (key) => key,
    plural: (key) => key,
    draft: () => now,
    isAttested: () => isAttested,
    attest(isGiven) {
      told.push(isGiven);
      isAttested = isGiven;
    },
    say: () => {},
    resized: () => {},
  };
  const media = createMedia(host);
  media.draw();
  return {
    tick,
    told,
    isAttested: () => isAttested,
    attests: () => asked.filter(({ channel }) => channel === "media.attest").map(({ body }) => body),
    change: () => void (now = { ...draft, text: "Another." }),
    press() {
      tick.checked = !tick.checked;
      return media.press(new Event("click"));
    },
  };
}

describe("without the card's part for pictures", () => {
  it("a tick attests once it is on record, of files of which nothing is known, and is taken out again", async () => {
    const { press, tick, isAttested, attests } = frame(true);
    const pressed = press();
    expect(isAttested()).toBe(false);
    await pressed;
    expect(attests()).toEqual([{ id: expect.any(String), draft, carries: ["unknown"] }]);
    expect([isAttested(), tick.checked]).toEqual([true, true]);
    await press();
    expect([isAttested(), tick.checked]).toEqual([false, false]);
    expect(attests()).toHaveLength(1);
  });

  it("nothing is attested, nor ticked, where it could not be put on record", async () => {
    const { press, tick, isAttested } = frame(false);
    await press();
    expect([isAttested(), tick.checked]).toEqual([false, false]);
  });

  it("nothing is attested for a draft that has changed meanwhile", async () => {
    const { press, change, tick, told, isAttested } = frame(true);
    const pressed = press();
    change();
    await pressed;
    expect([isAttested(), tick.checked]).toEqual([false, false]);
    // Nor taken back: that would open the card under somebody who writes on.
    expect(told).toEqual([]);
  });
});
