/**
 * IndexedDB of the extension's origin: what pages of the watched sites, and our own script in them, can never read
 * (`storage.local` they can).
 */
import { openDB } from "idb";
import type { DBSchema, IDBPDatabase } from "idb";
import type { Attempt } from "../contract/attempt.ts";
import type { PolicyEvent } from "../contract/policy-event.ts";
import { keptOpen } from "./kept-open.ts";

/** A sealed list (docs/sealed-list.md), as it was made: nothing of a list lies here unsealed. */
export interface StoredPatients {
  readonly id: string;
  readonly file: Uint8Array;
}

export type SettingKey =
  | "seat-policy"
  | "managed-policy"
  | "practice"
  | "patients-in-use"
  | "patients-fetch"
  | "policy-since"
  | "monitor-seen"
  | "code-tries"
  | "console-tries"
  | "rules-confirmed"
  | "forward"
  | "welcome-shown"
  | "access-told"
  | "look-back";

interface Schema extends DBSchema {
  /** Of versions before 4, until they are put into the record. */
  attempts: { key: string; value: Attempt; indexes: { at: number } };
  "policy-events": { key: string; value: PolicyEvent; indexes: { at: number } };
  patients: { key: string; value: StoredPatients };
  settings: { key: SettingKey; value: unknown };
  /** By `seq`, its line as it lies at rest (line-at-rest.ts); of version 4, the whole line. */
  entries: { key: number; value: string };
  /** What of `entries` is no attempt, by `seq`: a few among many. */
  others: { key: number; value: { readonly kind: string }; indexes: { kind: string } };
  /** By `number`. */
  seals: { key: number; value: string };
  /** By `seq`: sealed to the officer. */
  evidence: { key: number; value: Uint8Array };
  /** Ids of what is on record: a repeated request adds nothing. */
  delivered: { key: string; value: { readonly seq: number }; indexes: { seq: number } };
  "record-head": { key: "head"; value: unknown };
  /** Keys that can be used and not read. `seal`: with the public half as the record names it. */
  "record-keys": { key: string; value: CryptoKey | { readonly pair: CryptoKeyPair; readonly key: string } };
}

export type Connection = () => Promise<IDBPDatabase<Schema>>;

export function createConnection(name = "replyguard"): Connection {
  return keptOpen((ends) =>
    openDB<Schema>(name, 5, {
      upgrade(database, before) {
        if (before < 1) {
          database.createObjectStore("attempts", { keyPath: "id" }).createIndex("at", "at");
          database.createObjectStore("settings");
        } else if (before < 2) {
          // Version 1 kept the index unsealed, its hash key beside it. The setting stays: a list that was in use and has
          // to be imported again is not "no list".
          database.deleteObjectStore("patients");
        }
        if (before < 2) database.createObjectStore("patients", { keyPath: "id" });
        if (before < 3)
          database.createObjectStore("policy-events", { keyPath: "id" }).createIndex("at", "at");
        // Lines of version 4 stay as they are: both forms can be read, so that nothing has to be brought over.
        if (before === 4) return;
        database.createObjectStore("others").createIndex("kind", "kind");
        database.createObjectStore("delivered").createIndex("seq", "seq");
        for (const name of ["entries", "seals", "evidence", "record-head", "record-keys"] as const)
          database.createObjectStore(name);
      },
      ...ends,
    }),
  );
}
