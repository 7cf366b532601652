/** The record of this seat, as it lies on disk. The worker alone writes; pages read. */
import { noHash } from "../contract/record-entry.ts";
import { recordHead } from "../contract/record-head.ts";
import type { RecordHead } from "../contract/record-head.ts";
import type { Attempt } from "../contract/attempt.ts";
import type { PolicyEvent } from "../contract/policy-event.ts";
import type { Connection } from "./connection.ts";
import { fromRest, hashOfRest, restOnItsOwn, toRest } from "./line-at-rest.ts";

/** An entry: its line is the canonical JSON of docs/log-format.md, without its end. */
export interface StoredLine {
  readonly seq: number;
  readonly line: string;
}

/** One step of the record: all of it is on disk, or nothing has changed. */
export interface RecordStep {
  /** `revision` of the head that this follows; undefined: the record begins. */
  readonly after: number | undefined;
  readonly head: RecordHead;
  readonly entries: readonly (StoredLine & { readonly kind: string })[];
  readonly seals: readonly { readonly number: number; readonly line: string }[];
  /** Names what is written, so that it is written once; with the entry it stands for. */
  readonly ids: readonly { readonly id: string; readonly seq: number }[];
  readonly evidence?: { readonly seq: number; readonly sealed: Uint8Array } | undefined;
  /** Entries before this `seq` go. */
  readonly drop?: number | undefined;
}

/** `stale`: another step came first. `known`: what an id names is on record already. Nothing was written by either. */
export type StepResult = "written" | "stale" | "known";

export interface SealKey {
  readonly pair: CryptoKeyPair;
  /** Public half, as the record names it. */
  readonly key: string;
}

export interface RecordReader {
  /** Undefined: there is no record yet. Rejects where it cannot be understood: that is not "no record". */
  head(): Promise<RecordHead | undefined>;
  /** The first entries from `from` on, in their order. Those that have expired are passed over. */
  readLines(from: number, most: number): Promise<StoredLine[]>;
  /** The last entries before `before`, the newest first. */
  readLinesBefore(before: number, most: number): Promise<StoredLine[]>;
  /** The newest of these kinds, the newest first, with how many there are. Not of attempts: there are too many. */
  readKinds(kinds: readonly string[], most: number): Promise<{ lines: StoredLine[]; total: number }>;
  /** The entry that stands for this id; undefined: there is none, or it is so old that nobody asks for it. */
  readNamed(id: string): Promise<StoredLine | undefined>;
  /** How many entries are no attempts. */
  countOthers(): Promise<number>;
  /** Lines of the seals from number `from` on. */
  readSeals(from?: number): Promise<string[]>;
  readEvidence(seq: number): Promise<Uint8Array | undefined>;
}

export interface RecordStore extends RecordReader {
  write(step: RecordStep): Promise<StepResult>;
  /** Forgets the ids of entries before `seq`: nobody asks for them again. */
  forgetIds(seq: number): Promise<void>;
  /** The key under this name; where there is none, `fresh` becomes it. */
  sealKey(fresh: SealKey): Promise<SealKey>;
  fingerprintKey(fresh: CryptoKey): Promise<CryptoKey>;
  /** What versions without a chain have kept. It goes with the record's first step. */
  readOld(): Promise<{ attempts: Attempt[]; events: PolicyEvent[] }>;
}

export function createRecordStore(open: Connection): RecordStore {
  async function readLines(from: number, most: number): Promise<StoredLine[]> {
    const lines = await readRange(IDBKeyRange.lowerBound(from - 1), from, most + 1);
    return lines.slice(0, most);
  }

  async function keep<V extends CryptoKey | SealKey>(
    name: string,
    fresh: V,
    isOne: (value: CryptoKey | SealKey) => value is V,
  ): Promise<V> {
    const { store, done } = (await open()).transaction("record-keys", "readwrite", { durability: "strict" });
    const known = await store.get(name);
    if (known === undefined) await store.add(fresh, name);
    await done;
    if (known === undefined) return fresh;
    if (!isOne(known)) throw new Error(`the key ${name} is none`);
    return known;
  }

  /** `range` begins with the entry before the first that is wanted, as far as it is there. */
  async function readRange(range: IDBKeyRange, from: number, most?: number): Promise<StoredLine[]> {
    const transaction = (await open()).transaction(["entries", "record-head"]);
    const store = transaction.objectStore("entries");
    const [head, keys, rests] = await Promise.all([
      transaction.objectStore("record-head").get("head"),
      store.getAllKeys(range, most),
      store.getAll(range, most),
      transaction.done,
    ]);
    if (keys.length === 0) return [];
    const { seat } = recordHead.parse(head).chain;
    return rests
      .map((rest, at) => {
        const seq = keys[at] ?? Number.NaN;
        const last = keys[at - 1] === seq - 1 ? rests[at - 1] : undefined;
        return { seq, line: fromRest(rest, { seat, seq, before: last && hashOfRest(last) }) };
      })
      .filter(({ seq }) => seq >= from);
  }

  return {
    async head() {
      const stored = await (await open()).get("record-head", "head");
      return stored === undefined ? undefined : recordHead.parse(stored);
    },
    readLines,
    async readNamed(id) {
      const named = await (await open()).get("delivered", id);
      const [line] = named ? await readLines(named.seq, 1) : [];
      return line?.seq === named?.seq ? line : undefined;
    },
    async readLinesBefore(before, most) {
      const from = Math.max(0, before - most);
      return (await readRange(IDBKeyRange.bound(from - 1, before, false, true), from)).toReversed();
    },
    async readKinds(kinds, most) {
      const transaction = (await open()).transaction(["entries", "others", "record-head"]);
      const index = transaction.objectStore("others").index("kind");
      const counts: number[] = [];
      const found: number[] = [];
      for (const kind of kinds) {
        counts.push(await index.count(kind));
        let count = 0;
        for (
          let cursor = await index.openKeyCursor(kind, "prev");
          cursor && count < most;
          cursor = await cursor.continue()
        ) {
          found.push(cursor.primaryKey);
          count += 1;
        }
      }
      const newest = found.toSorted((one, other) => other - one).slice(0, most);
      const entries = transaction.objectStore("entries");
      const [head, ...rests] = await Promise.all([
        transaction.objectStore("record-head").get("head"),
        ...newest.map((seq) => Promise.all([entries.get(seq - 1), entries.get(seq)])),
        transaction.done,
      ]);
      const seat = newest.length === 0 ? "" : recordHead.parse(head).chain.seat;
      const lines = newest.map((seq, at) => {
        const [last, rest = ""] = rests[at] ?? [];
        return { seq, line: fromRest(rest, { seat, seq, before: last && hashOfRest(last) }) };
      });
      return { lines, total: counts.reduce((sum, one) => sum + one, 0) };
    },
    countOthers: async () => (await open()).count("others"),
    readSeals: async (from = 0) => (await open()).getAll("seals", IDBKeyRange.lowerBound(from)),
    readEvidence: async (seq) => (await open()).get("evidence", seq),

    async write({ after, head, entries, seals, ids, evidence, drop }) {
      const isFirst = after === undefined;
      const transaction = (await open()).transaction(
        [
          "record-head",
          "entries",
          "others",
          "seals",
          "delivered",
          ...(evidence || drop !== undefined ? (["evidence"] as const) : []),
          ...(isFirst ? (["attempts", "policy-events"] as const) : []),
        ],
        "readwrite",
        { durability: "strict" },
      );
      const delivered = transaction.objectStore("delivered");
      const heads = transaction.objectStore("record-head");
      const stored = recordHead.safeParse(await heads.get("head")).data;
      if (stored?.revision !== after) {
        await transaction.done;
        return "stale";
      }
      for (const { id } of ids) {
        if ((await delivered.getKey(id)) === undefined) continue;
        await transaction.done;
        return "known";
      }
      const own = drop === undefined ? undefined : await onItsOwn(transaction.objectStore("entries"), drop);
      // None is waited for before the last is asked for: a transaction that fails takes all of them back.
      const asked: Promise<unknown>[] = [heads.put(head, "head")];
      if (own !== undefined) asked.push(transaction.objectStore("entries").put(own, drop));
      let before = stored?.chain.head ?? noHash;
      for (const { seq, line, kind } of entries) {
        const known = { seat: head.chain.seat, seq, before: seq === drop ? undefined : before };
        // `add`: an entry that is there is never written over, whatever else is wrong.
        asked.push(transaction.objectStore("entries").add(toRest(line, known), seq));
        before = hashOfRest(line);
        if (kind !== "attempt") asked.push(transaction.objectStore("others").add({ kind }, seq));
      }
      for (const { number, line } of seals) asked.push(transaction.objectStore("seals").add(line, number));
      for (const { id, seq } of ids) asked.push(delivered.add({ seq }, id));
      if (evidence) asked.push(transaction.objectStore("evidence").add(evidence.sealed, evidence.seq));
      if (drop !== undefined) {
        const old = IDBKeyRange.upperBound(drop, true);
        for (const name of ["entries", "others", "evidence"] as const)
          asked.push(transaction.objectStore(name).delete(old));
      }
      if (isFirst) {
        for (const name of ["attempts", "policy-events"] as const)
          asked.push(transaction.objectStore(name).clear());
      }
      await Promise.all([...asked, transaction.done]);
      return "written";
    },
    async forgetIds(seq) {
      const { store, done } = (await open()).transaction("delivered", "readwrite");
      let cursor = await store.index("seq").openKeyCursor(IDBKeyRange.upperBound(seq, true));
      while (cursor) {
        await store.delete(cursor.primaryKey);
        cursor = await cursor.continue();
      }
      await done;
    },
    sealKey: (fresh) => keep("seal", fresh, (value): value is SealKey => "pair" in value),
    fingerprintKey: (fresh) => keep("fingerprint", fresh, (value): value is CryptoKey => !("pair" in value)),
    async readOld() {
      const transaction = (await open()).transaction(["attempts", "policy-events"]);
      const [attempts, events] = await Promise.all([
        transaction.objectStore("attempts").getAll(),
        transaction.objectStore("policy-events").getAll(),
        transaction.done,
      ]);
      return { attempts, events };
    },
  };
}

interface Lines {
  get(seq: number): Promise<string | undefined>;
}

/** The first entry that stays, so that it can be read when the one before is gone; undefined: it is not there. */
async function onItsOwn(entries: Lines, first: number): Promise<string | undefined> {
  const [last, rest] = await Promise.all([entries.get(first - 1), entries.get(first)]);
  return rest !== undefined && last !== undefined ? restOnItsOwn(rest, hashOfRest(last)) : undefined;
}
