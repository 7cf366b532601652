/** What a managed policy makes of the card: its words, its reasons, its replies, and what it lets go without a word. */
import { Secret, TOTP } from "otpauth";
import { expect } from "vitest";
import type { Attempt } from "../../../src/contract/attempt.ts";
import { askWorker } from "../harness/ask-worker.ts";
import type { Driver } from "../harness/driver.ts";
import type { Scene } from "../harness/scene.ts";
import { withScene } from "../harness/scene.ts";
import { poll, waitFor } from "../harness/wait.ts";
import { scriptOf } from "../page-scripts.ts";
import { violations } from "./access.ts";
import type { Behavior } from "./behavior.ts";
import { doubtful, flagged, harmless } from "./drafts.ts";
import { expectHeld, untilClear } from "./held.ts";

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

const ada = { name: "Dr. Ada", secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" };
export const seconded = {
  secondPerson: "always",
  postAnyway: "always",
  reasonRequired: false,
  approvers: [ada],
};

const dayOf = (at: Date): string =>
  [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
const inDays = (days: number): string => {
  const now = new Date();
  return dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days));
};
export const watching = () => ({ monitor: { from: inDays(-1), until: inDays(10) } });

/** The newest on record, once it is this. */
async function untilRecorded(driver: Driver, outcome: Attempt["outcome"]): Promise<Attempt> {
  const page = await driver.openExtensionPage("options.html");
  try {
    const newest = await poll(async () => {
      const answer = await askWorker(page, "attempt.list", { since: 0, limit: 1 });
      const [last] = answer.ok ? answer.value.attempts : [];
      return last?.outcome === outcome ? last : undefined;
    });
    if (!newest) throw new Error(`nothing is on record as ${outcome}`);
    return newest;
  } finally {
    await page.close();
  }
}

const focusedInCard = (scene: Scene): Promise<string> =>
  scene.page.evaluate(() => {
    const active = document.querySelector("reply-guard")?.shadowRoot?.activeElement;
    return active?.id || active?.textContent || "";
  });

/** By keyboard alone, from the first thing to press on. */
async function tabTo(scene: Scene, what: string): Promise<void> {
  for (let i = 0; i < 16 && (await focusedInCard(scene)) !== what; i += 1) await scene.page.press("Tab");
  expect(await focusedInCard(scene)).toBe(what);
}

const problem = (scene: Scene): Promise<string> =>
  scene.page.evaluate(
    () => document.querySelector("reply-guard")?.shadowRoot?.querySelector(".problem")?.textContent ?? "",
  );

async function untilProblem(scene: Scene, words: string): Promise<void> {
  await scene.until(words, ({ text }) => text.includes(words));
}

async function accessible(scene: Scene): Promise<void> {
  for (const scheme of ["dark", "light"] as const) {
    await scene.page.prefer(scheme);
    await waitFor(
      scene.page,
      scheme,
      (name) => matchMedia(`(prefers-color-scheme: ${name})`).matches,
      scheme,
    );
    expect(await violations(scene.page, "reply-guard")).toEqual([]);
  }
}

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
        await scene.until("leave to post it", ({ text }) => text.includes("Ready to post anyway"));
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
        await scene.until("leave to post it", ({ text }) => text.includes("Ready to post anyway"));
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
      });
      await withScene(driver, reply, async (scene) => {
        await scene.page.type(flagged);
        await scene.send();
        await expectHeld(scene);
      });
    },
  },
];

const codeNow = (): string => new TOTP({ secret: Secret.fromBase32(ada.secret) }).generate();

export const secondedBehaviors: readonly Behavior[] = [
  {
    title:
      "a draft is posted anyway only with a colleague's code, each code once, and the record names whose it was",
    async run(driver) {
      let code = "";
      await withScene(driver, reply, async (scene) => {
        await scene.page.type(flagged);
        await scene.send();
        await expectHeld(scene);
        await scene.page.press("Alt+Shift+KeyG");
        await tabTo(scene, "code");
        await scene.page.press("Enter");
        await untilProblem(scene, "Enter the six digits");
        await accessible(scene);
        const wrong = codeNow() === "000000" ? "000001" : "000000";
        await scene.page.type(wrong);
        await scene.page.press("Enter");
        await untilProblem(scene, "This code does not fit.");
        await scene.page.click(scene.script.box);
        await scene.page.press("Enter");
        expect(await scene.sent()).toEqual([]);
        await scene.clickInCard("#code");
        code = codeNow();
        await scene.page.type(`${code.slice(0, 3)} ${code.slice(3)}`);
        await scene.clickInCard("[data-action=post-anyway]");
        await scene.until("leave to post it", ({ text }) => text.includes("Ready to post anyway"));
        await scene.page.press("Enter");
        expect(await scene.untilSent()).toEqual([{ text: flagged, via: "enter" }]);
      });
      expect((await untilRecorded(driver, "posted-anyway")).approvedBy).toBe("Dr. Ada");
      await withScene(driver, reply, async (scene) => {
        await scene.page.type(flagged);
        await scene.send();
        await expectHeld(scene);
        await scene.clickInCard("#code");
        await scene.page.type(code);
        await scene.page.press("Enter");
        await scene.until("the code to be refused", ({ text }) => /been used|does not fit/.test(text));
        expect(await problem(scene)).toBe("This code has been used. The next one shows in half a minute.");
        await scene.send();
        expect(await scene.sent()).toEqual([]);
      });
    },
  },
  {
    title: "a code that was taken for one draft lets no other go",
    run: (driver) =>
      withScene(driver, reply, async (scene) => {
        await scene.page.type(doubtful);
        await scene.send();
        await expectHeld(scene);
        await scene.clickInCard("#code");
        // The one of the next step, since the last one is taken.
        const totp = new TOTP({ secret: Secret.fromBase32(ada.secret) });
        await scene.page.type(totp.generate({ timestamp: Date.now() + 30_000 }));
        await scene.page.press("Enter");
        await scene.until("leave to post it", ({ text }) => text.includes("Ready to post anyway"));
        await scene.page.type("!");
        await scene.untilChecked();
        await scene.send();
        await expectHeld(scene);
      }),
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
      });
      const { outcome, categories } = await untilRecorded(driver, "recorded");
      expect(outcome).toBe("recorded");
      expect(categories).toContain("relationship");
    },
  },
];
