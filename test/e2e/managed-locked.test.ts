/** What a managed policy has fixed stays so, whatever somebody does at the browser. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Response, WorkerChannels } from "../../src/contract/messages.ts";
import type { Policy } from "../../src/contract/policy.ts";
import { furtherNames } from "../../src/contract/further-sites.ts";
import { categoryWords, siteWords } from "../../src/contract/words.ts";
import { settingOn } from "./behaviors/managed-options.ts";
import { stopping } from "./behaviors/managed-sends.ts";
import { untilManaged } from "./behaviors/managed-values.ts";
import { askWorker, toldByWorker } from "./harness/ask-worker.ts";
import type { Driver, PageHandle } from "./harness/driver.ts";
import { browserNames, built, launch } from "./harness/launch.ts";
import { writeSetting } from "./harness/stored-setting.ts";
import { waitFor } from "./harness/wait.ts";

const managed = {
  strictness: "strict",
  postAnyway: "never",
  actions: { health: "warn" },
  sites: { yelp: false },
  ...stopping,
} as const;
type Shown = Response<WorkerChannels, "policy.read">["policy"];
const looser: [string, (now: Shown) => Partial<Policy>][] = [
  ["strictness", () => ({ strictness: "balanced" })],
  ["post anyway", () => ({ postAnyway: "always" })],
  ["an action", ({ actions }) => ({ actions: { ...actions, health: "allow" } })],
  ["a site", ({ sites }) => ({ sites: { ...sites, yelp: true } })],
  ["a list", () => ({ alwaysStop: [] })],
];
const byAdmin = /by your administrator/i;

describe.each(browserNames)("what the managed policy has fixed, in %s", (browser) => {
  let profile: string;
  let driver: Driver;
  let page: PageHandle;
  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), "replyguard-locked-"));
    driver = await launch(browser, { extension: built[browser], managed, profile });
    page = await driver.openExtensionPage("options.html");
    await untilManaged(page, managed);
    await page.reload();
  });
  afterAll(async () => {
    await driver?.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  async function policyNow(): Promise<Shown> {
    return (await toldByWorker(page, "policy.read", {})).policy;
  }
  /** As much of it as the managed policy names. */
  async function inForce(): Promise<unknown> {
    const { strictness, postAnyway, actions, sites, alwaysStop } = await policyNow();
    return {
      strictness,
      postAnyway,
      actions: { health: actions.health },
      sites: { yelp: sites.yelp },
      alwaysStop,
    };
  }

  it("has no control on the options page, and the reason beside it", async () => {
    const strictness = await settingOn(page, "strictness");
    expect(strictness.controls).toEqual({});
    expect(strictness.text).toMatch(byAdmin);
    expect(strictness.text).toContain("Strict");
    const postAnyway = await settingOn(page, "postAnyway");
    expect(postAnyway.controls).toEqual({});
    expect(postAnyway.text).toMatch(byAdmin);
    const sites = await settingOn(page, "sites");
    expect(Object.keys(sites.controls)).toEqual([
      siteWords.facebook,
      siteWords.instagram,
      ...furtherNames.map((name) => siteWords[name]),
    ]);
    expect(sites.text).toMatch(byAdmin);
  });

  it("offers only what is stricter where it may be tightened", async () => {
    const { controls } = await settingOn(page, "actions");
    expect(Object.keys(controls)).toEqual([categoryWords.health]);
    expect(controls[categoryWords.health]).not.toContain("allow");
    expect(controls[categoryWords.health]).not.toContain("record");
    expect(controls[categoryWords.health]).toContain("warn");
    expect(controls[categoryWords.health]).toContain("block");
  });

  it("is not loosened by a control that somebody has opened in the page", async () => {
    const tampered = await page.evaluate(() => {
      const select = [...document.querySelectorAll("select")].find(({ value }) => value === "warn");
      if (!select) return false;
      for (const option of select.options) option.disabled = false;
      select.value = "allow";
      select.dispatchEvent(new Event("change", { bubbles: true }));
      return true;
    });
    expect(tampered).toBe(true);
    await waitFor(page, "the control to go back", () =>
      [...document.querySelectorAll("select")].some(({ value }) => value === "warn"),
    );
    expect(await inForce()).toEqual(managed);
  });

  it.each(looser)("is not loosened by the worker, asked for another value of %s", async (_name, wanted) => {
    const policy = wanted(await policyNow());
    expect(await askWorker(page, "policy.change", { policy })).toEqual({ ok: false, code: "not-allowed" });
    expect(await inForce()).toEqual(managed);
  });

  it("is not loosened by what somebody has written into the extension's storage", async () => {
    const loose = {
      strictness: "relaxed",
      postAnyway: "always",
      "actions.health": "allow",
      "sites.yelp": true,
    };
    await writeSetting(page, "seat-policy", loose);
    await writeSetting(page, "managed-policy", loose);
    await driver.killWorker();
    expect(await inForce()).toEqual(managed);
  });

  it("can be made stricter, where it may, and is then", async () => {
    const { actions } = await policyNow();
    const policy = { actions: { ...actions, health: "block" as const } };
    expect(await askWorker(page, "policy.change", { policy })).toMatchObject({ ok: true });
    expect(await inForce()).toEqual({ ...managed, actions: { health: "block" } });
  });
});
