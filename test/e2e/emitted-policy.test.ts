/** The files that `guard policy emit` writes, put where README.txt says, in real browsers. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { guardPolicy, samplePolicy } from "../unit/guard/policy/run-policy.ts";
import { untilManaged } from "./behaviors/managed-values.ts";
import type { Driver } from "./harness/driver.ts";
import { built, launch } from "./harness/launch.ts";
import type { ManagedValues, PolicyFolder } from "./harness/managed-policy.ts";
import { policyFolder } from "./harness/managed-policy.ts";

describe("an emitted policy", () => {
  let driver: Driver | undefined;
  let managed: PolicyFolder | undefined;
  let out: string | undefined;
  afterEach(async () => {
    await driver?.close();
    await managed?.remove();
    if (out !== undefined) await rm(out, { recursive: true, force: true, maxRetries: 5 });
    [driver, managed, out] = [undefined, undefined, undefined];
  });

  it.each([
    [
      "chromium",
      "chrome-linux",
      "/etc/chromium/policies/managed",
      "replyguard.json",
      ["--hardening", "incognito,guest,profiles"],
    ],
    [
      "firefox",
      "firefox-policies",
      "/etc/firefox/policies",
      "policies.json",
      // Not `devtools`: with it, Firefox does not answer to the program that drives it.
      ["--hardening", "incognito,profiles,safe-mode"],
    ],
    ["firefox", "firefox-native", "/usr/lib/mozilla/managed-storage", "guard@replyguard.example.json", []],
  ] as const)("arrives whole in %s, by %s", async (browser, target, folder, file, hardening) => {
    out = await mkdtemp(join(tmpdir(), "replyguard-emitted-"));
    const emit = ["emit", "--in", samplePolicy, "--target", target, "--out", out, ...hardening];
    expect(await guardPolicy(...emit)).toMatchObject({ status: 0 });
    managed = await policyFolder(browser, { place: { folder, file } });
    await managed.write(await readFile(join(out, file), "utf8"));
    driver = await launch(browser, { extension: built[browser], managed });
    const policy = JSON.parse(await readFile(samplePolicy, "utf8")) as ManagedValues;
    await untilManaged(await driver.openExtensionPage("options.html"), policy);
  });
});
