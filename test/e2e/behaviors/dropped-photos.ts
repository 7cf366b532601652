/** Files that come by no picker: a person drops them, or a page makes them up. */
import { expect } from "vitest";
import { callInPage, query } from "../harness/in-page.ts";
import { withScene } from "../harness/scene.ts";
import { scriptOf } from "../page-scripts.ts";
import type { Behavior } from "./behavior.ts";
import { harmless } from "./drafts.ts";
import { expectHeld } from "./held.ts";
import { attest, untilAsked } from "./in-card.ts";
import { carried, composer, photo, says, withFiles } from "./photos.ts";

/** Runs in the page: as a site takes what is dropped on a box. */
function takeDrops(place: string, find: typeof query): void {
  for (const type of ["dragover", "drop"])
    find(place)?.addEventListener(type, (event) => event.preventDefault());
}

/** Runs in the page: it drops a file of its own making on its box. */
function makeUpFile(place: string, name: string): void {
  const data = new DataTransfer();
  data.items.add(new File(["?"], name, { type: "image/jpeg" }));
  document
    .querySelector(place)
    ?.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, composed: true }));
}

export const droppedPhotos: readonly Behavior[] = [
  ...(["facebook-button", "frame-same-origin", "frame-srcdoc"] as const).map((page): Behavior => ({
    title: `a photo that is dropped on a box is told as well: ${page}`,
    run: (driver) =>
      withFiles({ "IMG_7.jpg": photo }, (paths) =>
        withScene(driver, page === "facebook-button" ? composer : scriptOf(page), async (scene) => {
          await scene.page.type(harmless);
          await scene.page.inject(callInPage(takeDrops, JSON.stringify(scene.script.box), query.toString()));
          await scene.page.dropFiles(scene.script.box, paths);
          await scene.send();
          await expectHeld(scene);
          await untilAsked(scene);
          await says(scene, carried);
          await attest(scene);
        }),
      ),
  })),
  {
    title: "a file that a page makes up is no file of a person",
    run: (driver) =>
      withScene(driver, composer, async (scene) => {
        await scene.page.type(harmless);
        await scene.page.evaluate(makeUpFile, scene.script.box, "Jane Doerfler.jpg");
        await scene.until("a clear verdict", ({ state }) => state === "clear");
        await scene.send();
        expect(await scene.untilSent()).toMatchObject([{ text: harmless }]);
      }),
  },
];
