import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import type { Driver, PageHandle } from "../harness/driver.ts";
import type { ManagedValues } from "../harness/managed-policy.ts";
import { poll } from "../harness/wait.ts";

declare const chrome: { readonly storage: { readonly managed: { get(): Promise<ManagedValues> } } };

/** What the browser hands the extension; where it rejects, as Firefox does without a policy, its words. */
export const managedOn = (page: PageHandle): Promise<ManagedValues | string> =>
  page.evaluate(() => chrome.storage.managed.get().catch(String));

/** Chromium may hand a policy out some seconds after its start, and a changed one some seconds after the change. */
export async function untilManaged(page: PageHandle, values: ManagedValues): Promise<void> {
  let last: ManagedValues | string = {};
  await poll(async () => {
    last = await managedOn(page);
    return isDeepStrictEqual(last, values) || undefined;
  });
  expect(last).toEqual(values);
}

/** The same, where no page of the extension is open. */
export async function untilPolicy(driver: Driver, values: ManagedValues): Promise<void> {
  const page = await driver.openExtensionPage("popup.html");
  await untilManaged(page, values);
  await page.close();
}
