import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { firefoxId } from "../../../manifest/manifest.ts";
import { requireBrowser } from "../../../scripts/browsers.mjs";
import type { LaunchOptions } from "./driver.ts";
import { policiesFor } from "./managed-policy.ts";
import type { ManagedValues } from "./managed-policy.ts";

/** Fixes the address of the extension's own pages, which Firefox otherwise draws anew for each profile. */
export const pageHost = "6f0c9f6e-6f5d-4c53-9b39-2d1c6b0a7e11";

export interface FirefoxProcess {
  /** The address at which the browser takes WebDriver BiDi. */
  readonly address: string;
  readonly ended: Promise<void>;
  readonly setManaged: (values: ManagedValues) => Promise<void>;
  /** `signal`: SIGTERM when left out; none: it is ending already. */
  stop(signal?: "SIGTERM" | "SIGKILL" | "none"): Promise<void>;
}

function preferences(port: number, profile: string, options: LaunchOptions): string {
  const values: Record<string, string | number | boolean> = {
    "extensions.webextensions.uuids": JSON.stringify({ [firefoxId]: pageHost }),
    "network.dns.forceResolve": "127.0.0.1",
    "network.socket.forcePort": `443=${port}`,
    "layout.css.devPixelsPerPx": options.headed ? "-1.0" : String(options.scale ?? 1),
    // Nothing that the browser does on its own account belongs in a test.
    "app.update.disabledForTesting": true,
    "browser.shell.checkDefaultBrowser": false,
    // What a page saves goes when the profile goes.
    "browser.download.folderList": 2,
    "browser.download.dir": profile,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.tabs.warnOnClose": false,
    "datareporting.policy.dataSubmissionEnabled": false,
    "toolkit.telemetry.enabled": false,
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
    "services.settings.server": "data:,",
    "network.stricttransportsecurity.preloadlist": false,
    "security.cert_pinning.enforcement_level": 0,
    // What the protocol has installed is removed at the end; what it has kept is still there at the next start.
    "extensions.webextensions.keepStorageOnUninstall": true,
    // It takes no click on a question it has only just asked, and waits anew with each that comes too early.
    "security.notification_enable_delay": 0,
    // Only Mozilla signs; what a policy installs here was packed a moment ago.
    ...(options.forced === undefined ? {} : { "xpinstall.signatures.required": false }),
    ...(options.profile === undefined ? {} : likeAPersons(options.profile)),
  };
  return Object.entries(values)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join("");
}

/** Otherwise the protocol switches off what remembers tabs, passwords and more. Downloads go beside the profile. */
const likeAPersons = (profile: string): Record<string, string | number | boolean> => ({
  "remote.prefs.recommended": false,
  // How the protocol chooses a file for a person.
  "dom.file.createInChild": true,
  "browser.download.folderList": 2,
  "browser.download.dir": join(dirname(profile), "downloads"),
  // As often as it may be; the state of the tabs is the same.
  "browser.sessionstore.interval": 1000,
});

/** Firefox with its own profile, every https host sent to `port` on this machine. */
export async function startFirefox(port: number, options: LaunchOptions = {}): Promise<FirefoxProcess> {
  const policies = await policiesFor("firefox", options.managed);
  const executable = policies?.folder.executable ?? requireBrowser("firefox");
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), "replyguard-firefox-")));
  await writeFile(join(profile, "user.js"), preferences(port, profile, options));
  const child = spawn(
    executable,
    [
      ...(options.headed ? [] : ["--headless"]),
      "--no-remote",
      "--profile",
      profile,
      "--remote-debugging-port=0",
      // Without it the protocol keeps out of the extension's own pages.
      "--remote-allow-system-access",
      options.startAt ?? "about:blank",
    ],
    {
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: "1" },
    },
  );
  // A test that was given up leaves nobody to end its browser, which would go on beside all tests that follow.
  const end = (): boolean => child.kill("SIGKILL");
  // The test runner ends its workers by a signal, which is no exit of their own.
  const terminate = (): void => process.exit(143);
  process.once("exit", end);
  process.once("SIGTERM", terminate);
  const ended = new Promise<void>((resolve) =>
    child.once("exit", () => {
      process.off("exit", end);
      process.off("SIGTERM", terminate);
      resolve();
    }),
  );
  const clear = async (): Promise<void> => {
    await policies?.clear();
    if (options.profile === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return {
      address: await readAddress(child),
      ended,
      async setManaged(values) {
        if (!policies) throw new Error("the browser was started without a managed policy");
        await policies.folder.set(values);
      },
      async stop(signal = "SIGTERM") {
        if (signal !== "none") child.kill(signal);
        await ended;
        await clear();
      },
    };
  } catch (error) {
    child.kill();
    await clear();
    throw error;
  }
}

function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (data: Buffer) => {
      said = (said + data.toString()).slice(-4000);
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(`${address}/session`);
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`Firefox ended with ${code} before it listened: ${said}`)));
  });
}
