/** A policy as the admin writes it: any part of the declared settings. What is left out has its default. */
import { readFile } from "node:fs/promises";
import { defaultPolicy, policy as schema } from "../../../src/contract/policy.ts";
import { z } from "../../../src/contract/zod.ts";
import { Problem } from "../problem.ts";
import { isList, isObject, merged, pathWords } from "./json.ts";
import type { Json, JsonObject, JsonPath } from "./json.ts";
import { readPlacedJson } from "./placed-json.ts";

interface Fault {
  readonly path: JsonPath;
  readonly what: string;
}

/** XML 1.0 cannot hold most of these even as references, and half of a pair is no character. */
const uncarried = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Surrogate}/u;

export async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch {
    throw new Problem(`${file}: the file cannot be read`, "Check the path and that the file may be read.");
  }
}

/** Throws a `Problem` with a line for each fault: file, line, column, path, what is wrong. */
export async function readPolicy(file: string): Promise<JsonObject> {
  const text = (await readBytes(file)).toString("utf8").replace(/^\uFEFF/, "");
  const { value, placeOf } = readPlacedJson(file, text);
  return validPolicy(value, (path) => `${file}:${placeOf(path)}`);
}

/**
 * The policy without what is `null`: no browser's managed storage holds that, and to leave it out says the same.
 * Throws a `Problem`; `placeOf` names the place of a value.
 */
export function validPolicy(value: Json, placeOf: (path: JsonPath) => string): JsonObject {
  const faults: Fault[] = [];
  const kept = withoutNulls(value, [], faults);
  if (!isObject(kept))
    throw new Problem(
      `${placeOf([])}: a policy is an object`,
      'Write the settings between braces: { "strictness": "strict" }',
    );
  const parsed = z.safeParse(schema, merged(JSON.parse(JSON.stringify(defaultPolicy)) as JsonObject, kept));
  if (!parsed.success) faults.push(...parsed.error.issues.flatMap(faultsOf));
  if (faults.length === 0) return kept;
  const lines = faults.map(
    ({ path, what }) => `${placeOf(path)}: ${pathWords(path) || "the policy"}: ${what}`,
  );
  throw new Problem(
    lines.join("\n"),
    "Correct these settings, or leave them out for the default; docs/settings.md has all of them. Nothing was written.",
  );
}

function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: [...path, key], what: "there is no such setting" }));
  return [{ path, what: issue.message }];
}

function withoutNulls(value: Json, path: JsonPath, faults: Fault[]): Json {
  if (typeof value === "string") {
    const found = uncarried.exec(value)?.[0];
    if (found !== undefined)
      faults.push({
        path,
        what: `holds a character that no registry or profile can carry (${codePoint(found)})`,
      });
    return value;
  }
  if (isList(value))
    return value.map((item, index) => {
      if (item === null) faults.push({ path: [...path, index], what: "a list cannot hold null" });
      return withoutNulls(item, [...path, index], faults);
    });
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== null);
  return Object.fromEntries(
    entries.map(([key, one]) => {
      if (uncarried.test(key))
        faults.push({ path: [...path, key], what: "this key has a character that cannot be carried" });
      return [key, withoutNulls(one, [...path, key], faults)];
    }),
  );
}

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
