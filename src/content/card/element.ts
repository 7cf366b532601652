/** Small makers of elements: text is always set as text. */

type Attributes = Readonly<Record<string, string>>;

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/**
 * In the text node that is there already. At each node that leaves the document, also one of ours, Chromium begins another undo:
 * a person would take back what they wrote letter by letter.
 */
export function setText(part: Node, text: string): void {
  const node = part.firstChild;
  if (node ? node.nodeValue === text : text === "") return;
  if (node) node.nodeValue = text;
  else part.textContent = text;
}

/** Inside the card alone: the page stays where it is. */
export function scrollCardTo(part: HTMLElement): void {
  const card = part.closest<HTMLElement>(".card");
  if (card) card.scrollTop = part.offsetTop - 8;
}

const svg = "http://www.w3.org/2000/svg";

/** A shape a state, so that none is told by color alone: shield with tick, with bar, with exclamation mark, with slash. */
const paths = {
  clear: "M10 1 3 4v5c0 4.6 3 8.2 7 10 4-1.8 7-5.4 7-10V4zM9 13.2 5.9 10l1.3-1.3L9 10.5l3.9-3.9 1.3 1.3z",
  block: "M10 1 3 4v5c0 4.6 3 8.2 7 10 4-1.8 7-5.4 7-10V4zM6 8.6h8v2.4H6z",
  warn: "M10 1 3 4v5c0 4.6 3 8.2 7 10 4-1.8 7-5.4 7-10V4zM9 5.5h2v5.4H9zM9 12.4h2v2.1H9z",
  unchecked: "M10 1 3 4v5c0 4.6 3 8.2 7 10 4-1.8 7-5.4 7-10V4zM5.6 6.9 6.9 5.6l7.5 7.5-1.3 1.3z",
} as const;

export function icon(name: keyof typeof paths): SVGSVGElement {
  const drawing = document.createElementNS(svg, "svg");
  drawing.setAttribute("viewBox", "0 0 20 20");
  drawing.setAttribute("aria-hidden", "true");
  drawing.setAttribute("class", "icon");
  const path = document.createElementNS(svg, "path");
  path.setAttribute("fill", "currentColor");
  path.setAttribute("fill-rule", "evenodd");
  drawing.append(path);
  setIcon(drawing, name);
  return drawing;
}

export function setIcon(drawing: SVGSVGElement, name: keyof typeof paths): void {
  drawing.firstElementChild?.setAttribute("d", paths[name]);
}
