export interface Summary {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** Nearest rank: always a value that was measured. NaN for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function summarize(values: readonly number[]): Summary {
  return {
    count: values.length,
    p50: percentile(values, 0.5),
    p95: percentile(values, 0.95),
    p99: percentile(values, 0.99),
    max: percentile(values, 1),
  };
}

export const milliseconds = (value: number): string => (Number.isNaN(value) ? "–" : value.toFixed(1));

export const percent = (hit: number, of: number): string =>
  of === 0 ? "–" : `${((100 * hit) / of).toFixed(1)} %`;

/** A Markdown table: words to the left, figures to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const isFigure = (column: number): boolean => rows.every((row) => /^[-\d–<]/.test(row[column] ?? ""));
  const rule = head.map((_, column) => (isFigure(column) ? "---:" : "---"));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
