type Child = Node | string | undefined | false;
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * One element. Attributes are set as they are written in HTML; `true` is an empty attribute, `false` and `undefined`
 * none. Strings become text nodes, never markup.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

export function button(
  label: string,
  kind: "primary" | "plain" | "danger",
  onClick: () => void,
): HTMLButtonElement {
  const element = h("button", { type: "button", class: `button ${kind}` }, label);
  element.addEventListener("click", onClick);
  return element;
}

/** The element of the page with this id; the page's HTML has it. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no element #${id}`);
  return element;
}

/** The sign at the top of a page. Only for the eye: what it stands for is said beside it. */
export function drawMark(): void {
  byId("mark").replaceChildren(h("img", { src: "/icons/watching-128.png", alt: "", width: 44, height: 44 }));
}
