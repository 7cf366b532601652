/**
 * Underlines words of a textarea, whose text has no nodes to highlight: a clear copy of the text lies over the box, in
 * our own shadow root, with the same type, wrapping and scroll position. It takes no pointer and no reader sees it.
 */
import type { Finding } from "../../engine/model.ts";
import { element } from "./element.ts";

/** All that moves a letter. */
const copied = [
  "font-family",
  "font-size",
  "font-style",
  "font-weight",
  "font-stretch",
  "font-variant",
  "font-feature-settings",
  "font-kerning",
  "letter-spacing",
  "word-spacing",
  "line-height",
  "text-indent",
  "text-align",
  "text-transform",
  "text-rendering",
  "direction",
  "tab-size",
  "padding-top",
  "padding-right",
  "padding-bottom",
  "padding-left",
  "border-top-width",
  "border-right-width",
  "border-bottom-width",
  "border-left-width",
  "word-break",
  "overflow-wrap",
  "white-space",
  "hyphens",
] as const;

export interface Mirror {
  draw(box: HTMLTextAreaElement, findings: readonly Finding[]): void;
  /** Follows the box; called on each frame while something is underlined. */
  follow(box: HTMLTextAreaElement): void;
  clear(): void;
}

export function createMirror(root: ShadowRoot): Mirror {
  const layer = element("div", { class: "mirror", "aria-hidden": "true" });

  function follow(box: HTMLTextAreaElement): void {
    const { left, top, width, height } = box.getBoundingClientRect();
    // A classic scroll bar takes its width from the text, not from the border.
    const barWidth = box.offsetWidth - box.clientWidth - box.clientLeft * 2;
    layer.style.left = `${left}px`;
    layer.style.top = `${top}px`;
    layer.style.width = `${width - Math.max(0, barWidth)}px`;
    layer.style.height = `${height}px`;
    layer.scrollTop = box.scrollTop;
    layer.scrollLeft = box.scrollLeft;
  }

  return {
    draw(box, findings) {
      const look = getComputedStyle(box);
      for (const name of copied) layer.style.setProperty(name, look.getPropertyValue(name));
      const parts: (Node | string)[] = [];
      let done = 0;
      for (const { start, end, level } of findings.toSorted((a, b) => a.start - b.start)) {
        if (start < done || end <= start) continue;
        parts.push(
          box.value.slice(done, start),
          element("mark", { "data-level": level }, box.value.slice(start, end)),
        );
        done = end;
      }
      // The last line break of a block is not drawn; a textarea draws it.
      parts.push(`${box.value.slice(done)}\n`);
      layer.replaceChildren(...parts);
      root.append(layer);
      follow(box);
    },
    follow,
    clear: () => layer.remove(),
  };
}
