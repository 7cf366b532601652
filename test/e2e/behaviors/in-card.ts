/** What a person does and sees inside the card, and what the browser makes of it elsewhere. */
import { expect } from "vitest";
import type { Attempt } from "../../../src/contract/attempt.ts";
import { routes } from "../../pages/routes.ts";
import type { PageName } from "../../pages/routes.ts";
import { askWorker } from "../harness/ask-worker.ts";
import type { Driver } from "../harness/driver.ts";
import type { Scene } from "../harness/scene.ts";
import { poll, waitFor } from "../harness/wait.ts";
import { violations } from "./access.ts";
import { untilClear } from "./held.ts";
import { untilBadge } from "./list-standing.ts";

/** The newest on record, once it is this. */
export async function untilRecorded(driver: Driver, outcome: Attempt["outcome"]): Promise<Attempt> {
  const page = await driver.openExtensionPage("options.html");
  try {
    const newest = await poll(async () => {
      const answer = await askWorker(page, "attempt.list", { since: 0, limit: 1 });
      const [last] = answer.ok ? answer.value.attempts : [];
      return last?.outcome === outcome ? last : undefined;
    });
    if (!newest) throw new Error(`nothing is on record as ${outcome}`);
    return newest;
  } finally {
    await page.close();
  }
}

export async function badgeSays(driver: Driver, on: PageName, words: RegExp): Promise<void> {
  const page = await driver.openExtensionPage("options.html");
  await untilBadge(page, routes[on].url, words);
  await page.close();
}

export const focusedInCard = (scene: Scene): Promise<string> =>
  scene.page.evaluate(() => {
    const active = document.querySelector("reply-guard")?.shadowRoot?.activeElement;
    return active?.id || active?.textContent || "";
  });

/** By keyboard alone, from the first thing to press on. */
export async function tabTo(scene: Scene, what: string): Promise<void> {
  for (let i = 0; i < 16 && (await focusedInCard(scene)) !== what; i += 1) await scene.page.press("Tab");
  expect(await focusedInCard(scene)).toBe(what);
}

/** The card asks where the authorization of what is attached is filed. */
export async function untilAsked(scene: Scene): Promise<void> {
  await scene.until("the field for the reference", ({ text }) => text.includes("or where it is filed"));
}

/** Somebody attests it, and says where it is filed, or does not; it counts once it is on record. */
export async function attest(scene: Scene, reference = ""): Promise<void> {
  if (reference !== "") {
    await untilAsked(scene);
    await scene.clickInCard("#authorization");
    await scene.page.type(reference);
  }
  await scene.clickInCard("#attest");
  await untilClear(scene);
}

export const tickSeen = (scene: Scene): Promise<{ ticked: boolean; fixed: boolean; refused: boolean }> =>
  scene.page.evaluate(() => {
    const root = document.querySelector("reply-guard")?.shadowRoot;
    const field = root?.querySelector<HTMLInputElement>("#authorization");
    return {
      ticked: root?.querySelector<HTMLInputElement>("#attest")?.checked ?? false,
      fixed: field?.readOnly ?? false,
      refused: field?.getAttribute("aria-invalid") === "true",
    };
  });

export const problem = (scene: Scene): Promise<string> =>
  scene.page.evaluate(
    () => document.querySelector("reply-guard")?.shadowRoot?.querySelector(".problem")?.textContent ?? "",
  );

export async function untilProblem(scene: Scene, words: string): Promise<void> {
  await scene.until(words, ({ text }) => text.includes(words));
}

/** Whoever is held may go on: the next press sends. */
export async function untilMayPost(scene: Scene): Promise<void> {
  await scene.until("leave to post it", ({ text }) => text.includes("Ready to post anyway"));
}

export async function accessible(scene: Scene): Promise<void> {
  for (const scheme of ["dark", "light"] as const) {
    await scene.page.prefer(scheme);
    await waitFor(
      scene.page,
      scheme,
      (name) => matchMedia(`(prefers-color-scheme: ${name})`).matches,
      scheme,
    );
    expect(await violations(scene.page, "reply-guard")).toEqual([]);
  }
}
