import type { Sent } from "../../pages/shared/sent.ts";
import { routes } from "../../pages/routes.ts";
import type { PageScript } from "../page-scripts.ts";
import type { CardSeen } from "./card.ts";
import { readCard } from "./card.ts";
import type { Driver, PageHandle, Place } from "./driver.ts";
import { poll, waitFor } from "./wait.ts";

/** A composer page in a tab, with the box in focus. */
export interface Scene {
  readonly page: PageHandle;
  readonly script: PageScript;
  card(): Promise<CardSeen>;
  /** Waits until the card satisfies `test` and returns it; `what` names that in the error. */
  until(what: string, test: (card: CardSeen) => boolean): Promise<CardSeen>;
  /** The draft at hand has its verdict, whatever it is. */
  untilChecked(): Promise<CardSeen>;
  /** The gesture by which this page sends. */
  send(): Promise<void>;
  /** What the page has recorded as sent, at this moment. */
  sent(): Promise<readonly Sent[]>;
  untilSent(): Promise<readonly Sent[]>;
  /** A button or checkbox of the card, by its `data-action` or id. */
  clickInCard(selector: string): Promise<void>;
  clear(): Promise<void>;
}

/** Frames have their own card: it is in the document of the box. */
function documentOf(box: Place): Place {
  return box.startsWith("#frame >>> ") ? "#frame >>> " : "";
}

async function begin(driver: Driver, script: PageScript): Promise<Scene> {
  return sceneOn(await driver.open(routes[script.page].url), script);
}

/** The same on a tab that is open at the address of the page. */
export async function sceneOn(page: PageHandle, script: PageScript): Promise<Scene> {
  await waitFor(page, "the editor", () => window.ready);
  for (const place of script.before ?? []) await page.click(place);
  await page.click(script.box);
  const inside = documentOf(script.box);
  const card = (): Promise<CardSeen> => page.evaluate(readCard, inside);
  const until: Scene["until"] = async (what, test) => {
    let last: CardSeen | undefined;
    const found = await poll(async () => {
      last = await card();
      return test(last) ? last : undefined;
    });
    if (!found) throw new Error(`waited for ${what}; the card was ${JSON.stringify(last)}`);
    return found;
  };
  return {
    page,
    script,
    card,
    until,
    untilChecked: () => until("a verdict", ({ state }) => !["none", "idle", "checking"].includes(state)),
    async send() {
      await ("press" in script.send ? page.press(script.send.press) : page.click(script.send.click));
    },
    sent: () => page.evaluate(() => window.sent),
    untilSent: () => waitFor(page, "a send", () => window.sent.length > 0 && window.sent),
    clickInCard: (selector) => page.click(`${inside}reply-guard >>> ${selector}`),
    async clear() {
      await page.press("ControlOrMeta+KeyA");
      await page.press("Backspace");
    },
  };
}

/** Runs `use` on a fresh tab and closes it, also when `use` fails. */
export async function withScene(
  driver: Driver,
  script: PageScript,
  use: (scene: Scene) => Promise<void>,
): Promise<void> {
  const scene = await begin(driver, script);
  try {
    await use(scene);
  } finally {
    await scene.page.close();
  }
}
