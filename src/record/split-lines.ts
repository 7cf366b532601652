import { recordLineLimit } from "../contract/record-entry.ts";

/** A piece that was read grows no longer than this before its end of line must have come: the verifier refuses such a line. */
export const longestPiece = 4 * recordLineLimit;

/** Lines end with LF or CR LF; a byte order mark is passed over. A line longer than `longest` UTF-16 units comes in pieces. */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  longest = longestPiece,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true });
    let start = 0;
    for (let end = rest.indexOf("\n"); end >= 0; end = rest.indexOf("\n", start)) {
      yield withoutReturn(rest.slice(start, end));
      start = end + 1;
    }
    rest = rest.slice(start);
    if (rest.length > longest) {
      yield rest;
      rest = "";
    }
  }
  rest += decoder.decode();
  if (rest !== "") yield withoutReturn(rest);
}

const withoutReturn = (line: string): string => (line.endsWith("\r") ? line.slice(0, -1) : line);
