/** Every page of the extension, and each of its parts, as it is with something on it. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sampleLines } from "../../../scripts/guard/log/sample.ts";
import { toLine } from "../../../src/record/read-line.ts";
import { askWorker } from "../harness/ask-worker.ts";
import type { Driver, PageHandle } from "../harness/driver.ts";
import { waitFor } from "../harness/wait.ts";
import { choose, untilRecord, view } from "./console-page.ts";
import { lookBackOn, openPast } from "./look-back.ts";
import { untilAllOptions } from "./options-page.ts";

export interface PageOrPart {
  /** Address within the extension. */
  readonly at: string;
  /** There when all of it has been drawn. */
  readonly ready: string;
}

const inPractice = "html[data-ready=true]";

export const everyPage: readonly PageOrPart[] = [
  { at: "popup.html", ready: "#policy-body dl" },
  { at: "options.html", ready: "#policy-file-body .setting" },
  { at: "policy.html", ready: "#values-body table" },
  { at: "welcome.html", ready: `${inPractice} #practice-name` },
  { at: "practice.html#facebook", ready: `${inPractice} #room:not([hidden])` },
  { at: "practice.html#yelp", ready: `${inPractice} #room:not([hidden])` },
  { at: "practice.html#instagram", ready: `${inPractice} #room:not([hidden])` },
  { at: "practice.html#test", ready: `${inPractice} #certificate:not([hidden])` },
  { at: "practice.html#try", ready: `${inPractice} #try-out:not([hidden])` },
  { at: "audit.html#entries", ready: "#entries[data-ready]:not([hidden]) .rows .row" },
  { at: "audit.html#figures", ready: "#figures:not([hidden]) svg" },
  { at: "audit.html#seats", ready: "#seats:not([hidden]) #coverage-body table" },
  { at: "audit.html#report", ready: "#report:not([hidden]) form" },
  { at: "look-back.html", ready: "#risky:not([hidden]) li" },
];

const untilThere = (page: PageHandle, place: string): Promise<unknown> =>
  waitFor(page, place, (place) => document.querySelector(place) !== null, place);

/** Opens it, and what is folded away on it. */
export async function openPart(driver: Driver, { at, ready }: PageOrPart): Promise<PageHandle> {
  const page = at === "look-back.html" ? await lookBack(driver) : await driver.openExtensionPage(at);
  await untilThere(page, ready);
  if (at === "options.html") await untilAllOptions(page, ready);
  if (at === "audit.html#entries") await openCase(page);
  await unfold(page);
  return page;
}

/** On a page of a site that is closed by then. The practice's profile has to name it (`setPractice`). */
async function lookBack(driver: Driver): Promise<PageHandle> {
  const site = await openPast(driver, "past-facebook");
  const page = await lookBackOn(driver, "past-facebook");
  await site.close();
  return page;
}

/** The newest draft that was held, with the case that it is. */
export async function openCase(page: PageHandle): Promise<void> {
  await choose(page, "#filter-what", "attempts");
  await untilThere(page, ".rows .row");
  await page.click(".grid .head");
  await page.press("Home");
  await page.press("Enter");
  await untilThere(page, "form.case");
}

/** Of the rules, which are all alike, the first ones. */
export const unfold = (page: PageHandle): Promise<void> =>
  page.evaluate(() => {
    for (const one of document.querySelectorAll("details:not([data-rule])")) one.setAttribute("open", "");
    for (const one of [...document.querySelectorAll("details[data-rule]")].slice(0, 3))
      one.setAttribute("open", "");
  });

/** Of this browser's own policy, for its pages and what they are asked from now on. */
export async function speak(driver: Driver, language: "en" | "es"): Promise<void> {
  const page = await driver.openExtensionPage("popup.html");
  // The page begins anew before it has the answer.
  await askWorker(page, "policy.change", { policy: { language } }).catch(() => undefined);
  await waitFor(page, language, (language) => document.documentElement.lang === language, language);
  await page.close();
}

/** A log as another seat would hand it in, the same each time: without entries there is little to look at. */
export async function bringInLog(driver: Driver): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "every-page-"));
  try {
    let text = "";
    for await (const line of sampleLines({ entries: 300, days: 40, seed: 7, from: "2026-01-05", out: "" }))
      text += `${toLine(line)}\n`;
    const file = join(folder, "front-desk.jsonl");
    await writeFile(file, text);
    const page = await driver.openExtensionPage("audit.html");
    await untilRecord(page);
    await view(page, "seats");
    // What is drawn later moves what is about to be clicked.
    await waitFor(page, "the seats", () => document.querySelector("#standing-body > *") !== null);
    await page.setFiles("#log-files", [file]);
    await page.click("#logs-body form button[type=submit]");
    await waitFor(
      page,
      "the log",
      () => document.querySelector<HTMLElement>("#logs-body form .status")?.dataset["kind"] === "good",
    );
    await page.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Runs in the page: what a person who looks at it cannot read whole, as `why: the text`. Text that its own place or one around it cuts off,
 * that is beyond the edge of the page, or that a field has no room for.
 */
export function cutOff(): string[] {
  const found: string[] = [];
  const tell = (why: string, text: string): void => {
    found.push(`${why}: ${text.trim().replaceAll(/\s+/g, " ").slice(0, 80)}`);
  };
  const cuts = (style: CSSStyleDeclaration, axis: "overflowX" | "overflowY"): boolean =>
    style[axis] === "hidden" || style[axis] === "clip";
  const scrolls = (style: CSSStyleDeclaration): boolean =>
    style.overflowX === "auto" || style.overflowX === "scroll";
  const edge = document.documentElement.clientWidth + 1;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? "";
    const home = node.parentElement;
    if (text.trim() === "" || !home?.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      continue;
    if (home.closest("option, svg, script, style, .unseen")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    let isInScroller = false;
    let isForEars = false;
    const why: string[] = [];
    for (let at: Element | null = home; at && at !== document.documentElement; at = at.parentElement) {
      const style = getComputedStyle(at);
      isForEars ||= style.clipPath !== "none";
      if (scrolls(style)) isInScroller = true;
      if (style.display === "inline") continue;
      const place = at.getBoundingClientRect();
      if (cuts(style, "overflowX") && (box.right > place.right + 1 || box.left < place.left - 1))
        why.push("cut at the side");
      if (cuts(style, "overflowY") && box.bottom > place.bottom + 3) why.push("cut below");
    }
    if (!isInScroller && (box.right > edge || box.left < -1)) why.push("beyond the edge");
    if (why.length > 0 && !isForEars) tell(why.join(", "), text);
  }
  const ruler = document.createElement("canvas").getContext("2d");
  for (const select of document.querySelectorAll("select")) {
    const chosen = select.selectedOptions[0]?.textContent ?? "";
    if (!ruler || !select.checkVisibility()) continue;
    const style = getComputedStyle(select);
    ruler.font = style.font;
    const room =
      select.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    // What the arrow takes.
    if (ruler.measureText(chosen.trim()).width > room - 12) tell("no room in its field", chosen);
  }
  for (const field of document.querySelectorAll<HTMLInputElement>("input[placeholder]")) {
    if (field.checkVisibility() && field.placeholder !== "" && field.scrollWidth > field.clientWidth + 1)
      tell("no room in its field", field.placeholder);
  }
  return found;
}
