/** What the schema objects to, in the words of the person who wrote the file. Quotes choices, never phrases or keys. */
import { policy } from "../contract/policy.ts";
import { z } from "../contract/zod.ts";
import { isList, isObject, own, pathWords } from "./json.ts";
import type { Json, JsonPath } from "./json.ts";
import { nearest } from "./nearest.ts";

export interface SchemaFault {
  readonly path: JsonPath;
  readonly what: string;
  readonly remedy: string;
}

type Issue = z.core.$ZodIssue;

const quotedLimit = 40;
/** Of one kind in one file: nobody reads more, and each is compared with all that is known. */
export const mostFaults = 100;

const short = (text: string): string =>
  quoted(text.length > quotedLimit ? `${text.slice(0, quotedLimit)}…` : text);

/** On a terminal no text of a file may move the cursor or turn the direction of writing. */
export const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (one) => String.raw`\u${(one.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );

export function faultsOf(issue: Issue, file: Json): SchemaFault[] {
  const path: JsonPath = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  if (issue.code === "unrecognized_keys")
    return issue.keys.slice(0, mostFaults).map((key) => unknownKey(path, key));
  const value = valueAt(file, path);
  if (value === undefined && path.length > 0)
    return [{ path, what: "is missing", remedy: `Write ${quoted(String(path.at(-1)))} with its value.` }];
  if (issue.code === "invalid_value") return [{ path, ...notOneOf(value, issue.values) }];
  if (issue.code === "invalid_type") return [{ path, ...wrongType(value, issue.expected, path) }];
  if (issue.code === "invalid_union") {
    const [closest] = [...issue.errors].sort((a, b) => depth(b) - depth(a));
    return (closest ?? []).flatMap((one) => faultsOf({ ...one, path: [...issue.path, ...one.path] }, file));
  }
  return [{ path, what: said(issue), remedy: "Correct it, or leave it out." }];
}

/** Of the forms that a value may have, the one was meant whose fault lies deepest. */
const depth = (issues: readonly Issue[]): number => Math.min(...issues.map(({ path }) => path.length));

const unworded = "Invalid input";
const units: Readonly<Record<string, readonly [one: string, more: string]>> = {
  string: ["character", "characters"],
  array: ["entry", "entries"],
};

/** The schema's own sentence; where it has none, what the check says. */
function said(issue: Issue): string {
  if (issue.message !== unworded) return issue.message.replace(/\.$/, "");
  if (issue.code === "too_small" || issue.code === "too_big") {
    const unit = units[issue.origin];
    const bound = String(issue.code === "too_small" ? issue.minimum : issue.maximum);
    const few = issue.code === "too_small" ? "least" : "most";
    return unit === undefined
      ? `must be at ${few} ${bound}`
      : `must have at ${few} ${bound} ${unit[bound === "1" ? 0 : 1]}`;
  }
  return issue.code === "invalid_format"
    ? `is not written as ${issue.format} is`
    : "is no value that can be used";
}

function unknownKey(path: JsonPath, key: string): SchemaFault {
  const here = childrenOf(path);
  const near = nearest(key, here);
  const where = near === undefined ? parentsOf(key) : [];
  const remedy =
    near !== undefined
      ? `Did you mean ${quoted(near)}?`
      : where.length > 0
        ? `It belongs under ${where.map((name) => quoted(name)).join(" or ")}.`
        : `Delete it. There are: ${here.join(", ")}.`;
  return { path: [...path, key], what: "there is no such setting in this version", remedy };
}

function notOneOf(
  value: Json | undefined,
  values: readonly unknown[],
): { readonly what: string; readonly remedy: string } {
  const known = values.filter((one) => typeof one === "string");
  const list = known.map((one) => quoted(one)).join(", ");
  if (typeof value !== "string")
    return { what: `is ${kind(value)}, and must be one of: ${list}`, remedy: `Write one of: ${list}.` };
  const near = nearest(value, known);
  return {
    what: `is ${short(value)}, and must be one of: ${list}`,
    remedy: near === undefined ? `Write one of: ${list}.` : `Did you mean ${quoted(near)}?`,
  };
}

const expectedWords: Readonly<Record<string, string>> = {
  object: "settings between braces { }",
  array: "a list between brackets [ ]",
  string: "a text in quotation marks",
  boolean: "true or false",
  number: "a number",
  int: "a whole number",
};

function wrongType(
  value: Json | undefined,
  expected: string,
  path: JsonPath,
): { readonly what: string; readonly remedy: string } {
  const wanted = expectedWords[expected] ?? expected;
  if (path.length === 0)
    return {
      what: `a policy is an object, and this is ${kind(value)}`,
      remedy: 'Write the settings between braces: { "strictness": "strict" }',
    };
  const isQuoted = expected === "boolean" && (value === "true" || value === "false");
  const remedy = isQuoted ? `Write ${value} without quotation marks.` : `Write ${wanted}, or leave it out.`;
  return { what: `is ${kind(value)}, and must be ${wanted}`, remedy };
}

function kind(value: Json | undefined): string {
  if (value === null) return "null";
  if (isList(value)) return "a list";
  if (isObject(value)) return "an object";
  if (typeof value === "string") return "a text";
  if (typeof value === "number") return "a number";
  return String(value);
}

export function valueAt(from: Json | undefined, path: JsonPath): Json | undefined {
  let value = from;
  for (const step of path)
    value = isList(value) ? value[Number(step)] : isObject(value) ? own(value, String(step)) : undefined;
  return value;
}

const described = z.looseObject({
  properties: z.optional(z.record(z.string(), z.unknown())),
  items: z.optional(z.unknown()),
  anyOf: z.optional(z.array(z.unknown())),
});
type Described = z.infer<typeof described>;

const whole: Described = described.parse(z.toJSONSchema(policy, { io: "input" }));

/** The names that are declared below a path. */
function childrenOf(path: JsonPath): string[] {
  let level: Described[] = [whole];
  for (const step of path)
    level = level.flatMap(alternatives).flatMap(({ properties, items }) => {
      const inside = typeof step === "number" ? items : properties?.[step];
      return inside === undefined ? [] : [described.parse(inside)];
    });
  return level.flatMap(alternatives).flatMap(({ properties }) => Object.keys(properties ?? {}));
}

const alternatives = (one: Described): Described[] => [
  one,
  ...(one.anyOf ?? []).map((inner) => described.parse(inner)),
];

/** Where a key is declared that stands in a wrong place. */
function parentsOf(key: string): readonly string[] {
  parents ??= allParents();
  return parents.get(key) ?? [];
}

let parents: ReadonlyMap<string, readonly string[]> | undefined;

function allParents(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const walk = (level: Described, path: JsonPath): void => {
    for (const { properties, items } of alternatives(level)) {
      for (const [name, inner] of Object.entries(properties ?? {})) {
        if (path.length > 0) found.set(name, [...(found.get(name) ?? []), pathWords(path)]);
        walk(described.parse(inner), [...path, name]);
      }
      if (items !== undefined) walk(described.parse(items), path);
    }
  };
  walk(whole, []);
  return found;
}
