/** ReplyGuard as an admin's policy installs it, with the files that `guard policy emit --force-install` writes. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../pages/routes.ts";
import { guardPolicy } from "../unit/guard/policy/run-policy.ts";
import { announced, pressUntilStopped, stopping } from "./behaviors/managed-sends.ts";
import { managedOn, untilPolicy } from "./behaviors/managed-values.ts";
import type { Driver } from "./harness/driver.ts";
import { built, launch } from "./harness/launch.ts";
import { policyFolder } from "./harness/managed-policy.ts";
import type { PolicyBrowser, PolicyFolder } from "./harness/managed-policy.ts";
import { packExtension } from "./harness/packed-extension.ts";
import type { PackedExtension } from "./harness/packed-extension.ts";
import { sceneOn, withScene } from "./harness/scene.ts";
import type { Scene } from "./harness/scene.ts";
import { poll, waitFor } from "./harness/wait.ts";
import { scriptOf } from "./page-scripts.ts";

const targets = {
  chromium: { name: "chrome-linux", file: "replyguard.json", hardening: "incognito,guest,profiles" },
  // Not `devtools`: with it, Firefox does not answer to the program that drives it.
  firefox: { name: "firefox-policies", file: "policies.json", hardening: "incognito,profiles,safe-mode" },
} as const;
const policy = { strictness: "strict", postAnyway: "never", ...stopping };
const reply = scriptOf("facebook-comment", "reply");

interface Forced {
  readonly packed: PackedExtension;
  readonly managed: PolicyFolder;
  readonly profile: string;
  remove(): Promise<void>;
}

/** Packs the built extension, and puts in place what the command line writes for it. */
async function prepare(browser: PolicyBrowser): Promise<Forced> {
  const folder = await mkdtemp(join(tmpdir(), "replyguard-forced-"));
  const packed = await packExtension(browser, built[browser]);
  const target = targets[browser];
  await writeFile(join(folder, "policy.json"), JSON.stringify(policy));
  const from = ["emit", "--in", join(folder, "policy.json"), "--target", target.name, "--out", folder];
  const lines = ["--force-install", packed.address, "--hardening", target.hardening];
  const id = browser === "chromium" ? ["--extension-id", packed.id] : [];
  expect(await guardPolicy(...from, ...lines, ...id)).toMatchObject({ status: 0 });
  // Chromium lets nothing drive an extension that a policy has installed, unless a policy says so too.
  const driven = JSON.stringify({ DeveloperToolsAvailability: 1 });
  const managed = await policyFolder(browser, {
    beside: browser === "chromium" ? { "driven.json": driven } : {},
  });
  await managed.write(await readFile(join(folder, target.file), "utf8"));
  return {
    packed,
    managed,
    profile: await mkdtemp(join(folder, "profile-")),
    async remove() {
      await managed.remove();
      await packed.remove();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const launchForced = (
  browser: PolicyBrowser,
  { packed, managed, profile }: Forced,
  startAt?: string,
): Promise<Driver> => launch(browser, { forced: packed.id, managed, profile, startAt });

async function holds(scene: Scene): Promise<void> {
  await scene.page.type(announced);
  await pressUntilStopped(scene);
}
const holdsDrafts = (driver: Driver): Promise<void> => withScene(driver, reply, holds);

/** Ends the browser and starts it on a page in which somebody writes at once. */
async function restartWriting(
  browser: PolicyBrowser,
  forced: Forced,
  before: Driver | undefined,
): Promise<Driver> {
  await before?.close();
  const driver = await launchForced(browser, forced, routes[reply.page].url);
  await holds(await sceneOn(await driver.firstPage(), reply));
  return driver;
}

declare const chrome: {
  readonly management: {
    setEnabled(id: string, enabled: boolean): Promise<void>;
    uninstall(id: string, options: { showConfirmDialog: boolean }): Promise<void>;
  };
  readonly developerPrivate: {
    getExtensionInfo(id: string): Promise<{
      state: string;
      userMayModify: boolean;
      controlledInfo?: { text: string };
    }>;
    removeMultipleExtensions(ids: string[]): Promise<void>;
    updateExtensionConfiguration(change: { extensionId: string; hostAccess: string }): Promise<void>;
  };
};

describe("installed by the managed policy, in chromium", () => {
  let forced: Forced;
  let driver: Driver;
  beforeAll(async () => {
    forced = await prepare("chromium");
    driver = await launchForced("chromium", forced);
  });
  afterAll(async () => {
    await driver?.close();
    await forced?.remove();
  });

  it("lets nothing out from its first moment on, before the policy has arrived", async () => {
    await holdsDrafts(driver);
  });

  it("has the policy", async () => {
    await untilPolicy(driver, policy);
  });

  it("has a switch that cannot be used and no button to remove it, on chrome://extensions", async () => {
    const page = await driver.open("chrome://extensions");
    const seen = await waitFor(
      page,
      "the entry",
      (id) => {
        const list = document
          .querySelector("extensions-manager")
          ?.shadowRoot?.querySelector("extensions-item-list")?.shadowRoot;
        const entry = list?.querySelector(`#${id}`)?.shadowRoot;
        const toggle = entry?.querySelector<HTMLInputElement>("#enableToggle");
        const remove = entry?.querySelector<HTMLElement>("#removeButton");
        if (!toggle || !remove) return undefined;
        return { isOn: toggle.checked, isFixed: toggle.disabled, canRemove: remove.checkVisibility() };
      },
      forced.packed.id,
    );
    expect(seen).toEqual({ isOn: true, isFixed: true, canRemove: false });
    await page.close();
  });

  it("is not to be switched off, removed or kept from the sites by what that page may call", async () => {
    const page = await driver.open("chrome://extensions");
    const said = await page.evaluate(async (id) => {
      const { management, developerPrivate } = chrome;
      const outcome = (call: Promise<unknown>): Promise<string> =>
        call.then(
          () => "done",
          (error: unknown) => String(error),
        );
      return {
        off: await outcome(management.setEnabled(id, false)),
        removed: await outcome(management.uninstall(id, { showConfirmDialog: false })),
        removedWithOthers: await outcome(developerPrivate.removeMultipleExtensions([id])),
        keptOut: await outcome(
          developerPrivate.updateExtensionConfiguration({ extensionId: id, hostAccess: "ON_CLICK" }),
        ),
        info: await developerPrivate.getExtensionInfo(id),
      };
    }, forced.packed.id);
    expect(said).toMatchObject({
      off: expect.stringContaining("cannot be modified by user"),
      removed: expect.stringContaining("cannot be modified by user"),
      removedWithOthers: expect.stringContaining("Cannot uninstall"),
      keptOut: expect.stringContaining("Cannot change host permissions"),
      info: {
        state: "ENABLED",
        userMayModify: false,
        controlledInfo: { text: expect.stringContaining("policy") },
      },
    });
    await page.close();
    await holdsDrafts(driver);
  });

  it("lets nothing out of a page that is there when the browser starts again", async () => {
    driver = await restartWriting("chromium", forced, driver);
  });
});

const addonManager = `const { AddonManager } =
  ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
const addon = await AddonManager.getAddonByID("guard@replyguard.example");`;

/** What the add-ons page shows of it, once it has it. */
const card = `(async () => {
  const tab = [...gBrowser.tabs].find((one) => one.linkedBrowser.currentURI.spec.startsWith("about:addons"));
  const page = tab?.linkedBrowser.contentWindow;
  await page?.loadView?.("addons://list/extension");
  const card = page?.document.querySelector('addon-card[addon-id="guard@replyguard.example"]');
  const toggle = card?.querySelector("moz-toggle[action=toggle-disabled]");
  const remove = card?.querySelector("panel-item[action=remove]");
  if (!toggle || !remove) return null;
  return { toggleShown: toggle.checkVisibility(), isOn: toggle.pressed, removeFixed: remove.disabled };
})()`;

describe("installed by the managed policy, in firefox", () => {
  let forced: Forced;
  let driver: Driver | undefined;
  const inBrowser = async <T>(expression: string): Promise<T> => {
    if (!driver?.inBrowser) throw new Error("no browser to ask");
    return driver.inBrowser<T>(expression);
  };
  /** A policy installs while the browser goes on starting. */
  const untilActive = async (): Promise<void> => {
    const active = await poll(async () => {
      const isActive = await inBrowser<boolean>(
        `(async () => { ${addonManager} return addon?.isActive === true; })()`,
      );
      return isActive || undefined;
    });
    expect(active).toBe(true);
  };
  beforeAll(async () => {
    forced = await prepare("firefox");
    driver = await launchForced("firefox", forced);
    await untilActive();
  });
  afterAll(async () => {
    await driver?.close();
    await forced?.remove();
  });

  it("is there, holds drafts, and has the policy", async () => {
    if (!driver) throw new Error("no browser");
    await holdsDrafts(driver);
    const page = await driver.openExtensionPage("options.html");
    expect(await managedOn(page)).toEqual(policy);
    await page.close();
  });

  it("has no switch, and an entry to remove it that cannot be used, on about:addons", async () => {
    const page = await driver?.open("about:addons");
    const seen = await poll(async () => (await inBrowser<object | null>(card)) ?? undefined);
    expect(seen).toEqual({ toggleShown: false, isOn: true, removeFixed: true });
    await page?.close();
  });

  it("is not to be switched off by the browser's own call, which names the policy", async () => {
    const said = await inBrowser(`(async () => {
      ${addonManager}
      const may = (what) => (addon.permissions & AddonManager[what]) !== 0;
      return {
        off: await addon.disable().then(() => "done", String),
        mayDisable: may("PERM_CAN_DISABLE"),
        mayRemove: may("PERM_CAN_UNINSTALL"),
        isActive: addon.isActive,
      };
    })()`);
    expect(said).toEqual({
      off: expect.stringContaining("disallowed by enterprise policy"),
      mayDisable: false,
      mayRemove: false,
      isActive: true,
    });
  });

  it("is there again at the next start, if the browser itself has removed it", async () => {
    const isThere = await inBrowser(`(async () => {
      ${addonManager}
      await addon.uninstall();
      return (await AddonManager.getAddonByID("guard@replyguard.example")) !== null;
    })()`);
    expect(isThere).toBe(false);
    await driver?.close();
    driver = await launchForced("firefox", forced);
    await untilActive();
    await holdsDrafts(driver);
  });

  it("lets nothing out of a page that is there when the browser starts again", async () => {
    driver = await restartWriting("firefox", forced, driver);
  });
});
