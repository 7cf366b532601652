/**
 * Policies as values of the Windows registry, read as Chrome reads them (components/policy/core/common/registry_dict.cc): yes
 * and no are a DWORD; lists and objects are one text of JSON. A tree of keys would do too, but Chrome sorts the keys of a
 * list as words (1, 10, 2), so that its order would be lost.
 */
import { Problem } from "../problem.ts";
import type { Json } from "../../../src/policy-file/json.ts";
import type { Shape } from "./shape.ts";

export type RegistryValue =
  | { readonly type: "dword"; readonly value: number }
  | { readonly type: "text"; readonly value: string };

export interface RegistryTree {
  readonly values: Map<string, RegistryValue>;
  readonly keys: Map<string, RegistryTree>;
}

export const emptyTree = (): RegistryTree => ({ values: new Map(), keys: new Map() });

const fitsDword = (value: number): boolean => Number.isInteger(value) && Math.abs(value) <= 0x7fffffff;

export function toRegistry(value: Json): RegistryValue {
  if (typeof value === "boolean") return { type: "dword", value: value ? 1 : 0 };
  if (typeof value === "number" && fitsDword(value)) return { type: "dword", value: value >>> 0 };
  return { type: "text", value: typeof value === "string" ? value : JSON.stringify(value) };
}

/** Throws a `Problem` that begins with `place`. */
export function fromRegistry(value: RegistryValue, shape: Shape, place: string): Json {
  const fail = (): never => {
    throw new Problem(
      `${place}: the value is not of type ${shape.type}`,
      "Name the file that guard policy emit wrote.",
    );
  };
  if (shape.type === "boolean") {
    if (value.type === "dword") return value.value !== 0;
    return /^-?\d+$/.test(value.value) ? Number(value.value) !== 0 : fail();
  }
  if (shape.type === "integer" || shape.type === "number") {
    if (value.type === "dword") return value.value | 0;
    const number = Number(value.value);
    return value.value.trim() === "" || !Number.isFinite(number) ? fail() : number;
  }
  if (value.type === "dword") return fail();
  if (shape.type === "string") return value.value;
  try {
    return JSON.parse(value.value) as Json;
  } catch {
    return fail();
  }
}

/** A whole key: also one that somebody spread out by hand into keys of its own. */
export function fromTree(tree: RegistryTree, shape: Shape, place: string): Json {
  if (shape.type === "array") {
    const numbered = <T>(map: Map<string, T>): [string, T][] =>
      [...map].filter(([name]) => /^\d+$/.test(name)).sort(([a], [b]) => (a < b ? -1 : 1));
    const items = shape.items ?? { type: "string" };
    return [
      ...numbered(tree.keys).map(([name, one]) => fromTree(one, items, `${place}\\${name}`)),
      ...numbered(tree.values).map(([name, one]) => fromRegistry(one, items, `${place}\\${name}`)),
    ];
  }
  const shapeOf = (name: string): Shape => {
    const found = shape.properties?.[name];
    if (!found) throw new Problem(`${place}\\${name}: there is no such setting`, "Take it out of the file.");
    return found;
  };
  return Object.fromEntries([
    ...[...tree.values].map(
      ([name, one]) => [name, fromRegistry(one, shapeOf(name), `${place}\\${name}`)] as const,
    ),
    ...[...tree.keys].map(
      ([name, one]) => [name, fromTree(one, shapeOf(name), `${place}\\${name}`)] as const,
    ),
  ]);
}
