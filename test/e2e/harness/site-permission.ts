/** A person lets the extension see one more site. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromeId } from "../../../manifest/manifest.ts";
import { z } from "../../../src/contract/zod.ts";
import type { Driver } from "./driver.ts";
import { poll } from "./wait.ts";

const permissions = z.looseObject({ explicit_host: z.array(z.string()) });
const settings = z.looseObject({ active_permissions: permissions, granted_permissions: permissions });
const preferences = z.looseObject({
  extensions: z.looseObject({ settings: z.looseObject({ [chromeId]: settings }) }),
});

/**
 * Chromium without a screen shows nobody its question, and no protocol answers it: while the browser is closed, the answer is
 * written where it keeps it, in the profile.
 */
export async function grantInProfile(profile: string, host: string): Promise<void> {
  const file = join(profile, "Default", "Preferences");
  const kept = preferences.parse(JSON.parse(await readFile(file, "utf8")));
  const ours = kept.extensions.settings[chromeId];
  if (!ours) throw new Error("the profile knows no extension of ours");
  for (const one of [ours.active_permissions, ours.granted_permissions])
    one.explicit_host.push(`https://*.${host}/*`);
  await writeFile(file, JSON.stringify(kept));
}

/** Answers Firefox's question, which stands over the page, as a click on "Allow" does. */
export async function allowInPrompt({ inBrowser }: Driver): Promise<void> {
  if (!inBrowser) throw new Error("this browser shows its question to nobody");
  let wasAsked = false;
  const isAnswered = await poll(async () => {
    const isAsking = await inBrowser<boolean>(`(() => {
      const prompt = document.getElementById("addon-webext-permissions-notification");
      const isOpen = PopupNotifications.panel.state === "open" && prompt !== null;
      if (isOpen) prompt.button.click();
      return isOpen;
    })()`);
    wasAsked ||= isAsking;
    return (wasAsked && !isAsking) || undefined;
  });
  if (!isAnswered) throw new Error(wasAsked ? "Firefox goes on asking" : "Firefox has asked nothing");
}
