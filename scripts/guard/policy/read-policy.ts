/** A policy file from the disk, for the commands. */
import { open } from "node:fs/promises";
import { fileIssues } from "../../../src/contract/policy-file.ts";
import { faultsOf } from "../../../src/policy-file/fault-words.ts";
import { isObject, pathWords } from "../../../src/policy-file/json.ts";
import type { Json, JsonObject, JsonPath } from "../../../src/policy-file/json.ts";
import {
  lookAtPolicy,
  policyLimit,
  shownPath,
  uncarriedIn,
  withoutNulls,
} from "../../../src/policy-file/look-at-policy.ts";
import type { PolicyFault, SeenPolicy } from "../../../src/policy-file/look-at-policy.ts";
import { placeWords } from "../../../src/policy-file/placed-json.ts";
import { Problem } from "../problem.ts";

/** Throws a `Problem` where the file cannot be read, or has more than `most` bytes. */
export async function readBytes(file: string, most = 64_000_000): Promise<Buffer> {
  const handle = await open(file).catch(() => undefined);
  try {
    const about = await handle?.stat();
    if (!handle || !about || about.isDirectory())
      throw new Problem(`${file}: the file cannot be read`, "Check the path and that the file may be read.");
    // A device or pipe has no size: one byte more than is taken tells that there is more.
    const room = Buffer.alloc(Math.min(about.isFile() ? about.size : most, most) + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await handle.read(room, length, room.length - length);
      length += bytesRead;
      if (bytesRead === 0 || length === room.length) break;
    }
    if (length > most)
      throw new Problem(
        `${file}: the file has more than ${most} bytes, and no such file needs that`,
        "Check that this is the file you mean.",
      );
    return room.subarray(0, length);
  } finally {
    await handle?.close();
  }
}

export async function seePolicy(file: string): Promise<SeenPolicy> {
  return lookAtPolicy(await readBytes(file, policyLimit));
}

/** Throws a `Problem` with a line for each fault: file, line, column, path, what is wrong. */
export async function readPolicy(file: string): Promise<JsonObject> {
  const { value, faults, doubts } = await seePolicy(file);
  const lines = [...faults, ...doubts.filter(({ path }) => path.length > 0)].map((one) =>
    faultLine(file, one),
  );
  if (value === undefined || lines.length > 0) throw new Problem(lines.join("\n"), advice);
  return withoutNulls(value);
}

/**
 * A policy that is JSON already, without what is `null`: no browser's managed storage holds that, and to leave it out says
 * the same. Throws a `Problem`; `placeOf` names the place of a value.
 */
export function validPolicy(value: Json, placeOf: (path: JsonPath) => string): JsonObject {
  const faults = [...fileIssues(value).flatMap((issue) => faultsOf(issue, value)), ...uncarriedIn(value, [])];
  if (isObject(value) && faults.length === 0) return withoutNulls(value);
  const lines = faults.map(
    ({ path, what, remedy }) => `${placeOf(path)}: ${pathWords(path) || "the policy"}: ${what}. ${remedy}`,
  );
  throw new Problem(lines.join("\n"), advice);
}

const advice =
  "Correct these settings, or leave them out for the default; docs/settings.md has all of them. Nothing was written.";

export const faultLine = (file: string, { place, path, what, remedy }: PolicyFault): string =>
  `${file}:${placeWords(place)}: ${path.length > 0 ? `${shownPath(path)}: ` : ""}${what}. ${remedy}`;
