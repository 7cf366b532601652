/**
 * Underlines offending words in the site's own text with the CSS Custom Highlight API: no node, attribute or style of the
 * site changes. `highlight.css`, which the manifest injects, says how they look.
 */
import type { Finding } from "../engine/model.ts";
import { editors } from "./editors/editor.ts";

const names = { block: "reply-guard-block", warn: "reply-guard-warn" } as const;

export function clearHighlights(): void {
  if (typeof CSS === "undefined" || !CSS.highlights) return;
  for (const name of Object.values(names)) CSS.highlights.delete(name);
}

export function highlight(box: HTMLElement, findings: readonly Finding[]): void {
  clearHighlights();
  if (typeof Highlight === "undefined" || !CSS.highlights) return;
  for (const level of ["warn", "block"] as const) {
    const spans = findings.filter((finding) => finding.level === level && finding.end > finding.start);
    const ranges = editors.contenteditable.ranges(box, spans);
    if (ranges.length > 0) CSS.highlights.set(names[level], new Highlight(...ranges));
  }
}
