/**
 * Reads JSON (RFC 8259) and remembers where each value stands, which `JSON.parse` forgets. What people write by habit and
 * JSON does not take (comments, a comma too many or too few, a key twice) is named and read over, so that one look at a
 * file names all of it.
 */
import type { Json, JsonPath } from "./json.ts";

/** Both from 1; the column in UTF-16 units, as editors count. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface TextFault {
  readonly place: Place;
  readonly what: string;
  readonly remedy: string;
}

export interface SeenJson {
  /** Undefined where a fault could not be read over: then that is the last one. */
  readonly value: Json | undefined;
  readonly faults: readonly TextFault[];
  /** Of the key or value at `path`; of the nearest one around it where there is none. */
  readonly placeAt: (path: JsonPath) => Place;
}

export const placeWords = ({ line, column }: Place): string => `${line}:${column}`;

const deepest = 60;
const mostFaults = 100;
const space = /[ \t\r\n]*/y;
const comment = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const bareWord = /[\p{L}\p{N}_$.-]+/uy;
const words = new Map<string, Json>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/** Thrown to leave the recursion; never leaves this file. */
const stop = Symbol("stop");

const quoteRemedy = String.raw`Write it between straight quotation marks ("), with \" for a mark and \n for a new line inside.`;

/** Where the text in quotation marks that begins at `start` ends; undefined: it is not closed, or JSON does not take it. */
function endOfText(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length;) {
    const character = text.charAt(at);
    if (character === '"') return at + 1;
    if (character < " ") return undefined;
    escape.lastIndex = at;
    const step = character === "\\" ? escape.exec(text)?.[0].length : 1;
    if (step === undefined) return undefined;
    at += step;
  }
  return undefined;
}

export function lookAtJson(text: string): SeenJson {
  const places = new Map<string, number>();
  const faults: TextFault[] = [];
  let starts: number[] | undefined;
  let at = 0;

  function placeOfOffset(offset: number): Place {
    starts ??= [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }
  function note(what: string, remedy: string, offset = at, taken?: string): void {
    faults.push({ place: placeOfOffset(offset), what, remedy, ...(taken !== undefined && { taken }) });
    if (faults.length < mostFaults) return;
    faults.push({
      place: placeOfOffset(at),
      what: "there are more faults than these",
      remedy: "Mend these first.",
    });
    throw stop;
  }
  function fail(what: string, remedy: string, offset = at): never {
    note(what, remedy, offset);
    throw stop;
  }
  function take(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  }
  function skip(): void {
    for (;;) {
      take(space);
      const start = at;
      if (take(comment) === undefined) return;
      note("JSON takes no comments", "Delete it; guard policy explain tells what each setting means.", start);
    }
  }
  function takeMark(mark: string): boolean {
    skip();
    if (text[at] !== mark) return false;
    at += 1;
    return true;
  }
  const mark = (path: JsonPath, offset: number): void => void places.set(JSON.stringify(path), offset);

  function takeText(what: string): string {
    const start = at;
    const end = endOfText(text, start);
    if (end === undefined)
      return fail(
        `${what} is not closed on its line, or has a character that must be escaped`,
        quoteRemedy,
        start,
      );
    at = end;
    return String(JSON.parse(text.slice(start, end)));
  }

  /** After an entry: whether another one follows. A comma too many or too few is named, and read over. */
  function goesOn(closing: string, startsEntry: (character: string) => boolean): boolean {
    const end = at;
    if (takeMark(closing)) return false;
    const comma = at;
    if (!takeMark(",")) {
      skip();
      const next = text[at];
      const name = closing === "}" ? "brace" : "bracket";
      if (next === undefined || !startsEntry(next))
        fail(
          `here should be a comma or the closing ${name}`,
          "Check that each entry but the last ends with a comma.",
        );
      note("a comma is missing", "Write a comma after each entry but the last.", end);
      return true;
    }
    while (takeMark(",")) note("a comma too many", "Delete it.", at - 1);
    if (!takeMark(closing)) return true;
    note("a comma too many: nothing follows it", "Delete it.", comma);
    return false;
  }

  function readObject(path: JsonPath): Json {
    const entries = new Map<string, Json>();
    if (takeMark("}")) return {};
    do {
      skip();
      const start = at;
      if (text[at] !== '"') fail("here should be a key in straight quotation marks", quoteRemedy);
      const key = takeText("the key");
      if (key === "__proto__") fail("no key may have this name", "Leave it out.", start);
      if (entries.has(key))
        note(
          `${JSON.stringify(key)} stands here a second time`,
          "Keep one of the two.",
          start,
          "one of the two, without a word; guard policy emit refuses the file",
        );
      if (!takeMark(":")) fail("after the key there should be a colon", 'Write: "key": value');
      entries.set(key, readValue([...path, key]));
      mark([...path, key], start);
    } while (goesOn("}", (character) => character === '"'));
    return Object.fromEntries(entries);
  }

  function readArray(path: JsonPath): Json {
    const items: Json[] = [];
    if (takeMark("]")) return items;
    do items.push(readValue([...path, items.length]));
    while (goesOn("]", (character) => /["{[\p{L}\d-]/u.test(character)));
    return items;
  }

  function readValue(path: JsonPath): Json {
    skip();
    mark(path, at);
    if (path.length > deepest) fail(`this is nested more than ${deepest} deep`, "No policy needs that.");
    if (takeMark("{")) return readObject(path);
    if (takeMark("[")) return readArray(path);
    if (text[at] === '"') return takeText("the text");
    const start = at;
    const digits = take(number);
    const rest = take(bareWord);
    if (digits === undefined) {
      const word = rest === undefined ? undefined : words.get(rest);
      if (word !== undefined) return word;
      if (rest !== undefined && words.has(rest.toLowerCase()))
        fail("true, false and null are written in small letters", `Write: ${rest.toLowerCase()}`, start);
      if (rest !== undefined) fail("a text stands in straight quotation marks", quoteRemedy, start);
      if (at < text.length && /['‘’“”„«]/.test(text[at] ?? ""))
        fail("JSON takes only straight quotation marks", quoteRemedy, start);
      return fail(
        "here should be a value",
        "Check for a comma too many, or a value that was forgotten.",
        start,
      );
    }
    if (rest !== undefined)
      fail(
        "this is no number that JSON takes",
        "Write digits alone, without a leading 0; a text in quotation marks.",
        start,
      );
    const value = Number(digits);
    if (!Number.isFinite(value)) fail("this number is too large", "Write a smaller one.", start);
    // -0 is no other value than 0, and not every file can tell them apart.
    return value === 0 ? 0 : value;
  }

  function readWhole(): Json | undefined {
    try {
      skip();
      if (at === text.length)
        fail("the file is empty", 'Write the settings between braces: { "strictness": "strict" }');
      const value = readValue([]);
      skip();
      if (at < text.length)
        fail("there is more after the end of the JSON", "Delete what follows, or join the parts.");
      return value;
    } catch (thrown) {
      if (thrown === stop) return undefined;
      throw thrown;
    }
  }

  const value = readWhole();
  return {
    value,
    faults,
    placeAt(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const place = places.get(JSON.stringify(path.slice(0, length)));
        if (place !== undefined) return placeOfOffset(place);
      }
      return placeOfOffset(places.get("[]") ?? 0);
    },
  };
}
