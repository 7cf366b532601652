/** Asks a page what of the practice's own is on it. The script for that comes into the page now, and no page has it before. */
import type { LookBackTask } from "../contract/look-back.ts";
import { collectedFrame } from "../contract/look-back.ts";
import type { CollectedFrame } from "../contract/look-back.ts";
import { browser } from "./browser.ts";

const script = "src/content/look-back.iife.js";

declare global {
  var replyGuardLooksBack: ((task: LookBackTask) => Promise<CollectedFrame>) | undefined;
}

/**
 * What the frames of a tab tell, as far as the browser lets us see them; undefined: it lets us see none, or the tab is closed.
 * That it was our script in that tab which told it, the browser itself vouches for; a frame whose answer does not have the form is
 * left out, since a page's process is less to be trusted than the worker.
 */
export async function collectInTab(
  tabId: number,
  task: LookBackTask,
): Promise<NonNullable<CollectedFrame>[] | undefined> {
  const target = { tabId, allFrames: true };
  try {
    await browser.scripting.executeScript({ target, files: [script], injectImmediately: true });
    const told = await browser.scripting.executeScript({
      target,
      injectImmediately: true,
      func: (asked: LookBackTask) => globalThis.replyGuardLooksBack?.(asked),
      args: [task],
    });
    return told.flatMap(({ result }) => collectedFrame.safeParse(result).data ?? []);
  } catch {
    return undefined;
  }
}
