/** The files that `guard policy emit` writes, put where README.txt says, in real browsers. */
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { requireBrowser } from "../../scripts/browsers.mjs";
import { guardPolicy, samplePolicy } from "../unit/guard/policy/run-policy.ts";
import type { Driver } from "./harness/driver.ts";
import { launch } from "./harness/launch.ts";
import { untilWorks } from "./harness/wait.ts";

interface Storage {
  readonly storage: { readonly managed: { get(): Promise<Record<string, unknown>> } };
}

const built = { chromium: "dist/chrome", firefox: "dist/firefox" } as const;

/** Starts a browser in a mount namespace of its own, in which /etc has one file more. */
const withFile = (executable: string, file: string, place: string, scratch: string): string => `#!/bin/sh
if [ "$1" != "--in-namespace" ]; then
  if [ "$(id -u)" = 0 ]; then exec unshare --mount "$0" --in-namespace "$@"; fi
  exec unshare --map-root-user --mount "$0" --in-namespace "$@"
fi
shift
set -e
mount -t tmpfs none '${scratch}'
mkdir '${scratch}/upper' '${scratch}/work'
mount -t overlay overlay -o 'lowerdir=/etc,upperdir=${scratch}/upper,workdir=${scratch}/work' /etc
mkdir -p '${dirname(place)}'
install -m 644 '${file}' '${place}'
exec '${executable}' "$@"
`;

describe("an emitted policy", () => {
  let driver: Driver | undefined;
  let folder: string | undefined;
  const before = { CHROMIUM: process.env["CHROMIUM"], FIREFOX: process.env["FIREFOX"] };
  afterEach(async () => {
    await driver?.close();
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    if (folder !== undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    [driver, folder] = [undefined, undefined];
  });

  it.each([
    [
      "chromium",
      "chrome-linux",
      "replyguard.json",
      "/etc/chromium/policies/managed",
      "incognito,guest,profiles",
    ],
    ["firefox", "firefox-policies", "policies.json", "/etc/firefox/policies", "incognito,profiles,safe-mode"],
  ] as const)("arrives whole in %s, by %s", async (browser, target, file, place, hardening) => {
    folder = await mkdtemp(join(tmpdir(), "replyguard-emitted-"));
    const out = join(folder, "out");
    const emit = ["emit", "--in", samplePolicy, "--target", target, "--out", out, "--hardening", hardening];
    expect(await guardPolicy(...emit)).toMatchObject({ status: 0 });
    const start = join(folder, browser);
    const scratch = await mkdtemp(join(folder, "scratch-"));
    await writeFile(start, withFile(requireBrowser(browser), join(out, file), join(place, file), scratch));
    await chmod(start, 0o755);
    process.env[browser.toUpperCase()] = start;

    driver = await launch(browser, { extension: built[browser] });
    const page = await driver.openExtensionPage("options.html");
    const policy = JSON.parse(await readFile(samplePolicy, "utf8")) as unknown;
    // Chromium may hand it out some seconds after its start.
    await untilWorks(async () => {
      const managed = await page.evaluate(() => {
        const world = globalThis as unknown as Record<"browser" | "chrome", Storage | undefined>;
        return (world.browser ?? world.chrome)?.storage.managed.get();
      });
      expect(managed).toEqual(policy);
    });
  });
});
