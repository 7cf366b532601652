/** Lines of a log as they are kept: a thousand of them in one gzip. */
import type { LinesBlock } from "../../platform/imported-logs.ts";

export const linesInBlock = 1000;

export async function packLines(first: number, lines: readonly string[]): Promise<LinesBlock> {
  const packed = new Blob([lines.join("\n")]).stream().pipeThrough(new CompressionStream("gzip"));
  return { first, count: lines.length, gz: new Uint8Array(await new Response(packed).arrayBuffer()) };
}

export async function unpackLines(block: LinesBlock): Promise<string[]> {
  const lines = new Blob([block.gz]).stream().pipeThrough(new DecompressionStream("gzip"));
  return (await new Response(lines).text()).split("\n");
}
