/** The values of a JSON text one by one, however long it is: NDJSON, an array, or the entries of a Bundle. */

export interface JsonPart {
  /** Line of the file; for the entries of a Bundle or an array their number, from 1. */
  readonly line: number;
  /** `frame`: what is around the entries, which stand in it as an empty array. */
  readonly kind: "value" | "entry" | "frame";
  readonly text: string;
}

export interface JsonSplitter {
  /** `fault`: the line from which on this is no JSON. Line ends must be "\n". */
  push(text: string): { readonly parts: readonly JsonPart[]; readonly fault: number | undefined };
  /** The line on which something began that never ended. */
  end(): number | undefined;
}

/** A photo in a resource may be long; a resource that is longer than this is none. In UTF-16 units. */
const longestPart = 1 << 26;

/** Of a key no more is kept than tells it from "entry". */
const longestKey = 8;

export function newJsonSplitter(): JsonSplitter {
  let line = 1;
  let depth = 0;
  let inString = false;
  let escaped = false;
  /** Depth at which entries begin; 0: there are none around. */
  let entriesAt = 0;
  let entries = 0;
  let captureLine = 1;
  let captured = "";
  let frame = "";
  let lastString = "";
  /** What pieces before had of the text that is being read. */
  let torn = "";
  let isArray = false;

  function step(text: string): { parts: JsonPart[]; fault: number | undefined } {
    const parts: JsonPart[] = [];
    // From here on the text belongs to the part that is being read.
    let from = 0;
    let stringFrom = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (inString) {
        if (escaped) escaped = false;
        else if (code === 0x5c) escaped = true;
        else if (code === 0x22) {
          inString = false;
          if (depth === 1) lastString = torn + text.slice(stringFrom, at);
          torn = "";
        } else if (code === 0x0a) return { parts, fault: line };
        continue;
      }
      if (code === 0x0a) line++;
      else if (code === 0x22) {
        inString = true;
        stringFrom = at + 1;
        if (depth === 0 || (isArray && depth === 1)) return { parts, fault: line };
      } else if (code === 0x7b || code === 0x5b) {
        if (depth === 0) {
          captured = "";
          from = at;
          captureLine = line;
          isArray = code === 0x5b;
          if (isArray) entriesAt = 1;
        }
        depth++;
        if (code === 0x5b && depth === 2 && entriesAt === 0 && lastString === "entry") {
          entriesAt = 2;
          frame = captured + text.slice(from, at + 1);
          captured = "";
          from = at + 1;
        } else if (code === 0x7b && entriesAt > 0 && depth === entriesAt + 1) {
          captured = "";
          from = at;
          captureLine = line;
        }
      } else if (code === 0x7d || code === 0x5d) {
        if (depth === 0) return { parts, fault: line };
        depth--;
        if (entriesAt > 0 && depth === entriesAt) {
          parts.push({ line: ++entries, kind: "entry", text: captured + text.slice(from, at + 1) });
          captured = "";
          from = at + 1;
        } else if (entriesAt > 0 && depth === entriesAt - 1) {
          captured = depth === 0 ? "" : `${frame}]`;
          from = at + 1;
          entriesAt = 0;
          lastString = "";
          if (depth === 0) isArray = false;
        } else if (depth === 0) {
          const all = captured + text.slice(from, at + 1);
          parts.push({ line: captureLine, kind: frame === "" ? "value" : "frame", text: all });
          captured = "";
          frame = "";
          lastString = "";
          from = at + 1;
        }
      } else if (depth === 0 && !isBlank(code)) return { parts, fault: line };
    }
    if (depth > 0) captured += text.slice(from);
    if (inString && depth === 1) torn = (torn + text.slice(stringFrom)).slice(0, longestKey);
    return { parts, fault: captured.length > longestPart ? captureLine : undefined };
  }

  return { push: step, end: () => (depth > 0 || inString ? captureLine : undefined) };
}

/** Commas stand between the entries of an array, whose brackets are not looked at. */
function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x2c || code === 0xfeff;
}
