/** `guard patients inspect` and `verify`: what a sealed list says of itself, and whether it is whole. */
import { createHash } from "node:crypto";
import type { Lock } from "../../../src/contract/sealed-list.ts";
import { verifyFile } from "../../../src/patient-list/header.ts";
import { problemWords } from "../../../src/patient-list/problem-words.ts";
import { Problem } from "../problem.ts";
import { hasKey, headerOf, listFault, openList, readBytes } from "./sealed-file.ts";
import type { Keys } from "./sealed-file.ts";

const lockWords = (lock: Lock): string =>
  lock.kind === "managed"
    ? "managed key"
    : `passphrase (${lock.iterations.toLocaleString("en-US")} rounds of ${lock.kdf})`;

export async function inspectList(file: string, keys: Keys, json: boolean): Promise<number> {
  const bytes = await readBytes(file, "sealed list");
  const header = headerOf(file, bytes);
  const damage = await verifyFile(bytes);
  if (damage) throw listFault(file, damage);
  const opened = hasKey(keys) ? await openList(file, bytes, keys, 0) : undefined;
  const found = {
    id: header.listId,
    version: header.version,
    created: header.created,
    expires: header.expires,
    expired: header.expires !== null && Date.parse(header.expires) <= Date.now(),
    bucket: header.people,
    locks: header.locks.map(({ kind }) => kind),
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    ...(opened ? { people: opened.index.people, index: opened.index.format } : {}),
  };
  const rows: (readonly [string, string])[] = [
    ["id", found.id],
    ["version", String(found.version)],
    ["created", found.created],
    ["expires", `${found.expires ?? "never"}${found.expired ? " (expired)" : ""}`],
    ["people", opened ? opened.index.people.toLocaleString("en-US") : found.bucket],
    ...(opened ? [["index", `version ${opened.index.format}`] as const] : []),
    ["opens with", header.locks.map(lockWords).join("; ")],
    ["size", `${found.size.toLocaleString("en-US")} bytes`],
    ["SHA-256", found.sha256],
    ["proven", opened ? "yes: it was opened" : "no: only the checksum was looked at"],
  ];
  console.log(
    json ? JSON.stringify(found) : rows.map(([name, value]) => `${name.padEnd(11)}${value}`).join("\n"),
  );
  return 0;
}

/** Throws a `Problem` unless a seat would take the list now. */
export async function verifyList(file: string, keys: Keys): Promise<number> {
  const bytes = await readBytes(file, "sealed list");
  const header = headerOf(file, bytes);
  const damage = await verifyFile(bytes);
  if (damage) throw listFault(file, damage);
  if (hasKey(keys)) {
    const { index } = await openList(file, bytes, keys, Date.now());
    console.log(`${file}: whole; it opens, and holds ${index.people.toLocaleString("en-US")} people`);
    return 0;
  }
  if (header.expires !== null && Date.parse(header.expires) <= Date.now()) {
    const { what, remedy } = problemWords("expired");
    const words = what.replace(/\.$/, "");
    throw new Problem(
      `${file}: ${words}, according to its header, which only the passphrase or key proves.`,
      remedy,
    );
  }
  console.log(`${file}: the checksum is right; add --passphrase-file F to prove that nobody altered it`);
  return 0;
}
