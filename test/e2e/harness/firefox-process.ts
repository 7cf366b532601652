import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { firefoxId } from "../../../manifest/manifest.ts";
import { requireBrowser } from "../../../scripts/browsers.mjs";
import type { LaunchOptions } from "./driver.ts";

/** Fixes the address of the extension's own pages, which Firefox otherwise draws anew for each profile. */
export const pageHost = "6f0c9f6e-6f5d-4c53-9b39-2d1c6b0a7e11";

export interface FirefoxProcess {
  /** The address at which the browser takes WebDriver BiDi. */
  readonly address: string;
  readonly ended: Promise<void>;
  /** `signal`: SIGTERM when left out; none: it is ending already. */
  stop(signal?: "SIGTERM" | "SIGKILL" | "none"): Promise<void>;
}

function preferences(port: number, options: LaunchOptions): string {
  const values: Record<string, string | number | boolean> = {
    "extensions.webextensions.uuids": JSON.stringify({ [firefoxId]: pageHost }),
    "network.dns.forceResolve": "127.0.0.1",
    "network.socket.forcePort": `443=${port}`,
    "layout.css.devPixelsPerPx": options.headed ? "-1.0" : String(options.scale ?? 1),
    // Nothing that the browser does on its own account belongs in a test.
    "app.update.disabledForTesting": true,
    "browser.shell.checkDefaultBrowser": false,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.tabs.warnOnClose": false,
    "datareporting.policy.dataSubmissionEnabled": false,
    "toolkit.telemetry.enabled": false,
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
    "services.settings.server": "data:,",
    "network.stricttransportsecurity.preloadlist": false,
    "security.cert_pinning.enforcement_level": 0,
    // Otherwise the protocol switches off what remembers passwords and more.
    ...(options.profile === undefined ? {} : { "remote.prefs.recommended": false }),
  };
  return Object.entries(values)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join("");
}

/** Firefox with its own profile, every https host sent to `port` on this machine. */
export async function startFirefox(port: number, options: LaunchOptions = {}): Promise<FirefoxProcess> {
  const executable = requireBrowser("firefox");
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), "replyguard-firefox-")));
  await writeFile(join(profile, "user.js"), preferences(port, options));
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
      "about:blank",
    ],
    { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: "1" } },
  );
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const clear = async (): Promise<void> => {
    if (options.profile === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return {
      address: await readAddress(child),
      ended,
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
