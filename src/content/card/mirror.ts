/**
 * Underlines words of a textarea, whose text has no nodes to highlight: a clear copy of the text lies over the box, in
 * our own shadow root, with the same type, wrapping and scroll position. It takes no pointer and no reader sees it.
 */
import type { Finding } from "../../engine/model.ts";
import { element, setText } from "./element.ts";

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
  /** Texts and marks in turn; they stay in the document, with nothing in them, since `setText` says why. */
  const last = document.createTextNode("");
  const layer = element("div", { class: "mirror", "aria-hidden": "true", hidden: "" }, last);
  const marks: HTMLElement[] = [];
  root.append(layer);

  function put(at: number, before: string, marked: string, level: string): void {
    const mark = marks[at] ?? element("mark", {}, "");
    if (!marks[at]) {
      marks.push(mark);
      last.before("", mark);
    }
    mark.dataset["level"] = level;
    setText(mark, marked);
    if (mark.previousSibling) mark.previousSibling.nodeValue = before;
  }

  function fill(box: HTMLTextAreaElement | undefined, findings: readonly Finding[]): void {
    const value = box?.value ?? "";
    let [done, used] = [0, 0];
    for (const { start, end, level } of findings.toSorted((a, b) => a.start - b.start)) {
      if (start < done || end <= start) continue;
      put(used, value.slice(done, start), value.slice(start, end), level);
      used += 1;
      done = end;
    }
    for (; used < marks.length; used += 1) put(used, "", "", "");
    // The last line break of a block is not drawn; a textarea draws it.
    last.data = box ? `${value.slice(done)}\n` : "";
    layer.hidden = !box;
  }

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
      fill(box, findings);
      follow(box);
    },
    follow,
    clear: () => fill(undefined, []),
  };
}
