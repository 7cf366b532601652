/** A theft without a key: people in the files, and keys that were left beside a list. */
import type { Person } from "../../src/engine/patients/index.ts";
import { prepareScan } from "../../test/e2e/harness/on-disk/patterns.ts";
import { keysIn, makeKeyTest, sealedIn } from "./left-keys.ts";
import type { SealedFound } from "./left-keys.ts";
import { contentsOf, secretsOf } from "./search.ts";

/** Of these the raw bytes are tried as keys: what the extension itself keeps, and a sealed list's neighbors. */
const ours =
  /IndexedDB|Local Extension Settings|Extension State|Session Storage|Local Storage|moz-extension|storage-sync|\.rgl/i;

/** So many of `--people` are searched for, each in hundreds of writings. */
const mostSearched = 500;

export interface WithoutKey {
  /** Files, and pieces of them that were packed. */
  readonly contents: number;
  readonly bytes: number;
  readonly secrets: number;
  /** What of whom was found, and where. */
  readonly recovered: readonly string[];
  readonly lists: readonly { where: string; bytes: number; people: string; entropy: number }[];
  readonly keysTried: number;
  readonly listsOpened: number;
}

/** Every list is counted once, however often it lies about. */
export async function listsIn(paths: readonly string[]): Promise<SealedFound[]> {
  const lists = new Map<string, SealedFound>();
  for (const path of paths)
    for await (const content of contentsOf(path))
      for (const list of sealedIn(content)) lists.set(`${list.header.listId} ${list.header.iv}`, list);
  return [...lists.values()];
}

/** `seconds`: how long the raw bytes of a profile may be tried as keys; texts always are. */
export async function searchStolen(
  paths: readonly string[],
  lists: readonly SealedFound[],
  people: readonly Person[],
  seconds: number,
): Promise<WithoutKey> {
  const secrets = secretsOf(people.slice(0, mostSearched));
  const scan = prepareScan(secrets);
  const tests = lists.map((list) => ({ list, test: makeKeyTest(list) }));
  const recovered = new Set<string>();
  const opened = new Set<SealedFound>();
  const tried = new Set<string>();
  let [contents, bytes, keysTried] = [0, 0, 0];
  const until = performance.now() + seconds * 1000;
  for (const path of paths) {
    for await (const content of contentsOf(path)) {
      contents++;
      bytes += content.bytes.length;
      for (const { secret, way } of scan(content.bytes))
        recovered.add(`${secret.label}, ${way}: ${content.file}`);
      if (lists.length === 0) continue;
      for (const { key, raw } of keysIn(content, ours.test(content.file))) {
        if (raw && (keysTried & 1023) === 0 && performance.now() > until) break;
        const name = key.toString("latin1");
        if (key.length !== 32 || tried.has(name)) continue;
        if (tried.size < 5_000_000) tried.add(name);
        keysTried++;
        for (const { list, test } of tests) if (test(key)) opened.add(list);
      }
    }
  }
  return {
    contents,
    bytes,
    secrets: secrets.length,
    recovered: [...recovered],
    lists: lists.map(({ where, file, header, entropy }) => ({
      where,
      bytes: file.length,
      people: header.people,
      entropy: Number(entropy.toFixed(4)),
    })),
    keysTried,
    listsOpened: opened.size,
  };
}
