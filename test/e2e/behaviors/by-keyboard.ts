/** A whole page by the Tab key: every control is come to, in the order of the page, is seen to have the focus, and says what it is. */
import type { PageHandle } from "../harness/driver.ts";
import { isNamed } from "./by-ear.ts";

declare global {
  interface Window {
    /** Controls in the order of the page. */
    controlsHere?: Element[];
  }
}

/** Runs in the page. Of radios that belong together the Tab key comes to one. */
function noteControls(): string[] {
  const all = document.querySelectorAll<HTMLElement>(
    "a[href], button, input, select, textarea, summary, [contenteditable=true], [tabindex]",
  );
  const groups = new Set<string>();
  const controls = [...all].filter((one) => {
    if (one.matches(":disabled") || one.tabIndex < 0) return false;
    if (!one.checkVisibility({ visibilityProperty: true })) return false;
    if (!(one instanceof HTMLInputElement) || one.type !== "radio") return true;
    const isFirst = !groups.has(one.name);
    groups.add(one.name);
    return isFirst;
  });
  window.controlsHere = controls;
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  getSelection()?.removeAllRanges();
  scrollTo(0, 0);
  return controls.map((one) => one.outerHTML.slice(0, 120));
}

interface Stop {
  /** Among the controls; -1: none of them, as after the last. */
  readonly at: number;
  readonly isShown: boolean;
  readonly isInView: boolean;
}

function readStop(): Stop {
  const active = document.activeElement;
  if (!active || active === document.body || active === document.documentElement)
    return { at: -1, isShown: true, isInView: true };
  const isSame = (one: Element): boolean =>
    one === active ||
    (one instanceof HTMLInputElement &&
      active instanceof HTMLInputElement &&
      one.type === "radio" &&
      one.name === active.name);
  // A file's own button is out of sight, and its label in the place.
  const label = active.matches(".unseen") ? document.querySelector(`label[for="${active.id}"]`) : null;
  const place = label ?? active;
  const style = getComputedStyle(place);
  const box = place.getBoundingClientRect();
  const x = box.left + box.width / 2;
  const y = box.top + Math.min(box.height, innerHeight) / 2;
  const hit = document.elementFromPoint(
    Math.min(Math.max(x, 1), innerWidth - 1),
    Math.min(Math.max(y, 1), innerHeight - 1),
  );
  return {
    at: (window.controlsHere ?? []).findIndex(isSame),
    isShown: style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2,
    isInView: box.bottom > 0 && box.top < innerHeight && (!hit || place.contains(hit) || hit.contains(place)),
  };
}

/** What is wrong on the way; empty: nothing. */
export async function walkThrough(page: PageHandle): Promise<readonly string[]> {
  const controls = await page.evaluate(noteControls);
  const faults: string[] = [];
  const reached = new Set<number>();
  let last = -1;
  // Whoever comes by a link to a part begins there, and goes on at the top.
  let hasBegunAnew = false;
  for (let press = 0; press < controls.length * 2 + 20 && reached.size < controls.length; press += 1) {
    await page.press("Tab");
    const stop = await page.evaluate(readStop);
    // A day has three stops of its own; what is wider than its place browsers make a stop.
    if (stop.at === -1 || stop.at === last) continue;
    if (reached.has(stop.at)) break;
    const heard = await page.heard.nextFocus();
    const what = `${heard.role} "${heard.name}" (${controls[stop.at] ?? ""})`;
    if (!isNamed(heard)) faults.push(`${what} does not say what it is`);
    if (!stop.isShown) faults.push(`${what} does not show that it has the focus`);
    if (!stop.isInView) faults.push(`${what} has the focus where nobody sees it`);
    if (stop.at < last) {
      if (hasBegunAnew) faults.push(`${what} comes after what follows it on the page`);
      hasBegunAnew = true;
    }
    reached.add(stop.at);
    last = stop.at;
  }
  controls.forEach((control, at) => {
    if (!reached.has(at)) faults.push(`the Tab key does not come to ${control}`);
  });
  return faults;
}
