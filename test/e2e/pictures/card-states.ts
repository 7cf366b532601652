/** The card beside the boxes of sites. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  app,
  artist,
  camera as device,
  jpeg,
  shown,
  taken,
  tiff,
  where,
  xmp,
} from "../../unit/content/media/made-files.ts";
import { doubtful, flagged } from "../behaviors/drafts.ts";
import type { Driver } from "../harness/driver.ts";
import type { Scene } from "../harness/scene.ts";
import { withScene } from "../harness/scene.ts";
import { poll, waitFor } from "../harness/wait.ts";
import { scriptOf } from "../page-scripts.ts";
import type { Camera, Take } from "./camera.ts";
import type { Language } from "./states.ts";

const reply = scriptOf("facebook-comment", "reply");
const risky = { en: "See you at your next visit, Jane!", es: "¡Nos vemos en su próxima cita, Jane!" };
const stopped = { en: flagged, es: "¡Gracias por venir a su cita de Botox, Jane!" };
const reasoned = { en: "It is our own number", es: "Es nuestro propio número" };

const size: Take = { width: 900, height: 760 };
const dark: Take = { ...size, scheme: "dark" };
const narrow: Take = { width: 320, height: 700 };

const action = (name: string, index?: string): string =>
  index === undefined ? `[data-action=${name}]` : `[data-action=${name}][data-index="${index}"]`;

const textIn = (scene: Scene, place: string): Promise<string> =>
  scene.page.evaluate(
    (place) => document.querySelector("reply-guard")?.shadowRoot?.querySelector(place)?.textContent ?? "",
    place,
  );

const untilTextIn = (scene: Scene, place: string, not = ""): Promise<unknown> =>
  poll(async () => ((await textIn(scene, place)) === not ? undefined : true));

const isCard = (scene: Scene): Promise<unknown> =>
  scene.until("the whole card", ({ visible, findings }) => visible && findings.length > 0);

async function hold(scene: Scene, draft: string): Promise<void> {
  await scene.page.type(draft);
  await scene.until("a verdict", ({ state }) => state === "block" || state === "warn");
  await scene.send();
  await isCard(scene);
}

async function held(driver: Driver, camera: Camera, language: Language): Promise<void> {
  await withScene(driver, reply, async (scene) => {
    const take = (name: string, how: Take = size): Promise<void> =>
      camera.take(scene.page, `${language}-card-${name}`, how);
    await scene.page.type(stopped[language]);
    await scene.until("the note", ({ visible, state }) => visible && state === "block");
    await take("note");
    await scene.send();
    await isCard(scene);
    await take("held");
    await take("held-dark", dark);
    await take("held-narrow", narrow);
    await scene.clickInCard(action("expand"));
    await take("why");
    await take("why-dark", dark);
    await take("why-narrow", narrow);
    await scene.clickInCard(action("edit", "0"));
    await untilTextIn(scene, "#edited");
    await scene.page.press("ControlOrMeta+KeyA");
    await scene.page.type(risky[language]);
    await waitFor(scene.page, "leave refused", () => {
      const card = document.querySelector("reply-guard")?.shadowRoot;
      const words = card?.querySelector("#edited")?.textContent ?? "";
      return words !== "" && !words.endsWith("…") && words.length > 20;
    });
    await take("changed");
    await scene.clickInCard(action("cancel"));
    await scene.clickInCard(action("dispute"));
    await scene.until(
      "that it is on record",
      ({ buttons }) => buttons.length > 0 && !buttons.some((one) => /problema?\?$/.test(one)),
    );
    await take("disputed");
    await scene.clickInCard(action("post-anyway"));
    await untilTextIn(scene, "#problem");
    await take("asked");
    await scene.clickInCard(action("use", "0"));
    await scene.until("the reply", ({ state }) => state === "clear");
    await take("replaced");
  });
}

async function warnedOf(driver: Driver, camera: Camera, language: Language): Promise<void> {
  await withScene(driver, reply, async (scene) => {
    await hold(scene, doubtful);
    await camera.take(scene.page, `${language}-card-warned`, size);
    await scene.clickInCard("#reason");
    await scene.page.type(reasoned[language]);
    await scene.clickInCard(action("post-anyway"));
    await waitFor(scene.page, "leave to post it", () => {
      const card = document.querySelector("reply-guard")?.shadowRoot;
      return card?.querySelector(".anyway")?.checkVisibility() === false;
    });
    await scene.page.evaluate(() => {
      const card = document.querySelector("reply-guard")?.shadowRoot?.querySelector(".card");
      return card ? (card.scrollTop = 0) : 0;
    });
    await camera.take(scene.page, `${language}-card-may-post`, size);
  });
}

async function found(driver: Driver, camera: Camera, language: Language): Promise<void> {
  await withScene(driver, reply, async (scene) => {
    await poll(async () => {
      await scene.page.press("Alt+Shift+KeyG");
      return poll(async () => (await scene.card()).alternatives.length > 0 || undefined, 2000);
    });
    await camera.take(scene.page, `${language}-card-own-replies`, size);
  });
}

const photo = jpeg(app.exif(tiff([...device, artist, taken, where])), app.xmp(xmp(shown)));

async function withPhoto(driver: Driver, camera: Camera, language: Language): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "pictures-"));
  const file = join(folder, "IMG_2041.jpg");
  await writeFile(file, photo);
  await withScene(driver, scriptOf("facebook-button", "button"), async (scene) => {
    await scene.page.setFiles("#photo", [file]);
    await waitFor(scene.page, "the preview", () => document.querySelector("#previews img") !== null);
    await scene.send();
    await isCard(scene);
    await waitFor(scene.page, "the field for the reference", () =>
      document.querySelector("reply-guard")?.shadowRoot?.querySelector("#authorization")?.checkVisibility(),
    );
    await camera.take(scene.page, `${language}-card-photo`, size);
    await scene.clickInCard("#authorization");
    await scene.page.type("310-555-0188");
    await scene.clickInCard("#attest");
    await waitFor(
      scene.page,
      "the reference to be refused",
      () =>
        document.querySelector("reply-guard")?.shadowRoot?.querySelector("#authorization[aria-invalid]") !==
        null,
    );
    await camera.take(scene.page, `${language}-card-photo-asked`, size);
  });
  await rm(folder, { recursive: true, force: true });
}

async function elsewhere(driver: Driver, camera: Camera, language: Language): Promise<void> {
  await withScene(driver, scriptOf("unknown-composer", "button"), async (scene) => {
    await hold(scene, stopped[language]);
    await camera.take(scene.page, `${language}-card-unknown-box`, size);
  });
  await withScene(driver, scriptOf("native-form"), async (scene) => {
    await hold(scene, stopped[language]);
    await camera.take(scene.page, `${language}-card-underlined`, size);
  });
  await withScene(driver, reply, async (scene) => {
    await scene.page.evaluate(() => {
      document.documentElement.dir = "rtl";
      return true;
    });
    await hold(scene, stopped[language]);
    await camera.take(scene.page, `${language}-card-right-to-left`, size);
  });
}

export async function cardStates(driver: Driver, camera: Camera, language: Language): Promise<void> {
  for (const states of [held, warnedOf, found, withPhoto, elsewhere])
    await camera.attempt(`${language} ${states.name}`, () => states(driver, camera, language));
}
