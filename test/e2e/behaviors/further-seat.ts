/** A seat at which sites are switched on that are off by default, and whose browser lets the extension see them. */
import { furtherSites } from "../../../src/contract/further-sites.ts";
import type { FurtherSite } from "../../../src/contract/further-sites.ts";
import type { Driver } from "../harness/driver.ts";
import { allowInPrompt, grantInProfile } from "../harness/site-permission.ts";
import { waitFor } from "../harness/wait.ts";
import type { ManagedSeat } from "./managed-seat.ts";
import { untilPolicy } from "./managed-values.ts";

declare const chrome: {
  readonly scripting: { getRegisteredContentScripts(): Promise<readonly { readonly matches: string[] }[]> };
};

export const registeredPlaces = async (): Promise<string[]> =>
  (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches).toSorted();

/** The scripts run when this resolves. */
export async function startWithSites(
  { managed, start }: ManagedSeat,
  sites: readonly FurtherSite[],
): Promise<Driver> {
  const values = { sites: Object.fromEntries(sites.map((site) => [site, true])) };
  await managed.set(values);
  const first = await start();
  await untilPolicy(first, values);
  const hosts = sites.flatMap((site) => furtherSites[site].map(({ host }) => host));
  const driver =
    first.name === "firefox"
      ? first
      : await start(undefined, async (profile) => {
          for (const host of hosts) await grantInProfile(profile, host);
        });
  const popup = await driver.openExtensionPage("popup.html");
  if (driver.name === "firefox") {
    for (let left = sites.length; left > 0; left -= 1) {
      await waitFor(
        popup,
        `${left} sites to wait for permission`,
        (wanted) => document.querySelectorAll(".site-access button").length === wanted,
        left,
      );
      await popup.click(".site-access button");
      await allowInPrompt(driver);
    }
  }
  await waitFor(
    popup,
    "the scripts",
    async (wanted) => (await chrome.scripting.getRegisteredContentScripts()).length === wanted,
    hosts.length,
  );
  await popup.close();
  return driver;
}
