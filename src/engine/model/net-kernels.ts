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

/** `bias` + each of `size` rows (`inputs` numbers) × `matrix`, into rows of `bias.length`. */
export function multiplyRows(
  from: Float32Array,
  size: number,
  inputs: number,
  matrix: Float32Array,
  bias: Float32Array,
  to: Float32Array,
): void {
  const columns = bias.length;
  for (let at = 0; at < size; at++) {
    const write = at * columns;
    for (let i = 0; i < columns; i++) to[write + i] = bias[i] as number;
    for (let input = 0; input < inputs; input++) {
      const value = from[at * inputs + input] as number;
      if (value === 0) continue;
      const base = input * columns;
      for (let i = 0; i < columns; i++)
        to[write + i] = (to[write + i] as number) + value * (matrix[base + i] as number);
    }
  }
}

const positive = (value: number): number => (value > 0 ? value : 0);

/** Inputs that are not 0 of one token and its neighbors: their values, and where their weights begin. */
let values = new Float64Array(0);
let bases = new Int32Array(0);

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
  if (values.length < 3 * inputs) {
    values = new Float64Array(3 * inputs);
    bases = new Int32Array(3 * inputs);
  }
  const some = values;
  const where = bases;
  for (let at = 0; at < size; at++) {
    const count = gather(from, size, inputs, reach, outputs, at, some, where);
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

function gather(
  from: Float32Array,
  size: number,
  inputs: number,
  reach: number,
  outputs: number,
  at: number,
  some: Float64Array,
  where: Int32Array,
): number {
  let count = 0;
  for (let side = 0; side < 3; side++) {
    const neighbor = at + (side - 1) * reach;
    if (neighbor < 0 || neighbor >= size) continue;
    const read = neighbor * inputs;
    for (let input = 0; input < inputs; input++) {
      const value = from[read + input] as number;
      if (value === 0) continue;
      some[count] = value;
      where[count++] = (side * inputs + input) * outputs;
    }
  }
  return count;
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
  const most = new Int32Array(columns).fill(-1);
  const share = 1 / (size + 2);
  for (let at = 0; at < size; at++)
    for (let i = 0; i < columns; i++) {
      const value = values[at * columns + i] as number;
      if (value > (pool[i] as number)) {
        pool[i] = value;
        most[i] = at;
      }
      pool[columns + i] = (pool[columns + i] as number) + value * share;
    }
  return most;
}
