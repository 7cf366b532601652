import { expect } from "vitest";
import type { Scene } from "../harness/scene.ts";
import { withScene } from "../harness/scene.ts";
import { waitFor } from "../harness/wait.ts";
import type { PageScript } from "../page-scripts.ts";
import { scriptOf } from "../page-scripts.ts";
import type { Behavior } from "./behavior.ts";
import { doubtful, flagged, harmless } from "./drafts.ts";
import { expectHeld, untilClear } from "./held.ts";

const reply = scriptOf("facebook-comment", "reply");
const withButton = scriptOf("facebook-button", "button");
const instagram = scriptOf("instagram-comment", "Enter");
const review = scriptOf("yelp-review");

function on(script: PageScript, title: string, run: (scene: Scene) => Promise<void>): Behavior {
  return { title, run: (driver) => withScene(driver, script, run) };
}

export const gestures: readonly Behavior[] = [
  on(reply, "a person who presses Enter 60 ms after the last letter notices nothing", async (scene) => {
    // The worker is awake, as it is after a box has had the focus for a moment.
    await scene.page.type(harmless);
    await untilClear(scene);
    await scene.clear();
    await scene.page.type(harmless);
    // The one place where time itself is the promise: nobody is faster from the last letter to Enter.
    await new Promise((resolve) => setTimeout(resolve, 60));
    await scene.page.press("Enter");
    expect(await scene.untilSent()).toEqual([{ text: harmless, via: "enter" }]);
    expect((await scene.card()).visible).toBe(false);
  }),

  on(reply, "Shift+Enter makes a new line, also in a draft that would be held", async (scene) => {
    await scene.page.type(flagged);
    await scene.page.press("Shift+Enter");
    await scene.page.type("More");
    await waitFor(scene.page, "the second line", () => {
      const box = document.querySelector<HTMLElement>("#reply");
      return box?.innerText.includes("!\nMore");
    });
    expect(await scene.sent()).toEqual([]);
    expect((await scene.card()).text).not.toContain("Not sent");
  }),

  on(reply, "Enter pressed twice sends nothing that is held", async (scene) => {
    await scene.page.type(flagged);
    await scene.page.press("Enter");
    await scene.page.press("Enter");
    await expectHeld(scene);
    await scene.page.press("Enter");
    expect(await scene.sent()).toEqual([]);
  }),

  on(reply, "Enter pressed twice sends once what is clear", async (scene) => {
    await scene.page.type(harmless);
    await untilClear(scene);
    await scene.page.press("Enter");
    await scene.page.press("Enter");
    expect(await scene.untilSent()).toEqual([{ text: harmless, via: "enter" }]);
  }),

  on(withButton, "Enter and a click on the button send nothing that is held", async (scene) => {
    await scene.page.type(flagged);
    await scene.page.press("Enter");
    await scene.send();
    await scene.page.click("[aria-label='Comment']", 2);
    await expectHeld(scene);
  }),

  on(withButton, "Enter and Space on the focused button send nothing that is held", async (scene) => {
    await scene.page.type(flagged);
    await scene.untilChecked();
    // From the box over the file button to the send button.
    for (let i = 0; i < 6; i += 1) {
      const isThere = await scene.page.evaluate(() => document.activeElement?.ariaLabel === "Comment");
      if (isThere) break;
      await scene.page.press("Tab");
    }
    expect(await scene.page.evaluate(() => document.activeElement?.ariaLabel)).toBe("Comment");
    await scene.page.press("Enter");
    await scene.page.press("Space");
    await expectHeld(scene);
  }),

  on(reply, "a key that is held down sends nothing that is held", async (scene) => {
    await scene.page.type(flagged);
    await scene.page.hold("Enter", 8);
    await expectHeld(scene);
    await scene.page.hold("Enter", 8);
    expect(await scene.sent()).toEqual([]);
  }),

  on(reply, "pasted text is checked like typed text, also when Enter follows at once", async (scene) => {
    await scene.page.paste(flagged);
    await scene.page.press("Enter");
    await expectHeld(scene);
    await scene.clear();
    await scene.page.paste(harmless);
    await untilClear(scene);
    await scene.page.press("Enter");
    expect(await scene.untilSent()).toEqual([{ text: harmless, via: "enter" }]);
  }),

  on(
    reply,
    "the Enter that accepts an input method's text is left alone, the next one is not",
    async (scene) => {
      await scene.page.compose(flagged);
      await scene.untilChecked();
      expect((await scene.card()).text).not.toContain("Not sent");
      expect(await scene.sent()).toEqual([]);
      await scene.page.press("Enter");
      await expectHeld(scene);
    },
  ),

  on(instagram, "the Enter that picks a mention is left alone, the next one is not", async (scene) => {
    await scene.page.type(`${flagged} @len`);
    await waitFor(scene.page, "the list", () => document.querySelector("[role=listbox]") !== null);
    await scene.page.press("Enter");
    await waitFor(scene.page, "the name", () =>
      document.querySelector<HTMLTextAreaElement>("form textarea")?.value.endsWith("@lena.okafor "),
    );
    expect((await scene.card()).text).not.toContain("Not sent");
    await scene.page.press("Enter");
    await expectHeld(scene);
  }),

  on(review, "a form that the page submits by itself is held as well", async (scene) => {
    await scene.page.type(flagged);
    await scene.page.evaluate(() => document.querySelector("form")?.requestSubmit());
    await expectHeld(scene);
  }),

  on(reply, "a draft that is only doubtful goes out with a reason, and only as it was", async (scene) => {
    await scene.page.type(doubtful);
    await scene.page.press("Enter");
    const card = await expectHeld(scene);
    expect(card.state).toBe("warn");
    expect(card.buttons).toContain("Post anyway");
    await scene.clickInCard("[data-action=post-anyway]");
    await scene.page.press("Enter");
    expect(await scene.sent()).toEqual([]);

    await scene.clickInCard("#reason");
    await scene.page.type("The offer has ended");
    await scene.clickInCard("[data-action=post-anyway]");
    await scene.until("leave to post", ({ text }) => text.includes("Press send again"));
    await scene.page.click(scene.script.box);
    await scene.page.press("End");
    await scene.page.type("!");
    await scene.page.press("Enter");
    await expectHeld(scene);

    await scene.clickInCard("#reason");
    await scene.page.type("The offer has ended");
    await scene.clickInCard("[data-action=post-anyway]");
    await scene.until("leave to post", ({ text }) => text.includes("Press send again"));
    await scene.page.click(scene.script.box);
    await scene.page.press("Enter");
    expect(await scene.untilSent()).toEqual([{ text: `${doubtful}!`, via: "enter" }]);
  }),

  on(reply, "a draft that is blocked has no way to be posted anyway", async (scene) => {
    await scene.page.type(flagged);
    await scene.page.press("Enter");
    const card = await expectHeld(scene);
    expect(card.state).toBe("block");
    expect(card.buttons).not.toContain("Post anyway");
  }),
];
