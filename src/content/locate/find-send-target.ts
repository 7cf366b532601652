import { containsAcross, rootOf } from "./closest-across.ts";
import type { Composer, Page } from "./composer.ts";
import { isEmpty } from "./is-empty.ts";
import { nameOfControl } from "./label.ts";
import { editable, resolveComposer } from "./resolve-composer.ts";
import { controlSelector, isNamedOther, sendControls } from "./send-controls.ts";

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

/** The tree of `control`, and the trees around it. */
function rootsOf(control: Element): (Document | ShadowRoot)[] {
  const roots: (Document | ShadowRoot)[] = [];
  for (let root = rootOf(control); root; root = root instanceof ShadowRoot ? rootOf(root.host) : undefined) {
    roots.push(root);
  }
  return roots;
}

export function boxesAround(control: Element): Element[] {
  return rootsOf(control).flatMap((root) => [...root.querySelectorAll(editable)]);
}

/** Boxes in open shadow roots beside or below the control. Looks at every element, so it comes last. */
export function boxesInShadow(control: Element): Element[] {
  const below = (root: ParentNode): Element[] =>
    [...root.querySelectorAll("*")].flatMap(({ shadowRoot }) =>
      shadowRoot ? [...shadowRoot.querySelectorAll(editable), ...below(shadowRoot)] : [],
    );
  return rootsOf(control).flatMap(below);
}

/** The smaller part of the page wins; in the same part, the box that has text. */
function closer(a: Composer, b: Composer): Composer {
  if (a.scope === b.scope) return isEmpty(a) && !isEmpty(b) ? b : a;
  return containsAcross(a.scope, b.scope) ? b : a;
}

function composerOf(control: Element, page: Page, boxes: Element[]): Composer | undefined {
  const root = control.getRootNode();
  return boxes
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
  return boxesAround(control)
    .map((box) => resolveComposer(box, page))
    .find((composer) => composer?.pattern?.send.confirm?.includes(name) && !isEmpty(composer));
}

/** Told without looking for a box, because it is asked at every click: by its name, by a selector, or not at all. */
function chance(control: Element, { adapter }: Page): "named" | "structural" | "none" {
  const name = nameOfControl(control);
  const rules = [adapter.unknown, ...adapter.composers.map(({ send }) => send)];
  if (
    control.matches('[type="submit"], [type="image"]') ||
    rules.some(({ labels }) => labels.includes(name))
  ) {
    return "named";
  }
  if (adapter.composers.some(({ send }) => send.confirm?.includes(name))) return "named";
  if (isNamedOther(name, adapter)) return "none";
  const selectors = rules.flatMap((rule) => [
    ...rule.controls,
    ...("nearest" in rule ? (rule.nearest ?? []) : []),
  ]);
  return selectors.some((selector) => control.matches(selector)) ? "structural" : "none";
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
    const kind = chance(control, page);
    const composer =
      kind === "none"
        ? undefined
        : (composerOf(control, page, boxesAround(control)) ??
          confirmed(control, page) ??
          (kind === "named" ? composerOf(control, page, boxesInShadow(control)) : undefined));
    if (composer) return { composer, control };
    if (isNamedOther(nameOfControl(control), page.adapter)) return undefined;
  }
  return undefined;
}
