/** The extension's own pages by keys alone, and as they are heard; each behavior begins where the one before has left the seat. */
import { expect } from "vitest";
import { judge, write } from "../../../src/pages/practice/questions.ts";
import { toldByWorker } from "../harness/ask-worker.ts";
import type { Driver, PageHandle } from "../harness/driver.ts";
import { testPassphrase, untilStep } from "../harness/patients.ts";
import { withScene } from "../harness/scene.ts";
import { poll, waitFor } from "../harness/wait.ts";
import { scriptOf } from "../page-scripts.ts";
import type { Behavior } from "./behavior.ts";
import { canBeRead, comesTo, isRefused, isTold, reach } from "./by-ear.ts";
import { untilRecord } from "./console-page.ts";
import { flagged } from "./drafts.ts";
import { isReady } from "./extension-page.ts";
import { untilAllOptions } from "./options-page.ts";
import { faultyFile } from "./patient-files.ts";
import { risky, safe } from "./practice-room.ts";

async function heardOn(page: PageHandle, ready: () => boolean): Promise<void> {
  await waitFor(page, "the page", ready);
  await page.heard.listen();
}

async function press(page: PageHandle, name: string | RegExp, role = "button"): Promise<void> {
  await reach(page, role, name);
  await page.press("Enter");
}

/** From the first run through the practice room to the end of its test. */
export async function firstRunByEar(driver: Driver): Promise<void> {
  const page = await driver.welcomePage();
  await heardOn(page, () => document.querySelector("html[data-ready=true] #practice-name") !== null);
  await canBeRead(page, "heading", "1. What it does");
  await reach(page, "textbox", "Name of the practice");
  await page.type("Glow Clinic");
  await page.press("Enter");
  await isTold(page, "Saved.");
  await press(page, "Go to the practice room", "link");
  await waitFor(page, "the room", () => location.pathname === "/practice.html");
  await heardOn(page, isReady);
  await canBeRead(page, "heading", "Practice room");
  await inRoom(page);
  await throughTest(page);
}

async function inRoom(page: PageHandle): Promise<void> {
  const box = await reach(page, "textbox", /^Reply to Dana/);
  await page.type(risky);
  await page.press("Enter");
  await isTold(page, "Not sent.");
  await page.press("Alt+Shift+KeyG");
  await comesTo(page, "button", "Close");
  await press(page, "Use this reply");
  await isTold(page, "Your text was replaced.");
  expect((await comesTo(page, "textbox", box.name)).value).not.toBe(risky);
  await waitFor(page, "a clear verdict", () =>
    document.querySelector("reply-guard")?.shadowRoot?.querySelector("[data-state=clear]"),
  );
  await page.press("Enter");
  await isTold(page, "Posted, here only.");
}

async function throughTest(page: PageHandle): Promise<void> {
  await reach(page, "link", "Test", { by: "Shift+Tab" });
  await page.press("Enter");
  await comesTo(page, "heading", "Test");
  await reach(page, "textbox", /^Your name/);
  await page.type("Kira T.");
  await page.press("Enter");
  for (const [at, { stopped }] of judge.entries()) {
    await comesTo(page, "heading", `Question ${at + 1} of ${judge.length + write.length}`);
    await page.heard.listen();
    if (at === 0) {
      await press(page, "Answer");
      await isTold(page, "Choose yes or no first.");
      await reach(page, "radio", "Yes", { by: "Shift+Tab" });
    } else await reach(page, "radio", "Yes");
    // Space takes it; the arrow goes on to "No".
    await page.press("Space");
    await page.press("ArrowDown");
    expect((await comesTo(page, "radio", "No")).states).toContain("checked");
    await press(page, "Answer");
    await isTold(page, stopped ? "Not right." : "Right.");
    await press(page, "Next");
  }
  for (const at of write.keys()) {
    await comesTo(page, "heading", `Question ${judge.length + at + 1} of ${judge.length + write.length}`);
    await page.heard.listen();
    await reach(page, "textbox", "Your reply, for everybody to read");
    await page.type(safe);
    await press(page, "Hand in");
    await isTold(page, "It passes.");
    await press(page, "Next");
  }
  await comesTo(page, "heading", "Not passed yet");
  await isTold(page, "It is on record.");
}

async function onOptions(driver: Driver, use: (page: PageHandle) => Promise<void>): Promise<void> {
  const page = await driver.openExtensionPage("options.html");
  await untilAllOptions(page, "#patients-file");
  await page.heard.listen();
  await use(page);
  await page.close();
}

const onPopup = async (driver: Driver, use: (page: PageHandle) => Promise<void>): Promise<void> => {
  const page = await driver.openExtensionPage("popup.html");
  await heardOn(page, () => document.querySelector("#list-body > *") !== null);
  await use(page);
  await page.close();
};

export const pagesByEar: readonly Behavior[] = [
  {
    title: "by ear: options: a choice is made, and told to be kept",
    run: (driver) =>
      onOptions(driver, async (page) => {
        await reach(page, "combobox", "Strictness");
        await page.press("ArrowDown");
        await isTold(page, /Saved|Strict/);
        expect((await toldByWorker(page, "policy.read", {})).policy.strictness).toBe("strict");
      }),
  },
  {
    title: "by ear: options: a phrase is refused with its reason, mended, kept and taken off again",
    run: (driver) =>
      onOptions(driver, async (page) => {
        const id = "alwaysAllow-text";
        // Several lists have such a field: by its address there, as by a link to it.
        await page.evaluate((id) => document.getElementById(id)?.focus(), id);
        const field = await comesTo(page, "textbox", "Word or phrase");
        await page.type("you");
        await page.press("Enter");
        await isRefused(page, "textbox", field.name, "One short word would switch off whole rules");
        await page.press("ControlOrMeta+KeyA");
        await page.type("Glow Clinic hotline");
        await page.press("Enter");
        await isTold(page, "Saved: “Glow Clinic hotline”.");
        expect((await comesTo(page, "textbox", field.name)).states).not.toContain("invalid");
        await reach(page, "button", "Remove “Glow Clinic hotline”", { by: "Shift+Tab" });
        await page.press("Enter");
        await isTold(page, "Removed: “Glow Clinic hotline”.");
        expect((await page.heard.focus()).role).not.toBe("document");
      }),
  },
  {
    title: "by ear: options: a patient list is looked at, sealed and taken into use",
    run: (driver) =>
      onOptions(driver, async (page) => {
        await reach(page, "button", /^Choose a file/);
        await page.setFiles("#patients-file", [faultyFile]);
        await comesTo(page, "heading", "Check what each column is");
        await reach(page, "textbox", "Passphrase");
        await page.type(testPassphrase);
        await reach(page, "textbox", "Passphrase, again");
        await page.type(testPassphrase);
        await press(page, "Read the whole file");
        await untilStep(page, "report");
        await comesTo(page, "heading", /./);
        await press(page, "Take this list into use");
        await isTold(page, "In use: 2 people.");
      }),
  },
  {
    title: "by ear: popup: the list is locked, a wrong passphrase is refused, and the right one opens it",
    run: (driver) =>
      onPopup(driver, async (page) => {
        await press(page, "Lock now");
        await isTold(page, "The patient list is locked.");
        await comesTo(page, "heading", "Patient list");
        await reach(page, "textbox", "Passphrase");
        await page.type("not this one");
        await page.press("Enter");
        await isTold(page, "passphrase");
        expect((await comesTo(page, "textbox", "Passphrase")).states).toContain("invalid");
        await poll(
          async () => {
            await page.press("ControlOrMeta+KeyA");
            await page.type(testPassphrase);
            await page.press("Enter");
            const said = await page.heard.said();
            return said.some((one) => one.includes("is unlocked")) || undefined;
          },
          15_000,
          300,
        );
        await isTold(page, "The patient list is unlocked.");
        await comesTo(page, "heading", "Patient list");
      }),
  },
  {
    title: "by ear: the record: a draft that was held is found in its row, judged, and reported on",
    async run(driver) {
      await withScene(driver, scriptOf("facebook-comment", "reply"), async (scene) => {
        await scene.page.type(flagged);
        await scene.untilChecked();
        await scene.send();
        await scene.until("the card", ({ findings }) => findings.length > 0);
      });
      const page = await driver.openExtensionPage("audit.html");
      await untilRecord(page);
      await page.heard.listen();
      await reach(page, "link", "Entries");
      await waitFor(page, "the row", () => document.querySelector(".rows .row") !== null);
      await canBeRead(page, "grid", "Entries, newest first");
      await reach(page, "row", /Stopped/);
      await page.press("Enter");
      await comesTo(page, "heading", /./);
      await canBeRead(page, "text", /Its hash is right/);
      await reach(page, "textbox", "Note");
      await page.type("The practice’s own product");
      await press(page, "Put on record");
      await isTold(page, "on record");
      // What is shown of it is drawn anew, and somebody who works by keys is still there.
      await comesTo(page, "heading", /./);
      await reach(page, "link", "Figures", { by: "Shift+Tab" });
      await page.press("Enter");
      await canBeRead(page, "heading", "Figures");
      expect((await page.heard.tree()).filter(({ role, name }) => role === "image" && name === "")).toEqual(
        [],
      );
      await reach(page, "link", "Report");
      await page.press("Enter");
      await canBeRead(page, "heading", "Report for a period");
      await press(page, "Make the report");
      await canBeRead(page, "heading", /Safeguards|held/);
      await page.close();
    },
  },
];
