import { h } from "../../shared/h.ts";

/** Saves what is in memory as a file, where the browser saves downloads. */
export function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  h("a", { href: address, download: name }).click();
  // The browser reads it after this task; a minute is far longer than it needs.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
