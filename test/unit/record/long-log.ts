/** The record of 10,000 entries that is tampered with, and where things are in it. */
import { parse, remade, sample, seatKey, indexOfEntry, indexOfSeal } from "./tampering.ts";

/** The last one is no Sunday, so that it has entries. */
export const days = 58;
export const log = await sample(10_000, days);

/** An entry in the middle of the record, followed and preceded by entries of the same day. */
export const middle = 5000;
export const at = (seq: number): number => indexOfEntry(log, seq);
export const sealAt = (number: number): number => indexOfSeal(log, number);
export const without = (...indices: number[]): string[] => log.filter((_, index) => !indices.includes(index));
export const range = (from: number, until: number): number[] =>
  Array.from({ length: until - from }, (_, step) => from + step);
export const longer = (line: ReturnType<typeof parse>): void => {
  if (line.entry?.kind === "attempt") line.entry.length++;
};
const from = at(middle);
const kinds = log.map((text) => parse(text).entry?.kind);
/** Index of an attempt from the middle on, whose neighbors are of the same day. */
export const chosen = kinds.findIndex(
  (kind, index) =>
    index >= from && kind === "attempt" && kinds[index - 1] !== undefined && kinds[index + 1] !== undefined,
);
/** Line numbers count from 1. */
export const line = (index: number): number => index + 1;

/** Two days of it, the one in the other's place; `from` and `lines`: where they begin, and the whole. */
export function swappedDays(): { readonly from: number; readonly lines: string[] } {
  const [from, between, until] = [sealAt(18) + 1, sealAt(19) + 1, sealAt(20) + 1];
  const [first, second] = [log.slice(from, between), log.slice(between, until)];
  return { from, lines: [...log.slice(0, from), ...second, ...first, ...log.slice(until)] };
}

/** The record with its last day still open: as an export looks that was made during the day. */
export async function openDay(): Promise<string[]> {
  const last = sealAt(days - 1);
  const sealed = parse(log[sealAt(days - 2)]);
  const [end, before] = [parse(log.at(-1)), parse(log[last - 1])];
  Object.assign(end.end ?? {}, { seals: days - 1, sealed: sealed.hash, at: before.entry?.at });
  return [...log.slice(0, last), await remade(end, { hash: true, sign: seatKey })];
}
