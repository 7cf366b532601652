import { button } from "../../shared/h.ts";
import { t } from "../../../platform/i18n.ts";

/** Puts what `text` gives on the clipboard, and says so on itself. */
export function copyButton(label: string, text: () => string): HTMLButtonElement {
  const copy = button(label, "plain", () => void write());
  async function write(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text());
      copy.textContent = t("options_copied");
    } catch {
      // A browser may refuse the clipboard; the text is there to be selected.
      copy.textContent = t("options_it_could_not_be_copied_select");
    }
  }
  copy.addEventListener("blur", () => (copy.textContent = label));
  copy.setAttribute("aria-live", "polite");
  return copy;
}
