import { expect } from "vitest";
import type { PageHandle } from "../harness/driver.ts";
import { importPatients, importSaid, testPassphrase, untilStep } from "../harness/patients.ts";
import { withScene } from "../harness/scene.ts";
import { waitFor } from "../harness/wait.ts";
import { scriptOf } from "../page-scripts.ts";
import { violations } from "./access.ts";
import type { Behavior } from "./behavior.ts";
import { excelFile, faultyFile, keepFile, vcardFile } from "./patient-files.ts";
import {
  inPatients,
  expectListed,
  expectUnlisted,
  clickButton,
  fill,
  focused,
  standing,
  untilStanding,
  saidBy,
  wholePage,
  removeList,
  downloaded,
  unfold,
  unlock,
} from "./patient-section.ts";

const reply = scriptOf("facebook-comment", "reply");

export const patientChanges: readonly Behavior[] = [
  {
    title: "one person is added on a Tuesday and held from then on; removed, they are held no more",
    async run(driver) {
      await expectUnlisted(driver, "Ottoline Abercrombie");
      const person = async (page: PageHandle): Promise<void> => {
        await unfold(page);
        await fill(page, "#person-given", "Ottoline");
        await fill(page, "#person-family", "Abercrombie");
        await fill(page, "#person-handles", "@billie_abc, @nobodys_own");
        await page.press("Enter");
        await waitFor(page, "the look-up", () => document.querySelector("#found-title") !== null);
      };
      const found = (page: PageHandle): Promise<string> =>
        page.evaluate(() => document.querySelector<HTMLElement>(".more .preview")?.innerText ?? "");
      await inPatients(driver, async (page) => {
        await importPatients(page, excelFile);
        await person(page);
        // A browser writes what stands in other fields to disk, to restore the page after a crash.
        const kept = await page.evaluate(() =>
          [...document.querySelectorAll<HTMLInputElement>(".patients input")]
            .filter(({ type, autocomplete }) => /text|date/.test(type) && autocomplete !== "off")
            .map(({ id }) => id),
        );
        expect(kept).toEqual([]);
        expect(await focused(page)).toBe("found-title");
        expect(await found(page)).toContain("Nothing of this is on the list");
        await clickButton(page, "Add this person");
        await saidBy(page, ".more", "Added. 3 people are on the list.");
        expect(await standing(page)).toContain("3 people");
        expect(await wholePage(page)).not.toMatch(/Ottoline|Abercrombie|billie/);
      });
      await expectListed(driver, "Ottoline Abercrombie", "Rosamunde Wintersteller");
      await inPatients(driver, async (page) => {
        await person(page);
        const words = await found(page);
        expect(words).toContain("The full name: 1 person.");
        expect(words).toContain("The handle, number 2: yes.");
        expect(words).toContain("ways to write them that are not typed here stay");
        await clickButton(page, "Remove what is typed");
        await saidBy(page, ".more", "Removed.");
        expect(await standing(page)).toContain("2 people");
      });
      await expectUnlisted(driver, "Ottoline Abercrombie");
      await expectListed(driver, "Rosamunde Wintersteller");
    },
  },
  {
    title: "a file is added to the list in use, under the passphrase that it has",
    async run(driver) {
      await inPatients(driver, async (page) => {
        await importPatients(page, excelFile);
        await page.setFiles("#patients-file", [vcardFile]);
        await untilStep(page, "preview");
        await page.click("#import-add");
        await clickButton(page, "Read the whole file");
        await untilStep(page, "report");
        await clickButton(page, "Take this list into use");
        expect(await importSaid(page)).toContain("In use: 4 people");
      });
      await expectListed(driver, "Rosamunde Wintersteller", "Leopoldine Holmqvist");
      await inPatients(driver, async (page) => {
        await clickButton(page, "Lock now");
        await untilStanding(page, "Locked");
        await fill(page, "#unlock-passphrase", testPassphrase);
        await page.press("Enter");
        await untilStanding(page, "Open");
        expect(await standing(page)).toContain("4 people");
      });
    },
  },
  {
    title: "a file that was read for a list which has changed since is refused, and the change is not lost",
    run: (driver) =>
      inPatients(driver, async (page) => {
        await importPatients(page, excelFile);
        await page.setFiles("#patients-file", [vcardFile]);
        await untilStep(page, "preview");
        await page.click("#import-add");
        await clickButton(page, "Read the whole file");
        await untilStep(page, "report");
        await unfold(page);
        await fill(page, "#person-given", "Ottoline");
        await fill(page, "#person-family", "Abercrombie");
        await page.press("Enter");
        await waitFor(page, "the look-up", () => document.querySelector("#found-title") !== null);
        await clickButton(page, "Add this person");
        await saidBy(page, ".more", "Added. 3 people are on the list.");
        await clickButton(page, "Take this list into use");
        expect(await importSaid(page)).toContain("was changed while the file was read");
        expect(await standing(page)).toContain("3 people");
      }),
  },
  {
    title: "a locked list holds every draft until its passphrase is typed in the options",
    async run(driver) {
      await inPatients(driver, async (page) => {
        await importPatients(page, excelFile);
        await clickButton(page, "Lock now");
        await untilStanding(page, "Locked");
        expect(
          await page.evaluate(() => document.querySelector("#patients details")?.checkVisibility()),
        ).toBe(false);
      });
      await withScene(driver, reply, async (scene) => {
        await scene.page.type("Thank you for the kind words!");
        await scene.until("unchecked", ({ state }) => state === "unchecked");
      });
      await inPatients(driver, async (page) => {
        await fill(page, "#unlock-passphrase", "four quiet herons rest");
        await page.press("Enter");
        await waitFor(
          page,
          "the refusal",
          () => document.querySelector("#unlock-passphrase-error")?.textContent || false,
        );
        expect(await focused(page)).toBe("unlock-passphrase");
        await unlock(page);
        await untilStanding(page, "2 people");
      });
      await expectListed(driver, "Rosamunde Wintersteller");
    },
  },
  {
    title: "the sealed file is saved, the list removed, and the file read back: not with a wrong passphrase",
    async run(driver) {
      let file = "";
      await inPatients(driver, async (page) => {
        await importPatients(page, excelFile);
        await unfold(page);
        file = keepFile("saved.rgl", await downloaded(page, "Download the sealed file"));
        await removeList(page);
      });
      await expectUnlisted(driver, "Rosamunde Wintersteller");
      await inPatients(driver, async (page) => {
        await page.setFiles("#patients-file", [file]);
        await untilStep(page, "sealed");
        await fill(page, "#sealed-secret", "four quiet herons rest");
        await page.press("Enter");
        const error = await waitFor(
          page,
          "the refusal",
          () => document.querySelector("#sealed-secret-error")?.textContent || false,
        );
        expect(error).toContain("The passphrase does not open this list.");
        expect(await standing(page)).toContain("No list is in use");
        await fill(page, "#sealed-secret", testPassphrase);
        await page.press("Enter");
        expect(await importSaid(page)).toContain("In use: 2 people");
        expect(await wholePage(page)).not.toContain(testPassphrase);
      });
      await expectListed(driver, "Rosamunde Wintersteller");
    },
  },
  {
    title: "a new passphrase and a key for a policy take the place of the old ones",
    run: (driver) =>
      inPatients(driver, async (page) => {
        await importPatients(page, excelFile);
        await unfold(page);
        for (const field of ["#rekey-passphrase", "#rekey-again"])
          await fill(page, field, "five loud geese fly off");
        await page.click("#rekey-managed");
        await page.press("Enter");
        await saidBy(page, ".more", "Sealed under a fresh key");
        const policy: unknown = JSON.parse(
          await page.evaluate(() => document.querySelector("#patients pre")?.textContent ?? ""),
        );
        expect(policy).toMatchObject({
          patientList: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/), key: expect.stringMatching(/=$/) },
        });
        await page.reload();
        await untilStanding(page, "2 people");
        expect(await page.evaluate(() => document.querySelector("#patients pre"))).toBeNull();
        await clickButton(page, "Lock now");
        await untilStanding(page, "Locked");
        await fill(page, "#unlock-passphrase", "five loud geese fly off");
        await page.press("Enter");
        await untilStanding(page, "Open");
      }),
  },
  {
    title:
      "axe finds nothing in any state of the section, light and dark, and nothing is cut off at 320 pixels",
    run: (driver) =>
      inPatients(driver, async (page) => {
        const look = async (): Promise<void> => {
          for (const scheme of ["light", "dark"] as const) {
            await page.prefer(scheme);
            await waitFor(
              page,
              scheme,
              (name) => matchMedia(`(prefers-color-scheme: ${name})`).matches,
              scheme,
            );
            expect(await violations(page, "#patients")).toEqual([]);
          }
          await page.resize(320, 900);
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(over).toBe(0);
          await page.resize(1000, 900);
        };
        if ((await standing(page)).includes("people")) await removeList(page);
        await look();
        await page.setFiles("#patients-file", [faultyFile]);
        await untilStep(page, "preview");
        await clickButton(page, "Make one for me");
        await look();
        await clickButton(page, "Read the whole file");
        await untilStep(page, "report");
        await look();
        await clickButton(page, "Take this list into use");
        await importSaid(page);
        await unfold(page);
        await fill(page, "#person-family", "Abernathy");
        await page.press("Enter");
        await waitFor(page, "the look-up", () => document.querySelector("#found-title") !== null);
        const file = keepFile("axe.rgl", await downloaded(page, "Download the sealed file"));
        await look();
        await page.setFiles("#patients-file", [file]);
        await untilStep(page, "sealed");
        await look();
        await clickButton(page, "Cancel");
        await clickButton(page, "Lock now");
        await untilStanding(page, "Locked");
        await look();
        await page.prefer("light");
        await removeList(page);
      }),
  },
];
