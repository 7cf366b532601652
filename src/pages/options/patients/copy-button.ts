import { button } from "../../shared/h.ts";

/** Puts what `text` gives on the clipboard, and says so on itself. */
export function copyButton(label: string, text: () => string): HTMLButtonElement {
  const copy = button(label, "plain", () => void write());
  async function write(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text());
      copy.textContent = "Copied";
    } catch {
      // A browser may refuse the clipboard; the text is there to be selected.
      copy.textContent = "It could not be copied: select it instead";
    }
  }
  copy.addEventListener("blur", () => (copy.textContent = label));
  copy.setAttribute("aria-live", "polite");
  return copy;
}
