import { findAs } from "./dom.ts";
import { record } from "./sent.ts";

/**
 * Records what a native form would send, and only then keeps the tab where it is. A `form.submit()` by page code
 * fires no event and would navigate: the test then sees the page lost, not a missing record.
 */
export function recordSubmits(box: string): void {
  const field = findAs(box, HTMLTextAreaElement);
  field.form?.addEventListener("submit", (event) => {
    record({ text: field.value, via: "submit" });
    event.preventDefault();
    field.value = "";
  });
}
