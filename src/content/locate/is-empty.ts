import type { Composer } from "./composer.ts";

/** Whether there is nothing in the box that a person would call text. */
export function isEmpty({ box }: Composer): boolean {
  const text = box instanceof HTMLTextAreaElement ? box.value : box.textContent;
  return text.trim() === "";
}
