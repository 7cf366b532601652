/** What a managed policy makes of the card: its words, its reasons, its replies, and what it lets go without a word. */
import { expect } from "vitest";
import { withScene } from "../harness/scene.ts";
import { poll } from "../harness/wait.ts";
import { scriptOf } from "../page-scripts.ts";
import type { Behavior } from "./behavior.ts";
import { doubtful, flagged, harmless } from "./drafts.ts";
import { expectHeld, untilClear } from "./held.ts";
import {
  accessible,
  badgeSays,
  focusedInCard,
  tabTo,
  untilMayPost,
  untilProblem,
  untilRecorded,
} from "./in-card.ts";

const reply = scriptOf("facebook-comment", "reply");
const post = scriptOf("facebook-post");

/** Held for nothing but money. */
const owed = "Your balance of 40 dollars is open.";
const ownReply = "Thank you for the kind words! They made our whole team smile.";
const contact = "Kira at the front desk, extension 12";
const stopped = "Kira answers what this is about.";
const offered = ["It is our own number", "The owner asked for it"];

/** Everything but the second person, in one policy. */
export const spoken = {
  actions: { identifier: "warn-with-reason", payment: "record" },
  reasonRequired: false,
  reasons: offered,
  messages: { stopped },
  contact,
  replies: [{ text: ownReply }],
  surfaces: { post: false },
};

const dayOf = (at: Date): string =>
  [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
const inDays = (days: number): string => {
  const now = new Date();
  return dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days));
};
export const watching = () => ({ monitor: { from: inDays(-1), until: inDays(10) } });

export const spokenBehaviors: readonly Behavior[] = [
  {
    title: "the practice's own words stand on the card, and its own reply can be used",
    run: (driver) =>
      withScene(driver, reply, async (scene) => {
        await scene.page.type(flagged);
        await scene.send();
        const { text, alternatives } = await expectHeld(scene);
        expect(text).toContain(stopped);
        expect(text).toContain(`Questions? ${contact}`);
        const at = alternatives.indexOf(ownReply);
        expect(at).toBeGreaterThanOrEqual(0);
        await accessible(scene);
        await scene.clickInCard(`[data-action=use][data-index="${at}"]`);
        await untilClear(scene);
        await scene.send();
        expect(await scene.untilSent()).toEqual([{ text: ownReply, via: "enter" }]);
      }),
  },
  {
    title:
      "a reason that is offered is chosen by keyboard alone, asked for where there is none, and recorded",
    async run(driver) {
      await withScene(driver, reply, async (scene) => {
        await scene.page.type(doubtful);
        await scene.send();
        await expectHeld(scene);
        await scene.page.press("Alt+Shift+KeyG");
        await tabTo(scene, "Post anyway");
        await scene.page.press("Enter");
        await untilProblem(scene, "Give a reason first.");
        expect(await focusedInCard(scene)).toBe("offered");
        await accessible(scene);
        await scene.page.press("ArrowDown");
        await scene.page.press("ArrowDown");
        await tabTo(scene, "Post anyway");
        await scene.page.press("Enter");
        await untilMayPost(scene);
        await scene.send();
        expect(await scene.untilSent()).toEqual([{ text: doubtful, via: "enter" }]);
      });
      expect((await untilRecorded(driver, "posted-anyway")).reason).toBe(offered[1]);
    },
  },
  {
    title: "another reason may be written where the policy lets",
    async run(driver) {
      await withScene(driver, reply, async (scene) => {
        await scene.page.type(doubtful);
        await scene.send();
        await expectHeld(scene);
        await scene.page.press("Alt+Shift+KeyG");
        await tabTo(scene, "offered");
        await scene.page.press("End");
        await tabTo(scene, "reason");
        await scene.page.type("The sign says so");
        await scene.page.press("Enter");
        await untilMayPost(scene);
        await scene.send();
        await scene.untilSent();
      });
      expect((await untilRecorded(driver, "posted-anyway")).reason).toBe("The sign says so");
    },
  },
  {
    title: "what is only recorded goes without a word, and is on record",
    async run(driver) {
      await withScene(driver, reply, async (scene) => {
        await scene.page.type(owed);
        await untilClear(scene);
        await scene.send();
        expect(await scene.untilSent()).toEqual([{ text: owed, via: "enter" }]);
        expect((await scene.card()).visible).toBe(false);
      });
      expect((await untilRecorded(driver, "recorded")).categories).toEqual(["payment"]);
    },
  },
  {
    title: "a kind of box that is switched off is not guarded, and another is",
    async run(driver) {
      await withScene(driver, post, async (scene) => {
        // Until the worker has said so, it is guarded.
        await poll(async () => {
          await scene.page.type("a");
          return (await scene.card()).state === "idle" || undefined;
        });
        await scene.clear();
        await scene.page.type(flagged);
        await scene.send();
        expect((await scene.untilSent())[0]?.text).toBe(flagged);
        expect((await scene.card()).visible).toBe(false);
        await badgeSays(driver, "facebook-post", /^\? ReplyGuard: not watching: switched off for posts$/);
      });
      await withScene(driver, reply, async (scene) => {
        await scene.page.type(flagged);
        await scene.send();
        await expectHeld(scene);
      });
    },
  },
];

export const watchingBehaviors: readonly Behavior[] = [
  {
    title: "while the policy only watches nothing is said or held, and what would have been is on record",
    async run(driver) {
      await withScene(driver, reply, async (scene) => {
        // Until the worker has said so, it is guarded.
        await scene.page.type(harmless);
        await scene.until("only watching", ({ state }) => state === "idle");
        await scene.clear();
        await scene.page.type(flagged);
        await scene.send();
        expect(await scene.untilSent()).toEqual([{ text: flagged, via: "enter" }]);
        expect((await scene.card()).visible).toBe(false);
        await badgeSays(driver, "facebook-comment", /^● ReplyGuard: only recording: nothing is held$/);
      });
      const { outcome, categories } = await untilRecorded(driver, "recorded");
      expect(outcome).toBe("recorded");
      expect(categories).toContain("relationship");
    },
  },
];
