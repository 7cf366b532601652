/** A seat that writes its record at the times that a test gives it, with keys that are the same each time. */
import { nodeChecking } from "../../../scripts/guard/log/read-file.ts";
import { keyFrom } from "../../../scripts/guard/log/sample-key.ts";
import type { EntryBody } from "../../../src/contract/record-entry.ts";
import { append, endOf, sealDue, startChain } from "../../../src/record/chain.ts";
import type { Chain, Written } from "../../../src/record/chain.ts";
import { toLine } from "../../../src/record/read-line.ts";

export const firstKey = keyFrom("the first");
export const secondKey = keyFrom("the second");
export const proof = {
  ...nodeChecking,
  sign: async (text: string, key: string) => (key === firstKey.key ? firstKey : secondKey).sign(text, key),
};

export const heartbeat: EntryBody = { kind: "heartbeat", policyVersion: "p", engineVersion: "1" };
export const at = (instant: string): number => Date.parse(`${instant}Z`);

export interface Seat {
  chain(): Chain;
  write(instant: string, body?: EntryBody): Promise<void>;
  wake(instant: string): Promise<void>;
  /** The export that is made at an instant: every line, or of entries only those from `from` on. */
  exported(instant: string, part?: { from?: number; expired?: number }): Promise<string[]>;
  /** A copy of the browser's profile: from here on there are two of them. */
  copied(): Seat;
}

export async function newSeat(instant: string): Promise<Seat> {
  const identity = { seat: "00000000000000aa", key: firstKey.key, engineVersion: "1" };
  return seatWith(await startChain(identity, at(instant), proof));
}

function seatWith(start: Written): Seat {
  let { chain } = start;
  const lines = [...start.lines];
  const take = (written: Written): void => {
    chain = written.chain;
    lines.push(...written.lines);
  };
  return {
    chain: () => chain,
    write: async (instant, body = heartbeat) => take(await append(chain, body, at(instant), proof)),
    wake: async (instant) => take(await sealDue(chain, at(instant), proof)),
    async exported(instant, { from = 0, expired = 0 } = {}) {
      take(await sealDue(chain, at(instant), proof));
      const end = await endOf(chain, at(instant), { from, expired }, proof);
      const kept = lines.filter((line) => !("entry" in line) || line.entry.seq >= from);
      return [...kept, end].map(toLine);
    },
    copied: () => seatWith({ chain, lines }),
  };
}
