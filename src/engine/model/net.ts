/**
 * A small convolutional net over tokens. A token is the sum of its word's row and the rows of its classes; three rounds
 * of looking at neighbors follow (the third two tokens away). What the thread says and the setting shift the first round.
 * It gives every token log-odds of giving something away, and the draft as a whole. The same code runs when training
 * (`scripts/train/net-gradient.ts` goes back through it), so that what is shipped is what was trained.
 */
import { convolve, multiply, multiplyRows, poolOver, positive } from "./net-kernels.ts";
import { scoredCategories } from "./reasons.ts";

/** Numbers a token is read as. */
export const width = 24;
/** Numbers a token is understood as. */
export const hidden = 32;
/** Numbers that the draft as a whole is understood as. */
const narrow = 32;
/** One log-odds a category, and one that it gives anything away. */
export const outputs = scoredCategories.length + 1;
/** Which of `outputs` says that there is anything to stop. */
export const anything = scoredCategories.length;

/** Distance of the neighbors that the second and third round look at. */
export const reaches = [1, 2] as const;

/** How many rows of `hidden` numbers a setting may choose from. */
export const settingRows = 24;

/** Sizes of all weights but the words' rows; `parts` is classes and marks. */
export const sizesOf = (parts: number) => ({
  parts: parts * width,
  first: 3 * width * hidden,
  firstBias: hidden,
  second: 3 * hidden * hidden,
  secondBias: hidden,
  third: 3 * hidden * hidden,
  thirdBias: hidden,
  thread: 3 * width * hidden,
  threadBias: hidden,
  pooled: 2 * hidden * hidden,
  setting: settingRows * hidden,
  tag: hidden * outputs,
  tagBias: outputs,
  narrow: 3 * hidden * narrow,
  narrowBias: narrow,
  out: narrow * outputs,
  outBias: outputs,
});
export type TensorName = keyof ReturnType<typeof sizesOf>;

/** One value for each tensor, in the order of `sizesOf`. */
export const eachTensor = <T>(make: (name: TensorName) => T): Record<TensorName, T> => ({
  parts: make("parts"),
  first: make("first"),
  firstBias: make("firstBias"),
  second: make("second"),
  secondBias: make("secondBias"),
  third: make("third"),
  thirdBias: make("thirdBias"),
  thread: make("thread"),
  threadBias: make("threadBias"),
  pooled: make("pooled"),
  setting: make("setting"),
  tag: make("tag"),
  tagBias: make("tagBias"),
  narrow: make("narrow"),
  narrowBias: make("narrowBias"),
  out: make("out"),
  outBias: make("outBias"),
});
export type Tensors = Readonly<Record<TensorName, Float32Array>>;

/** Tokens as rows: `words` has one row of `NetWords` a token (or -1), `parts` the rows to add to it. */
export interface NetTokens {
  readonly words: Int32Array;
  readonly parts: readonly (readonly number[])[];
}

export interface NetInput {
  readonly draft: NetTokens;
  readonly thread: NetTokens;
  readonly settings: readonly number[];
}

/** `rows` of `width` numbers, one a word. */
export interface Net {
  readonly rows: Float32Array;
  readonly tensors: Tensors;
}

/** What the net says of one draft. */
export interface Said {
  /** Tokens that it read. */
  readonly size: number;
  /** `outputs` a token. */
  readonly tags: Float32Array;
  readonly out: Float32Array;
}

/** All that the net computed for one draft, kept for the way back. */
export interface Activations extends Said {
  readonly x: Float32Array;
  /** After each round; `rounds[0]` is the first, the others are what a round added. */
  readonly rounds: readonly [Float32Array, Float32Array, Float32Array];
  /** Sums of the rounds so far: what the next one reads. */
  readonly sums: readonly [Float32Array, Float32Array, Float32Array];
  readonly threadX: Float32Array;
  readonly threadRound: Float32Array;
  /** Greatest and mean of the thread's round. */
  readonly threadPool: Float32Array;
  readonly threadMost: Int32Array;
  readonly shift: Float32Array;
  readonly pool: Float32Array;
  readonly most: Int32Array;
  readonly narrow: Float32Array;
}

/** Sets values to zero by chance while training. */
export type Drop = (values: Float32Array) => void;

export function forward(net: Net, input: NetInput, drop?: Drop): Activations {
  const { tensors } = net;
  const size = input.draft.words.length;
  const x = embed(net, input.draft);
  const threadX = embed(net, input.thread);
  drop?.(x);
  drop?.(threadX);

  const threadSize = input.thread.words.length;
  const threadRound = new Float32Array(threadSize * hidden);
  convolve(threadX, threadSize, width, 1, tensors.thread, tensors.threadBias, threadRound, hidden);
  const threadPool = new Float32Array(2 * hidden);
  const threadMost = poolOver(threadRound, threadSize, hidden, threadPool);
  drop?.(threadPool);
  const shift = new Float32Array(hidden);
  multiply(threadPool, tensors.pooled, shift);
  for (const row of input.settings)
    for (let i = 0; i < hidden; i++) shift[i] = (shift[i] ?? 0) + (tensors.setting[row * hidden + i] ?? 0);

  const shifted = Float32Array.from(tensors.firstBias, (bias, i) => bias + (shift[i] ?? 0));
  const first = new Float32Array(size * hidden);
  convolve(x, size, width, 1, tensors.first, shifted, first, hidden);
  const second = new Float32Array(size * hidden);
  convolve(first, size, hidden, reaches[0], tensors.second, tensors.secondBias, second, hidden);
  const afterSecond = add(first, second);
  const third = new Float32Array(size * hidden);
  convolve(afterSecond, size, hidden, reaches[1], tensors.third, tensors.thirdBias, third, hidden);
  const afterThird = add(afterSecond, third);

  const tags = new Float32Array(size * outputs);
  multiplyRows(afterThird, size, hidden, tensors.tag, tensors.tagBias, tags);

  const { pool, most, narrowed, out } = conclude(tensors, afterThird, size, shift, drop);

  return {
    size,
    x,
    rounds: [first, second, third],
    sums: [first, afterSecond, afterThird],
    threadX,
    threadRound,
    threadPool,
    threadMost,
    shift,
    pool,
    most,
    narrow: narrowed,
    tags,
    out,
  };
}

/** The draft as a whole: what its `size` tokens pool to, what that is understood as, and its log-odds. */
export function conclude(
  tensors: Tensors,
  understood: Float32Array,
  size: number,
  shift: Float32Array,
  drop?: Drop,
) {
  const pool = new Float32Array(3 * hidden);
  const most = poolOver(understood, size, hidden, pool);
  for (let i = 0; i < hidden; i++) pool[2 * hidden + i] = positive(shift[i] as number);
  drop?.(pool);
  const narrowed = Float32Array.from(tensors.narrowBias);
  multiply(pool, tensors.narrow, narrowed);
  for (let i = 0; i < narrow; i++) narrowed[i] = positive(narrowed[i] as number);
  drop?.(narrowed);
  const out = Float32Array.from(tensors.outBias);
  multiply(narrowed, tensors.out, out);
  return { pool, most, narrowed, out };
}

function add(a: Float32Array, b: Float32Array): Float32Array {
  const sum = new Float32Array(a.length);
  for (let i = 0; i < sum.length; i++) sum[i] = (a[i] as number) + (b[i] as number);
  return sum;
}

function embed({ rows, tensors }: Net, { words, parts }: NetTokens): Float32Array {
  const x = new Float32Array(words.length * width);
  for (let at = 0; at < words.length; at++) {
    const base = at * width;
    const word = words[at] ?? -1;
    if (word >= 0) for (let i = 0; i < width; i++) x[base + i] = rows[word * width + i] as number;
    for (const part of parts[at] ?? [])
      for (let i = 0; i < width; i++)
        x[base + i] = (x[base + i] as number) + (tensors.parts[part * width + i] as number);
  }
  return x;
}

/** The log-odds of words that are not there. */
export const nothing = -9;

/** Smooth maximum over tokens of the log-odds that they give anything away; `nothing` where there are none. */
export function worstTag({ tags, size }: Said, from = 0, to = size): number {
  let most = -Infinity;
  for (let at = from; at < to; at++) most = Math.max(most, tags[at * outputs + anything] ?? 0);
  if (from >= to) return nothing;
  let sum = 0;
  for (let at = from; at < to; at++) sum += Math.exp(2 * ((tags[at * outputs + anything] ?? 0) - most));
  return most + Math.log(sum) / 2;
}
