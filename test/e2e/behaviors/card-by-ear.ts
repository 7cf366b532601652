/** Everything that the card is for, by keys alone, and as it is heard. */
import { Secret, TOTP } from "otpauth";
import { expect } from "vitest";
import type { Scene } from "../harness/scene.ts";
import { withScene } from "../harness/scene.ts";
import { poll } from "../harness/wait.ts";
import { scriptOf } from "../page-scripts.ts";
import type { Behavior } from "./behavior.ts";
import { canBeRead, comesTo, isRefused, isTold, reach } from "./by-ear.ts";
import { doubtful, flagged, harmless } from "./drafts.ts";
import { withPicture } from "./media.ts";

const reply = scriptOf("facebook-comment", "reply");
const withPhoto = scriptOf("facebook-button", "button");
const box = "Reply to Marisol Whitcombe";

const ada = { name: "Dr. Ada", secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" };
const hours = "Our office is open Monday to Friday, nine to five.";

/** A stopped draft goes with a colleague's code, one that is warned about with a reason. */
export const asksForBoth = {
  secondPerson: "stopped",
  postAnyway: "always",
  approvers: [ada],
  replies: [{ text: hours }],
};

const inCard = "Alt+Shift+KeyG";

async function hold(scene: Scene, draft: string): Promise<void> {
  const { page } = scene;
  await page.heard.listen();
  await page.type(draft);
  await scene.untilChecked();
  await page.press("Enter");
  await isTold(page, "Not sent.");
  expect(await scene.sent()).toEqual([]);
  await page.press(inCard);
  await comesTo(page, "button", "Close");
}

async function press(scene: Scene, name: string, about?: string | RegExp): Promise<void> {
  await reach(scene.page, "button", name, about === undefined ? {} : { about });
  await scene.page.press("Enter");
}

const codeNow = (): string => new TOTP({ secret: Secret.fromBase32(ada.secret) }).generate();

export const cardByEar: readonly Behavior[] = [
  {
    title: "by ear: a hold is told with its reason, a reply is taken, and the own text is put back",
    run: (driver) =>
      withScene(driver, reply, async (scene) => {
        const { page } = scene;
        await hold(scene, flagged);
        await isTold(page, "tells everyone that they are a patient");
        await canBeRead(page, "region", "ReplyGuard");
        await canBeRead(page, "list", "What was found");
        const why = await reach(page, "button", "Show why");
        expect(why.states).toContain("collapsed");
        await page.press("Enter");
        await canBeRead(page, "text", /45 CFR/);
        expect((await page.heard.focus()).states).toContain("expanded");
        const { alternatives } = await scene.card();
        const [first = ""] = alternatives;
        await press(scene, "Use this reply", first);
        await isTold(page, "Your text was replaced.");
        await comesTo(page, "textbox", box);
        await page.press(inCard);
        await comesTo(page, "button", "Close");
        await press(scene, "Put my text back");
        await scene.until("the own text", ({ state }) => state === "block");
        await comesTo(page, "textbox", box);
        const own = await poll(async () => (await page.heard.focus()).value === flagged || undefined);
        expect(own).toBe(true);
      }),
  },
  {
    title: "by ear: a reply is changed, heard to be risky and then clear, and used",
    run: (driver) =>
      withScene(driver, reply, async (scene) => {
        const { page } = scene;
        await hold(scene, flagged);
        await press(scene, "Change");
        const version = await comesTo(page, "textbox", "Your version of this reply");
        expect(version.value).not.toBe("");
        await isTold(page, "This is clear.");
        await page.heard.listen();
        await page.press("ControlOrMeta+KeyA");
        await page.type("See you at your next visit, Jane!");
        await isTold(page, /patient/);
        await page.press("ControlOrMeta+KeyA");
        await page.type(harmless);
        await isTold(page, "This is clear.");
        await press(scene, "Use this reply", "This is clear.");
        await isTold(page, "Your text was replaced.");
        await comesTo(page, "textbox", box);
        await page.press("Enter");
        expect(await scene.untilSent()).toEqual([{ text: harmless, via: "enter" }]);
      }),
  },
  {
    title: "by ear: a reason is asked for by name, and with it the next press sends",
    run: (driver) =>
      withScene(driver, reply, async (scene) => {
        const { page } = scene;
        await hold(scene, doubtful);
        await press(scene, "Post anyway");
        await isTold(page, "Give a reason first.");
        await isRefused(page, "textbox", "Reason", "Give a reason first.");
        await page.type("It is our own number");
        await page.press("Enter");
        await isTold(page, "Press send again; this is on record.");
        await comesTo(page, "textbox", box);
        await page.press("Enter");
        expect(await scene.untilSent()).toEqual([{ text: doubtful, via: "enter" }]);
      }),
  },
  {
    title: "by ear: a colleague's code is asked for, refused where it is wrong, and then lets the draft go",
    run: (driver) =>
      withScene(driver, reply, async (scene) => {
        const { page } = scene;
        await hold(scene, flagged);
        await reach(page, "textbox", "Reason");
        await page.type("The owner wrote it");
        const code = await reach(page, "textbox", "Code");
        expect(code.description).toContain("A colleague who may agree reads out the six digits");
        await page.type(codeNow() === "000000" ? "000001" : "000000");
        await page.press("Enter");
        await isTold(page, "This code does not fit.");
        await isRefused(page, "textbox", "Code", "This code does not fit.");
        await page.type(codeNow());
        await page.press("Enter");
        await isTold(page, "Press send again; this is on record.");
        await comesTo(page, "textbox", box);
        await page.press("Enter");
        expect(await scene.untilSent()).toEqual([{ text: flagged, via: "enter" }]);
      }),
  },
  {
    title: "by ear: that it is no problem is told to be on record, and the card is not lost",
    run: (driver) =>
      withScene(driver, reply, async (scene) => {
        const { page } = scene;
        await hold(scene, flagged);
        await press(scene, "Not a problem?");
        await isTold(page, "It is on record that you call this a false alarm.");
        // What was pressed is gone: the next one has to be where one was.
        await page.press("Tab");
        await page.heard.nextFocus();
        await comesTo(page, "button", /^(Show why|Use this reply)$/);
        await page.press("Escape");
        await comesTo(page, "textbox", box);
      }),
  },
  {
    title: "by ear: an authorization is attested for a photo, and the next press sends",
    run: (driver) =>
      withPicture((file) =>
        withScene(driver, withPhoto, async (scene) => {
          const { page } = scene;
          await page.heard.listen();
          await page.type(harmless);
          await page.setFiles("#photo", [file]);
          await scene.until("the picture to be seen", ({ state }) => state === "block" || state === "warn");
          await page.press("Enter");
          await isTold(page, "Not sent.");
          await page.press(inCard);
          await comesTo(page, "button", "Close");
          const reference = await reach(page, "textbox", /^Authorization: its number, or where it is filed/);
          expect(reference.description).toContain("so that the form is found");
          await page.type("call 310-555-0188");
          await reach(page, "checkbox", /^A signed authorization/);
          await page.press("Space");
          await isTold(page, "Putting it on record…");
          await isTold(page, "This says who somebody is");
          await isRefused(
            page,
            "textbox",
            "Authorization: its number, or where it is filed (optional)",
            "This says who somebody is",
          );
          await page.press("ControlOrMeta+KeyA");
          await page.type("Folder B, 17");
          await reach(page, "checkbox", /^A signed authorization/);
          await page.press("Space");
          await isTold(page, "The authorization is on record. Press send.");
          expect((await page.heard.focus()).states).toContain("checked");
          await page.press("Escape");
          await scene.send();
          expect(await scene.untilSent()).toHaveLength(1);
        }),
      ),
  },
  {
    title: "by ear: the practice's replies open from an empty box, are counted aloud, and one is put in",
    run: (driver) =>
      withScene(driver, reply, async (scene) => {
        const { page } = scene;
        await page.heard.listen();
        // Until the worker has told the page that there are replies, there is nothing to open.
        await poll(async () => {
          await page.press(inCard);
          return poll(async () => (await scene.card()).visible || undefined, 500);
        });
        await comesTo(page, "searchbox", "Search the practice’s replies");
        await isTold(page, "1 reply.");
        await page.type("nothing like it");
        await isTold(page, "0 replies.");
        await page.press("ControlOrMeta+KeyA");
        await page.type("friday");
        await scene.until("the reply", ({ alternatives }) => alternatives.includes(hours));
        await press(scene, "Use this reply", hours);
        await comesTo(page, "textbox", box);
        await scene.until("a clear verdict", ({ state }) => state === "clear");
        await page.press("Enter");
        expect(await scene.untilSent()).toEqual([{ text: hours, via: "enter" }]);
      }),
  },
];
