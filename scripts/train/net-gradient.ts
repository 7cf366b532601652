/** The way back through `net.ts`: from the slopes of the loss at its outputs to slopes of all weights. */
import {
  type Activations,
  type Net,
  type NetInput,
  type NetTokens,
  type Tensors,
  hidden,
  outputs,
  reaches,
  width,
} from "../../src/engine/model/net.ts";

export interface Slopes {
  /** Of the words' rows; only those in `touched` hold anything. */
  readonly rows: Float32Array;
  readonly touched: Set<number>;
  readonly tensors: Tensors;
}

/** Adds one draft's slopes to `into`. `keep` is what dropping multiplied the kept values by. */
export function backward(
  net: Net,
  input: NetInput,
  seen: Activations,
  outSlope: Float32Array,
  tagSlope: Float32Array,
  keep: number,
  into: Slopes,
): void {
  const { tensors } = net;
  const { size } = seen;
  const narrowSlope = new Float32Array(seen.narrow.length);
  matrixBack(seen.narrow, tensors.out, outSlope, into.tensors.out, narrowSlope);
  addTo(into.tensors.outBias, outSlope);
  gate(narrowSlope, seen.narrow, keep);
  const poolSlope = new Float32Array(seen.pool.length);
  matrixBack(seen.pool, tensors.narrow, narrowSlope, into.tensors.narrow, poolSlope);
  addTo(into.tensors.narrowBias, narrowSlope);
  gate(poolSlope, seen.pool, keep);

  const top = new Float32Array(size * hidden);
  poolBack(poolSlope, seen.most, size, top);
  const last = seen.sums[2];
  for (let at = 0; at < size; at++) {
    const slope = tagSlope.subarray(at * outputs, (at + 1) * outputs);
    matrixBack(
      last.subarray(at * hidden, (at + 1) * hidden),
      tensors.tag,
      slope,
      into.tensors.tag,
      top.subarray(at * hidden, (at + 1) * hidden),
    );
    addTo(into.tensors.tagBias, slope);
  }

  // Each round adds to the sum before it, so that the sum's slope goes on to both.
  const third = top.slice();
  gate(third, seen.rounds[2], 1);
  convolveBack(
    seen.sums[1],
    hidden,
    reaches[1],
    tensors.third,
    third,
    into.tensors.third,
    into.tensors.thirdBias,
    top,
  );
  const second = top.slice();
  gate(second, seen.rounds[1], 1);
  convolveBack(
    seen.sums[0],
    hidden,
    reaches[0],
    tensors.second,
    second,
    into.tensors.second,
    into.tensors.secondBias,
    top,
  );
  gate(top, seen.rounds[0], 1);
  const xSlope = new Float32Array(size * width);
  const shiftSlope = new Float32Array(hidden);
  convolveBack(seen.x, width, 1, tensors.first, top, into.tensors.first, shiftSlope, xSlope);
  addTo(into.tensors.firstBias, shiftSlope);
  gate(xSlope, seen.x, keep);
  embedBack(input.draft, xSlope, into);

  for (let i = 0; i < hidden; i++)
    if ((seen.shift[i] ?? 0) > 0) shiftSlope[i] = (shiftSlope[i] ?? 0) + (poolSlope[2 * hidden + i] ?? 0);
  for (const row of input.settings)
    for (let i = 0; i < hidden; i++) {
      const at = row * hidden + i;
      into.tensors.setting[at] = (into.tensors.setting[at] ?? 0) + (shiftSlope[i] ?? 0);
    }
  const threadPoolSlope = new Float32Array(2 * hidden);
  matrixBack(seen.threadPool, tensors.pooled, shiftSlope, into.tensors.pooled, threadPoolSlope);
  gate(threadPoolSlope, seen.threadPool, keep);
  const threadSize = input.thread.words.length;
  const threadSlope = new Float32Array(threadSize * hidden);
  poolBack(threadPoolSlope, seen.threadMost, threadSize, threadSlope);
  gate(threadSlope, seen.threadRound, 1);
  const threadX = new Float32Array(threadSize * width);
  convolveBack(
    seen.threadX,
    width,
    1,
    tensors.thread,
    threadSlope,
    into.tensors.thread,
    into.tensors.threadBias,
    threadX,
  );
  gate(threadX, seen.threadX, keep);
  embedBack(input.thread, threadX, into);
}

function addTo(into: Float32Array, values: Float32Array): void {
  for (let i = 0; i < values.length; i++) into[i] = (into[i] as number) + (values[i] as number);
}

/** A value that is 0 was dropped or cut off: no slope passes it. */
function gate(slope: Float32Array, values: Float32Array, times: number): void {
  for (let i = 0; i < slope.length; i++) slope[i] = values[i] === 0 ? 0 : (slope[i] as number) * times;
}

function matrixBack(
  values: Float32Array,
  matrix: Float32Array,
  slope: Float32Array,
  matrixSlope: Float32Array,
  valueSlope: Float32Array,
): void {
  const columns = slope.length;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    let sum = 0;
    for (let i = 0, at = row * columns; i < columns; i++, at++) {
      const s = slope[i] as number;
      sum += s * (matrix[at] as number);
      matrixSlope[at] = (matrixSlope[at] as number) + value * s;
    }
    valueSlope[row] = (valueSlope[row] as number) + sum;
  }
}

function poolBack(poolSlope: Float32Array, most: Int32Array, size: number, into: Float32Array): void {
  for (let i = 0; i < hidden; i++) {
    const at = most[i] ?? -1;
    if (at >= 0) into[at * hidden + i] = (into[at * hidden + i] as number) + (poolSlope[i] as number);
    const mean = (poolSlope[hidden + i] as number) / (size + 2);
    for (let token = 0; token < size; token++)
      into[token * hidden + i] = (into[token * hidden + i] as number) + mean;
  }
}

function convolveBack(
  from: Float32Array,
  inputs: number,
  reach: number,
  weights: Float32Array,
  slope: Float32Array,
  weightSlope: Float32Array,
  biasSlope: Float32Array,
  fromSlope: Float32Array,
): void {
  const size = slope.length / hidden;
  const active = new Int32Array(hidden);
  for (let at = 0; at < size; at++) {
    let count = 0;
    for (let i = 0; i < hidden; i++) {
      const s = slope[at * hidden + i] as number;
      if (s === 0) continue;
      active[count++] = i;
      biasSlope[i] = (biasSlope[i] as number) + s;
    }
    if (count === 0) continue;
    for (let side = 0; side < 3; side++) {
      const neighbor = at + (side - 1) * reach;
      if (neighbor < 0 || neighbor >= size) continue;
      for (let input = 0; input < inputs; input++) {
        const value = from[neighbor * inputs + input] as number;
        const base = (side * inputs + input) * hidden;
        let sum = 0;
        for (let k = 0; k < count; k++) {
          const i = active[k] as number;
          const s = slope[at * hidden + i] as number;
          sum += s * (weights[base + i] as number);
          weightSlope[base + i] = (weightSlope[base + i] as number) + value * s;
        }
        fromSlope[neighbor * inputs + input] = (fromSlope[neighbor * inputs + input] as number) + sum;
      }
    }
  }
}

function embedBack({ words, parts }: NetTokens, slope: Float32Array, into: Slopes): void {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? -1;
    if (word >= 0) {
      into.touched.add(word);
      for (let i = 0; i < width; i++)
        into.rows[word * width + i] =
          (into.rows[word * width + i] as number) + (slope[at * width + i] as number);
    }
    for (const part of parts[at] ?? [])
      for (let i = 0; i < width; i++) {
        const to = part * width + i;
        into.tensors.parts[to] = (into.tensors.parts[to] as number) + (slope[at * width + i] as number);
      }
  }
}
