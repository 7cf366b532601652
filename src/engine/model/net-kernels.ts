/** The net's inner loops over plain typed arrays. Nearly all of its time is spent here. */

/** Adds `values` × `matrix` (rows of `into.length`) to `into`. */
export function multiply(values: Float32Array, matrix: Float32Array, into: Float32Array): void {
  const columns = into.length;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (value === 0) continue;
    const base = row * columns;
    for (let i = 0; i < columns; i++) into[i] = (into[i] as number) + value * (matrix[base + i] as number);
  }
}

/** `bias` + each of `size` rows (`inputs` numbers) × `matrix`, into rows of `bias.length`: an even number. */
export function multiplyRows(
  from: Float32Array,
  size: number,
  inputs: number,
  matrix: Float32Array,
  bias: Float32Array,
  to: Float32Array,
): void {
  const columns = bias.length;
  for (let at = 0; at < size; at++)
    for (let i = 0; i < columns; i += 2) {
      let a = bias[i] as number;
      let b = bias[i + 1] as number;
      let read = at * inputs;
      for (let base = i; base < inputs * columns; base += columns, read++) {
        const value = from[read] as number;
        a += value * (matrix[base] as number);
        b += value * (matrix[base + 1] as number);
      }
      to[at * columns + i] = a;
      to[at * columns + i + 1] = b;
    }
}

export const positive = (value: number): number => (value > 0 ? value : 0);

/** Inputs that are not 0, by token: their values, and where their weights begin within those of one neighbor. */
let values = new Float64Array(0);
let bases = new Int32Array(0);
/** Where each token's inputs begin. */
let begins = new Int32Array(0);
/** The inputs of one token and its two neighbors, one after the other. */
let nearValues = new Float64Array(0);
let nearBases = new Int32Array(0);

function reserve(size: number, inputs: number): void {
  if (begins.length <= size) begins = new Int32Array(2 * size + 1);
  if (values.length < size * inputs) {
    values = new Float64Array(2 * size * inputs);
    bases = new Int32Array(2 * size * inputs);
  }
  if (nearValues.length < 3 * inputs) {
    nearValues = new Float64Array(3 * inputs);
    nearBases = new Int32Array(3 * inputs);
  }
}

/** Notes what is not 0 in `from`: once a token, for it is then met by three. */
function gather(from: Float32Array, size: number, inputs: number, outputs: number): void {
  reserve(size, inputs);
  let count = 0;
  for (let at = 0; at < size; at++) {
    for (let input = 0; input < inputs; input++) {
      const value = from[at * inputs + input] as number;
      if (value === 0) continue;
      values[count] = value;
      bases[count++] = input * outputs;
    }
    begins[at + 1] = count;
  }
}

/**
 * Each of `size` tokens with its neighbors `reach` before and after, times `weights` (neighbor, input, output);
 * negatives become 0. `outputs` is a multiple of 8: so many stay in registers, and only inputs that are not 0 are met.
 */
export function convolve(
  from: Float32Array,
  size: number,
  inputs: number,
  reach: number,
  weights: Float32Array,
  bias: Float32Array,
  to: Float32Array,
  outputs: number,
): void {
  gather(from, size, inputs, outputs);
  const some = nearValues;
  const where = nearBases;
  for (let at = 0; at < size; at++) {
    let count = 0;
    for (let side = 0; side < 3; side++) {
      const neighbor = at + (side - 1) * reach;
      if (neighbor < 0 || neighbor >= size) continue;
      const offset = side * inputs * outputs;
      const end = begins[neighbor + 1] as number;
      for (let k = begins[neighbor] as number; k < end; k++) {
        some[count] = values[k] as number;
        where[count++] = (bases[k] as number) + offset;
      }
    }
    for (let i = 0; i < outputs; i += 8) {
      let a = bias[i] as number;
      let b = bias[i + 1] as number;
      let c = bias[i + 2] as number;
      let d = bias[i + 3] as number;
      let e = bias[i + 4] as number;
      let f = bias[i + 5] as number;
      let g = bias[i + 6] as number;
      let h = bias[i + 7] as number;
      for (let k = 0; k < count; k++) {
        const value = some[k] as number;
        const base = (where[k] as number) + i;
        a += value * (weights[base] as number);
        b += value * (weights[base + 1] as number);
        c += value * (weights[base + 2] as number);
        d += value * (weights[base + 3] as number);
        e += value * (weights[base + 4] as number);
        f += value * (weights[base + 5] as number);
        g += value * (weights[base + 6] as number);
        h += value * (weights[base + 7] as number);
      }
      const write = at * outputs + i;
      to[write] = positive(a);
      to[write + 1] = positive(b);
      to[write + 2] = positive(c);
      to[write + 3] = positive(d);
      to[write + 4] = positive(e);
      to[write + 5] = positive(f);
      to[write + 6] = positive(g);
      to[write + 7] = positive(h);
    }
  }
}

/**
 * Writes the greatest of each of `columns` over `size` rows, then its mean, into `pool`; gives the rows where the
 * greatest are (-1: nothing above 0).
 */
export function poolOver(
  values: Float32Array,
  size: number,
  columns: number,
  pool: Float32Array,
): Int32Array {
  const most = new Int32Array(columns);
  for (let i = 0; i < columns; i++) {
    let greatest = 0;
    let where = -1;
    let sum = 0;
    for (let at = 0; at < size; at++) {
      const value = values[at * columns + i] as number;
      sum += value;
      if (value <= greatest) continue;
      greatest = value;
      where = at;
    }
    pool[i] = greatest;
    pool[columns + i] = sum / (size + 2);
    most[i] = where;
  }
  return most;
}
