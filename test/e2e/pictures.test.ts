/** Each state looks as it did when somebody looked at it: `npm run baselines` takes the pictures anew, for somebody to look at. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Drawing } from "./pictures/baselines.ts";
import {
  differenceOf,
  isDrawn,
  keepBaselines,
  keptBytes,
  keptDrawing,
  keptNames,
  mostBytes,
} from "./pictures/baselines.ts";
import type { Picture } from "./pictures/camera.ts";
import { languages, photographCard, photographPages } from "./pictures/states.ts";
import type { Photographed } from "./pictures/states.ts";

describe("pictures of every state, in chromium", () => {
  let pictures: readonly Picture[];
  let missing: readonly string[];
  let drawing: Drawing;
  beforeAll(async () => {
    const pages = await photographPages();
    drawing = pages.drawing;
    const taken: Photographed[] = [pages];
    for (const language of languages) taken.push(await photographCard(language));
    pictures = taken.flatMap((one) => one.pictures);
    missing = taken.flatMap(({ faults }) => faults);
    if (process.env["REPLYGUARD_BASELINES"] === "write") await keepBaselines(pictures, drawing);
  }, 900_000);

  it("every state comes about", () => expect(missing).toEqual([]));

  it("there is a baseline of each, and not too much of them", async () => {
    expect(pictures.map(({ name }) => name).sort()).toEqual((await keptNames()).sort());
    expect(await keptBytes()).toBeLessThan(mostBytes);
  });

  it("something is on each, and all that is there can be read whole", async () => {
    const faults: string[] = [];
    for (const picture of pictures) {
      if (!(await isDrawn(picture))) faults.push(`${picture.name} is empty`);
      faults.push(...picture.cut.map((one) => `${picture.name}: ${one}`));
    }
    expect(faults).toEqual([]);
  });

  it("each looks like its baseline", async ({ skip }) => {
    const kept = await keptDrawing();
    skip(
      kept.specimen !== drawing.specimen,
      `not compared: this machine draws text otherwise than the one of the baselines (${drawing.browser} here, ${kept.browser} there)`,
    );
    const differences: string[] = [];
    for (const picture of pictures) differences.push(...[(await differenceOf(picture)) ?? []].flat());
    expect(differences).toEqual([]);
  });
});
