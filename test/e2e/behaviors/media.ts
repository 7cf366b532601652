import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { noPictures } from "../harness/firefox.ts";
import type { Scene } from "../harness/scene.ts";
import { withScene } from "../harness/scene.ts";
import { waitFor } from "../harness/wait.ts";
import { scriptOf } from "../page-scripts.ts";
import type { Behavior } from "./behavior.ts";
import { harmless } from "./drafts.ts";
import { expectHeld } from "./held.ts";
import { attest } from "./in-card.ts";

const picture = join(import.meta.dirname, "../../../icons/watching-16.png");
const composer = scriptOf("facebook-button", "button");

/** A file whose name does not say that it shows nobody. */
export async function withPicture(use: (file: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "replyguard-picture-"));
  try {
    const file = join(folder, "IMG_2041.png");
    await copyFile(picture, file);
    await use(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function attestAndSend(scene: Scene, name: string): Promise<void> {
  const card = await expectHeld(scene);
  expect(card.text).toMatch(/photo or video/i);
  await attest(scene);
  await scene.send();
  expect(await scene.untilSent()).toEqual([{ text: harmless, via: "button", files: [name] }]);
}

export const media: readonly Behavior[] = [
  {
    title: "a chosen picture is held until somebody attests an authorization",
    run: (driver) =>
      withPicture((file) =>
        withScene(driver, composer, async (scene) => {
          await scene.page.type(harmless);
          await scene.page.setFiles("#photo", [file]);
          await waitFor(scene.page, "the preview", () => document.querySelector("#previews img") !== null);
          await scene.send();
          await attestAndSend(scene, "IMG_2041.png");
        }),
      ),
  },
  {
    title: "a picture without words is held as well",
    run: (driver) =>
      withPicture((file) =>
        withScene(driver, composer, async (scene) => {
          await scene.page.setFiles("#photo", [file]);
          await waitFor(scene.page, "the preview", () => document.querySelector("#previews img") !== null);
          await scene.send();
          const { alternatives } = await expectHeld(scene);
          // Of a picture alone nothing is left that could be posted without it.
          expect(alternatives).not.toContain("");
        }),
      ),
  },
  {
    title: "another picture needs another attestation",
    run: (driver) =>
      withPicture((file) =>
        withScene(driver, composer, async (scene) => {
          await scene.page.type(harmless);
          await scene.page.setFiles("#photo", [file]);
          await waitFor(
            scene.page,
            "the preview",
            () => document.querySelectorAll("#previews img").length === 1,
          );
          await scene.send();
          await expectHeld(scene);
          await attest(scene);
          await scene.page.setFiles("#photo", [picture]);
          await waitFor(
            scene.page,
            "the preview",
            () => document.querySelectorAll("#previews img").length === 2,
          );
          await scene.send();
          await expectHeld(scene);
        }),
      ),
  },
  {
    title: "a pasted picture is held until somebody attests an authorization",
    cannot: { firefox: noPictures },
    run: (driver) =>
      withScene(driver, composer, async (scene) => {
        await scene.page.type(harmless);
        await scene.page.pastePicture(await readFile(picture, "base64"));
        const name = await waitFor(
          scene.page,
          "the preview",
          () => document.querySelector<HTMLImageElement>("#previews img")?.alt,
        );
        await scene.send();
        await attestAndSend(scene, name);
      }),
  },
];
