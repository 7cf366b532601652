const breaks = new Set(["BR", "DIV", "P", "LI", "BLOCKQUOTE"]);
const silent = new Set(["SCRIPT", "STYLE", "TEXTAREA", "BUTTON", "SVG"]);

/**
 * What an element says, without layout (`innerText` would force one at every key press): blocks on lines of their
 * own, pictures of emoji by their `alt`, buttons left out unless `element` is one.
 */
export function textOf(element: Element): string {
  const parts: string[] = [];
  const walk = (node: Node): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) parts.push(child.textContent ?? "");
      if (!(child instanceof Element)) continue;
      const name = child.tagName.toUpperCase();
      if (silent.has(name) || child.getAttribute("role") === "button") continue;
      if (breaks.has(name)) parts.push("\n");
      if (name === "IMG") parts.push(child.getAttribute("alt") ?? "");
      walk(child);
      if (breaks.has(name) && name !== "BR") parts.push("\n");
    }
  };
  walk(element);
  return parts
    .join("")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[\s]*/g, "\n")
    .trim();
}
