/** A person takes a safe reply, changes it before, takes it back after, and goes on writing as in any box. */
import { expect } from "vitest";
import type { Scene } from "../harness/scene.ts";
import { withScene } from "../harness/scene.ts";
import { waitFor } from "../harness/wait.ts";
import type { PageScript } from "../page-scripts.ts";
import { scriptOf } from "../page-scripts.ts";
import type { Behavior } from "./behavior.ts";
import { flagged, harmless } from "./drafts.ts";
import { expectHeld } from "./held.ts";
import { accessible, focusedInCard, tabTo, untilRecorded } from "./in-card.ts";

/** One of each kind of editor: Lexical, Draft.js, React's own textarea, a plain one, and none. */
const editors: readonly PageScript[] = [
  scriptOf("facebook-comment", "reply"),
  scriptOf("facebook-draft"),
  scriptOf("instagram-comment", "Enter"),
  scriptOf("native-form"),
  scriptOf("plain-contenteditable"),
];

const replaced = "Your text was replaced.";
const untilReplaced = (scene: Scene): Promise<unknown> =>
  scene.until("the note that the text was replaced", ({ text }) => text.includes(replaced));

async function replace(scene: Scene): Promise<string> {
  await scene.page.type(flagged);
  await scene.send();
  const { alternatives } = await expectHeld(scene);
  await scene.clickInCard('[data-action=use][data-index="0"]');
  await untilReplaced(scene);
  return alternatives[0] ?? "";
}

/** What a person types into the card while a reply is being changed. */
async function write(scene: Scene, text: string): Promise<void> {
  await scene.page.press("ControlOrMeta+KeyA");
  await scene.page.type(text);
}

const mayUse = (scene: Scene): Promise<boolean> =>
  scene.page.evaluate(
    () =>
      document
        .querySelector("reply-guard")
        ?.shadowRoot?.querySelector<HTMLButtonElement>("textarea ~ .row button")?.disabled === false,
  );

/** Runs in the page: nothing may move under the hand of somebody who presses one after the other. */
function placesOfButtons(): readonly number[] {
  const buttons = document.querySelector("reply-guard")?.shadowRoot?.querySelectorAll("button") ?? [];
  return [...buttons].map((button) => button.getBoundingClientRect().top);
}

export const changeAndUndo: readonly Behavior[] = [
  ...editors.flatMap((script): Behavior[] => [
    {
      title: `${script.page}: a reply that was used is taken back, and the person's own text stands there again`,
      run: (driver) =>
        withScene(driver, script, async (scene) => {
          await replace(scene);
          await scene.clickInCard("[data-action=undo]");
          await scene.until("the draft as it was", ({ state }) => state === "block");
          await scene.send();
          await expectHeld(scene);
          expect(await scene.sent()).toEqual([]);
        }),
    },
    {
      title: `${script.page}: after a reply was used, writing goes on at its end`,
      run: (driver) =>
        withScene(driver, script, async (scene) => {
          const reply = await replace(scene);
          await scene.page.type(" Yay");
          await scene.until("no more to take back", ({ visible, state }) => !visible && state === "clear");
          await scene.send();
          expect((await scene.untilSent())[0]?.text).toBe(`${reply} Yay`);
        }),
    },
    {
      title: `${script.page}: the site's own undo brings back what was written`,
      run: (driver) =>
        withScene(driver, script, async (scene) => {
          await replace(scene);
          await scene.page.press("ControlOrMeta+KeyZ");
          await scene.until("the draft as it was", ({ state }) => state === "block");
          await scene.send();
          const { quotes } = await expectHeld(scene);
          for (const quote of quotes) expect(flagged).toContain(quote);
        }),
    },
  ]),
  {
    title: "a reply that was copied can be pasted, and the card shows that it was copied",
    run: (driver) =>
      withScene(driver, scriptOf("facebook-comment", "reply"), async (scene) => {
        await scene.page.type(flagged);
        await scene.send();
        const { alternatives } = await expectHeld(scene);
        const before = await scene.page.evaluate(placesOfButtons);
        await scene.clickInCard('[data-action=copy][data-index="0"]');
        await scene.until(
          "that it was copied",
          ({ text, said }) => text.includes("Copied.") && said === "Copied.",
        );
        expect(await scene.page.evaluate(placesOfButtons)).toEqual(before);
        await accessible(scene);
        await scene.clear();
        await scene.page.press("ControlOrMeta+KeyV");
        await scene.until(
          "a clear verdict",
          ({ state, text }) => state === "clear" && !text.includes("Copied."),
        );
        await scene.send();
        expect((await scene.untilSent())[0]?.text).toBe(alternatives[0]);
      }),
  },
  {
    title: "a reply is changed in the card by keyboard alone, and used only when it is clear",
    run: (driver) =>
      withScene(driver, scriptOf("facebook-comment", "reply"), async (scene) => {
        await scene.page.type(flagged);
        await scene.send();
        await expectHeld(scene);
        await scene.page.press("Alt+Shift+KeyG");
        await tabTo(scene, "Change");
        await scene.page.press("Enter");
        await write(scene, "See you at your next visit, Jane!");
        await scene.until("what is wrong with it", ({ text }) => !text.includes("Checking"));
        expect(await mayUse(scene)).toBe(false);
        await accessible(scene);
        await write(scene, harmless);
        await waitFor(
          scene.page,
          "leave to use it",
          () =>
            document.querySelector("reply-guard")?.shadowRoot?.querySelector("#edited")?.textContent ===
            "This is clear.",
        );
        expect(await mayUse(scene)).toBe(true);
        await tabTo(scene, "Use this reply");
        await scene.page.press("Enter");
        await untilReplaced(scene);
        await scene.send();
        expect(await scene.untilSent()).toEqual([{ text: harmless, via: "enter" }]);
      }),
  },
  {
    title: "Escape ends the change of a reply and leaves the card, and then closes it and forgets the draft",
    run: (driver) =>
      withScene(driver, scriptOf("facebook-comment", "reply"), async (scene) => {
        await scene.page.type(flagged);
        await scene.send();
        await expectHeld(scene);
        await scene.clickInCard('[data-action=edit][data-index="0"]');
        await scene.page.press("Escape");
        expect(await focusedInCard(scene)).toBe("Change");
        expect((await scene.card()).visible).toBe(true);
        await scene.page.press("Escape");
        await scene.until("no card", ({ visible }) => !visible);
        const left = await scene.page.evaluate(
          () =>
            document.querySelector("reply-guard")?.shadowRoot?.querySelector("section")?.textContent ?? "",
        );
        for (const word of ["Jane", "Botox", "coming in"]) expect(left).not.toContain(word);
        await scene.page.type("!");
        await scene.send();
        await expectHeld(scene);
      }),
  },
  {
    title: "reasons and sources come on demand; that it is no problem goes on record, and sends nothing",
    run: (driver) =>
      withScene(driver, scriptOf("facebook-comment", "reply"), async (scene) => {
        await scene.page.type(flagged);
        await scene.send();
        const before = await expectHeld(scene);
        expect(before.text).not.toContain("45 CFR");
        await scene.clickInCard("[data-action=expand]");
        await scene.until("the sources", ({ text }) => text.includes("45 CFR"));
        await accessible(scene);
        await scene.clickInCard("[data-action=dispute]");
        await scene.until("that it is on record", ({ text }) => text.includes("false alarm"));
        const { categories, rules } = await untilRecorded(driver, "disputed");
        expect(categories).toContain("relationship");
        expect(rules.length).toBeGreaterThan(0);
        await scene.page.click(scene.script.box);
        await scene.send();
        await expectHeld(scene);
      }),
  },
  {
    title: "the card takes neither the focus nor the place of what is read",
    run: (driver) =>
      withScene(driver, scriptOf("busy-feed"), async (scene) => {
        const where = () =>
          scene.page.evaluate(() => [document.activeElement?.id ?? "", Math.round(scrollY)] as const);
        const before = await where();
        await scene.page.type(flagged);
        await scene.until("the note", ({ visible }) => visible);
        expect(await where()).toEqual(before);
        await scene.send();
        await expectHeld(scene);
        expect(await where()).toEqual(before);
        const covers = await scene.page.evaluate((place) => {
          const card = document.querySelector("reply-guard")?.shadowRoot?.querySelector("section");
          const [a, b] = [
            card?.getBoundingClientRect(),
            document.querySelector(place)?.getBoundingClientRect(),
          ];
          return !a || !b || (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom);
        }, scene.script.box);
        expect(covers).toBe(false);
      }),
  },
];
