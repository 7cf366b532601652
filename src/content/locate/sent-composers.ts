/**
 * All drafts that one gesture may send: of the composer that the adapter knows, and of the one that a policy names. Each must
 * be let go, so that what a policy adds never lets anything go that was held without it.
 */
import { composerOfForm } from "./composer-of-form.ts";
import type { Composer, Page } from "./composer.ts";
import { withoutOverrides } from "./find-composer.ts";
import { boxesAround, boxesInShadow, closer, findSendTarget } from "./find-send-target.ts";
import { editable, resolveComposer } from "./resolve-composer.ts";
import { isNamed, namedControls } from "./send-controls.ts";

/** A click, a pointer event, or Enter or Space on a focused control, given by its `composedPath()`. */
export function sentByControl(path: readonly EventTarget[], page: Page): Composer[] {
  if (!page.overrides?.length) return one(findSendTarget(path, page)?.composer);
  return both(findSendTarget(path, withoutOverrides(page))?.composer, namedTarget(path, page), page);
}

/** The `submit` event of a form. */
export function sentByForm(form: Element, page: Page): Composer[] {
  if (!page.overrides?.length) return one(composerOfForm(form, page));
  const named = composerOfForm(form, page, ({ overrides }) => overrides.length > 0);
  return both(composerOfForm(form, withoutOverrides(page)), named, page);
}

const one = (composer: Composer | undefined): Composer[] => (composer ? [composer] : []);

function both(plain: Composer | undefined, named: Composer | undefined, page: Page): Composer[] {
  // What a policy says of the known one counts as well.
  const whole = plain && (resolveComposer(plain.box, page) ?? plain);
  return named?.box === whole?.box ? one(whole) : [...one(whole), ...one(named)];
}

function namedTarget(path: readonly EventTarget[], page: Page): Composer | undefined {
  for (const control of path) {
    if (!(control instanceof Element)) continue;
    if (control.matches(editable)) return undefined;
    if (!page.overrides?.some((override) => isNamed(control, override))) continue;
    const root = control.getRootNode();
    const inside = root instanceof ShadowRoot ? root : undefined;
    const sent = (boxes: Element[]): Composer | undefined =>
      boxes
        .map((box) => resolveComposer(box, page))
        .filter((composer) => composer !== undefined)
        .filter((composer) => namedControls(composer, inside).includes(control))
        .reduce<Composer | undefined>((best, next) => (best ? closer(best, next) : next), undefined);
    const composer = sent(boxesAround(control)) ?? sent(boxesInShadow(control));
    if (composer) return composer;
  }
  return undefined;
}
