/** The net as text: one character a weight, in the alphabet of `packed.ts`; words by the distances of their hashes. */
import type { NetWords } from "./net-input.ts";
import { type Net, type TensorName, eachTensor, width } from "./net.ts";
import { readDistances, slotOf, toCharacter, toDigit, writeDistances } from "./packed.ts";

export interface PackedTensor {
  /** What the outermost level stands for. */
  readonly largest: number;
  readonly values: string;
}

export interface PackedNet {
  readonly words: string;
  readonly rows: PackedTensor;
  readonly tensors: Readonly<Record<TensorName, PackedTensor>>;
}

const zero = 45;
/** Levels to each side of zero. A word's row is coarser: there are thousands. */
const fine = 45;
const coarse = 6;
/** Standard deviations that coarse levels reach over; what lies further out is cut. */
const reach = 4;

function packTensor(values: Float32Array, levels: number): PackedTensor {
  let most = 1e-9;
  let squares = 0;
  for (const value of values) {
    most = Math.max(most, Math.abs(value));
    squares += value * value;
  }
  const spread = Math.sqrt(squares / Math.max(1, values.length));
  const largest = Number((levels === fine ? most : Math.min(most, reach * spread)).toPrecision(5));
  return {
    largest,
    values: Array.from(values, (value) =>
      toCharacter(zero + Math.round(Math.max(-1, Math.min(1, value / largest)) * levels)),
    ).join(""),
  };
}

function unpackTensor({ largest, values }: PackedTensor, levels: number): Float32Array {
  const unpacked = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++)
    unpacked[i] = ((toDigit(values.charCodeAt(i)) - zero) / levels) * largest;
  return unpacked;
}

/** `keys` are the words' hashes in rising order, one a row. */
export function packNet(keys: readonly number[], { rows, tensors }: Net): PackedNet {
  return {
    words: writeDistances(keys),
    rows: packTensor(rows, coarse),
    tensors: eachTensor((name) => packTensor(tensors[name], fine)),
  };
}

export function unpackNet({ words, rows, tensors }: PackedNet): { words: NetWords; net: Net } {
  const unpacked = unpackTensor(rows, coarse);
  const keys = new Int32Array(2 ** Math.ceil(Math.log2((unpacked.length / width) * 2 + 2)));
  const rowOf = new Int32Array(keys.length);
  readDistances(words).forEach((key, row) => {
    const slot = slotOf(keys, key);
    keys[slot] = key + 1;
    rowOf[slot] = row;
  });
  return {
    words: { keys, rowOf },
    net: {
      rows: unpacked,
      tensors: eachTensor((name) => unpackTensor(tensors[name], fine)),
    },
  };
}
