/**
 * Writes the record of this seat. An entry is hashed and signed outside of any transaction (the browser's own cryptography takes
 * its time, and a transaction does not wait), and then put on disk together with the new end of the chain, if that is still the
 * one it was made to follow. So whatever is killed, and however many write at once, every entry is there once or not at all, and
 * the chain has one end.
 */
import type { EndLine, EntryBody, EntryLine, SealLine } from "../contract/record-entry.ts";
import type { RecordHead } from "../contract/record-head.ts";
import { randomBytes, toHex, utf8 } from "../patient-list/bytes.ts";
import type { RecordStep, RecordStore, SealKey } from "../platform/record-store.ts";
import { append, endOf, sealDue, startChain } from "../record/chain.ts";
import type { Chain } from "../record/chain.ts";
import { newSeatKey, signWith, webChecking } from "../record/proof.ts";
import type { Hashing, Signing } from "../record/proof.ts";
import { toLine } from "../record/read-line.ts";
import { createTurns } from "./in-turn.ts";
import { oldEntries } from "./record-old.ts";

export interface RecordParts {
  readonly store: RecordStore;
  readonly engineVersion: string;
  now(): number;
  /** Something is on record, or was there already. */
  onWritten?(): void;
}

/** What is added to the record in one step. */
export interface Addition {
  readonly bodies: readonly EntryBody[];
  /** Names it, so that it is added once. */
  readonly id?: string | undefined;
  /** Sealed evidence of the last of `bodies`. */
  readonly evidence?: Uint8Array | undefined;
  readonly heartbeat?: string;
  readonly policyVersion?: string;
  /** The entries before this one go. */
  readonly expired?: number;
}

export interface Recorder {
  /** Resolves when it is on disk, with its sealed draft; rejects where it could not be written. */
  add(body: EntryBody, id?: string, evidence?: Uint8Array): Promise<void>;
  /**
   * Adds what `plan` says of where the record stands; undefined: nothing. Days that have ended are sealed either way. `plan` may
   * be asked more than once.
   */
  step(plan: (head: RecordHead, now: number) => Addition | undefined): Promise<void>;
  /** Where the record stands; begins it where there is none. */
  head(): Promise<RecordHead>;
  /** The last line of an export of the entries from `from` on. */
  end(from: number): Promise<EndLine>;
  /** What tells that the same draft was tried again, and nothing else. */
  fingerprint(text: string): Promise<string>;
}

/** 64 bits in 16 hex digits. */
const tokenBytes = 8;

export function createRecord(parts: RecordParts): Recorder {
  const { store } = parts;
  const alone = createTurns();
  /** As this worker has left it. Another one may have written since: then its step does not fit, and it reads again. */
  let known: RecordHead | undefined;
  let sealing: Promise<SealKey> | undefined;
  let marking: Promise<CryptoKey> | undefined;

  function sealKey(): Promise<SealKey> {
    sealing ??= newSeatKey()
      .then((fresh) => store.sealKey(fresh))
      .catch((error: unknown) => {
        sealing = undefined;
        throw error;
      });
    return sealing;
  }

  function markKey(): Promise<CryptoKey> {
    marking ??= crypto.subtle
      .generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"])
      .then((fresh) => store.fingerprintKey(fresh))
      .catch((error: unknown) => {
        marking = undefined;
        throw error;
      });
    return marking;
  }

  const proof: Hashing & Signing = {
    sha256: (text) => webChecking.sha256(text),
    async sign(text, key) {
      const own = await sealKey();
      if (own.key !== key) throw new Error("the key of the record is not here");
      return signWith(own.pair.privateKey, text);
    },
  };

  async function readHead(): Promise<RecordHead> {
    known ??= await store.head();
    while (!known) {
      const step = await firstStep();
      if ((await store.write(step)) === "written") known = step.head;
      else known = await store.head();
    }
    return known;
  }

  /** With what versions without a chain have kept, under its own time. */
  async function firstStep(): Promise<RecordStep> {
    const now = parts.now();
    const old = oldEntries(await store.readOld(), now);
    const { key } = await sealKey();
    const seat = toHex(randomBytes(tokenBytes));
    const about = { seat, key, engineVersion: parts.engineVersion };
    let { chain, lines } = await startChain(about, old[0]?.at ?? now, proof);
    const all = [...lines];
    const ids: { id: string; seq: number }[] = [];
    for (const { at, body, id } of old) {
      ({ chain, lines } = await append(chain, body, at, proof));
      all.push(...lines);
      if (id !== undefined) ids.push({ id, seq: chain.next - 1 });
    }
    const policyVersion =
      old.flatMap(({ body }) => (body.kind === "policy-change" ? [body.policyVersion] : [])).at(-1) ?? null;
    const head = { revision: 0, chain, expired: 0, heartbeat: null, policyVersion };
    return { after: undefined, head, ...toStored(all), ids };
  }

  async function made(head: RecordHead, addition: Addition | undefined, now: number): Promise<RecordStep> {
    let chain: Chain = head.chain;
    const all: (EntryLine | SealLine)[] = [];
    if (!addition) {
      const written = await sealDue(chain, now, proof);
      ({ chain } = written);
      all.push(...written.lines);
    }
    for (const body of addition?.bodies ?? []) {
      const written = await append(chain, body, now, proof);
      ({ chain } = written);
      all.push(...written.lines);
    }
    const seq = chain.next - 1;
    const { id, evidence, heartbeat, policyVersion, expired } = addition ?? {};
    return {
      after: head.revision,
      head: {
        revision: head.revision + 1,
        chain,
        expired: expired ?? head.expired,
        heartbeat: heartbeat ?? head.heartbeat,
        policyVersion: policyVersion ?? head.policyVersion,
      },
      ...toStored(all),
      ids: id === undefined ? [] : [{ id, seq }],
      evidence: evidence && { seq, sealed: evidence },
      drop: expired,
    };
  }

  async function stepNow(plan: Parameters<Recorder["step"]>[0]): Promise<void> {
    for (;;) {
      const head = await readHead();
      const now = parts.now();
      const step = await made(head, plan(head, now), now);
      if (step.entries.length + step.seals.length === 0) return;
      const result = await store.write(step);
      if (result !== "stale") {
        if (result === "written") known = step.head;
        parts.onWritten?.();
        return;
      }
      known = undefined;
    }
  }

  const step: Recorder["step"] = (plan) =>
    alone(async () => {
      try {
        await stepNow(plan);
      } catch (error) {
        // It may have been written all the same.
        known = undefined;
        throw error;
      }
    });

  return {
    step,
    add: (body, id, evidence) => step(() => ({ bodies: [body], id, evidence })),
    head: () => alone(readHead),
    async end(from) {
      await step(() => undefined);
      return alone(async () => {
        const { chain, expired } = await readHead();
        return endOf(chain, chain.at, { from, expired }, proof);
      });
    },
    async fingerprint(text) {
      const mac = await crypto.subtle.sign("HMAC", await markKey(), utf8(text.trim()));
      return toHex(new Uint8Array(mac, 0, tokenBytes));
    },
  };
}

function toStored(lines: readonly (EntryLine | SealLine)[]): Pick<RecordStep, "entries" | "seals"> {
  const entries: RecordStep["entries"][number][] = [];
  const seals: RecordStep["seals"][number][] = [];
  for (const line of lines) {
    if ("entry" in line) entries.push({ seq: line.entry.seq, kind: line.entry.kind, line: toLine(line) });
    else seals.push({ number: line.seal.number, line: toLine(line) });
  }
  return { entries, seals };
}
