import { bytesOf } from "./encoded.ts";

/**
 * Bytes of a piece of a file. As text in between: what Firefox hands to a content script as a buffer belongs to the page, and may not be
 * looked into from here.
 */
export function readBlob(piece: Blob): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      const address = typeof reader.result === "string" ? reader.result : "";
      resolve(bytesOf(atob(address.slice(address.indexOf(",") + 1))));
    });
    reader.addEventListener("error", () => reject(new Error("the file cannot be read")));
    reader.readAsDataURL(piece);
  });
}
