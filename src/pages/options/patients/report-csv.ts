import type { Remark } from "./jobs.ts";

/** Line and reason, and nothing of the file; null where there is nothing to report. */
export function reportCsv(leftOut: readonly Remark[], partly: readonly Remark[]): Blob | null {
  if (leftOut.length + partly.length === 0) return null;
  const row = (outcome: string, { line, words }: Remark): string =>
    `${line},${outcome},"${words.replaceAll('"', '""')}"\r\n`;
  return new Blob(
    [
      "line,outcome,reason\r\n",
      ...leftOut.map((remark) => row("left out", remark)),
      ...partly.map((remark) => row("taken in part", remark)),
    ],
    { type: "text/csv" },
  );
}
