import { afterEach, describe, expect, it } from "vitest";
import { toBase64 } from "../../src/patient-list/bytes.ts";
import { violations } from "./behaviors/access.ts";
import { excelFile } from "./behaviors/patient-files.ts";
import { standing, untilStanding } from "./behaviors/patient-section.ts";
import { managedKey, sealNames } from "./behaviors/stored-list.ts";
import type { Driver, PageHandle } from "./harness/driver.ts";
import { createFileServer } from "./harness/file-server.ts";
import { browserNames, built, launch } from "./harness/launch.ts";
import { importPatients, openPatients } from "./harness/patients.ts";

const address = "https://lists.practice.example/patients.rgl";

/** What of the section could change the list. */
const offered = (page: PageHandle): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("#patients button, #patients summary, #patients .drop")]
      .filter((one) => one.checkVisibility())
      .map(({ innerText }) => innerText.split("\n")[0] ?? ""),
  );

describe.each(browserNames)("the options about the practice's list in %s", (browser) => {
  let driver: Driver | undefined;
  afterEach(async () => {
    await driver?.close();
    driver = undefined;
  });

  it("say where it comes from, that it has not arrived, and offer no change", async () => {
    const server = createFileServer();
    server.files.set(address, "down");
    const list = await sealNames("practice", [["Quillon", "Abernathy"]]);
    const managed = { patientList: { address, sha256: list.sha256, key: toBase64(managedKey) } };
    driver = await launch(browser, { extension: built[browser], managed, files: server });
    const page = await openPatients(driver);
    await untilStanding(page, "has not arrived yet");
    expect(await standing(page)).toContain("drafts cannot be checked and are held");
    expect(await offered(page)).toEqual([]);
    expect(await violations(page, "#patients")).toEqual([]);
  });

  it("show it once it is there, as the practice's own and fixed", async () => {
    const server = createFileServer();
    const list = await sealNames("practice", [["Quillon", "Abernathy"]]);
    server.files.set(address, { body: list.file, cors: true });
    const managed = { patientList: { address, sha256: list.sha256, key: toBase64(managedKey) } };
    driver = await launch(browser, { extension: built[browser], managed, files: server });
    const page = await openPatients(driver);
    await untilStanding(page, "1 person");
    const said = await standing(page);
    for (const words of [
      "Open",
      "From your practice’s policy",
      "cannot be changed at this browser",
      "Last fetched",
    ])
      expect(said).toContain(words);
    expect(await offered(page)).toEqual([]);
    expect(await violations(page, "#patients")).toEqual([]);
  });

  it("tell what an unlocked browser of its own costs where the policy lets drafts go", async () => {
    driver = await launch(browser, {
      extension: built[browser],
      managed: { unchecked: "let-go-and-record" },
    });
    const page = await openPatients(driver);
    await importPatients(page, excelFile);
    await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("#patients button")]
        .find(({ textContent }) => textContent === "Lock now")
        ?.click(),
    );
    await untilStanding(page, "drafts go unchecked, and that is recorded");
  });
});
