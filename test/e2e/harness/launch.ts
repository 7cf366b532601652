import { launchChromium } from "./chromium.ts";
import type { Driver, LaunchOptions } from "./driver.ts";
import { launchFirefox } from "./firefox.ts";

export const browserNames = ["chromium", "firefox"] as const;

/** Folders of what is shipped, as a build leaves it. */
export const built = { chromium: "dist/chrome", firefox: "dist/firefox" } as const;

export function launch(name: Driver["name"], options: LaunchOptions = {}): Promise<Driver> {
  return name === "chromium" ? launchChromium(options) : launchFirefox(options);
}
