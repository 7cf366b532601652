/** What the card tells of a picture or film beside what it shows, and what of it is kept. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { expect } from "vitest";
import {
  app,
  artist,
  bytes,
  camera,
  chunk,
  film,
  jpeg,
  keyed,
  png,
  shown,
  taken,
  tiff,
  where,
  xmp,
} from "../../unit/content/media/made-files.ts";
import { recordedEntries, verifyRecord } from "../harness/record.ts";
import type { Scene } from "../harness/scene.ts";
import { withScene } from "../harness/scene.ts";
import { poll, waitFor } from "../harness/wait.ts";
import { scriptOf } from "../page-scripts.ts";
import type { Behavior } from "./behavior.ts";
import { harmless } from "./drafts.ts";
import { expectHeld, untilClear } from "./held.ts";
import {
  accessible,
  attest,
  focusedInCard,
  tickSeen,
  untilAsked,
  untilProblem,
  untilRecorded,
} from "./in-card.ts";

interface Area {
  get(keys: null): Promise<unknown>;
}
/** In a page of the extension; Firefox knows it by this name as well. */
declare const chrome: { readonly storage: { readonly session: Area; readonly local: Area } };

export const composer = scriptOf("facebook-button", "button");
const name = "Ottilie Brandvold";

export async function withFiles(
  files: Readonly<Record<string, Uint8Array>>,
  use: (paths: readonly string[]) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "replyguard-photos-"));
  try {
    const paths = Object.keys(files).map((file) => join(folder, file));
    for (const [file, content] of Object.entries(files)) await writeFile(join(folder, file), content);
    await use(paths);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function choose(scene: Scene, paths: readonly string[]): Promise<void> {
  await scene.page.type(harmless);
  await scene.page.setFiles("#photo", paths);
  await waitFor(
    scene.page,
    "the previews",
    (count) => document.querySelectorAll("#previews img").length === count,
    paths.length,
  );
  await scene.send();
  await expectHeld(scene);
  await untilAsked(scene);
}

export const says = (scene: Scene, words: string): Promise<unknown> =>
  scene.until(words, ({ text }) => text.replaceAll(/\s+/g, " ").includes(words));

export const photo = jpeg(app.exif(tiff([...camera, artist, taken, where])), app.xmp(xmp(shown)));
export const carried =
  "This photo carries the place and the minute it was taken, the device it was taken with, and names of people.";

export const photos: readonly Behavior[] = [
  {
    title:
      "a photo with place and minute: the card tells, somebody attests by a reference, and it is on record",
    run: (driver) =>
      withFiles({ "IMG_2041.jpg": photo }, (paths) =>
        withScene(driver, composer, async (scene) => {
          await choose(scene, paths);
          await says(scene, carried);
          await accessible(scene);
          await attest(scene, "Release 17, drawer 2");
          await says(scene, "This is on record. To change it");
          await accessible(scene);
          await scene.send();
          expect(await scene.untilSent()).toEqual([
            { text: harmless, via: "button", files: ["IMG_2041.jpg"] },
          ]);

          const page = await driver.openExtensionPage("options.html");
          const entry = await poll(async () =>
            (await recordedEntries(page)).findLast(
              (one) =>
                one.kind === "attempt" && one.outcome === "attested" && one.reason === "Release 17, drawer 2",
            ),
          );
          expect(entry).toMatchObject({ carries: ["place", "time", "device", "person"], rules: [] });
          const { text } = await verifyRecord(page);
          expect(text).toContain("Release 17, drawer 2");
          const stored = JSON.stringify(
            await page.evaluate(async () => {
              const all: unknown[] = [];
              for (const { name: database } of await indexedDB.databases()) {
                const opened = await new Promise<IDBDatabase>((resolve) => {
                  const request = indexedDB.open(database ?? "");
                  request.addEventListener("success", () => resolve(request.result));
                });
                for (const store of opened.objectStoreNames) {
                  all.push(
                    await new Promise((resolve) => {
                      const request = opened.transaction(store).objectStore(store).getAll();
                      request.addEventListener("success", () => resolve(request.result));
                    }),
                  );
                }
                opened.close();
              }
              const { storage } = chrome;
              return JSON.stringify([all, await storage.local.get(null), await storage.session.get(null)]);
            }),
          );
          expect(stored).toContain("Release 17");
          const secrets = ["Brandvold", "2026:05:12", "14:31", "Samplemaker", "IMG_2041", "46.3"];
          expect(secrets.filter((secret) => stored.includes(secret) || text.includes(secret))).toEqual([]);
          await page.close();
        }),
      ),
  },
  {
    title: "a reference that says who somebody is is not taken, and without the tick; by keyboard another is",
    run: (driver) =>
      withFiles({ "IMG_2042.jpg": jpeg() }, (paths) =>
        withScene(driver, composer, async (scene) => {
          await choose(scene, paths);
          await says(scene, "No place, time, device or name was found in it.");
          await scene.clickInCard("#authorization");
          await scene.page.type("call 310-555-0188");
          await scene.page.press("Tab");
          await scene.page.press("Space");
          await untilProblem(scene, "This says who somebody is");
          expect(await tickSeen(scene)).toEqual({ ticked: false, fixed: false, refused: true });
          expect(await focusedInCard(scene)).toBe("authorization");
          await accessible(scene);
          await scene.send();
          expect(await scene.sent()).toEqual([]);
          await scene.clickInCard("#authorization");
          await scene.page.press("ControlOrMeta+KeyA");
          await scene.page.type("2026-0042");
          await scene.page.press("Tab");
          await scene.page.press("Space");
          await untilClear(scene);
          expect(await tickSeen(scene)).toEqual({ ticked: true, fixed: true, refused: false });
          expect(await focusedInCard(scene)).toBe("attest");
        }),
      ),
  },
  {
    title: "without a reference the tick attests; taken out it holds again, and a reference can be added",
    run: (driver) =>
      withFiles({ "IMG_2043.jpg": photo }, (paths) =>
        withScene(driver, composer, async (scene) => {
          await choose(scene, paths);
          await says(scene, carried);
          await attest(scene);
          // Pressed by the mouse: whoever writes in the site's box stays there.
          expect(await focusedInCard(scene)).toBe("");
          await says(scene, "On record without a reference.");
          const first = await untilRecorded(driver, "attested");
          expect(first).toMatchObject({ carries: ["place", "time", "device", "person"] });
          expect(first.reason).toBeUndefined();

          await scene.clickInCard("#attest");
          await scene.until("the hold", ({ state }) => state === "block" || state === "warn");
          expect(await tickSeen(scene)).toEqual({ ticked: false, fixed: false, refused: false });
          await scene.send();
          await expectHeld(scene);
          expect(await scene.sent()).toEqual([]);
          await attest(scene, "Folder B, 17");
          expect((await untilRecorded(driver, "attested")).reason).toBe("Folder B, 17");
          await scene.send();
          expect(await scene.untilSent()).toHaveLength(1);
        }),
      ),
  },
  {
    title: "of several files the card tells all, and what could not be read is not said to carry nothing",
    run: (driver) =>
      withFiles(
        {
          "IMG_1.jpg": photo,
          "clip.mov": film(
            3_861_441_067,
            keyed({
              "com.apple.quicktime.location.ISO6709": "+40.4461-079.9822/",
              "com.apple.quicktime.author": name,
            }),
          ),
          "cut.jpg": photo.slice(0, 60),
          "bomb.png": png(
            chunk(
              "iTXt",
              bytes("XML:com.adobe.xmp\0", [1, 0, 0, 0], deflateSync(new Uint8Array(50_000_000))),
            ),
          ),
        },
        (paths) =>
          withScene(driver, composer, async (scene) => {
            await choose(scene, paths);
            await says(scene, "2 of 4 files carry the place and the minute it was taken");
            await says(scene, "2 files could not be read, or not all of them");
          }),
      ),
  },
  {
    title: "a file name that says something is told",
    run: (driver) =>
      withFiles({ "refund_for_botox_call_310-555-0188.jpg": jpeg() }, (paths) =>
        withScene(driver, composer, async (scene) => {
          await choose(scene, paths);
          await says(scene, "Its file name says something:");
        }),
      ),
  },
];

/** The browser speaks Spanish, by its own language or by policy. */
export const spanishPhotos: readonly Behavior[] = [
  {
    title: "what a photo carries is told in Spanish, and the authorization asked for",
    run: (driver) =>
      withFiles({ "IMG_2041.jpg": photo }, (paths) =>
        withScene(driver, composer, async (scene) => {
          await scene.page.type(harmless);
          await scene.page.setFiles("#photo", paths);
          await scene.until("a verdict", ({ state }) => state === "block" || state === "warn");
          await scene.send();
          await says(
            scene,
            "Esta foto lleva el lugar y el minuto en que se tomó, el dispositivo con que se tomó y nombres de personas.",
          );
          await accessible(scene);
          await scene.clickInCard("#attest");
          await says(scene, "La autorización consta en el registro.");
          await says(scene, "Consta en el registro sin referencia.");
        }),
      ),
  },
];
