import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Driver, PageHandle } from "../../test/e2e/harness/driver.ts";
import { importPatients } from "../../test/e2e/harness/patients.ts";
import { waitFor } from "../../test/e2e/harness/wait.ts";
import type { Practice } from "../../src/engine/model.ts";
import { practice as practiceSchema } from "../../src/contract/practice.ts";

const samples = join(import.meta.dirname, "sample");
export const patientFile = join(samples, "patients.csv");

async function readPractice(): Promise<Practice> {
  return practiceSchema.parse(JSON.parse(await readFile(join(samples, "practice.json"), "utf8")));
}

/** By the ids of the form. Kit's title and role are written after the name, as the form asks. */
function toFields(practice: Practice): readonly (readonly [string, string])[] {
  return [
    ["#practice-name", practice.name],
    ["#practice-aliases", practice.aliases.join("\n")],
    ["#practice-phones", practice.phones.join("\n")],
    ["#practice-addresses", practice.addresses.join("\n")],
    ["#practice-emails", practice.emails.join("\n")],
    ["#practice-websites", practice.websites.join("\n")],
    ["#practice-handles", practice.handles.join("\n")],
    [
      "#practice-staff",
      practice.staff.map(({ name, role }) => (role ? `${name}, ${role}` : name)).join("\n"),
    ],
  ];
}

const readStatus = (section: string, begin: string): boolean =>
  [...document.querySelectorAll(`${section} [role=status]`)].some((line) =>
    line.textContent?.startsWith(begin),
  );

/**
 * Puts the sample practice and the sample list into the extension through its options page, as a person would.
 * Leaves the page open.
 */
export async function furnish(
  driver: Driver,
): Promise<{ page: PageHandle; practice: Practice; people: number }> {
  const practice = await readPractice();
  const page = await driver.openExtensionPage("options.html");
  await waitFor(page, "the practice form", () => document.querySelector("#practice-staff") !== null);
  for (const [field, text] of toFields(practice)) {
    await page.click(field);
    await page.type(text);
  }
  await page.click("#practice button[type=submit]");
  await waitFor(page, "the profile to be saved", readStatus, "#practice", "Saved");

  await waitFor(page, "the import", () => document.querySelector("#patients-file") !== null);
  const said = await importPatients(page, patientFile);
  if (!said.startsWith("In use")) throw new Error(said);
  const people = (await readFile(patientFile, "utf8")).trim().split("\n").length - 1;
  return { page, practice, people };
}
