import { shadowRootOf } from "../platform/shadow-root.ts";

/**
 * The path of an event from its innermost target. A closed shadow root keeps its part of `composedPath()` from us; what
 * has the focus, or lies under the pointer, inside it is found by looking.
 */
export function innerPath(event: Event): readonly EventTarget[] {
  const path = event.composedPath();
  const inner: EventTarget[] = [];
  let [host] = path;
  while (host instanceof Element && !host.shadowRoot && host.tagName !== "TEXTAREA") {
    const root = shadowRootOf(host);
    const target = root && targetIn(root, event);
    if (!target) break;
    const chain: EventTarget[] = [];
    for (let node: Node | null = target; node && node !== root; node = node.parentNode) chain.push(node);
    inner.unshift(...chain, root);
    host = target;
  }
  return inner.length > 0 ? [...inner, ...path] : path;
}

function targetIn(root: ShadowRoot, event: Event): Element | null {
  return event instanceof MouseEvent && event.detail > 0
    ? root.elementFromPoint(event.clientX, event.clientY)
    : root.activeElement;
}
