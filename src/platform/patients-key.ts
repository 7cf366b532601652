/**
 * The key of the patient list that is open. `storage.session` is memory: it is gone when the browser ends, is not on disk,
 * and content scripts cannot read it. Pages may, to change the list and seal it again; the worker alone writes.
 */
import { keptKey } from "../contract/patients.ts";
import type { KeptKey } from "../contract/patients.ts";
import { browser } from "./browser.ts";
import { item } from "./storage.ts";
import type { Item } from "./storage.ts";

export const patientsKey: Item<KeptKey> = item(browser.storage.session, "patients-key", keptKey, null);

export const readPatientsKey = (): Promise<KeptKey> => patientsKey.read();
