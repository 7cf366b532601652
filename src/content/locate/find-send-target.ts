import { containsAcross, rootOf } from "./closest-across.ts";
import type { Composer, Page } from "./composer.ts";
import { isEmpty } from "./is-empty.ts";
import { nameOfControl } from "./label.ts";
import { editable, resolveComposer } from "./resolve-composer.ts";
import { controlSelector, isOtherControl, sendControls } from "./send-controls.ts";

/** A control may hold another one (an icon that is itself a button); more than this many are not nested. */
const nesting = 3;

function controlsOf(path: readonly EventTarget[]): Element[] {
  const controls: Element[] = [];
  for (const target of path) {
    if (!(target instanceof Element)) continue;
    if (target.matches(editable)) break;
    if (target.matches(controlSelector)) controls.push(target);
    if (controls.length === nesting) break;
  }
  return controls;
}

/** Boxes in the tree of `control` and in the trees around it; shadow roots beside or below it only when `deep`. */
function boxesAround(control: Element, deep: boolean): Element[] {
  const boxes: Element[] = [];
  const below = (root: ParentNode): void => {
    boxes.push(...root.querySelectorAll(editable));
    if (!deep) return;
    for (const element of root.querySelectorAll("*")) if (element.shadowRoot) below(element.shadowRoot);
  };
  for (let root = rootOf(control); root; root = root instanceof ShadowRoot ? rootOf(root.host) : undefined) {
    below(root);
  }
  return boxes;
}

/** The smaller part of the page wins; in the same part, the box that has text. */
function closer(a: Composer, b: Composer): Composer {
  if (a.scope === b.scope) return isEmpty(a) && !isEmpty(b) ? b : a;
  return containsAcross(a.scope, b.scope) ? b : a;
}

function composerOf(control: Element, page: Page, deep: boolean): Composer | undefined {
  const root = control.getRootNode();
  return boxesAround(control, deep)
    .map((box) => resolveComposer(box, page))
    .filter((composer) => composer !== undefined)
    .filter(
      (composer) =>
        containsAcross(composer.scope, control) &&
        sendControls(composer, root instanceof ShadowRoot ? root : undefined).includes(control),
    )
    .reduce<Composer | undefined>((best, next) => (best ? closer(best, next) : next), undefined);
}

/** The site's second question stands in a dialog of its own: it sends the box with text whose pattern knows it. */
function confirmed(control: Element, page: Page): Composer | undefined {
  const name = nameOfControl(control);
  if (!page.adapter.composers.some(({ send }) => send.confirm?.includes(name))) return undefined;
  return boxesAround(control, false)
    .map((box) => resolveComposer(box, page))
    .find((composer) => composer?.pattern?.send.confirm?.includes(name) && !isEmpty(composer));
}

function mayBeSend(control: Element, { adapter }: Page): boolean {
  if (control.matches('[type="submit"], [type="image"]')) return true;
  const name = nameOfControl(control);
  return [adapter.unknown, ...adapter.composers.map(({ send }) => send)].some(({ labels }) =>
    labels.includes(name),
  );
}

/**
 * Whether a click, a pointer event or Enter or Space on a focused control, given by its `composedPath()`, is on a
 * control that sends a draft, and which composer's. Undefined for everything else, also for a control beside a
 * composer that does something else.
 */
export function findSendTarget(
  path: readonly EventTarget[],
  page: Page,
): { composer: Composer; control: Element } | undefined {
  for (const control of controlsOf(path)) {
    const composer =
      composerOf(control, page, false) ??
      confirmed(control, page) ??
      (mayBeSend(control, page) ? composerOf(control, page, true) : undefined);
    if (composer) return isOtherControl(control, composer) ? undefined : { composer, control };
    if (page.adapter.notSend.labels.includes(nameOfControl(control))) return undefined;
  }
  return undefined;
}
