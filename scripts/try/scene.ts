import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import type { Driver } from "../../test/e2e/harness/driver.ts";
import { addresses } from "./look-alikes.ts";
import { openPlayer } from "./player.ts";
import type { Player } from "./player.ts";
import { lockList, shootOptions, shootPopup, shootRecord, unlockInPopup } from "./own-pages.ts";
import type { Transcript } from "./transcript.ts";

const size = { width: 1080, height: 820 };

/** What a person writes who means no harm. */
const held = {
  facebook: "Thanks for coming in for your Botox, Jane!",
  spanish: "¡Gracias por venir a su cita de láser, Lucía!",
  instagram: "So proud of our girl Priya Raman!",
  yelp: "Your deposit was non-refundable, as you signed.",
};
const fine = "Thank you for the kind words!";

/** Plays the main job from end to end. Never rejects: what fails is in the transcript, and the next act is played. */
export async function playScene(driver: Driver, transcript: Transcript): Promise<void> {
  const act = async (title: string, play: () => Promise<void>): Promise<void> => {
    transcript.heading(title);
    try {
      await play();
    } catch (error) {
      transcript.fault(error instanceof Error ? error.message : String(error));
    }
  };
  const enter = async (address: string): Promise<Player> => {
    const page = await driver.open(address);
    await page.resize(size.width, size.height);
    transcript.line(`Opened <${address}>`);
    return openPlayer(page, transcript);
  };

  await act("The practice and its list are set up", async () => {
    await shootOptions(driver, transcript);
  });

  let facebook: Player | undefined;
  await act("A thank-you that says too much", async () => {
    facebook = await enter(addresses.facebook);
    await facebook.write("#box-jane", held.facebook);
    await facebook.send({ press: "Enter" });
    const card = await facebook.held();
    await facebook.shoot("facebook-held", "The card beside the reply box");
    const reply = await facebook.useReply(card, "#box-jane");
    await facebook.shoot("facebook-safe-reply", "The safe reply is in the box");
    await facebook.send({ press: "Enter" });
    await facebook.posted(reply);
    await facebook.shoot("facebook-posted", "The safe reply in the thread");
  });

  await act("A thank-you that is fine", async () => {
    if (!facebook) throw new Error("the page is not open");
    await facebook.write("#box-lucia", fine);
    await facebook.send({ press: "Enter" });
    await facebook.posted(fine);
    await facebook.shoot("facebook-untouched", "The reply went out and no card is to be seen");
  });

  await act("A reply in Spanish, in the dark", async () => {
    if (!facebook) throw new Error("the page is not open");
    await facebook.page.prefer("dark");
    await facebook.write("#box-lucia", held.spanish);
    await facebook.send({ press: "Enter" });
    await facebook.held();
    await facebook.shoot("facebook-dark", "The card in dark colors");
    await facebook.page.prefer("light");
    await facebook.page.close();
  });

  await act("A patient is named under a post", async () => {
    const instagram = await enter(addresses.instagram);
    await instagram.write("#box", held.instagram);
    await instagram.send({ press: "Enter" });
    const card = await instagram.held();
    if (!card.quotes.some((quote) => quote.includes("Priya Raman"))) {
      transcript.fault("the card does not quote the name of the patient");
    }
    await instagram.shoot("instagram-held", "The card beside the comment box");
    await shootPopup(driver, transcript, addresses.instagram);
    await instagram.page.close();
  });

  await act("A bill is argued about in public", async () => {
    const yelp = await enter(addresses.yelp);
    await yelp.page.click("#review-rafael .comment");
    await yelp.write("#review-rafael textarea", held.yelp);
    await yelp.send({ click: "#review-rafael .send" });
    const card = await yelp.held();
    await yelp.shoot("yelp-held", "The card beside the public comment");
    const reply = await yelp.useReply(card, "#review-rafael textarea");
    await yelp.send({ click: "#review-rafael .send" });
    await yelp.posted(reply);
    await yelp.shoot("yelp-posted", "The safe reply as public comment");
    await yelp.page.close();
  });

  await act("The patient list is locked, as after each start of the browser", async () => {
    await lockList(driver, transcript);
    const page = await enter(addresses.facebook);
    await page.write("#box-lucia", fine);
    await page.send({ press: "Enter" });
    await page.unchecked();
    await page.shoot("facebook-locked", "The card says why the reply waits, and how to go on");
    await unlockInPopup(driver, transcript);
    await page.cleared();
    await page.send({ press: "Enter" });
    await page.posted(fine);
    await page.page.close();
  });

  await act("What is kept of all this", async () => {
    await shootRecord(driver, transcript, Object.values(held));
  });
}

/** The README shows the card of a real run. */
export async function keepPicture(folder: string, to: string): Promise<void> {
  await copyFile(join(folder, "facebook-held.png"), to);
}
