import type { Item } from "../platform/storage.ts";

/**
 * Puts the guard into tabs that were open before it: browsers do so for new pages only, and an update leaves the old
 * script in its page without a worker.
 */
export function onInstalled(reason: string, inject: () => Promise<void>): void {
  // A new version of the browser keeps its pages' scripts.
  if (reason === "install" || reason === "update") void inject();
}

export interface WelcomeParts {
  /** The browser's policy has installed us. */
  readonly isForced: () => Promise<boolean>;
  /** In this profile, ever: what is installed again is no first run. */
  readonly shown: Item<boolean>;
  readonly open: () => Promise<void>;
}

/**
 * Opens the welcome page at the first run. Not where the browser's policy has installed us: nobody there has asked for it, and
 * a profile may be made anew at each log-on. The pages link to it, and it shows what that policy has set.
 */
export async function welcome(reason: string, { isForced, shown, open }: WelcomeParts): Promise<void> {
  if (reason !== "install" || (await shown.read()) || (await isForced())) return;
  await open();
  await shown.write(true);
}
