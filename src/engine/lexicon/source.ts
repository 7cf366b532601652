/** Finds its way in the source of a pattern. */

/** What `rx` writes for a space, for one that may be missing, and for the edges of words. */
export const space = "[ ,\\n\\t]{1,8}";
export const mayBeSpace = "[ ,\\n\\t]{0,8}";
export const edgeBefore = "(?<![a-z0-9_\ue000-\ue004])";
export const edgeAfter = "(?![a-z0-9_\ue000-\ue004])";

export interface Source {
  readonly text: string;
  /** For each place: where a class, a group or an escape that begins there ends; 0 for a single character. */
  readonly ends: Int32Array;
}

/** @param text of an expression that compiles, so that brackets come in pairs. */
export function toSource(text: string): Source {
  const ends = new Int32Array(text.length);
  const open: number[] = [];
  for (let at = next(bracket, text, 0); at >= 0;) {
    const sign = text.charAt(at);
    let end = at + 1;
    if (sign === "\\") end = endOfEscape(text, at);
    else if (sign === "[") {
      while (text.charAt(end) !== "]") end += text.charAt(end) === "\\" ? 2 : 1;
      end++;
    } else if (sign === "(") open.push(at);
    else ends[open.pop() ?? 0] = end;
    if (end > at + 1) ends[at] = end;
    at = next(bracket, text, end);
  }
  return { text, ends };
}

/** Most characters are letters: these find the others without a step for each. */
const bracket = /[\\[()]/g;
const branch = /[\\[(|]/g;

function next(sign: RegExp, text: string, from: number): number {
  sign.lastIndex = from;
  return sign.test(text) ? sign.lastIndex - 1 : -1;
}

function endOfEscape(text: string, at: number): number {
  const sign = text.charAt(at + 1);
  if (sign === "p" || sign === "P") return text.indexOf("}", at) + 1;
  return at + (sign === "u" ? 6 : 2);
}

/** Where the part that begins at `at` ends, without its count. */
export const endOf = ({ ends }: Source, at: number): number => (ends[at] ?? 0) || at + 1;

/** Where the inside of the group at `at` begins. */
export const bodyOf = ({ text }: Source, at: number): number => at + (text.startsWith("(?:", at) ? 3 : 1);

/** How often the part that ends at `at` must occur, and where that is said to the end. */
export function countAt({ text }: Source, at: number): { readonly least: number; readonly end: number } {
  const sign = text.charAt(at);
  let end = at + 1;
  let least = 1;
  if (sign === "?" || sign === "*") least = 0;
  else if (sign === "{") {
    end = text.indexOf("}", at) + 1;
    least = Number.parseInt(text.slice(at + 1, end), 10);
  } else if (sign !== "+") return { least, end: at };
  return { least, end: text.charAt(end) === "?" ? end + 1 : end };
}

/** The alternatives of which `from`–`to` consists, each as its range. */
export function branches(source: Source, from: number, to: number): (readonly [number, number])[] {
  const all: (readonly [number, number])[] = [];
  let start = from;
  for (let at = next(branch, source.text, from); at >= 0 && at < to;) {
    if (source.text.charAt(at) === "|") {
      all.push([start, at]);
      start = at + 1;
    }
    at = next(branch, source.text, endOf(source, at));
  }
  return [...all, [start, to]];
}

/** Letters, digits, spaces and apostrophes stand for themselves. */
export function isPlain({ text }: Source, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x20 || code === 0x27;
}

const edge = /\(\?<?[=!]|\\[bB]|[$^]/y;

/** Matches no character: a look ahead or behind, or an edge. */
export function isEdge({ text }: Source, at: number): boolean {
  edge.lastIndex = at;
  return edge.test(text);
}
