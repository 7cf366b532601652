/** Trains the net by Adam, from seeds: the same drafts in the same order give the same bits. */
import { partRows, toNetInput, wordKey } from "../../src/engine/model/net-input.ts";
import type { NetWords } from "../../src/engine/model/net-input.ts";
import {
  type Net,
  type NetInput,
  type TensorName,
  type Tensors,
  anything,
  eachTensor,
  forward,
  outputs,
  sizesOf,
  width,
} from "../../src/engine/model/net.ts";
import { slotOf } from "../../src/engine/model/packed.ts";
import { scoredCategories } from "../../src/engine/model/reasons.ts";
import type { Prepared } from "./examples.ts";
import { backward } from "./net-gradient.ts";
import { normal, shuffle, toRandom } from "./random.ts";
import { type Vectors, vectorSize } from "./word-vectors.ts";

export interface NetSize {
  readonly rounds: number;
  readonly seed: number;
}

const batchSize = 32;
const stepSize = 4e-3;
/** Shares of values and of words that a round does not see, so that it cannot lean on any one. */
const dropShare = 0.15;
const wordDropShare = 0.15;
/** What a draft counts that is flagged for a listed patient's name or a picture alone. */
const elsewhereShare = 0.2;
const worstShare = 0.3;
const categoryShare = 0.6;

export interface TrainedNet {
  readonly words: NetWords;
  readonly keys: readonly number[];
  readonly net: Net;
}

interface Lesson {
  readonly input: NetInput;
  /** `outputs` a token. */
  readonly tags: Float32Array;
  readonly flagged: number;
  readonly share: number;
  readonly categories: readonly number[];
}

/** Words met at least this often have a row; rarer ones make the weights large. */
const leastOften = 3;

function collectWords(prepared: readonly Prepared[], vectors: Vectors) {
  const seen = new Map<number, { count: number; face: string }>();
  for (const { reading } of prepared)
    for (const token of [...reading.tokens, ...reading.thread]) {
      const key = wordKey(token);
      const known = seen.get(key) ?? { count: 0, face: token.face };
      known.count++;
      seen.set(key, known);
    }
  const kept = [...seen].filter(([, { count }]) => count >= leastOften).sort(([a], [b]) => a - b);
  const keys = new Int32Array(2 ** Math.ceil(Math.log2(kept.length * 2 + 2)));
  const rowOf = new Int32Array(keys.length);
  kept.forEach(([key], row) => {
    const slot = slotOf(keys, key);
    keys[slot] = key + 1;
    rowOf[slot] = row;
  });
  const known = new Float32Array(kept.length * vectorSize);
  kept.forEach(([, { face }], row) => {
    const vector = vectors.get(face);
    if (vector) known.set(vector, row * vectorSize);
  });
  return { words: { keys, rowOf }, keys: kept.map(([key]) => key), known };
}

function toLesson({ reading, labelled, flagged, tagged }: Prepared, words: NetWords): Lesson {
  const input = toNetInput(reading, words);
  return {
    input,
    tags: tagged.slice(0, input.draft.words.length * outputs),
    flagged: Number(flagged),
    share:
      flagged && labelled.categories.every((name) => name === "patient-match" || name === "media")
        ? elsewhereShare
        : 1,
    categories: scoredCategories.map((name) => Number(labelled.categories.includes(name))),
  };
}

interface Adam {
  readonly mean: Float32Array;
  readonly square: Float32Array;
}
const toAdam = (length: number): Adam => ({
  mean: new Float32Array(length),
  square: new Float32Array(length),
});

function step(
  weights: Float32Array,
  slope: Float32Array,
  { mean, square }: Adam,
  rate: number,
  warm: readonly [number, number],
  from = 0,
  to = weights.length,
): void {
  for (let i = from; i < to; i++) {
    const s = slope[i] as number;
    slope[i] = 0;
    const m = (mean[i] as number) * 0.9 + 0.1 * s;
    const q = (square[i] as number) * 0.999 + 0.001 * s * s;
    mean[i] = m;
    square[i] = q;
    weights[i] = (weights[i] as number) - (rate * (m / warm[0])) / (Math.sqrt(q / warm[1]) + 1e-8);
  }
}

function start(random: () => number): Tensors {
  const sizes = sizesOf(partRows);
  const fill = (name: TensorName, inputs: number): Float32Array =>
    Float32Array.from({ length: sizes[name] }, () => (inputs === 0 ? 0 : normal(random) * inputs ** -0.5));
  const ins: Record<TensorName, number> = {
    parts: 12,
    first: 3 * 24,
    firstBias: 0,
    second: 3 * 64,
    secondBias: 0,
    third: 3 * 64,
    thirdBias: 0,
    thread: 3 * 24,
    threadBias: 0,
    pooled: 128,
    setting: 12,
    tag: 64,
    tagBias: 0,
    narrow: 128,
    narrowBias: 0,
    out: 64,
    outBias: 0,
  };
  return eachTensor((name) => fill(name, ins[name]));
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

export function trainNet(
  prepared: readonly Prepared[],
  vectors: Vectors,
  { rounds, seed }: NetSize,
): TrainedNet {
  const random = toRandom(seed);
  const { words, keys, known } = collectWords(prepared, vectors);
  const lessons = prepared
    .map((draft) => toLesson(draft, words))
    .filter(({ input }) => input.draft.words.length > 0);
  const tensors = start(random);
  const slopes = eachTensor((name) => new Float32Array(tensors[name].length));
  const adams = eachTensor((name) => toAdam(tensors[name].length));
  const own = new Float32Array(keys.length * width);
  const rows = new Float32Array(keys.length * width);
  const rowSlopes = new Float32Array(rows.length);
  const ownAdam = toAdam(rows.length);
  const cast = Float32Array.from({ length: vectorSize * width }, () => normal(random) * 0.08);
  const castSlope = new Float32Array(cast.length);
  const castAdam = toAdam(cast.length);
  const net: Net = { rows, tensors };
  const tensorNames: TensorName[] = [];
  eachTensor((name) => tensorNames.push(name));

  const project = (row: number): void => {
    for (let i = 0; i < width; i++) rows[row * width + i] = own[row * width + i] as number;
    for (let k = 0; k < vectorSize; k++) {
      const value = known[row * vectorSize + k] as number;
      if (value === 0) continue;
      for (let i = 0; i < width; i++)
        rows[row * width + i] = (rows[row * width + i] as number) + value * (cast[k * width + i] as number);
    }
  };
  const castBack = (row: number): void => {
    for (let k = 0; k < vectorSize; k++) {
      const value = known[row * vectorSize + k] as number;
      if (value === 0) continue;
      for (let i = 0; i < width; i++)
        castSlope[k * width + i] =
          (castSlope[k * width + i] as number) + value * (rowSlopes[row * width + i] as number);
    }
  };
  const keep = 1 / (1 - dropShare);
  const drop = (values: Float32Array): void => {
    for (let i = 0; i < values.length; i++)
      values[i] = random() < dropShare ? 0 : (values[i] as number) * keep;
  };
  const thin = ({ draft, thread, settings }: NetInput): NetInput => {
    const some = (tokens: NetInput["draft"]): NetInput["draft"] => {
      const parts = tokens.parts.slice();
      const left = tokens.words.map((word, at) => {
        if (random() >= wordDropShare) return word;
        parts[at] = [];
        return -1;
      });
      return { words: left, parts };
    };
    return { draft: some(draft), thread: some(thread), settings };
  };

  const perRound = Math.ceil(lessons.length / batchSize);
  const all = rounds * perRound;
  let done = 0;
  for (let round = 0; round < rounds; round++) {
    const order = shuffle(lessons.slice(), random);
    for (let from = 0; from < order.length; from += batchSize) {
      const batch = order
        .slice(from, from + batchSize)
        .map((lesson) => ({ lesson, input: thin(lesson.input) }));
      const touched = new Set<number>();
      let tokens = 0;
      for (const { input } of batch) {
        tokens += input.draft.words.length;
        for (const side of [input.draft, input.thread])
          for (const word of side.words) if (word >= 0) touched.add(word);
      }
      for (const row of touched) project(row);
      for (const { lesson, input } of batch) {
        const seen = forward(net, input, drop);
        const outSlope = new Float32Array(outputs);
        const tagSlope = new Float32Array(seen.tags.length);
        // Output `anything` of the draft is its verdict; the others are its categories, asked only where it is flagged.
        lesson.categories.forEach((wanted, i) => {
          outSlope[i] =
            (lesson.flagged * categoryShare * (sigmoid(seen.out[i] as number) - wanted)) /
            scoredCategories.length /
            batch.length;
        });
        outSlope[anything] =
          (lesson.share * (sigmoid(seen.out[anything] as number) - lesson.flagged)) / batch.length;
        for (let i = 0; i < tagSlope.length; i++)
          tagSlope[i] = (sigmoid(seen.tags[i] as number) - (lesson.tags[i] as number)) / tokens;
        worstSlope(seen.tags, lesson, tagSlope, batch.length);
        backward(net, input, seen, outSlope, tagSlope, keep, { rows: rowSlopes, touched, tensors: slopes });
      }
      done++;
      const rate =
        stepSize * Math.min(1, done / 50) * Math.max(0.02, 0.5 * (1 + Math.cos((Math.PI * done) / all)));
      const warm = [1 - 0.9 ** done, 1 - 0.999 ** done] as const;
      for (const row of touched) castBack(row);
      for (const row of touched) step(own, rowSlopes, ownAdam, rate, warm, row * width, (row + 1) * width);
      step(cast, castSlope, castAdam, rate, warm);
      for (const name of tensorNames) step(tensors[name], slopes[name], adams[name], rate, warm);
    }
  }
  for (let row = 0; row < keys.length; row++) project(row);
  return { words, keys, net };
}

/** Slope of the loss on the smooth maximum of the tags (`worstTag`). */
function worstSlope(tags: Float32Array, lesson: Lesson, tagSlope: Float32Array, batch: number): void {
  let most = -Infinity;
  for (let i = anything; i < tags.length; i += outputs) most = Math.max(most, tags[i] as number);
  let sum = 0;
  for (let i = anything; i < tags.length; i += outputs) sum += Math.exp(2 * ((tags[i] as number) - most));
  const odds = most + Math.log(sum) / 2;
  const slope = (worstShare * lesson.share * (sigmoid(odds) - lesson.flagged)) / batch;
  for (let i = anything; i < tags.length; i += outputs)
    tagSlope[i] = (tagSlope[i] as number) + (slope * Math.exp(2 * ((tags[i] as number) - most))) / sum;
}
