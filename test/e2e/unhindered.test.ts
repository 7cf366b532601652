/**
 * Safe replies, on every composer page, in two browsers side by side, one with the extension and one without: nothing differs but
 * the extension. A few sends on each page, shared among its gestures, and the keys of somebody who corrects and takes back in each kind of editor; `npm run bench -- --only=sends` makes two hundred, and counts
 * what was held for want of a verdict, which depends on how busy the machine is.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWithSites } from "./behaviors/further-seat.ts";
import { openSeat } from "./behaviors/managed-seat.ts";
import { safeText } from "./behaviors/safe-replies.ts";
import { writeAndLook } from "./behaviors/same-writing.ts";
import type { Pace, SendSeen } from "./behaviors/sending.ts";
import { openPile } from "./behaviors/sending.ts";
import { furtherNames } from "../../src/contract/further-sites.ts";
import type { Driver } from "./harness/driver.ts";
import { browserNames, built, launch } from "./harness/launch.ts";
import type { PageScript } from "./page-scripts.ts";
import { furtherScripts, pageScripts, scriptOf } from "./page-scripts.ts";

/** How many go out by one of a page's gestures; even, because of what follows. */
const sharedBy = (script: PageScript, all: readonly PageScript[]): number =>
  2 * Math.ceil(2 / all.filter(({ page }) => page === script.page).length);

/** Every other one is sent at once, as the quickest person does; the rest when the verdict is there, and then must not be held. */
const quick: Pace = { key: 0, slowKeys: 1, gap: 20 };

async function sendAll(
  driver: Driver,
  script: PageScript,
  sends: number,
  hasGuard: boolean,
): Promise<SendSeen[]> {
  const pile = await openPile(driver, script, hasGuard);
  const seen: SendSeen[] = [];
  try {
    for (let number = 0; number < sends; number += 1)
      seen.push(await pile.send(safeText(number), number % 2 === 0 ? "as soon as it is clear" : quick));
  } finally {
    await pile.close();
  }
  return seen;
}

async function write(driver: Driver, script: PageScript, hasGuard: boolean) {
  const pile = await openPile(driver, script, hasGuard);
  try {
    return await writeAndLook(pile, hasGuard);
  } finally {
    await pile.close();
  }
}

const named = ({ page, how }: PageScript): string => (how === undefined ? page : `${page} (${how})`);

/** One of each kind: Lexical with lines and without, Draft.js, React's textarea and a plain one, none, in a frame, in a shadow root. */
const editors: readonly PageScript[] = [
  scriptOf("facebook-comment", "reply"),
  scriptOf("messenger", "Enter"),
  scriptOf("facebook-draft"),
  scriptOf("instagram-comment", "Enter"),
  scriptOf("native-form"),
  scriptOf("plain-contenteditable"),
  scriptOf("frame-same-origin"),
  scriptOf("shadow-open"),
  scriptOf("replaced-node", "Enter"),
];
const furtherEditors: readonly PageScript[] = [
  scriptOf("google-search"),
  scriptOf("tiktok-comment", "reply"),
];

function describeScripts(
  all: readonly PageScript[],
  written: readonly PageScript[],
  drivers: () => readonly [Driver, Driver],
): void {
  for (const script of all) {
    const sends = sharedBy(script, all);
    it(`${named(script)}: ${sends} safe replies go out as they were written, and none is held that is known to be clear`, async () => {
      const [guarded, bare] = drivers();
      const [ours, theirs] = await Promise.all([
        sendAll(guarded, script, sends, true),
        sendAll(bare, script, sends, false),
      ]);
      const texts = Array.from({ length: sends }, (_, number) => safeText(number));
      // Browsers write every other one of several spaces as one that does not break.
      expect(theirs.map(({ sent }) => sent.text.replaceAll("\u00a0", " "))).toEqual(texts);
      expect(ours.map(({ sent }) => sent)).toEqual(theirs.map(({ sent }) => sent));
      // Of a box that no adapter knows, the card does not say when it is clear.
      if (script.page === "unknown-composer") return;
      expect(ours.filter(({ held }, number) => held && number % 2 === 0)).toEqual([]);
    });
  }

  for (const script of written) {
    it(`${script.page}, ${script.box}: text, caret, undo and redo are as without the extension, key for key`, async () => {
      const [guarded, bare] = drivers();
      const [ours, theirs] = await Promise.all([write(guarded, script, true), write(bare, script, false)]);
      expect(ours).toEqual(theirs);
      // The keys did something.
      expect(new Set(theirs.map(({ text }) => text)).size).toBeGreaterThan(8);
    });
  }
}

describe.each(browserNames)("safe replies in %s, with the extension and without", (browser) => {
  let guarded: Driver | undefined;
  let bare: Driver | undefined;
  beforeAll(async () => {
    guarded = await launch(browser, { extension: built[browser] });
    bare = await launch(browser);
  });
  afterAll(async () => {
    await guarded?.close();
    await bare?.close();
  });
  describeScripts(pageScripts, editors, () => {
    if (!guarded || !bare) throw new Error("the browsers have not started");
    return [guarded, bare];
  });
});

describe.each(browserNames)("safe replies on sites that are switched on, in %s", (browser) => {
  let end: (() => Promise<void>) | undefined;
  let guarded: Driver | undefined;
  let bare: Driver | undefined;
  beforeAll(async () => {
    const seat = await openSeat(browser);
    end = seat.end;
    guarded = await startWithSites(seat, furtherNames);
    bare = await launch(browser);
  });
  afterAll(async () => {
    await bare?.close();
    await end?.();
  });
  describeScripts(furtherScripts, furtherEditors, () => {
    if (!guarded || !bare) throw new Error("the browsers have not started");
    return [guarded, bare];
  });
});
