/** Reads back JSON that was emitted, and the part of it that a path leads to. */
import { Problem } from "../problem.ts";
import { isObject, own, pathWords } from "../../../src/policy-file/json.ts";
import type { JsonObject } from "../../../src/policy-file/json.ts";
import { readPlacedJson } from "./whole-json.ts";

export const otherFile =
  "Check the file, the name of the target and, where it was written with one, --extension-id.";

export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).replace(/^\uFEFF/, "");

export function parseObject(bytes: Uint8Array, file: string): JsonObject {
  const { value } = readPlacedJson(file, textOf(bytes));
  if (isObject(value)) return value;
  throw new Problem(`${file}:1:1: this is not an object`, "Name the file that guard policy emit wrote.");
}

/** Throws a `Problem` where nothing is there. */
export function objectAt(from: JsonObject, path: readonly string[], file: string): JsonObject {
  let at: JsonObject = from;
  for (const step of path) {
    const next = own(at, step);
    if (!isObject(next))
      throw new Problem(`${file}: there is no policy for ReplyGuard under ${pathWords(path)}`, otherFile);
    at = next;
  }
  return at;
}
