import axe from "axe-core";
import { expect } from "vitest";
import type { PageHandle } from "../harness/driver.ts";
import { withScene } from "../harness/scene.ts";
import { waitFor } from "../harness/wait.ts";
import { scriptOf } from "../page-scripts.ts";
import type { Behavior } from "./behavior.ts";
import { doubtful, flagged } from "./drafts.ts";
import { expectHeld, untilClear } from "./held.ts";

const reply = scriptOf("facebook-comment", "reply");

/** Violations as `rule: the elements`, of the whole page or of the card alone; by these rules, or by all. */
export async function violations(
  page: PageHandle,
  only: string | undefined,
  options: { readonly runOnly?: string[] } = {},
): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.inject(axe.source);
  return page.evaluate(
    async (selector, options) => {
      // Colors on their way from one scheme to the other are nobody's colors. In what is folded away they never arrive.
      const moving = document
        .getAnimations()
        .filter(
          ({ effect }) => !(effect instanceof KeyframeEffect && effect.target?.checkVisibility() === false),
        );
      await Promise.allSettled(moving.map(({ finished }) => finished));
      const injected = window as unknown as { axe: typeof axe };
      const { violations } = await injected.axe.run(selector ?? document, options);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    },
    only,
    options,
  );
}

/** By axe, light and dark and narrow; and at no width has the page to be moved to and fro to be read. */
export async function expectReadable(page: PageHandle): Promise<void> {
  for (const scheme of ["light", "dark"] as const) {
    await page.prefer(scheme);
    expect(await violations(page, undefined)).toEqual([]);
  }
  await page.prefer("light");
  // 640 pixels are what is left of 1280 for somebody who reads at 200 %.
  for (const width of [320, 640]) {
    await page.resize(width, 800);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over).toBeLessThanOrEqual(0);
    expect(await violations(page, undefined)).toEqual([]);
  }
  await page.resize(1200, 800);
}

function ownPage(file: string): Behavior {
  return {
    title: `axe finds nothing on ${file}, light and dark`,
    async run(driver) {
      const page = await driver.openExtensionPage(file);
      await waitFor(page, "the page", () => document.querySelector("main, h1") !== null);
      for (const scheme of ["light", "dark"] as const) {
        await page.prefer(scheme);
        await waitFor(page, scheme, (name) => matchMedia(`(prefers-color-scheme: ${name})`).matches, scheme);
        expect(await violations(page, undefined)).toEqual([]);
      }
      await page.close();
    },
  };
}

export const access: readonly Behavior[] = [
  ...[flagged, doubtful].map((draft): Behavior => ({
    title: `axe finds nothing on the card about "${draft}", light and dark`,
    run: (driver) =>
      withScene(driver, reply, async (scene) => {
        await scene.page.type(draft);
        await scene.until("the note", ({ visible }) => visible);
        expect(await violations(scene.page, "reply-guard")).toEqual([]);
        await scene.page.press("Enter");
        await expectHeld(scene);
        for (const scheme of ["light", "dark"] as const) {
          await scene.page.prefer(scheme);
          expect(await violations(scene.page, "reply-guard")).toEqual([]);
        }
        await scene.page.prefer("light");
      }),
  })),
  ownPage("popup.html"),
  ownPage("options.html"),
  {
    title: "a held draft is mended and sent by keyboard alone",
    run: (driver) =>
      withScene(driver, reply, async (scene) => {
        await scene.page.type(flagged);
        await scene.page.press("Enter");
        const { alternatives } = await expectHeld(scene);
        await scene.page.press("Alt+Shift+KeyG");
        const focused = (): Promise<string> =>
          scene.page.evaluate(
            () => document.querySelector("reply-guard")?.shadowRoot?.activeElement?.textContent ?? "",
          );
        for (let i = 0; i < 8 && (await focused()) !== "Use this reply"; i += 1)
          await scene.page.press("Tab");
        expect(await focused()).toBe("Use this reply");
        await scene.page.press("Enter");
        await untilClear(scene);
        expect(await scene.page.evaluate(() => document.activeElement?.id)).toBe("reply");
        await scene.page.press("Enter");
        expect(await scene.untilSent()).toEqual([{ text: alternatives[0], via: "enter" }]);
      }),
  },
  {
    title: "Escape leaves the card, and the draft stays held",
    run: (driver) =>
      withScene(driver, reply, async (scene) => {
        await scene.page.type(flagged);
        await scene.page.press("Enter");
        await expectHeld(scene);
        await scene.page.press("Alt+Shift+KeyG");
        await scene.page.press("Escape");
        await scene.until("the card to close", ({ text }) => !text.includes("Not sent"));
        await scene.page.click(scene.script.box);
        await scene.page.press("Enter");
        await expectHeld(scene);
      }),
  },
];
