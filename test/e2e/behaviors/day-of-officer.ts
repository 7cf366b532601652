/** The officer's part of a day, and what is typed into the extension's own pages and never put on record. */
import { expect } from "vitest";
import type { Driver, PageHandle } from "../harness/driver.ts";
import { waitFor } from "../harness/wait.ts";
import type { Invented } from "./invented-names.ts";
import { textOf, untilText } from "./page-text.ts";
import { savedBy } from "./patient-section.ts";
import { untilAllOptions } from "./options-page.ts";

const full = ({ given, family }: Invented): string => `${given} ${family}`;

/** What of a note names nobody, and is on record as it was given. */
export const keptOfNote = "brass umbrella stand by the door";

async function openConsole(driver: Driver): Promise<PageHandle> {
  const page = await driver.openExtensionPage("audit.html");
  await waitFor(page, "the record", () => document.querySelectorAll(".rows .row").length > 1);
  return page;
}

/** Opens the entry that stands so far below the newest. */
async function openEntry(page: PageHandle, at: number): Promise<void> {
  const before = await textOf(page, "#detail-body");
  await page.click(".grid .head");
  await page.press("Home");
  for (let i = 0; i < at; i += 1) await page.press("ArrowDown");
  await page.press("Enter");
  await waitFor(
    page,
    "another entry",
    (before) => {
      const now = document.querySelector<HTMLElement>("#detail-body")?.innerText ?? "";
      return now !== before && now.includes("Its hash is right.");
    },
    before,
  );
}

/** Notes that name patients, put on record on as many cases. */
export async function reviewCases(driver: Driver, people: readonly Invented[]): Promise<void> {
  const page = await openConsole(driver);
  for (const [at, person] of people.entries()) {
    await openEntry(page, at);
    await page.click("#case-assignee");
    await page.press("ControlOrMeta+KeyA");
    await page.type(full(person));
    await page.click("#case-note");
    await page.type(`${full(person)} was here, ${person.given} says; ${keptOfNote}`);
    await page.click(".case button[type=submit]");
    await untilText(page, ".case .history", keptOfNote);
  }
  await page.close();
}

export interface OfficerKey {
  readonly file: string;
  readonly passphrase: string;
  /** Shown once the newest draft is open. */
  readonly draft: string;
}

/** Reads the newest sealed draft. */
export async function openEvidence(driver: Driver, { file, passphrase, draft }: OfficerKey): Promise<void> {
  const page = await openConsole(driver);
  await openEntry(page, 0);
  await page.setFiles("#evidence-key", [file]);
  await page.click("#evidence-passphrase");
  await page.type(passphrase);
  await page.click(".evidence form button[type=submit]");
  await untilText(page, ".evidence-shown", draft);
  await page.close();
}

/** Everything that leaves the console as a file, in one text. */
export async function exportAll(driver: Driver): Promise<string> {
  const page = await openConsole(driver);
  const saved: string[] = [];
  const save = async (press: () => Promise<void>): Promise<void> => {
    saved.push(Buffer.from(await savedBy(page, press), "base64").toString("utf8"));
  };
  for (const format of ["csv", "cef", "ocsf", "otlp"]) {
    await page.evaluate((format) => {
      const control = document.querySelector<HTMLSelectElement>("#export-format");
      if (control) control.value = format;
    }, format);
    await save(() => page.click("#export-body button[type=submit]"));
  }
  await page.click('.views a[href="#seats"]');
  await untilText(page, "#standing-body", "Check and export");
  await save(() => page.click("#standing-body button"));
  await untilText(page, "#said", "every one holds");
  await page.close();
  return saved.join("\n");
}

/** Phrases and replies that name somebody on the list, which are refused and stay in their boxes. */
export async function leavePhrases(
  driver: Driver,
  lists: readonly string[],
  person: Invented,
): Promise<void> {
  const page = await driver.openExtensionPage("options.html");
  await untilAllOptions(page, "#replies-text");
  for (const list of lists) {
    await page.click(`#${list}-text`);
    await page.type(`Thank you, ${full(person)}`);
    await page.click(`form:has(#${list}-text) button[type=submit]`);
    // A reply is tried first, as a draft is.
    const refused =
      list === "replies" ? "would not be offered anywhere" : "names somebody on the patient list";
    await untilText(page, `#${list}-text-error`, refused);
    expect(
      await page.evaluate((id) => document.querySelector<HTMLInputElement>(id)?.value, `#${list}-text`),
    ).toContain(person.given);
  }
}

/** A note, an assignee and a search, typed and not put on record. */
export async function leaveNote(driver: Driver, person: Invented): Promise<void> {
  const page = await openConsole(driver);
  await openEntry(page, 0);
  await page.click("#case-assignee");
  await page.type(full(person));
  await page.click("#case-note");
  await page.type(`${full(person)} called again`);
  await page.click("#filter-text");
  await page.type(full(person));
}
