/** Writes the record: puts entries into the chain and closes days. Pure; whoever calls it stores lines and state together. */
import { noHash, recordFormat } from "../contract/record-entry.ts";
import type { EndLine, EntryBody, EntryLine, Seal, SealLine } from "../contract/record-entry.ts";
import { canonical } from "./canonical.ts";
import { dayAfter, dayOf } from "./day.ts";
import type { Hashing, Signing } from "./proof.ts";

/** A clock that is set right by so little (milliseconds) is no event: time stands still until it has caught up. */
export const clockSlack = 60_000;

/** Where a seat's chain ends. */
export interface Chain {
  readonly seat: string;
  /** Signs the next seal, and what follows the last one. */
  readonly key: string;
  /** Signs after the next seal. */
  readonly nextKey?: string | undefined;
  /** `seq` of the next entry. */
  readonly next: number;
  readonly head: string;
  /** Latest time in the record, and its open day. */
  readonly at: number;
  readonly day: string;
  /** `seq` of the first entry of the open day. */
  readonly first: number;
  readonly seals: number;
  readonly sealed: string;
  /** The open day is not the one after the last seal's. */
  readonly back: boolean;
}

export interface Written {
  readonly chain: Chain;
  readonly lines: readonly (EntryLine | SealLine)[];
}

/** A new seat's chain, with its first entry. */
export async function startChain(
  seat: { readonly seat: string; readonly key: string; readonly engineVersion: string },
  now: number,
  proof: Hashing,
): Promise<Written> {
  const chain: Chain = {
    seat: seat.seat,
    key: seat.key,
    next: 0,
    head: noHash,
    at: now,
    day: dayOf(now),
    first: 0,
    seals: 0,
    sealed: noHash,
    back: false,
  };
  const body = {
    kind: "first",
    format: recordFormat,
    key: seat.key,
    engineVersion: seat.engineVersion,
  } as const;
  return link(chain, body, now, proof);
}

/** Adds an entry; before it, seals of days that have ended, and the notice of a clock that was set back. */
export async function append(
  chain: Chain,
  body: EntryBody,
  now: number,
  proof: Hashing & Signing,
): Promise<Written> {
  let written = await sealDue(chain, now, proof);
  if (now < written.chain.at - clockSlack) {
    const was = written.chain.at;
    if (dayOf(now) < written.chain.day) {
      written = joined(written, await sealDay(written.chain, was, proof));
      written = { ...written, chain: { ...written.chain, day: dayOf(now), back: true } };
    }
    written = joined(written, await link({ ...written.chain, at: now }, { kind: "clock", was }, now, proof));
  }
  return joined(written, await link(written.chain, body, Math.max(now, written.chain.at), proof));
}

/** Closes each day that has ended by `now`, also empty ones and those that the browser slept through. */
export async function sealDue(chain: Chain, now: number, proof: Hashing & Signing): Promise<Written> {
  let written: Written = { chain, lines: [] };
  while (written.chain.day < dayOf(now)) {
    written = joined(written, await sealDay(written.chain, Math.max(now, written.chain.at), proof));
  }
  return written;
}

/**
 * The line that closes an export of the entries from `from` on. Days that have ended are sealed before.
 * `expired`: how many entries have been removed for their age.
 */
export async function endOf(
  chain: Chain,
  now: number,
  part: { readonly from: number; readonly expired: number },
  proof: Hashing & Signing,
): Promise<EndLine> {
  const end = {
    seat: chain.seat,
    at: Math.max(now, chain.at),
    ...part,
    next: chain.next,
    head: chain.head,
    seals: chain.seals,
    sealed: chain.sealed,
    key: chain.key,
  };
  const text = canonical({ end });
  return { end, hash: await proof.sha256(text), signature: await proof.sign(text, chain.key) };
}

const joined = (before: Written, after: Written): Written => ({
  chain: after.chain,
  lines: [...before.lines, ...after.lines],
});

async function link(chain: Chain, body: EntryBody, at: number, proof: Hashing): Promise<Written> {
  const entry = { ...body, seq: chain.next, at, seat: chain.seat, previous: chain.head };
  const hash = await proof.sha256(canonical({ entry }));
  const linked = { ...chain, next: chain.next + 1, head: hash, at };
  return {
    chain: body.kind === "key-change" ? { ...linked, nextKey: body.key } : linked,
    lines: [{ entry, hash }],
  };
}

async function sealDay(chain: Chain, closed: number, proof: Hashing & Signing): Promise<Written> {
  const { nextKey, ...rest } = chain;
  const seal: Seal = {
    seat: chain.seat,
    number: chain.seals,
    date: chain.day,
    first: chain.first,
    count: chain.next - chain.first,
    head: chain.head,
    previous: chain.sealed,
    closed,
    key: chain.key,
    ...(nextKey === undefined ? {} : { next: nextKey }),
    ...(chain.back ? { back: true } : {}),
  };
  const text = canonical({ seal });
  const hash = await proof.sha256(text);
  return {
    chain: {
      ...rest,
      key: nextKey ?? chain.key,
      at: closed,
      day: dayAfter(chain.day),
      first: chain.next,
      seals: chain.seals + 1,
      sealed: hash,
      back: false,
    },
    lines: [{ hash, seal, signature: await proof.sign(text, chain.key) }],
  };
}
