/** Functions that run in the page. Each is self-contained, because only its source text gets there. */

/** The element at a place, or null. */
export function query(place: string): Element | null {
  const isFrame = (element: Element): element is HTMLIFrameElement => element.tagName === "IFRAME";
  let scope: Document | ShadowRoot | null = document;
  let element: Element | null = null;
  for (const selector of place.split(" >>> ")) {
    if (element) scope = isFrame(element) ? element.contentDocument : element.shadowRoot;
    element = scope?.querySelector(selector) ?? null;
  }
  return element;
}

/**
 * Brings the element into view and gives its middle in the viewport of the tab, once it has stayed in its place for a
 * frame. Fails where a person could not click it: when something else lies on top.
 */
export async function locate(
  place: string,
  find: typeof query,
): Promise<{ readonly x: number; readonly y: number }> {
  const element = find(place);
  if (!element) throw new Error(`nothing at ${place}`);
  element.scrollIntoView({ block: "nearest", behavior: "instant" });
  let box = element.getBoundingClientRect();
  for (let before: DOMRect | undefined; box.x !== before?.x || box.y !== before.y;) {
    before = box;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    box = element.getBoundingClientRect();
  }
  // What is not drawn yet has a box at the corner of the page, where a click would meet something else.
  if (box.width === 0 && box.height === 0) throw new Error(`${place} is not to be seen`);
  let x = box.left + box.width / 2;
  let y = box.top + box.height / 2;
  // Not by class: the root of an element in a frame is of another window.
  const isRoot = (node: Node): node is Document | ShadowRoot => "elementFromPoint" in node;
  const root = element.getRootNode();
  const hit = isRoot(root) ? root.elementFromPoint(x, y) : null;
  if (!hit || !(element.contains(hit) || hit.contains(element))) {
    throw new Error(`${place} is covered by ${hit?.tagName ?? "nothing: it is outside the view"}`);
  }
  let frame = element.ownerDocument.defaultView?.frameElement;
  while (frame) {
    const { left, top } = frame.getBoundingClientRect();
    x += left + frame.clientLeft;
    y += top + frame.clientTop;
    frame = frame.ownerDocument.defaultView?.frameElement;
  }
  return { x, y };
}

/**
 * An expression that calls `fn` in the page; `args` are source text. Where tsx runs the harness, it names inner
 * functions by means of a function of its own, which the page does not have.
 */
export function callInPage(fn: { toString(): string }, ...args: readonly string[]): string {
  return `((__name) => (${fn.toString()})(${args.join(", ")}))((named) => named)`;
}
