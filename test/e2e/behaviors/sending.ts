/** One send after the other in the same tab, as somebody does who answers a pile of reviews; with the extension and without. */
import type { Sent } from "../../pages/shared/sent.ts";
import { routes } from "../../pages/routes.ts";
import type { CardSeen } from "../harness/card.ts";
import type { Driver, Place } from "../harness/driver.ts";
import { query } from "../harness/in-page.ts";
import type { Scene } from "../harness/scene.ts";
import { sceneOn } from "../harness/scene.ts";
import { poll, waitFor } from "../harness/wait.ts";
import type { PageScript } from "../page-scripts.ts";

declare global {
  interface Window {
    /** `query` of the harness, put there by `openPile`. */
    findPlace: typeof query;
    heard: { readonly type: string; readonly key: string; readonly at: number }[];
  }
}

/** How a reply is written and sent. Milliseconds. */
export interface Pace {
  /** Between two of the last keys. */
  readonly key: number;
  /** How many of the last keys come so slowly; those before come as quickly as they can. */
  readonly slowKeys: number;
  /** Between the last key and the gesture that sends. */
  readonly gap: number;
}

export interface SendSeen {
  readonly sent: Sent;
  /** As the page's clock has it, from the event of the last key to that of the gesture. */
  readonly gap: number;
  /** The first press was held for want of a verdict, and a second one was needed. */
  readonly held: boolean;
}

export interface Pile {
  readonly scene: Scene;
  send(text: string, pace: Pace | "as soon as it is clear"): Promise<SendSeen>;
  close(): Promise<void>;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));

/** Of a box that no adapter knows, the card says that for as long as there is nothing worse to say. */
const isClear = ({ state, text }: CardSeen): boolean => state === "clear" || text.includes("Not watching");

/** Runs in the page, before the first key. What the guard stops is not heard, but the key's way up and the pointer's way there are. */
function hear(place: Place): void {
  const heard: Window["heard"] = [];
  window.heard = heard;
  const home = window.findPlace(place)?.ownerDocument.defaultView ?? window;
  for (const type of ["keydown", "keyup", "pointermove", "pointerdown", "click"]) {
    for (const target of new Set<EventTarget>([window, home])) {
      target.addEventListener(
        type,
        (event) => heard.push({ type, key: "key" in event ? String(event.key) : "", at: event.timeStamp }),
        true,
      );
    }
  }
}

/** Runs in the page: the time between the last key that wrote and the first sign of the gesture; then forgets what it heard. */
function takeGap(): number {
  const heard = window.heard.splice(0);
  const writes = ({ type, key }: (typeof heard)[number]): boolean =>
    type === "keydown" && [...key].length === 1;
  const last = heard.findLastIndex(writes);
  const isGesture = ({ type, key }: (typeof heard)[number]): boolean =>
    type.startsWith("key") ? key === "Enter" : true;
  const gesture = heard.slice(last + 1).find(isGesture);
  return gesture && last >= 0 ? gesture.at - (heard[last]?.at ?? 0) : Number.NaN;
}

/** Runs in the page. */
function focusOf(place: Place): "in the box" | "elsewhere" | "no box" {
  const box = window.findPlace(place);
  if (!box?.isConnected) return "no box";
  const root = box.getRootNode();
  // Not by class: the document of a frame is of another window.
  const isRoot = (node: Node): node is Document | ShadowRoot => "activeElement" in node;
  return isRoot(root) && box.contains(root.activeElement) ? "in the box" : "elsewhere";
}

export async function openPile(driver: Driver, script: PageScript, hasGuard: boolean): Promise<Pile> {
  const scene = await sceneOn(await driver.open(routes[script.page].url), script);
  const { page } = scene;
  await page.inject(`window.findPlace = ((__name) => ${query.toString()})((named) => named)`);
  await page.evaluate(hear, script.box);
  /** What the way to the browser adds to the time that is waited here. */
  let delay = 5;
  let lastSent = Number.NEGATIVE_INFINITY;

  async function toBox(): Promise<void> {
    const focus = await page.evaluate(focusOf, script.box);
    if (focus === "in the box") return;
    if (focus === "no box") for (const place of script.before ?? []) await page.click(place);
    await page.click(script.box);
  }

  async function write(text: string, pace: Pace | undefined): Promise<void> {
    const letters = Array.from(text);
    const slow = letters.slice(-(pace?.slowKeys ?? 1));
    await page.type(letters.slice(0, -slow.length).join(""));
    for (const [at, letter] of slow.entries()) {
      if (pace) await pause(pace.key * (0.7 + 0.2 * (at % 4)) - delay);
      await page.type(letter);
    }
  }

  return {
    scene,
    close: () => page.close(),
    async send(text, wanted) {
      const pace = typeof wanted === "string" ? undefined : wanted;
      await toBox();
      // Before the text and not after it, so that the wait is no time in which the verdict comes.
      await pause((script.apart ?? 0) + lastSent - performance.now());
      const before = (await scene.sent()).length;
      await page.evaluate(takeGap);
      await write(text, pace);
      if (pace) await pause(pace.gap - delay);
      else if (hasGuard) await scene.until("a clear verdict", isClear);
      await scene.send();
      lastSent = performance.now();
      const gap = await page.evaluate(takeGap);
      if (pace && "press" in script.send && gap < 10 * pace.gap)
        delay = Math.max(0, delay + 0.2 * (gap - pace.gap));
      const outcome = await poll(async () => {
        if ((await scene.sent()).length > before) return "sent";
        const says = hasGuard ? (await scene.card()).text : "";
        return /Not sent|Press send again/.test(says) ? "held" : undefined;
      });
      if (!outcome) throw new Error(`${script.page}: the send led nowhere`);
      if (outcome === "held") {
        // For want of a verdict, and for nothing else: once it is there, the same draft goes.
        await scene.until("the verdict on the held draft", isClear);
        await scene.send();
      }
      const sent = await waitFor(
        page,
        "the send",
        (count) => window.sent.length > count && window.sent.slice(count),
        before,
      );
      const [only] = sent;
      if (sent.length !== 1 || !only)
        throw new Error(`${script.page}: one press has sent ${sent.length} times`);
      return { sent: only, gap, held: outcome === "held" };
    },
  };
}
