import { expect } from "vitest";
import { importPatients, importSaid, testPassphrase, untilStep } from "../harness/patients.ts";
import { waitFor } from "../harness/wait.ts";
import type { Behavior } from "./behavior.ts";
import {
  brokenFile,
  excelFile,
  faultyFile,
  fhirFile,
  largeFile,
  unnamedFile,
  vcardFile,
  windowsFile,
} from "./patient-files.ts";
import {
  inPatients,
  expectListed,
  expectUnlisted,
  clickButton,
  fill,
  choose,
  focused,
  standing,
  saidBy,
  wholePage,
  removeList,
  downloaded,
} from "./patient-section.ts";

function formatBehavior(format: string, file: string, names: readonly string[], kind: string): Behavior {
  return {
    title: `${format}: the people of the file are held, and their names are gone from the page`,
    async run(driver) {
      await expectUnlisted(driver, names[0] ?? "");
      await inPatients(driver, async (page) => {
        await page.setFiles("#patients-file", [file]);
        await untilStep(page, "preview");
        const preview = await page.evaluate(
          () => document.querySelector<HTMLElement>("#patients .preview")?.innerText ?? "",
        );
        expect(preview).toContain(kind);
        for (const name of names) expect(preview).toContain(name.split(" ")[1]);
        await page.press("Escape");
        await clickButton(page, "Cancel");
        expect(await importSaid(page)).toContain("Canceled");
        for (const name of names) expect(await wholePage(page)).not.toContain(name.split(" ")[1]);
        expect(await importPatients(page, file)).toBe("In use: 2 people. The names are forgotten.");
        for (const name of names) expect(await wholePage(page)).not.toContain(name.split(" ")[1]);
        expect(await standing(page)).toContain("2 people");
      });
      await expectListed(driver, ...names);
      await inPatients(driver, removeList);
      await expectUnlisted(driver, names[0] ?? "");
    },
  };
}

export const patientImport: readonly Behavior[] = [
  formatBehavior(
    "CSV with semicolons, Windows letters and line breaks in quotes",
    windowsFile,
    ["Élodie Quarrington", "Ottokar Brandström"],
    "parted by semicolons, read as Windows-1252",
  ),
  formatBehavior(
    "Excel",
    excelFile,
    ["Rosamunde Wintersteller", "Ignatius Featherstonehaugh"],
    "Excel workbook",
  ),
  formatBehavior("FHIR", fhirFile, ["Philomira Osterhagen", "Casimir Lindqvist"], "FHIR patients"),
  formatBehavior("vCard", vcardFile, ["Leopoldine Holmqvist", "Barnaby Ravenscroft"], "vCard contacts"),
  {
    title: "a wrong guess about the columns is put right, and nothing is read before names are known",
    async run(driver) {
      await inPatients(driver, async (page) => {
        await page.setFiles("#patients-file", [unnamedFile]);
        await untilStep(page, "preview");
        const isReady = (): Promise<boolean> =>
          page.evaluate(
            () => !document.querySelector<HTMLButtonElement>("#patients .preview .primary")?.disabled,
          );
        for (const column of [0, 1, 2]) await choose(page, column, "");
        expect(await isReady()).toBe(false);
        await choose(page, 0, "family");
        await saidBy(page, ".preview", "Still missing: which column is the given name?");
        await choose(page, 1, "given");
        expect(await isReady()).toBe(true);
        for (const field of ["#import-passphrase", "#import-again"]) await fill(page, field, testPassphrase);
        await page.press("Enter");
        await untilStep(page, "report");
        expect(await focused(page)).toBe("report-title");
        await clickButton(page, "Take this list into use");
        expect(await importSaid(page)).toContain("In use: 2 people");
        expect(await focused(page)).toBe("patients-file");
      });
      await expectListed(driver, "Roswitha Thistlewood");
    },
  },
  {
    title:
      "two passphrases that differ, and one that is too short, are refused at the field; one is made on request",
    run: (driver) =>
      inPatients(driver, async (page) => {
        if ((await standing(page)).includes("people")) await removeList(page);
        await page.setFiles("#patients-file", [excelFile]);
        await untilStep(page, "preview");
        const errorOf = (id: string): Promise<string> =>
          waitFor(
            page,
            `an error at ${id}`,
            (id) => document.getElementById(`${id}-error`)?.textContent || false,
            id,
          );
        await fill(page, "#import-passphrase", "short");
        await page.press("Enter");
        expect(await errorOf("import-passphrase")).toContain("too short");
        await page.type(" and now it is long");
        await fill(page, "#import-again", "something else");
        await page.press("Enter");
        expect(await errorOf("import-again")).toBe("The two are not the same.");
        expect(await focused(page)).toBe("import-again");
        await clickButton(page, "Make one for me");
        await saidBy(page, ".preview", "Strong");
        const made = await page.evaluate(() => document.querySelector(".made code")?.textContent ?? "");
        expect(made).toMatch(/^[a-z0-9-]{20,}$/);
        await clickButton(page, "Read the whole file");
        await untilStep(page, "report");
        await clickButton(page, "Cancel");
        expect(await wholePage(page)).not.toContain(made);
      }),
  },
  {
    title:
      "a long file can be canceled at any moment, at once; the page stays responsive, and the old list stays",
    async run(driver) {
      await inPatients(driver, async (page) => {
        await importPatients(page, excelFile);
        await page.setFiles("#patients-file", [largeFile]);
        await untilStep(page, "preview");
        await page.evaluate(() => {
          window.noted = [];
          let last = performance.now();
          const beat = (): void => {
            const now = performance.now();
            window.noted.push(String(now - last));
            last = now;
            setTimeout(beat);
          };
          setTimeout(beat);
        });
        await clickButton(page, "Read the whole file");
        await waitFor(
          page,
          "a fifth of the file",
          () => (document.querySelector<HTMLProgressElement>("#patients progress")?.value ?? 0) >= 20,
        );
        const gaps = await page.evaluate(() => window.noted.map(Number));
        await page.evaluate(() => {
          const view = document.querySelector<HTMLElement>("#patients .import");
          let pressed = 0;
          document.addEventListener("click", () => (pressed = performance.now()), {
            capture: true,
            once: true,
          });
          new MutationObserver((_, observer) => {
            if (document.querySelector("#patients progress")) return;
            observer.disconnect();
            document.body.dataset["tookMs"] = String(performance.now() - pressed);
          }).observe(view ?? document, { subtree: true, childList: true });
        });
        await clickButton(page, "Cancel");
        expect(await importSaid(page)).toBe(
          "Canceled. Nothing has changed, and nothing of the file is kept.",
        );
        const tookMs = await page.evaluate(() => Number(document.body.dataset["tookMs"]));
        expect(tookMs).toBeLessThan(200);
        // Other work on the machine may stretch some of them; work of the page's own would stretch most.
        const sorted = gaps.toSorted((one, other) => one - other);
        expect(sorted.length).toBeGreaterThan(20);
        expect(sorted[sorted.length >> 1]).toBeLessThan(25);
        expect(sorted.at(-1)).toBeLessThan(1000);
        expect(await standing(page)).toContain("2 people");
      });
      await expectListed(driver, "Rosamunde Wintersteller");
    },
  },
  {
    title: "a file that is dropped anywhere on the section is read; beside it nothing happens",
    run: (driver) =>
      inPatients(driver, async (page) => {
        const drop = (place: string): Promise<boolean> =>
          page.evaluate((place) => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File(["given,family\nSiegmund,Rautenberg\n"], "dropped.csv"));
            const over = new DragEvent("dragover", { dataTransfer, bubbles: true, cancelable: true });
            const drop = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
            const target = document.querySelector(place);
            target?.dispatchEvent(over);
            target?.dispatchEvent(drop);
            return over.defaultPrevented && drop.defaultPrevented;
          }, place);
        expect(await drop("#practice")).toBe(true);
        expect(await drop("#patients .lead")).toBe(true);
        await untilStep(page, "preview");
        expect(await page.evaluate(() => document.querySelectorAll("#patients .preview").length)).toBe(1);
        await clickButton(page, "Cancel");
        expect(await wholePage(page)).not.toMatch(/Siegmund|Rautenberg/);
      }),
  },
  {
    title: "a broken file changes nothing: it says where it is broken, and the list in use stays",
    async run(driver) {
      await inPatients(driver, async (page) => {
        await importPatients(page, excelFile);
        await page.setFiles("#patients-file", [brokenFile]);
        const said = await importSaid(page);
        expect(said).toContain("Line 3");
        expect(said).toContain("the list in use stays in use");
        expect(said).not.toMatch(/Theodora|Winterbourne/);
        expect(await focused(page)).toBe("patients-file");
        expect(await standing(page)).toContain("2 people");
      });
      await expectListed(driver, "Ignatius Featherstonehaugh");
    },
  },
  {
    title: "the report names rows by line and reason, in the page and as a file, and repeats nothing of them",
    run: (driver) =>
      inPatients(driver, async (page) => {
        await importPatients(page, excelFile);
        await page.setFiles("#patients-file", [faultyFile]);
        await untilStep(page, "preview");
        await clickButton(page, "Read the whole file");
        await untilStep(page, "report");
        const report = await page.evaluate(
          () => document.querySelector<HTMLElement>("#patients .preview")?.innerText ?? "",
        );
        expect(report).toMatch(/Rows read\s+28/);
        expect(report).toContain("Line 3 has no name.");
        expect(report).toContain("And 6 more");
        const csv = Buffer.from(await downloaded(page, "Download report"), "base64").toString("utf8");
        expect(csv.split("\r\n")).toHaveLength(1 + 26 + 1);
        expect(csv).toContain('3,left out,"has no name"');
        for (const text of [report, csv]) expect(text).not.toMatch(/Abernathy|Wetherby|555/);
        await clickButton(page, "Cancel");
        expect(await standing(page)).toContain("2 people");
      }),
  },
];
