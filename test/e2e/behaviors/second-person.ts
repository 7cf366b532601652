/** A colleague's code: a draft is posted anyway only with it. */
import { Secret, TOTP } from "otpauth";
import { expect } from "vitest";
import { withScene } from "../harness/scene.ts";
import { scriptOf } from "../page-scripts.ts";
import type { Behavior } from "./behavior.ts";
import { doubtful, flagged } from "./drafts.ts";
import { expectHeld } from "./held.ts";
import { accessible, problem, tabTo, untilMayPost, untilProblem, untilRecorded } from "./in-card.ts";

const reply = scriptOf("facebook-comment", "reply");

const ada = { name: "Dr. Ada", secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" };
export const seconded = {
  secondPerson: "always",
  postAnyway: "always",
  reasonRequired: false,
  approvers: [ada],
};

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
        await untilMayPost(scene);
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
        await untilMayPost(scene);
        await scene.page.type("!");
        await scene.untilChecked();
        await scene.send();
        await expectHeld(scene);
      }),
  },
];
