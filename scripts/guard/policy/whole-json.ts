/** JSON without a fault, or a `Problem` that names them. */
import { lookAtJson, placeWords } from "../../../src/policy-file/placed-json.ts";
import type { Json, JsonPath } from "../../../src/policy-file/json.ts";
import { Problem } from "../problem.ts";

export interface PlacedJson {
  readonly value: Json;
  /** As `SeenJson.placeAt`, written `3:14`. */
  placeOf(path: JsonPath): string;
}

/** Throws a `Problem` that names `file`, and line and column of each fault. */
export function readPlacedJson(file: string, text: string): PlacedJson {
  const { value, faults, placeAt } = lookAtJson(text);
  const lines = faults.map(({ place, what }) => `${file}:${placeWords(place)}: ${what}`);
  if (value === undefined || lines.length > 0)
    throw new Problem(lines.join("\n"), faults.at(-1)?.remedy ?? "");
  return { value, placeOf: (path) => placeWords(placeAt(path)) };
}
