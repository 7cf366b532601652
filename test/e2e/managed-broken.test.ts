/** A policy file that was broken on its way keeps the last good one in force, and staff and admin are told. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stopping } from "./behaviors/managed-sends.ts";
import { managedOn, untilManaged } from "./behaviors/managed-values.ts";
import { askWorker } from "./harness/ask-worker.ts";
import type { Driver, PageHandle } from "./harness/driver.ts";
import { browserNames, launch } from "./harness/launch.ts";
import { fileFor, policyFolder } from "./harness/managed-policy.ts";
import type { ManagedValues, PolicyFolder } from "./harness/managed-policy.ts";
import { poll, waitFor } from "./harness/wait.ts";

const built = { chromium: "dist/chrome", firefox: "dist/firefox" } as const;
const good = { strictness: "strict", postAnyway: "never", ...stopping };
/** Wrong types, a value that is not known, a key that is not known, and a key that is gone. */
const wrong = {
  strictness: "paranoid",
  postAnyway: ["never"],
  alwaysStop: "spring sale",
  strictnes: "relaxed",
};

describe.each(browserNames)("a broken policy file, in %s", (browser) => {
  let managed: PolicyFolder;
  let profile: string;
  let driver: Driver;
  let page: PageHandle;

  async function start(): Promise<void> {
    driver = await launch(browser, { extension: built[browser], managed, profile });
    page = await driver.openExtensionPage("options.html");
  }
  /** Puts a file in the place of the one that is there; in Firefox that takes a restart. */
  async function roll(text: string): Promise<void> {
    const before = JSON.stringify(await managedOn(page));
    await managed.write(text);
    if (browser === "firefox") {
      await driver.close();
      await start();
      return;
    }
    await poll(async () => JSON.stringify(await managedOn(page)) !== before || undefined);
    await page.reload();
  }
  async function restart(): Promise<void> {
    await driver.close();
    await start();
  }
  /** The last good policy is in force, at this moment. */
  async function expectGood(): Promise<void> {
    const answer = await askWorker(page, "policy.read", {});
    if (!answer.ok) throw new Error(answer.code);
    const { strictness, postAnyway, alwaysStop } = answer.value.policy;
    expect({ strictness, postAnyway, alwaysStop }).toEqual(good);
  }
  async function expectTold(paths: readonly string[]): Promise<void> {
    const text = await waitFor(
      page,
      "the fault on the options page",
      () => /policy has (?:\w+ )?faults?/i.test(document.body.innerText) && document.body.innerText,
    );
    for (const path of paths) expect(text).toContain(path);
    const popup = await driver.openExtensionPage("popup.html");
    await waitFor(popup, "the fault in the popup", () =>
      /policy has (?:\w+ )?faults?/i.test(document.body.innerText),
    );
    await popup.close();
  }

  beforeAll(async () => {
    managed = await policyFolder(browser);
    profile = await mkdtemp(join(tmpdir(), "replyguard-broken-"));
    await managed.set(good);
    await start();
    await untilManaged(page, good);
    await expectGood();
  });
  afterAll(async () => {
    await driver?.close();
    await managed?.remove();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it("whose values cannot be used changes nothing, and each of them is named", async () => {
    await roll(fileFor(browser, wrong));
    await expectGood();
    await expectTold(["strictness", "postAnyway", "alwaysStop"]);
  });

  it("whose values cannot be used changes nothing at the next start", async () => {
    await restart();
    await expectGood();
    await expectTold(["strictness", "postAnyway", "alwaysStop"]);
  });

  it("that is no JSON changes nothing, and that is told", async () => {
    await roll(fileFor(browser, good));
    await untilManaged(page, good);
    await roll(fileFor(browser, good).slice(0, -1));
    await expectGood();
    await expectTold([]);
  });

  it("that is no JSON changes nothing at the next start", async () => {
    await restart();
    // Chromium has an answer only now.
    const none: ManagedValues | string = await managedOn(page);
    expect(typeof none === "string" ? {} : none).toEqual({});
    await expectGood();
    await expectTold([]);
  });
});
