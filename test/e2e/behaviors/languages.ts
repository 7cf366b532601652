/** What is said in Spanish, and how the card stands on pages that are written from right to left. */
import { expect } from "vitest";
import type { CardSeen } from "../harness/card.ts";
import type { Scene } from "../harness/scene.ts";
import { withScene } from "../harness/scene.ts";
import { scriptOf } from "../page-scripts.ts";
import type { Behavior } from "./behavior.ts";
import { doubtful, flagged } from "./drafts.ts";
import { expectHeld, untilClear } from "./held.ts";
import { accessible, tabTo, untilProblem } from "./in-card.ts";

const reply = scriptOf("facebook-comment", "reply");
const textarea = scriptOf("native-form");

interface CardStands {
  readonly lang: string;
  readonly direction: string;
  /** Width in pixels of the mark at either side. */
  readonly marks: readonly [left: number, right: number];
  readonly isInView: boolean;
  readonly coversBox: boolean;
  /** The close button is at the right of the title. */
  readonly isCloseRight: boolean;
  readonly quoteDirection: string;
}

const readStanding = (scene: Scene): Promise<CardStands> =>
  scene.page.evaluate((place) => {
    const region = document.querySelector("reply-guard")?.shadowRoot?.querySelector<HTMLElement>(".card");
    const box = document.querySelector(place);
    if (!region || !box) throw new Error("no card, or no box");
    const look = getComputedStyle(region);
    const at = region.getBoundingClientRect();
    const boxAt = box.getBoundingClientRect();
    const title = region.querySelector(".title")?.getBoundingClientRect();
    const close = region.querySelector("[data-action=dismiss]")?.getBoundingClientRect();
    const quote = region.querySelector("q");
    return {
      lang: region.lang,
      direction: look.direction,
      marks: [Number.parseFloat(look.borderLeftWidth), Number.parseFloat(look.borderRightWidth)] as const,
      isInView: at.left >= 0 && at.top >= 0 && at.right <= innerWidth && at.bottom <= innerHeight,
      coversBox:
        at.left < boxAt.right && boxAt.left < at.right && at.top < boxAt.bottom && boxAt.top < at.bottom,
      isCloseRight: (close?.left ?? 0) > (title?.left ?? 0),
      quoteDirection: quote ? getComputedStyle(quote).direction : "",
    };
  }, reply.box);

const turnPage = (scene: Scene): Promise<boolean> =>
  scene.page.evaluate(() => {
    document.documentElement.dir = "rtl";
    document.documentElement.lang = "ar";
    return getComputedStyle(document.body).direction === "rtl";
  });

export const rightToLeftBehaviors: readonly Behavior[] = [
  {
    title: "on a page that is written from right to left the card stays whole, in its own direction",
    run: (driver) =>
      withScene(driver, reply, async (scene) => {
        expect(await turnPage(scene)).toBe(true);
        // Arabic beside what is found, as such a draft is.
        await scene.page.type(`شكرا ${flagged}`);
        await scene.send();
        const { quotes } = await expectHeld(scene);
        expect(quotes.length).toBeGreaterThan(0);
        expect(await readStanding(scene)).toEqual({
          lang: "en",
          direction: "ltr",
          marks: [4, 1],
          isInView: true,
          coversBox: false,
          isCloseRight: true,
          quoteDirection: "ltr",
        });
        await accessible(scene);
        await scene.clickInCard('[data-action=use][data-index="0"]');
        await untilClear(scene);
        await scene.send();
        expect((await scene.untilSent()).length).toBe(1);
      }),
  },
  {
    title: "there the underline of a textarea lies on the words as well",
    run: (driver) =>
      withScene(driver, textarea, async (scene) => {
        expect(await turnPage(scene)).toBe(true);
        await scene.page.type(flagged);
        await scene.untilChecked();
        const both = await scene.page.evaluate((place) => {
          const box = document.querySelector(place);
          const layer = document.querySelector("reply-guard")?.shadowRoot?.querySelector(".mirror");
          if (!box || !layer) throw new Error("no box, or nothing underlined");
          const [a, b] = [box.getBoundingClientRect(), layer.getBoundingClientRect()];
          const mark = layer.querySelector("mark")?.getBoundingClientRect();
          return {
            direction: getComputedStyle(layer).direction,
            apart: Math.max(Math.abs(a.left - b.left), Math.abs(a.top - b.top)),
            isRight: mark !== undefined && mark.right > (a.left + a.right) / 2,
          };
        }, textarea.box);
        expect(both).toEqual({ direction: "rtl", apart: 0, isRight: true });
      }),
  },
];

const untilHeld = (scene: Scene): Promise<CardSeen> =>
  scene.until(
    "the card to say why it was not sent",
    ({ text, findings }) => text.includes("No se envió") && findings.length > 0,
  );

/** `driver` speaks Spanish, by the browser's language or by policy. */
export const spanishBehaviors: readonly Behavior[] = [
  {
    title: "the card holds, gives its reason and offers its replies in Spanish",
    run: (driver) =>
      withScene(driver, reply, async (scene) => {
        await scene.page.type(flagged);
        await scene.send();
        const { buttons, findings } = await untilHeld(scene);
        expect(await scene.sent()).toEqual([]);
        expect(buttons).toContain("Usar esta respuesta");
        expect(findings.join(" ")).toContain("Quién es paciente:");
        await scene.clickInCard("[data-action=expand]");
        await scene.until("the reason", ({ text }) =>
          text.includes("le dice a todo el mundo que es paciente"),
        );
        const { lang } = await readStanding(scene);
        expect(lang).toBe("es");
        await accessible(scene);
      }),
  },
  {
    title: "what it asks for is asked in Spanish",
    run: (driver) =>
      withScene(driver, reply, async (scene) => {
        await scene.page.type(doubtful);
        await scene.send();
        await untilHeld(scene);
        await scene.page.press("Alt+Shift+KeyG");
        await tabTo(scene, "Publicar de todos modos");
        await scene.page.press("Enter");
        await untilProblem(scene, "Primero indique un motivo.");
        await accessible(scene);
      }),
  },
];
