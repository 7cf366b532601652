/**
 * The net at run time: what `forward` in `net.ts` says, sooner. The first round is linear in a token's rows, so what a row
 * gives to it is worked out once, when the row is first met, and then only added up.
 */
import { convolve, multiply, multiplyRows, poolOver } from "./net-kernels.ts";
import {
  type Net,
  type NetInput,
  type NetTokens,
  type Said,
  hidden,
  narrow,
  outputs,
  reaches,
  width,
} from "./net.ts";

/** By row, what it gives to the token after it, to its own and to the one before: `hidden` numbers each. */
type Given = (Float32Array | undefined)[];

interface Round {
  readonly weights: Float32Array;
  readonly words: Given;
  readonly parts: Given;
}

/** A net whose weights no longer change. */
export interface QuickNet {
  readonly net: Net;
  readonly first: Round;
  readonly thread: Round;
  /** Room for `capacity` tokens, used anew by each draft. */
  capacity: number;
  current: Float32Array;
  added: Float32Array;
}

export function toQuick(net: Net): QuickNet {
  const toRound = (weights: Float32Array): Round => ({
    weights,
    words: Array.from({ length: net.rows.length / width }, () => undefined),
    parts: Array.from({ length: net.tensors.parts.length / width }, () => undefined),
  });
  return {
    net,
    first: toRound(net.tensors.first),
    thread: toRound(net.tensors.thread),
    capacity: 0,
    current: new Float32Array(0),
    added: new Float32Array(0),
  };
}

/** As `forward`, within the rounding of float additions. */
export function quickForward(quick: QuickNet, { draft, thread, settings }: NetInput): Said {
  const { tensors } = quick.net;
  const size = draft.words.length;
  reserve(quick, Math.max(size, thread.words.length));
  const { current, added } = quick;

  firstRound(quick.net, quick.thread, thread, tensors.threadBias, current);
  const threadPool = new Float32Array(2 * hidden);
  poolOver(current, thread.words.length, hidden, threadPool);
  const shift = new Float32Array(hidden);
  multiply(threadPool, tensors.pooled, shift);
  for (const row of settings) addRow(tensors.setting, row * hidden, hidden, shift, 0);

  const shifted = Float32Array.from(tensors.firstBias);
  addRow(shift, 0, hidden, shifted, 0);
  firstRound(quick.net, quick.first, draft, shifted, current);
  convolve(current, size, hidden, reaches[0], tensors.second, tensors.secondBias, added, hidden);
  addRow(added, 0, size * hidden, current, 0);
  convolve(current, size, hidden, reaches[1], tensors.third, tensors.thirdBias, added, hidden);
  addRow(added, 0, size * hidden, current, 0);

  const tags = new Float32Array(size * outputs);
  multiplyRows(current, size, hidden, tensors.tag, tensors.tagBias, tags);
  const pool = new Float32Array(3 * hidden);
  poolOver(current, size, hidden, pool);
  for (let i = 0; i < hidden; i++) pool[2 * hidden + i] = Math.max(0, shift[i] as number);
  const narrowed = Float32Array.from(tensors.narrowBias);
  multiply(pool, tensors.narrow, narrowed);
  for (let i = 0; i < narrow; i++) narrowed[i] = Math.max(0, narrowed[i] as number);
  const out = Float32Array.from(tensors.outBias);
  multiply(narrowed, tensors.out, out);
  return { size, tags, out };
}

function reserve(quick: QuickNet, tokens: number): void {
  if (tokens <= quick.capacity) return;
  quick.capacity = Math.max(128, 2 ** Math.ceil(Math.log2(tokens)));
  quick.current = new Float32Array(quick.capacity * hidden);
  quick.added = new Float32Array(quick.capacity * hidden);
}

/** The round that looks at words: `bias`, and what each token's rows give to it and to its neighbors. */
function firstRound(
  { rows, tensors }: Net,
  round: Round,
  { words, parts }: NetTokens,
  bias: Float32Array,
  to: Float32Array,
): void {
  const size = words.length;
  for (let at = 0; at < size; at++) to.set(bias, at * hidden);
  for (let at = 0; at < size; at++) {
    const word = words[at] as number;
    if (word >= 0) give(givenBy(round.words, rows, round.weights, word), at, size, to);
    for (const part of parts[at] ?? [])
      give(givenBy(round.parts, tensors.parts, round.weights, part), at, size, to);
  }
  for (let i = 0; i < size * hidden; i++) if ((to[i] as number) < 0) to[i] = 0;
}

function give(given: Float32Array, at: number, size: number, to: Float32Array): void {
  if (at > 0 && at + 1 < size) {
    addAround(given, at, to);
    return;
  }
  if (at + 1 < size) addRow(given, 0, hidden, to, (at + 1) * hidden);
  addRow(given, hidden, hidden, to, at * hidden);
  if (at > 0) addRow(given, 2 * hidden, hidden, to, (at - 1) * hidden);
}

/** One loop for the three neighbors, which nearly every token has. */
function addAround(given: Float32Array, at: number, to: Float32Array): void {
  let write = (at - 1) * hidden;
  for (let i = 0; i < hidden; i++, write++) {
    to[write] = (to[write] as number) + (given[2 * hidden + i] as number);
    to[write + hidden] = (to[write + hidden] as number) + (given[hidden + i] as number);
    to[write + 2 * hidden] = (to[write + 2 * hidden] as number) + (given[i] as number);
  }
}

function givenBy(known: Given, table: Float32Array, weights: Float32Array, row: number): Float32Array {
  const found = known[row];
  if (found) return found;
  const given = new Float32Array(3 * hidden);
  for (let side = 0; side < 3; side++)
    for (let input = 0; input < width; input++) {
      const value = table[row * width + input] as number;
      const base = (side * width + input) * hidden;
      for (let i = 0; i < hidden; i++) {
        const write = side * hidden + i;
        given[write] = (given[write] as number) + value * (weights[base + i] as number);
      }
    }
  known[row] = given;
  return given;
}

function addRow(from: Float32Array, start: number, count: number, to: Float32Array, write: number): void {
  for (let i = 0; i < count; i++) to[write + i] = (to[write + i] as number) + (from[start + i] as number);
}
