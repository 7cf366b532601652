import type { ComposerPattern } from "../../adapters/adapter.ts";
import { hostMatches } from "../../adapters/host-matches.ts";
import { closestAcross, parentAcross } from "./closest-across.ts";
import type { Composer, Page } from "./composer.ts";
import { authorInLabel, labelsOfBox } from "./label.ts";
import { overridesOf } from "./override.ts";
import type { Override } from "./override.ts";
import { sendControls } from "./send-controls.ts";

export const editable = 'textarea, [contenteditable]:not([contenteditable="false" i])';

/** How far up a send control is looked for where no named part of the page holds the box. */
const climb = 8;

function fits(pattern: ComposerPattern, box: Element, page: Page): boolean {
  if (pattern.hosts && !pattern.hosts.some((host) => hostMatches(page.host, host))) return false;
  if (pattern.path !== undefined && !new RegExp(pattern.path).test(page.path)) return false;
  if (!box.matches(pattern.box)) return false;
  if (pattern.within?.some((selector) => !closestAcross(box, selector))) return false;
  if (pattern.outside?.some((selector) => closestAcross(box, selector))) return false;
  if (!pattern.labels) return true;
  const labels = labelsOfBox(box);
  return pattern.labels.some((hint) => labels.some((label) => authorInLabel(label, hint) !== undefined));
}

function withScope(composer: Omit<Composer, "scope">): Composer {
  const { box, pattern, adapter } = composer;
  const parent = parentAcross(box);
  for (const selector of pattern?.scope ?? adapter.unknown.scope) {
    const scope = closestAcross(parent, selector);
    if (scope) return { ...composer, scope };
  }
  for (let at = parent, step = 0; at && step < climb; at = parentAcross(at), step += 1) {
    const tried = { ...composer, scope: at };
    if (sendControls(tried).length > 0) return tried;
  }
  return { ...composer, scope: parent ?? box };
}

/** `aria-disabled` does not count, because the browser lets one type there. */
const isWritable = (element: Element): element is HTMLElement =>
  element instanceof HTMLElement &&
  element.matches(editable) &&
  !element.matches(':disabled, [readonly], [aria-readonly="true"]');

const bare = (element: HTMLElement, { adapter }: Page) => ({
  box: element,
  kind: element.tagName === "TEXTAREA" ? ("textarea" as const) : ("contenteditable" as const),
  site: adapter.site,
  adapter,
  overrides: [],
});

const unknownAt = (element: HTMLElement, page: Page): Composer =>
  withScope({ ...bare(element, page), surface: page.adapter.unknown.surface, pattern: undefined });

/**
 * Takes an editable element for what it is on this page, or undefined if it is none or is to be ignored. A box that
 * nothing can be typed into is ignored, and what the adapter ignores unless an override names it.
 */
export function resolveComposer(element: Element, page: Page): Composer | undefined {
  if (!isWritable(element)) return undefined;
  const plain = resolvePlain(element, page);
  const overrides = page.overrides ? overridesOf(element, page.overrides, page.path) : [];
  return overrides.length > 0 ? withOverrides(plain ?? unknownAt(element, page), overrides) : plain;
}

export function withOverrides(composer: Composer, overrides: readonly Override[]): Composer {
  const said = overrides.find(({ surface }) => surface)?.surface;
  return { ...composer, surface: said ?? composer.surface, overrides };
}

function resolvePlain(element: HTMLElement, page: Page): Composer | undefined {
  const { adapter } = page;
  if (adapter.ignore.some((selector) => element.matches(selector))) return undefined;
  for (const pattern of adapter.composers) {
    if (!fits(pattern, element, page)) continue;
    const composer = withScope({ ...bare(element, page), surface: pattern.surface, pattern });
    if (!pattern.needsControl || sendControls(composer).length > 0) return composer;
  }
  return unknownAt(element, page);
}
