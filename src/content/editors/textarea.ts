import type { Editor } from "./editor.ts";
import { readBack } from "./read-back.ts";

const read = (box: HTMLElement): string =>
  box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement ? box.value : "";

export const textarea: Editor = {
  read,

  async replace(current, text) {
    const box = current();
    if (!(box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement)) return false;
    box.focus({ preventScroll: true });
    box.select();
    // The browser's own insertion keeps the undo history and fires a real input event, from which React learns.
    if (!document.execCommand("insertText", false, text) || read(box) !== text) {
      // From the isolated world this reaches the native setter, past the one React puts on the node.
      box.value = text;
      box.dispatchEvent(
        new InputEvent("input", { bubbles: true, composed: true, inputType: "insertReplacementText" }),
      );
    }
    // A controlled component may put its old value back: only what stands there afterwards counts.
    return readBack(() => {
      const now = current();
      return now !== undefined && read(now) === text;
    }, box.getRootNode());
  },

  ranges: () => [],
};
