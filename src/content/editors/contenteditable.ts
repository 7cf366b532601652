/**
 * Lexical, Draft.js and plain contenteditable alike: the text is read from the page, since the editors' own state lives in
 * the page's world. A change must go through the editor's own input handling, or it is reverted.
 */
import type { Span } from "../../engine/rule.ts";
import type { Editor } from "./editor.ts";
import { readBack } from "./read-back.ts";

const blocks = new Set([
  "P",
  "DIV",
  "LI",
  "UL",
  "OL",
  "BLOCKQUOTE",
  "PRE",
  "H1",
  "H2",
  "H3",
  "H4",
  "H5",
  "H6",
  "SECTION",
  "ARTICLE",
  "TABLE",
  "TR",
]);

/** A text node and where its text begins in the draft. */
interface Piece {
  readonly node: Text;
  readonly start: number;
}

interface Flat {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** A `<br>` at the end of its block only keeps the empty line open; it is no newline of its own. */
function isFiller(br: Node): boolean {
  for (let node: Node | null = br; node; node = node.parentNode) {
    for (let next = node.nextSibling; next; next = next.nextSibling) {
      if (next.textContent !== "" || next.nodeName === "BR" || next.nodeName === "IMG") return false;
    }
    const parent = node.parentNode;
    if (!parent || blocks.has(parent.nodeName)) return true;
  }
  return true;
}

/** The draft as lines, in one walk. Pictures of emoji count as the emoji they stand for. */
function flatten(box: HTMLElement): Flat {
  const pieces: Piece[] = [];
  let text = "";
  let lineOpen = false;
  let breakBefore = false;
  const open = (): void => {
    if (breakBefore) text += "\n";
    breakBefore = false;
    lineOpen = true;
  };
  const closeLine = (): void => {
    if (lineOpen) breakBefore = true;
    lineOpen = false;
  };
  const walk = (parent: Node): void => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node instanceof Text) {
        if (node.data === "") continue;
        open();
        pieces.push({ node, start: text.length });
        text += node.data;
      } else if (node.nodeName === "BR") {
        open();
        if (!isFiller(node)) text += "\n";
      } else if (node instanceof HTMLImageElement) {
        open();
        text += node.alt;
      } else if (node instanceof Element) {
        const isBlock = blocks.has(node.nodeName);
        if (isBlock) closeLine();
        walk(node);
        if (isBlock) closeLine();
      }
    }
  };
  walk(box);
  return { text, pieces };
}

function rangeOf({ pieces }: Flat, { start, end }: Span): Range | undefined {
  const holding = (offset: number, isEnd: boolean): Piece | undefined =>
    pieces.findLast((piece) => (isEnd ? piece.start < offset : piece.start <= offset));
  const from = holding(start, false);
  const to = holding(end, true);
  if (!from || !to) return undefined;
  const range = document.createRange();
  range.setStart(from.node, Math.min(start - from.start, from.node.length));
  range.setEnd(to.node, Math.min(end - to.start, to.node.length));
  return range;
}

/** How long the editor takes to see that everything is selected (Lexical listens to `selectionchange`, a later task). */
const selectionMs = 30;

async function selectAll(box: HTMLElement): Promise<void> {
  box.focus({ preventScroll: true });
  // Reaches the box in a shadow root too, where `getSelection()` does not.
  document.execCommand("selectAll");
  await new Promise((resolve) => setTimeout(resolve, selectionMs));
}

/** Firefox shows content scripts the page through Xray wrappers; an event's clipboard does not cross them. */
const behindXrays = "wrappedJSObject" in globalThis;

/**
 * A paste that carries `text`. In Firefox the page finds the clipboard of such an event empty, so it is not used there.
 * @returns whether the editor took it
 */
function paste(box: HTMLElement, text: string): boolean {
  if (behindXrays) return false;
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const event = new ClipboardEvent("paste", {
    clipboardData: data,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  box.dispatchEvent(event);
  return event.defaultPrevented;
}

export const contenteditable: Editor = {
  read: (box) => flatten(box).text,

  async replace(current, text) {
    const holds = (): boolean => {
      const box = current();
      return box !== undefined && flatten(box).text === text;
    };
    const first = current();
    if (!first) return false;
    await selectAll(first);
    // Not below the box: the site may put another node in its place.
    const root = first.getRootNode();
    if (paste(current() ?? first, text) && (await readBack(holds, root))) return true;
    const box = current();
    if (!box) return false;
    await selectAll(box);
    document.execCommand("insertText", false, text);
    return readBack(holds, root);
  },

  ranges(box, spans) {
    const flat = flatten(box);
    return spans.flatMap((span) => rangeOf(flat, span) ?? []);
  },
};
