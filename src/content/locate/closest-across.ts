/** The parent of an element in the tree as a person sees it: out of an open shadow root to its host. */
export function parentAcross(node: Node): Element | null {
  const parent = node.parentNode;
  if (parent instanceof Element) return parent;
  return parent instanceof ShadowRoot ? parent.host : null;
}

/** `Element.closest`, across open shadow roots. */
export function closestAcross(element: Element | null, selector: string): Element | null {
  for (let from = element; from;) {
    const found = from.closest(selector);
    if (found) return found;
    const root = from.getRootNode();
    from = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}

/** `Node.contains`, across open shadow roots. */
export function containsAcross(outer: Element, inner: Element): boolean {
  for (let node: Element | null = inner; node;) {
    if (outer.contains(node)) return true;
    const root: Node = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return false;
}

/** The document or shadow root in which `node` stands; undefined for one that is not on the page. */
export function rootOf(node: Node): Document | ShadowRoot | undefined {
  const root = node.getRootNode();
  if (root instanceof ShadowRoot) return root;
  return root === node.ownerDocument ? node.ownerDocument : undefined;
}
