/** Turns what grew into the tables that are kept: sorted, without a gap, the same bytes for the same people. */
import { eachCount, eachDeletion } from "./growing.ts";
import type { Counts, Deletions, Parts } from "./growing.ts";
import type { SerializedIndex } from "./index.ts";
import { bitsFor, extraWidth, topBits } from "./table.ts";
import type { Table } from "./table.ts";

type Values = Uint8Array | Uint32Array;
type Visit = (top: number, low: number, value: number) => void;

/** `each` shows every entry, twice, in the same order. */
function pack<V extends Values>(
  entries: number,
  values: V,
  each: (visit: Visit) => void,
): Table & { values: V } {
  const bits = bitsFor(entries);
  const shift = topBits - bits;
  const starts = new Uint32Array(2 ** bits + 1);
  each((top) => {
    const next = (top >>> shift) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  });
  for (let bucket = 0; bucket < 2 ** bits; bucket++) {
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  }
  const extras = extraWidth(bits) === 2 ? new Uint16Array(entries) : new Uint8Array(entries);
  const lows = new Uint32Array(entries);
  const ends = starts.slice(0, 2 ** bits);
  const mask = (1 << shift) - 1;
  each((top, low, value) => {
    const bucket = top >>> shift;
    const first = starts[bucket] ?? 0;
    let at = ends[bucket] ?? 0;
    ends[bucket] = at + 1;
    const extra = top & mask;
    // Few are in a bucket, so that putting each where it belongs is the quickest way to sort.
    for (; at > first; at--) {
      const before =
        (extras[at - 1] ?? 0) - extra || (lows[at - 1] ?? 0) - low || (values[at - 1] ?? 0) - value;
      if (before <= 0) break;
      extras[at] = extras[at - 1] ?? 0;
      lows[at] = lows[at - 1] ?? 0;
      values[at] = values[at - 1] ?? 0;
    }
    extras[at] = extra;
    lows[at] = low;
    values[at] = value;
  });
  return { starts, extras: shift === 0 ? new Uint8Array() : extras, lows, values };
}

export function packForms(counts: Counts): SerializedIndex["forms"] {
  let entries = 0;
  eachCount(counts, () => (entries += 1));
  const { values, ...table } = pack(entries, new Uint8Array(entries), (visit) => eachCount(counts, visit));
  return { ...table, counts: values };
}

export function packNames(parts: Parts, deletions: Deletions): Pick<SerializedIndex, "names" | "deletions"> {
  const isKept = (part: number): boolean => (parts.given[part] ?? 0) + (parts.family[part] ?? 0) > 0;
  let kept = 0;
  for (let part = 0; part < parts.size; part++) if (isKept(part)) kept += 1;
  const { starts, values: order } = pack(kept, new Uint32Array(kept), (visit) => {
    for (let part = 0; part < parts.size; part++) {
      if (isKept(part)) visit((parts.highs[part] ?? 0) >>> (32 - topBits), parts.lows[part] ?? 0, part);
    }
  });
  const numbers = new Uint32Array(parts.size);
  order.forEach((part, number) => (numbers[part] = number));
  const ofWords = (part: number): boolean => isKept(part) && (parts.words[part] ?? 0) > 0;
  let entries = 0;
  eachDeletion(deletions, (_top, _low, part) => (entries += ofWords(part) ? 1 : 0));
  return {
    names: {
      starts,
      highs: order.map((part) => parts.highs[part] ?? 0),
      lows: order.map((part) => parts.lows[part] ?? 0),
      given: Uint8Array.from(order, (part) => parts.given[part] ?? 0),
      family: Uint8Array.from(order, (part) => parts.family[part] ?? 0),
      words: Uint8Array.from(order, (part) => parts.words[part] ?? 0),
    },
    deletions: pack(entries, new Uint32Array(entries), (visit) =>
      eachDeletion(deletions, (top, low, part, place) => {
        if (ofWords(part)) visit(top, low, (numbers[part] ?? 0) * 32 + place);
      }),
    ),
  };
}
