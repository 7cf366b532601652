/**
 * All drafts that one gesture may send: of the composer that the adapter knows, and of the one that a policy names. Each must
 * be let go, so that what a policy adds never lets anything go that was held without it.
 */
import { containsAcross, parentAcross } from "./closest-across.ts";
import { composerOfForm } from "./composer-of-form.ts";
import type { Composer, Page } from "./composer.ts";
import { withoutOverrides } from "./find-composer.ts";
import { boxesAround, boxesInShadow, findSendTarget } from "./find-send-target.ts";
import { editable, resolveComposer } from "./resolve-composer.ts";
import { isEmpty } from "./is-empty.ts";
import { isNamed, namedControls } from "./send-controls.ts";

/** A click, a pointer event, or Enter or Space on a focused control, given by its `composedPath()`. */
export function sentByControl(path: readonly EventTarget[], page: Page): Composer[] {
  if (!page.overrides?.length) return withOthers(findSendTarget(path, page)?.composer, page);
  return together(findSendTarget(path, withoutOverrides(page))?.composer, namedBy(path, page), page);
}

/** The `submit` event of a form. */
export function sentByForm(form: Element, page: Page): Composer[] {
  if (!page.overrides?.length) return one(composerOfForm(form, page));
  const named = composerOfForm(form, page, ({ overrides }) => overrides.length > 0);
  return together(composerOfForm(form, withoutOverrides(page)), one(named), page);
}

/** `composer`, and the other boxes that are sent with it. */
export function withOthers(composer: Composer | undefined, page: Page): Composer[] {
  if (!composer?.pattern?.send.together) return one(composer);
  const others = [...composer.scope.querySelectorAll(editable)]
    .map((box) => resolveComposer(box, page))
    .filter((other) => other !== undefined)
    .filter((other) => other.box !== composer.box && other.pattern === composer.pattern && !isEmpty(other));
  return [composer, ...others];
}

const one = (composer: Composer | undefined): Composer[] => (composer ? [composer] : []);

function together(plain: Composer | undefined, named: readonly Composer[], page: Page): Composer[] {
  // What a policy says of the known one counts as well.
  const whole = plain && (resolveComposer(plain.box, page) ?? plain);
  return [...withOthers(whole, page), ...named.filter(({ box }) => box !== whole?.box)];
}

/** Those nearest to the control, all of them: which one it sends nobody has said. */
function namedBy(path: readonly EventTarget[], page: Page): Composer[] {
  for (const control of path) {
    if (!(control instanceof Element)) continue;
    if (control.matches(editable)) return [];
    if (!page.overrides?.some((override) => isNamed(control, override))) continue;
    const root = control.getRootNode();
    const inside = root instanceof ShadowRoot ? root : undefined;
    const sent = (boxes: Element[]): Composer[] =>
      boxes
        .map((box) => resolveComposer(box, page))
        .filter((composer) => composer !== undefined)
        .filter((composer) => namedControls(composer, inside).includes(control));
    const around = sent(boxesAround(control));
    const composers = around.length > 0 ? around : sent(boxesInShadow(control));
    for (let at: Element | null = control; at; at = parentAcross(at)) {
      const part = at;
      const near = composers.filter(({ box }) => containsAcross(part, box));
      if (near.length > 0) return near;
    }
  }
  return [];
}
