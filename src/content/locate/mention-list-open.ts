import { rootOf } from "./closest-across.ts";
import type { Composer } from "./composer.ts";
import { isVisible } from "./is-visible.ts";

function named(box: Element, attribute: string): Element[] {
  const root = rootOf(box);
  const ids = (box.getAttribute(attribute) ?? "").split(/\s+/).filter(Boolean);
  return ids.map((id) => root?.getElementById(id)).filter((element) => element instanceof Element);
}

const option = '[role="option"], [role="menuitem"], [role="row"], li';

/**
 * Whether Enter would now choose a mention or an emoji instead of sending. An attribute alone is not enough: what it
 * names must be on the page and shown, or a stale attribute would let a send through.
 */
export function mentionListOpen({ box, scope }: Composer): boolean {
  if (named(box, "aria-activedescendant").some(isVisible)) return true;
  const controlled = [...named(box, "aria-controls"), ...named(box, "aria-owns")];
  const tied = controlled.filter((list) => isVisible(list) && list.querySelector(option));
  if (tied.some((list) => box.getAttribute("aria-expanded") === "true" || list.matches('[role="listbox"]'))) {
    return true;
  }
  return [...scope.querySelectorAll('[role="listbox"] [role="option"][aria-selected="true"]')].some(
    isVisible,
  );
}
