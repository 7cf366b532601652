import type { Adapter } from "../../adapters/adapter.ts";
import type { Composer } from "./composer.ts";
import { closestAcross, containsAcross, parentAcross } from "./closest-across.ts";
import { nameOfControl } from "./label.ts";
import type { Override } from "./override.ts";

/** The last two are no buttons by role, but sites use them as such: they count by their label only. */
export const controlSelector =
  'button, [role="button"], input[type="submit"], input[type="button"], input[type="image"], [role="menuitem"], [tabindex="0"]';

/** What one comment, post or table row holds belongs to it: its buttons do not send what is written elsewhere. */
const unit = 'article, [role="article"], [role="row"]';

function rulesOf({ pattern, adapter }: Composer) {
  return pattern ? pattern.send : { ...adapter.unknown, nearest: undefined };
}

/** Whether a control's name says that it does something else: emoji, close, cancel. */
export function isNamedOther(name: string, { notSend }: Adapter): boolean {
  return notSend.labels.some((label) => name === label || name.startsWith(`${label} `));
}

/** A control beside the box that clearly does something else: emoji, picture, close, cancel, like. */
function isOtherControl(control: Element, composer: Composer): boolean {
  const { adapter, box } = composer;
  const home = closestAcross(control, unit);
  if (home && !containsAcross(home, box)) return true;
  const name = nameOfControl(control);
  if (rulesOf(composer).labels.includes(name)) return false;
  return (
    adapter.notSend.controls.some((selector) => control.matches(selector)) || isNamedOther(name, adapter)
  );
}

function select(place: ParentNode, selector: string, composer: Composer): Element[] {
  const found = [...place.querySelectorAll(selector)].filter(
    (control) => !composer.box.contains(control) && !isOtherControl(control, composer),
  );
  if (found.length < 2) return found;
  const named = found.filter((control) => rulesOf(composer).labels.includes(nameOfControl(control)));
  return named.length > 0 ? named : found;
}

function inPlace(place: ParentNode, composer: Composer): Element[] {
  const { controls, labels } = rulesOf(composer);
  const structural = controls.flatMap((selector) => select(place, selector, composer));
  const named = [...place.querySelectorAll(controlSelector)].filter(
    (control) => labels.includes(nameOfControl(control)) && !isOtherControl(control, composer),
  );
  return [...new Set([...structural, ...named])];
}

function nearestTo(composer: Composer): Element[] {
  const { nearest } = rulesOf(composer);
  if (!nearest) return [];
  for (let at = parentAcross(composer.box); at; at = parentAcross(at)) {
    const found = select(at, nearest.join(", "), composer);
    if (found.length > 0) return found;
    if (at === composer.scope) break;
  }
  return [];
}

/** The part of the page that an override names. */
export function namedScope(box: Element, { scope }: Override): Element | undefined {
  const parent = parentAcross(box);
  return (
    scope.map((selector) => closestAcross(parent, selector)).find((found) => found !== null) ?? undefined
  );
}

/** What a policy names, and no more: an emoji button, too, where it says so. */
export function namedControls(composer: Composer, inside?: ShadowRoot): Element[] {
  const { box, overrides } = composer;
  return overrides.flatMap((one) => {
    if (one.sendControls.length + one.sendLabels.length === 0) return [];
    const candidates = [...one.sendControls, controlSelector].join(", ");
    const found = (place: ParentNode): Element[] =>
      [...place.querySelectorAll(candidates)].filter(
        (control) => isNamed(control, one) && !box.contains(control),
      );
    const more = inside ? found(inside) : [];
    const scope = namedScope(box, one);
    if (scope) return [...found(scope), ...more];
    // Without a part of the page, the nearest.
    for (let at = parentAcross(box); at; at = parentAcross(at)) {
      const controls = found(at);
      if (controls.length > 0) return [...controls, ...more];
    }
    return more;
  });
}

/** Whether an override names this control, wherever it stands. */
export function isNamed(control: Element, { sendControls: selectors, sendLabels }: Override): boolean {
  return (
    selectors.some((selector) => control.matches(selector)) ||
    (sendLabels.length > 0 && control.matches(controlSelector) && sendLabels.includes(nameOfControl(control)))
  );
}

/** Those that are known, and those that a policy names. */
export function sendControls(composer: Composer, inside?: ShadowRoot): Element[] {
  const known = knownControls(composer, inside);
  return composer.overrides.length > 0 ? [...new Set([...known, ...namedControls(composer, inside)])] : known;
}

/**
 * The controls that send this box's draft, as they are on the page now. `inside`: a shadow root in the scope (a
 * button that is an element of its own), which a selector from the scope does not reach.
 */
function knownControls(composer: Composer, inside?: ShadowRoot): Element[] {
  const found = [...inPlace(composer.scope, composer), ...(inside ? inPlace(inside, composer) : [])];
  return found.length > 0 ? found : nearestTo(composer);
}
