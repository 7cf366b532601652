/** What a thief looks for without a key, and where. */
import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Person } from "../../src/engine/patients/index.ts";
import { pieces } from "../../test/e2e/harness/profile-search.ts";
import type { Secret } from "../../test/e2e/harness/profile-search.ts";

/** Shorter runs come up by chance in a profile of some hundred megabytes. */
const shortest = 7; // characters

export interface Content {
  readonly file: string;
  readonly bytes: Buffer;
}

/** Every file below `path`, or that file: as it lies there, and unpacked. */
export async function* contentsOf(path: string): AsyncGenerator<Content> {
  const files = (await stat(path)).isFile()
    ? [path]
    : (await readdir(path, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
  for (const file of files) {
    yield { file, bytes: Buffer.from(file) };
    for (const { bytes } of await pieces(file, await readFile(file))) yield { file, bytes };
  }
}

/** What must not be found of each person, as written, backwards, and as a hash without a key. Labels name nobody. */
export function secretsOf(people: readonly Person[]): Secret[] {
  return people.flatMap((person, number) =>
    textsOf(person).flatMap(([what, text]) => {
      const label = `${what} of person ${number + 1}`;
      if (text.length < shortest) return [];
      const spellings = [...new Set([text, text.toLowerCase()])];
      return [
        { label, content: text },
        { label: `${label}, backwards`, content: [...text].toReversed().join("") },
        ...spellings.flatMap((spelling) =>
          ["md5", "sha1", "sha256"].map((hash) => ({
            label: `${label}, ${hash} without a key`,
            content: new Uint8Array(createHash(hash).update(spelling).digest()),
          })),
        ),
      ];
    }),
  );
}

function textsOf({
  given,
  family,
  aliases,
  handles,
  phones,
  emails,
  recordNumbers,
}: Person): [string, string][] {
  const [first = ""] = given.split(" ");
  const named = (what: string, texts: readonly string[]): [string, string][] =>
    texts.map((text) => [what, text]);
  const whole =
    first === "" || family === ""
      ? []
      : [" ", "", "_", ".", ",", "\t"]
          .map((between) => `${first}${between}${family}`)
          .concat(`${family}, ${first}`, `${family},${first}`);
  return [
    ...named("name", whole),
    ...named("other name", aliases),
    ...named(
      "handle",
      handles.map((handle) => handle.replace(/^@/, "")),
    ),
    ...named(
      "phone",
      phones.flatMap((phone) => [phone, phone.replace(/\D/g, "").slice(-10)]),
    ),
    ...named("e-mail", emails),
    ...named("record number", recordNumbers),
  ];
}
