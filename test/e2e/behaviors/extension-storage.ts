/** The extension's own storage, read and written from its own page as no part of the extension does it. */
import type { Driver } from "../harness/driver.ts";
import type { Secret } from "../harness/profile-search.ts";
import { waitFor } from "../harness/wait.ts";
import { fromBase64 } from "../../../src/patient-list/bytes.ts";
import { openSealed } from "../../../src/patient-list/open-sealed.ts";
import type { Planted } from "./planted-people.ts";

interface Area {
  get(key: string): Promise<Record<string, { id: string; key: string }>>;
  set(items: Record<string, unknown>): Promise<void>;
}
declare const chrome: { readonly storage: { readonly session: Area; readonly local: Area } };

/** The key that is in memory while the list is open, and the key of the hashes that is sealed with the list. */
export async function keysInUse(driver: Driver): Promise<Secret[]> {
  const page = await driver.openExtensionPage("options.html");
  const { key, file } = await waitFor(page, "an open list", async () => {
    const held = (await chrome.storage.session.get("patients-key"))["patients-key"];
    if (!held) return undefined;
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("replyguard");
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(request.error));
    });
    const bytes = await new Promise<Uint8Array>((resolve, reject) => {
      const request = database.transaction("patients").objectStore("patients").get(held.id);
      request.addEventListener("success", () => resolve(request.result.file));
      request.addEventListener("error", () => reject(request.error));
    });
    database.close();
    return { key: held.key, file: Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("") };
  });
  await page.close();
  const raw = fromBase64(key);
  if (!raw) throw new Error("the key in memory is not base64");
  const opened = await openSealed(Uint8Array.from(Buffer.from(file, "hex")), raw, Date.now());
  if ("problem" in opened) throw new Error(`the stored list does not open: ${opened.problem}`);
  return [
    { label: "the key of the list", content: raw },
    { label: "the key of the list as text", content: key },
    { label: "the key of the hashes", content: opened.index.key },
  ];
}

/**
 * What a careless extension would do: a name in `storage.local`, one in IndexedDB, one far inside a large value there,
 * and one in a field of its page that the browser may remember.
 */
export async function plantInTheClear(driver: Driver, person: Planted): Promise<void> {
  const page = await driver.openExtensionPage("options.html");
  await page.evaluate(async (person) => {
    await chrome.storage.local.set({ planted: { name: `${person.given} likes tea` } });
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("planted", 1);
      request.addEventListener("upgradeneeded", () => request.result.createObjectStore("people"));
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(request.error));
    });
    const transaction = database.transaction("people", "readwrite", { durability: "strict" });
    const people = transaction.objectStore("people");
    people.put({ name: person.family }, "small");
    const numbers = Array.from({ length: 30_000 }, (_, i) => `patient number ${i}`);
    people.put([...numbers, person.email, ...numbers], "large");
    await new Promise((resolve) => transaction.addEventListener("complete", resolve));
    database.close();
    const field = document.createElement("input");
    field.id = "careless";
    document.querySelector("h1")?.after(field);
  }, person);
  await page.click("#careless");
  await page.type(person.nickname);
}
