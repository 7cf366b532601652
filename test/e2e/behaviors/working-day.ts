/** A day at a practice, as far as it comes near names: with the list, at the sites, and in the extension's own pages. */
import { expect } from "vitest";
import type { Driver, PageHandle } from "../harness/driver.ts";
import { importPatients, openPatients } from "../harness/patients.ts";
import { withScene } from "../harness/scene.ts";
import { waitFor } from "../harness/wait.ts";
import { routes } from "../../pages/routes.ts";
import { scriptOf } from "../page-scripts.ts";
import type { Planted } from "./planted-people.ts";
import { expectHeld, untilClear } from "./held.ts";
import { leaveNote } from "./day-of-officer.ts";
import { untilText } from "./page-text.ts";

/** A given name beside care: it warns, and may be posted anyway. */
const warnedAbout = (given: string): string => `The treatment room is behind the house, ${given} says`;

/** Opens a fold of the section of the patient list, by something in it. */
const unfold = (page: PageHandle, inside: string): Promise<void> =>
  page.click(`#patients details:has(${inside}) summary`);

/** Fills the form for one person. */
export async function typePerson(page: PageHandle, person: Planted): Promise<void> {
  const fields: readonly (readonly [string, string])[] = [
    ["given", person.given],
    ["family", person.family],
    ["formerFamilies", person.former],
    ["nicknames", person.nickname],
    ["handles", person.handle],
    ["phones", person.phone],
    ["emails", person.email],
    ["recordNumbers", person.record],
  ];
  for (const [field, text] of fields) {
    await page.click(`#person-${field}`);
    await page.type(text);
  }
}

async function onePerson(page: PageHandle, person: Planted, how: "primary" | "danger"): Promise<void> {
  await typePerson(page, person);
  await page.press("Enter");
  await waitFor(page, "what was found", () => document.querySelector("#found-title") !== null);
  await page.click(`.preview .button.${how}`);
  await untilText(page, "#patients", how === "primary" ? "Added." : "Removed.");
}

/** In the options page: the list comes in, one person joins, one leaves, and the sealed file is handed on. */
export async function bringIn(
  driver: Driver,
  file: string,
  passphrase: string,
  people: { readonly joining: Planted; readonly leaving: Planted },
): Promise<void> {
  const page = await openPatients(driver);
  expect(await importPatients(page, file, passphrase)).toContain("The names are forgotten");
  await unfold(page, "#person-given");
  await onePerson(page, people.joining, "primary");
  await onePerson(page, people.leaving, "danger");
  await unfold(page, "#rekey-passphrase");
  await page.click("#patients details:has(#rekey-passphrase) .actions .button");
  await untilText(page, "#patients", "Downloaded.");
  await page.close();
}

interface Named {
  /** In drafts. */
  readonly written: Planted;
  /** In reasons for posting anyway. */
  readonly confided: Planted;
}

/** What somebody may confide who has to say why. */
const reasonFor = (person: Planted): string =>
  `${person.given} is our florist: ${person.family}, born ${person.former}, @${person.handle}, ${person.phone}, ` +
  `${person.email}, ${person.birth}, ${person.record}. ${person.nickname} agrees.`;

/** At the sites: drafts that name somebody are held, mended, posted anyway, and given up. */
export async function answerReviews(driver: Driver, { written, confided }: Named): Promise<void> {
  const { given, family, nickname, phone, handle } = written;
  await withScene(driver, scriptOf("facebook-comment", "reply"), async (scene) => {
    await scene.page.type(`Thank you, ${given} ${family}, for coming in on Monday!`);
    await scene.send();
    await expectHeld(scene);
    await scene.clickInCard("[data-action=use]");
    await untilClear(scene);
    await scene.send();
    await scene.untilSent();
  });
  await withScene(driver, scriptOf("instagram-comment", "Enter"), async (scene) => {
    await scene.page.type(`We are glad that @${handle} came back, dear ${nickname}`);
    await scene.send();
    await expectHeld(scene);
    await scene.clear();
  });
  await withScene(driver, scriptOf("messenger", "Enter"), async (scene) => {
    await scene.page.paste(`${given} ${family} called from ${phone}.`);
    await scene.send();
    await expectHeld(scene);
    const popup = await driver.openExtensionPage("popup.html");
    await untilText(popup, "#policy-body", "Patient list");
    await popup.close();
    await scene.clear();
  });
  await withScene(driver, scriptOf("facebook-button", "Enter"), async (scene) => {
    await scene.page.type(warnedAbout(given));
    await scene.send();
    expect((await expectHeld(scene)).buttons).toContain("Post anyway");
    await scene.clickInCard("#reason");
    await scene.page.paste(reasonFor(confided));
    await scene.clickInCard("[data-action=post-anyway]");
    await scene.until("leave to post", ({ text }) => text.includes("Press send again"));
    await scene.page.click(scene.script.box);
    await scene.send();
    await scene.untilSent();
  });
  await withScene(driver, scriptOf("plain-contenteditable"), async (scene) => {
    await scene.page.type(warnedAbout(given));
    await scene.send();
    await expectHeld(scene);
    await scene.clickInCard("#reason");
    await scene.page.type(`${given} told me so`);
    await scene.clickInCard("[data-action=post-anyway]");
    await scene.until("leave to post", ({ text }) => text.includes("Press send again"));
    await scene.page.click(scene.script.box);
    await scene.send();
    await scene.untilSent();
  });
}

/** In the popup. */
export async function lock(driver: Driver): Promise<void> {
  const popup = await driver.openExtensionPage("popup.html");
  await waitFor(popup, "the list", () => document.querySelector("#list-body button") !== null);
  await popup.click("#list-body button");
  await waitFor(popup, "the lock", () => document.querySelector("#passphrase") !== null);
  await popup.close();
}

/** Locks the list, meets a locked list at a site, and unlocks it with what is typed shown. */
export async function lockAndUnlock(driver: Driver, person: Planted, passphrase: string): Promise<void> {
  await lock(driver);
  await withScene(driver, scriptOf("facebook-comment", "reply"), async (scene) => {
    await scene.page.type(`Thank you, ${person.given} ${person.family}`);
    await scene.send();
    await scene.until("the card", ({ state, text }) => state === "unchecked" && text.includes("Not sent"));
    await scene.clear();
  });
  await unlock(driver, passphrase);
}

export async function unlock(driver: Driver, passphrase: string): Promise<void> {
  const popup = await driver.openExtensionPage("popup.html");
  await waitFor(popup, "the lock", () => document.querySelector("#passphrase") !== null);
  await popup.click("#passphrase-shown");
  await popup.click("#passphrase");
  await popup.type(passphrase);
  await popup.press("Enter");
  await untilText(popup, "body", "The patient list is unlocked.");
  await popup.close();
}

/**
 * Leaves things half done, in tabs that stay open: a person's form, a reply of the practice's own, a passphrase that is shown, an
 * officer's note, a reason in the card, a draft on a site.
 */
export async function leaveOpen(
  driver: Driver,
  left: Named & { readonly person: Planted; readonly passphrase: string; readonly draft: string },
): Promise<void> {
  const options = await openPatients(driver);
  await unfold(options, "#person-given");
  await typePerson(options, left.person);
  await waitFor(options, "the lists", () => document.querySelector("#replies-text") !== null);
  for (const list of ["alwaysStop", "alwaysAllow", "replies"]) {
    await options.click(`#${list}-text`);
    await options.type(`Dear ${left.person.given} ${left.person.family}`);
  }
  await unfold(options, "#rekey-passphrase");
  await options.click("#rekey-passphrase");
  await options.type(left.passphrase);
  await options.click("#patients details:has(#rekey-passphrase) [aria-pressed]");
  await leaveNote(driver, left.person);
  const form = await driver.open(routes["native-form"].url);
  await waitFor(form, "the editor", () => window.ready);
  await form.click("#composerInput");
  await form.type(warnedAbout(left.written.given));
  await form.click("input[value=Comment]");
  await waitFor(form, "the card", () =>
    document.querySelector("reply-guard")?.shadowRoot?.querySelector("#reason")?.checkVisibility(),
  );
  await form.click("reply-guard >>> #reason");
  await form.paste(reasonFor(left.confided));
  const review = await driver.open(routes["yelp-review"].url);
  await waitFor(review, "the editor", () => window.ready);
  await review.click("#review_text");
  await review.type(left.draft);
}

/** Begins to read a file and returns while it is being read. */
export async function beginImport(driver: Driver, file: string): Promise<void> {
  const page = await openPatients(driver);
  await page.setFiles("#patients-file", [file]);
  await waitFor(page, "the preview", () => document.querySelector("#preview-title") !== null);
  await page.click("#patients .preview .button.primary");
  await waitFor(page, "the first thousands of rows", () => {
    const done = document.querySelector("progress")?.value ?? 0;
    return done > 2 && done < 90;
  });
}
