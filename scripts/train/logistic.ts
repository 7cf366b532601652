/** Rows in compressed form: row `r` has the features `index[offset[r]]…` with `value` beside them. */
export interface Rows {
  readonly count: number;
  readonly width: number;
  readonly offset: Int32Array;
  readonly index: Int32Array;
  readonly value: Float32Array;
}

export interface Fit {
  readonly weights: Float64Array;
  readonly bias: number;
}

/**
 * Logistic regression with an L2 penalty (`ridge` × |w|² / 2, bias free), by L-BFGS from zero. `label` is 0…1, `weight` is
 * each row's share. No randomness: the same rows give the same bits.
 */
export function fitLogistic(
  rows: Rows,
  label: Float64Array,
  weight: Float64Array,
  ridge: number,
  iterations: number,
): Fit {
  const size = rows.width + 1;
  const memory = 8;
  let at = new Float64Array(size);
  let gradient = new Float64Array(size);
  let loss = evaluate(rows, label, weight, ridge, at, gradient);
  const steps: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  for (let round = 0; round < iterations; round++) {
    const direction = descend(gradient, steps);
    const slope = dot(direction, gradient);
    let length = steps.length === 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
    let found = false;
    const next = new Float64Array(size);
    const nextGradient = new Float64Array(size);
    let nextLoss = loss;
    for (let attempt = 0; attempt < 20; attempt++) {
      for (let i = 0; i < size; i++) next[i] = (at[i] ?? 0) + length * (direction[i] ?? 0);
      nextLoss = evaluate(rows, label, weight, ridge, next, nextGradient);
      if (nextLoss <= loss + 1e-4 * length * slope) {
        found = true;
        break;
      }
      length /= 2;
    }
    if (!found) break;
    const s = next.map((x, i) => x - (at[i] ?? 0));
    const y = nextGradient.map((x, i) => x - (gradient[i] ?? 0));
    const curvature = dot(s, y);
    if (curvature > 1e-12) {
      steps.push({ s, y, rho: 1 / curvature });
      if (steps.length > memory) steps.shift();
    }
    const settled = loss - nextLoss < 1e-7 * Math.abs(loss);
    at = next;
    gradient = nextGradient;
    loss = nextLoss;
    if (settled) break;
  }
  return { weights: at.subarray(0, rows.width), bias: at[rows.width] ?? 0 };
}

function descend(
  gradient: Float64Array,
  steps: readonly { s: Float64Array; y: Float64Array; rho: number }[],
) {
  const q = Float64Array.from(gradient);
  const alphas: number[] = [];
  for (const { s, y, rho } of steps.toReversed()) {
    const alpha = rho * dot(s, q);
    alphas.push(alpha);
    for (let i = 0; i < q.length; i++) q[i] = (q[i] ?? 0) - alpha * (y[i] ?? 0);
  }
  const newest = steps.at(-1);
  if (newest) {
    const scale = 1 / (newest.rho * dot(newest.y, newest.y));
    for (let i = 0; i < q.length; i++) q[i] = (q[i] ?? 0) * scale;
  }
  alphas.reverse();
  for (const [step, { s, y, rho }] of steps.entries()) {
    const shift = (alphas[step] ?? 0) - rho * dot(y, q);
    for (let i = 0; i < q.length; i++) q[i] = (q[i] ?? 0) + shift * (s[i] ?? 0);
  }
  for (let i = 0; i < q.length; i++) q[i] = -(q[i] ?? 0);
  return q;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

export function margin(rows: Rows, row: number, weights: Float64Array, bias: number): number {
  let sum = bias;
  for (let i = rows.offset[row] ?? 0; i < (rows.offset[row + 1] ?? 0); i++)
    sum += (weights[rows.index[i] ?? 0] ?? 0) * (rows.value[i] ?? 0);
  return sum;
}

function evaluate(
  rows: Rows,
  label: Float64Array,
  weight: Float64Array,
  ridge: number,
  at: Float64Array,
  gradient: Float64Array,
): number {
  gradient.fill(0);
  let loss = 0;
  for (let i = 0; i < rows.width; i++) {
    const w = at[i] ?? 0;
    loss += 0.5 * ridge * w * w;
    gradient[i] = ridge * w;
  }
  for (let row = 0; row < rows.count; row++) {
    const share = weight[row] ?? 0;
    if (share === 0) continue;
    const z = margin(rows, row, at, at[rows.width] ?? 0);
    const y = label[row] ?? 0;
    loss += share * (Math.max(z, 0) - z * y + Math.log1p(Math.exp(-Math.abs(z))));
    const slope = share * (1 / (1 + Math.exp(-z)) - y);
    gradient[rows.width] = (gradient[rows.width] ?? 0) + slope;
    for (let i = rows.offset[row] ?? 0; i < (rows.offset[row + 1] ?? 0); i++) {
      const k = rows.index[i] ?? 0;
      gradient[k] = (gradient[k] ?? 0) + slope * (rows.value[i] ?? 0);
    }
  }
  return loss;
}
