/**
 * What the officer's console keeps: logs of other seats, its cache of this seat's, and views. A database of its own, so that
 * nothing here can be in the way of the one that the worker writes.
 */
import { openDB } from "idb";
import type { DBSchema } from "idb";
import { keptOpen } from "./kept-open.ts";

/** A run of lines of a log, gzip of their text. */
export interface LinesBlock {
  /** `seq` of its first entry. */
  readonly first: number;
  readonly count: number;
  readonly gz: Uint8Array<ArrayBuffer>;
}

export interface StoredLog {
  readonly id: string;
  readonly seat: string;
  /** What people call the seat. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly importedAt: number;
  /** When the seat made the export. */
  readonly exportedAt: number;
  /** Undefined: every line holds. Otherwise the first fault in words; the entries after it are not here. */
  readonly fault?: string | undefined;
  /** `seq` of the entries that tell of a clock set back, where that was accepted; none: left out. */
  readonly clocks?: readonly number[] | undefined;
  /** `seq` of its first entry, and how many there are. */
  readonly first: number;
  readonly count: number;
  /** Hash of its last entry. */
  readonly head: string;
  /** Names of the keys that signed; none where a fault was found. */
  readonly keys: readonly string[];
  /** Days that are sealed. */
  readonly days: number;
}

interface Schema extends DBSchema {
  logs: { key: string; value: StoredLog };
  blocks: { key: [string, number]; value: LinesBlock };
  /** Arrays of numbers and lists of words, as they are. */
  columns: { key: string; value: unknown };
  views: { key: string; value: unknown };
}

export interface ImportedLogs {
  logs(): Promise<StoredLog[]>;
  /** Blocks that belong to no log yet count as none: a log is there once `putLog` has resolved. */
  addBlock(id: string, number: number, block: LinesBlock): Promise<void>;
  /** In place of any other of its seat: all of it, or nothing has changed. */
  putLog(log: StoredLog, columns: unknown): Promise<void>;
  /** The block that holds the entry `seq`. */
  blockOf(id: string, number: number): Promise<LinesBlock | undefined>;
  columns(id: string): Promise<unknown>;
  putColumns(id: string, columns: unknown): Promise<void>;
  /** The log with everything of it. */
  drop(id: string): Promise<void>;
  /** Blocks of an import that was broken off. */
  dropStrays(): Promise<void>;
  views(): Promise<unknown[]>;
  putView(name: string, view: unknown): Promise<void>;
  dropView(name: string): Promise<void>;
}

export function createImportedLogs(): ImportedLogs {
  const open = keptOpen((ends) =>
    openDB<Schema>("replyguard-console", 1, {
      upgrade(database) {
        database.createObjectStore("logs", { keyPath: "id" });
        database.createObjectStore("blocks");
        database.createObjectStore("columns");
        database.createObjectStore("views");
      },
      ...ends,
    }),
  );
  const blocksOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id, 0], [id, Infinity]);

  return {
    async logs() {
      return (await open()).getAll("logs");
    },
    async addBlock(id, number, block) {
      await (await open()).put("blocks", block, [id, number]);
    },
    async putLog(log, columns) {
      const transaction = (await open()).transaction(["logs", "columns", "blocks"], "readwrite", {
        durability: "strict",
      });
      const stored = await transaction.objectStore("logs").getAll();
      for (const { id } of stored.filter(({ seat, id }) => seat === log.seat && id !== log.id)) {
        await transaction.objectStore("logs").delete(id);
        await transaction.objectStore("columns").delete(id);
        await transaction.objectStore("blocks").delete(blocksOf(id));
      }
      await transaction.objectStore("columns").put(columns, log.id);
      await transaction.objectStore("logs").put(log);
      await transaction.done;
    },
    async blockOf(id, number) {
      return (await open()).get("blocks", [id, number]);
    },
    async columns(id) {
      return (await open()).get("columns", id);
    },
    async putColumns(id, columns) {
      await (await open()).put("columns", columns, id);
    },
    async drop(id) {
      const transaction = (await open()).transaction(["logs", "columns", "blocks"], "readwrite");
      await transaction.objectStore("logs").delete(id);
      await transaction.objectStore("columns").delete(id);
      await transaction.objectStore("blocks").delete(blocksOf(id));
      await transaction.done;
    },
    async dropStrays() {
      const transaction = (await open()).transaction(["logs", "blocks"], "readwrite");
      const known = new Set(await transaction.objectStore("logs").getAllKeys());
      const blocks = transaction.objectStore("blocks");
      let key = (await blocks.openKeyCursor())?.key;
      while (key !== undefined) {
        const [id] = key;
        if (!known.has(id)) await blocks.delete(blocksOf(id));
        key = (await blocks.openKeyCursor(IDBKeyRange.lowerBound([id, Infinity], true)))?.key;
      }
      await transaction.done;
    },
    async views() {
      return (await open()).getAll("views");
    },
    async putView(name, view) {
      await (await open()).put("views", view, name);
    },
    async dropView(name) {
      await (await open()).delete("views", name);
    },
  };
}
