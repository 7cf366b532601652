/** Every state that a person comes to see, brought about in Chromium and photographed. */
import { newConsoleLock } from "../../../src/record/console-lock.ts";
import { asksForBoth } from "../behaviors/card-by-ear.ts";
import { speak } from "../behaviors/every-page.ts";
import { untilPolicy } from "../behaviors/managed-values.ts";
import { toldByWorker } from "../harness/ask-worker.ts";
import type { Driver } from "../harness/driver.ts";
import { built, launch } from "../harness/launch.ts";
import { poll } from "../harness/wait.ts";
import { drawingOf } from "./baselines.ts";
import type { Drawing } from "./baselines.ts";
import { camera } from "./camera.ts";
import type { Camera, Picture } from "./camera.ts";
import { cardStates } from "./card-states.ts";
import { lockedStates, pageStates } from "./page-states.ts";

export const languages = ["en", "es"] as const;
export type Language = (typeof languages)[number];

/** Nobody types it: the page is photographed before it is opened. */
const passphrase = "nine wobbling lanterns hum";

export interface Photographed {
  readonly pictures: readonly Picture[];
  /** States that did not come about. */
  readonly faults: readonly string[];
}

const of = (...cameras: readonly Camera[]): Photographed => ({
  pictures: cameras.flatMap(({ pictures }) => pictures),
  faults: cameras.flatMap(({ faults }) => faults),
});

async function under(
  language: Language,
  use: (driver: Driver) => Promise<Photographed>,
): Promise<Photographed> {
  const managed = {
    ...asksForBoth,
    language,
    version: "2026-11",
    contact: "Kira, ext. 12",
    consoleLock: await newConsoleLock(passphrase),
  };
  const driver = await launch("chromium", { extension: built.chromium, managed });
  try {
    await untilPolicy(driver, managed);
    return await use(driver);
  } finally {
    await driver.close();
  }
}

/** A browser that was just installed into takes half a minute to say that it has no policy, and pages say so meanwhile. */
async function untilSettled(driver: Driver): Promise<void> {
  const page = await driver.openExtensionPage("policy.html");
  const settled = await poll(async () => {
    const { managedSeen } = await toldByWorker(page, "policy.read", {});
    return managedSeen || undefined;
  }, 90_000);
  if (!settled) throw new Error("the browser has not said whether it has a policy");
  await page.close();
}

/** The extension's own pages at a seat without a policy, in both languages. */
export async function photographPages(): Promise<Photographed & { readonly drawing: Drawing }> {
  const driver = await launch("chromium", { extension: built.chromium });
  try {
    await untilSettled(driver);
    const drawing = await drawingOf(driver);
    const own = camera(true);
    const onSites = camera(false);
    for (const language of languages) {
      await speak(driver, language);
      await pageStates(driver, own, onSites, language);
    }
    return { ...of(own, onSites), drawing };
  } finally {
    await driver.close();
  }
}

/** The card, and what else a managed policy changes. */
export function photographCard(language: Language): Promise<Photographed> {
  return under(language, async (driver) => {
    const own = camera(true);
    const onSites = camera(false);
    await cardStates(driver, onSites, language);
    await own.attempt("under a policy", () => lockedStates(driver, own, language));
    return of(own, onSites);
  });
}
