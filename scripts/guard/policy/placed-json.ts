/** Reads JSON and remembers where each value stands, which `JSON.parse` forgets. RFC 8259, and no key twice. */
import { Problem } from "../problem.ts";
import type { Json, JsonPath } from "./json.ts";

export interface PlacedJson {
  readonly value: Json;
  /** `3:14`, line and column of the key or value at `path`, both from 1; of the nearest one around it where there is none. */
  placeOf(path: JsonPath): string;
}

const deepest = 60;
const space = /[ \t\r\n]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const string = /"(?:(?!\p{Cc})[^"\\]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const words = [
  ["true", true],
  ["false", false],
  ["null", null],
] as const;

/** Throws a `Problem` that names `file`, line and column. */
export function readPlacedJson(file: string, text: string): PlacedJson {
  const places = new Map<string, number>();
  let at = 0;

  const placeAt = (offset: number): string => {
    const lines = text.slice(0, offset).split("\n");
    return `${lines.length}:${(lines.at(-1) ?? "").length + 1}`;
  };
  const fail = (what: string, remedy: string, offset = at): never => {
    throw new Problem(`${file}:${placeAt(offset)}: ${what}`, remedy);
  };
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const takeMark = (mark: string): boolean => {
    take(space);
    if (text[at] !== mark) return false;
    at += 1;
    return true;
  };
  const mark = (path: JsonPath, offset: number): void => void places.set(JSON.stringify(path), offset);

  function takeText(what: string): string {
    const start = at;
    const found = take(string);
    if (found === undefined)
      return fail(
        `${what} is not closed on its line, or has a character that must be escaped`,
        String.raw`Write it between quotation marks, with \" for a mark and \n for a new line inside.`,
        start,
      );
    return JSON.parse(found) as string;
  }

  function readObject(path: JsonPath): Json {
    const entries = new Map<string, Json>();
    if (takeMark("}")) return {};
    for (;;) {
      take(space);
      const start = at;
      if (text[at] !== '"')
        fail(
          "here should be a key in quotation marks",
          "Check for a comma too many, or missing quotation marks.",
        );
      const key = takeText("the key");
      if (entries.has(key))
        fail(
          `${JSON.stringify(key)} stands here a second time`,
          "Keep one of the two: only one could count.",
          start,
        );
      if (key === "__proto__") fail("no key may have this name", "Leave it out.", start);
      if (!takeMark(":")) fail("after the key there should be a colon", 'Write: "key": value');
      entries.set(key, readValue([...path, key]));
      mark([...path, key], start);
      if (takeMark("}")) return Object.fromEntries(entries);
      if (!takeMark(","))
        fail(
          "here should be a comma or the closing brace",
          "Check that each entry but the last ends with a comma.",
        );
    }
  }

  function readArray(path: JsonPath): Json {
    const items: Json[] = [];
    if (takeMark("]")) return items;
    for (;;) {
      items.push(readValue([...path, items.length]));
      if (takeMark("]")) return items;
      if (!takeMark(","))
        fail(
          "here should be a comma or the closing bracket",
          "Check that each entry but the last ends with a comma.",
        );
    }
  }

  function readValue(path: JsonPath): Json {
    take(space);
    mark(path, at);
    if (path.length > deepest) fail(`this is nested more than ${deepest} deep`, "No policy needs that.");
    if (takeMark("{")) return readObject(path);
    if (takeMark("[")) return readArray(path);
    if (text[at] === '"') return takeText("the text");
    const word = words.find(([name]) => text.startsWith(name, at));
    if (word) {
      at += word[0].length;
      return word[1];
    }
    const start = at;
    const digits = take(number);
    if (digits === undefined || digits === "")
      return fail("here should be a value", "Check for a comma too many, or missing quotation marks.");
    const value = Number(digits);
    if (!Number.isFinite(value)) fail("this number is too large", "Write a smaller one.", start);
    // -0 is no other value than 0, and not every file can tell them apart.
    return value === 0 ? 0 : value;
  }

  const value = readValue([]);
  take(space);
  if (at < text.length)
    fail("there is more after the end of the JSON", "Delete what follows, or join the parts.");
  return {
    value,
    placeOf(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const place = places.get(JSON.stringify(path.slice(0, length)));
        if (place !== undefined) return placeAt(place);
      }
      return placeAt(places.get("[]") ?? 0);
    },
  };
}
