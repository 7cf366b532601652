/** The drafts of a day, one after the other in few tabs: each names another person, and goes every way that one can go. */
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import type { CardSeen } from "../harness/card.ts";
import type { Driver } from "../harness/driver.ts";
import { withScene } from "../harness/scene.ts";
import type { Scene } from "../harness/scene.ts";
import { waitFor } from "../harness/wait.ts";
import { scriptOf } from "../page-scripts.ts";
import { untilClear } from "./held.ts";
import { attest } from "./in-card.ts";
import type { Invented } from "./invented-names.ts";

export interface Work {
  readonly scene: Scene;
  readonly person: Invented;
  /** Is listed, named in reasons only. */
  readonly confided: Invented;
  readonly pictures: string;
}
type Way = (work: Work) => Promise<void>;

const picture = join(import.meta.dirname, "../../../icons/watching-16.png");
/** Who stands there on the page as it is. */
const another: Invented = { given: "Marisol", family: "Whitcombe" };
const full = ({ given, family }: Invented): string => `${given} ${family}`;

/** What of a reason names nobody, and is on record as it was given. */
export const keptOfReason = "blue teapot on the windowsill";
const reasonAbout = (person: Invented, answered: string): string =>
  `${person.given} and ${full(person)} know; ${answered} too; ${keptOfReason}`;

async function held(scene: Scene, before: number): Promise<CardSeen> {
  const card = await scene.until(
    "the card to say why it was not sent",
    ({ visible, text, findings }) => visible && text.includes("Not sent") && findings.length > 0,
  );
  expect(await sentSoFar(scene)).toBe(before);
  return card;
}

const sentSoFar = (scene: Scene): Promise<number> => scene.page.evaluate(() => window.sent.length);

async function sendsNow(scene: Scene, before: number): Promise<void> {
  await scene.send();
  await waitFor(scene.page, "the send", (before) => window.sent.length === before + 1, before);
}

/** As the site draws another comment in the place of the one that is answered, and its box. */
async function answering(scene: Scene, person: Invented, text: string): Promise<void> {
  await scene.page.evaluate(
    (name, text, box) => {
      const comment = document.querySelector('[role=article][aria-label^="Comment by"]');
      const author = comment?.querySelector("a > span");
      const said = comment?.querySelector('span[dir="auto"] > div');
      if (!comment || !author || !said) throw new Error("nothing is answered on this page");
      comment.setAttribute("aria-label", `Comment by ${name} 2 hours ago`);
      document.querySelector(box)?.setAttribute("aria-label", `Reply to ${name}`);
      author.textContent = name;
      said.textContent = text;
    },
    full(person),
    text,
    scene.script.box,
  );
}

async function stopped(scene: Scene, draft: string, how: "type" | "paste" = "type"): Promise<number> {
  const before = await sentSoFar(scene);
  await scene.page[how](draft);
  // What is pasted is sent at once, before its verdict or after it; of what is typed each has its own on record.
  if (how === "type") await scene.untilChecked();
  await scene.send();
  await held(scene, before);
  return before;
}

async function postAnyway(scene: Scene, reason: string, before: number): Promise<void> {
  await scene.clickInCard("#reason");
  await scene.page.paste(reason);
  await scene.clickInCard("[data-action=post-anyway]");
  await scene.until("leave to post", ({ text }) => text.includes("Ready to post anyway"));
  await scene.page.click(scene.script.box);
  await sendsNow(scene, before);
}

/** For boxes in which a comment is answered. */
export const commentWays: readonly Way[] = [
  async ({ scene, person }) => {
    await stopped(scene, `Thank you, ${full(person)}, for coming in on Monday!`);
    await scene.clear();
  },
  async ({ scene, person }) => {
    await stopped(scene, `${full(person)} had a filling with us`, "paste");
    await scene.clear();
  },
  async ({ scene, person, confided }) => {
    // Whoever is answered may be called by the name that everybody sees.
    await answering(scene, another, "Loved my visit, the front desk was so kind.");
    const before = await stopped(scene, `The treatment room is behind the house, ${person.given} says`);
    await postAnyway(scene, reasonAbout(confided, full(another)), before);
  },
  async ({ scene, person }) => {
    const before = await stopped(scene, `We saw you for your knee, ${full(person)}!`);
    await scene.clickInCard("[data-action=use]");
    await untilClear(scene);
    await sendsNow(scene, before);
  },
  async ({ scene, person }) => {
    await answering(scene, person, `My filling still hurts. Yours, ${person.given}`);
    await stopped(scene, `Sorry that your filling hurts, ${person.given.toUpperCase()}`);
    await scene.clear();
  },
  async ({ scene, person, confided }) => {
    await answering(scene, person, "I had my Botox there and loved it.");
    const before = await stopped(scene, `Thanks for coming in for your Botox, ${person.given}!`);
    await postAnyway(scene, reasonAbout(confided, full(person)), before);
  },
];

/** The same for people who are on no list: their drafts say what nobody may. */
export const strangerWays: readonly Way[] = [0, 1, 3, 5].flatMap((at) => commentWays[at] ?? []);

/** For a box that takes pictures. */
export const pictureWays: readonly Way[] = [
  async ({ scene, person, pictures }) => {
    const before = await sentSoFar(scene);
    const file = join(pictures, `${full(person)} before and after.png`);
    await copyFile(picture, file);
    await scene.page.setFiles("#photo", [file]);
    await waitFor(scene.page, "the preview", () => document.querySelector("#previews img") !== null);
    await scene.page.type("A new look");
    await scene.send();
    await held(scene, before);
    await attest(scene);
    await sendsNow(scene, before);
  },
];

/** For a box that is a field of a form, which browsers bring back after their end. */
export const fieldWays: readonly Way[] = [
  async ({ scene, person }) => {
    await stopped(scene, `Dear ${full(person)}, your crown is ready`);
    await scene.clear();
  },
];

/** While the patient list is locked. */
export const uncheckedWays: readonly Way[] = [
  async ({ scene, person }) => {
    const before = await sentSoFar(scene);
    await scene.page.type(`See you soon, ${full(person)}`);
    await scene.send();
    await scene.until("the card", ({ state, text }) => state === "unchecked" && text.includes("Not sent"));
    expect(await sentSoFar(scene)).toBe(before);
    await scene.clear();
  },
];

interface Batch {
  readonly people: readonly Invented[];
  readonly confided: readonly Invented[];
  readonly pictures: string;
}

/** Each of the people in a draft of their own, in one tab; the ways take turns. */
export async function writeDrafts(
  driver: Driver,
  on: Parameters<typeof scriptOf>,
  ways: readonly Way[],
  { people, confided, pictures }: Batch,
): Promise<void> {
  await withScene(driver, scriptOf(...on), async (scene) => {
    for (const [at, person] of people.entries()) {
      const way = ways[at % ways.length];
      const other = confided[at % confided.length];
      if (!way || !other) throw new Error("nothing to do with this draft");
      await way({ scene, person, confided: other, pictures });
    }
  });
}
