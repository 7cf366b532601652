import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { inForce } from "../../src/contract/policy-file.ts";
import { defaultPolicy } from "../../src/contract/policy.ts";
import type { Policy } from "../../src/contract/policy.ts";
import { emptyPractice, practice as practiceSchema } from "../../src/contract/practice.ts";
import { z } from "../../src/contract/zod.ts";
import { emptyIndex, openIndex, prepare } from "../../src/engine/index.ts";
import type { Knowledge } from "../../src/engine/index.ts";
import { newIndex } from "../../src/engine/patients/index.ts";
import type { SerializedIndex } from "../../src/engine/patients/index.ts";
import { readAllPeople } from "./patients/read-people.ts";
import { isSealed, openList, readBytes } from "./patients/sealed-file.ts";
import type { Keys } from "./patients/sealed-file.ts";
import { readPolicy } from "./policy/read-policy.ts";
import { Problem } from "./problem.ts";

export interface Files extends Keys {
  readonly practice: string;
  /** A list of people, or a sealed list, which needs one of the keys. */
  readonly patients: string;
  /** Any part of a policy; what it leaves out is the default. */
  readonly policy?: string | undefined;
}

export async function readKnowledge({ policy, ...files }: Files): Promise<Knowledge> {
  const under = await knowledgeOf(files);
  return under(policy === undefined ? defaultPolicy : inForce(await readPolicy(policy)).policy);
}

/** Files that may be left out: without them nobody is looked for, and a practice says nothing of itself. */
export interface SomeFiles extends Keys {
  readonly practice?: string | undefined;
  readonly patients?: string | undefined;
}

/** Practice and patients, read once, under any policy. A practice that the policy names goes before the other. */
export async function knowledgeOf({
  practice,
  patients,
  ...keys
}: SomeFiles): Promise<(policy: Policy) => Knowledge> {
  const index = await indexOf(patients, keys);
  const profile =
    practice === undefined ? emptyPractice : await readJson(practice, "practice", practiceSchema);
  return (policy) => prepare(policy, policy.practice ?? profile, index);
}

async function indexOf(patients: string | undefined, keys: Keys): Promise<typeof emptyIndex> {
  if (patients === undefined) {
    const key = keys.passphraseFile ? "--passphrase-file" : keys.managedKeyFile && "--managed-key-file";
    if (!key) return emptyIndex;
    throw new Problem(`${key} opens a patient list, and none is named`, "Name it: --patients LIST.rgl");
  }
  const serialized = await readPatients(patients, keys);
  if (serialized.people > 0) return openIndex(serialized);
  console.error(`${patients}: the list has nobody on it, and drafts are checked without one`);
  return emptyIndex;
}

async function readPatients(file: string, keys: Keys): Promise<SerializedIndex> {
  const bytes = await readBytes(file, "patient list");
  if (isSealed(bytes)) return (await openList(file, bytes, keys, Date.now())).index;
  const builder = newIndex(new Uint8Array(randomBytes(16)));
  await readAllPeople(file, bytes, (person) => builder.add(person));
  return builder.finish("command-line");
}

async function readText(file: string, what: string): Promise<string> {
  try {
    return (await readFile(file, "utf8")).replace(/^\uFEFF/, "");
  } catch {
    throw new Problem(`${file}: the ${what} cannot be read`, "Check the path and that the file may be read.");
  }
}

async function readJson<S extends z.ZodMiniType>(file: string, what: string, schema: S): Promise<z.infer<S>> {
  const text = await readText(file, what);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Problem(
      `${file}:${lineOf(error, text)}: the ${what} is not JSON`,
      "Mend the file; a JSON linter shows the place.",
    );
  }
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => {
    const name = path.map(String).join(".");
    return `${file}:${lineOfKey(text, path)}: ${name === "" ? what : name}: ${message}`;
  });
  throw new Problem(
    faults.join("\n"),
    `Correct these settings of the ${what}, or leave them out for the default.`,
  );
}

function lineOf(error: unknown, text: string): number {
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  return text.slice(0, position === undefined ? text.length : Number(position)).split("\n").length;
}

/** The line of the innermost key of `path` that the text shows. */
function lineOfKey(text: string, path: readonly PropertyKey[]): number {
  let at = 0;
  for (const key of path) {
    if (typeof key !== "string") continue;
    const found = text.indexOf(JSON.stringify(key), at);
    if (found >= 0) at = found;
  }
  return text.slice(0, at).split("\n").length;
}
