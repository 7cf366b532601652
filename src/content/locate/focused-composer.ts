/** The box that has the focus, also inside open shadow roots. */
import type { Composer, Page } from "./composer.ts";
import { findComposer } from "./find-composer.ts";

export function focusedComposer(page: Page): Composer | undefined {
  const focused = deepActive();
  return focused && findComposer(pathOf(focused), page);
}

function deepActive(): Element | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active ?? undefined;
}

function pathOf(element: Element): EventTarget[] {
  const path: EventTarget[] = [];
  for (
    let node: Node | null = element;
    node;
    node = node instanceof ShadowRoot ? node.host : node.parentNode
  ) {
    path.push(node);
  }
  return path;
}
