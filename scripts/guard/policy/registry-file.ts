/**
 * Files of the registry editor, version 5.00: UTF-16 LE with a byte order mark, CRLF, as regedit itself writes them
 * (support.microsoft.com: "How to add, modify, or delete registry subkeys and values by using a .reg file").
 */
import { Problem } from "../problem.ts";
import { emptyTree } from "./registry-values.ts";
import type { RegistryTree, RegistryValue } from "./registry-values.ts";

const header = "Windows Registry Editor Version 5.00";

/** A key with its values; `cleared`: what was in it and below it goes first. */
export interface RegistryKey {
  readonly key: string;
  readonly cleared?: boolean;
  readonly comment?: string;
  readonly values: readonly (readonly [name: string, value: RegistryValue])[];
}

export function registryFile(keys: readonly RegistryKey[]): Uint8Array {
  const lines = [header, ""];
  for (const { key, cleared, comment, values } of keys) {
    if (comment !== undefined) lines.push(...comment.split("\n").map((line) => `; ${line}`));
    if (cleared === true) lines.push(`[-${key}]`, "");
    lines.push(`[${key}]`, ...values.map(([name, value]) => `${quoted(name)}=${written(value)}`), "");
  }
  return Buffer.from(`\uFEFF${lines.join("\r\n")}\r\n`, "utf16le");
}

const quoted = (text: string): string => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;

function written(value: RegistryValue): string {
  if (value.type === "dword") return `dword:${value.value.toString(16).padStart(8, "0")}`;
  // Between quotation marks a line cannot end: such a text is written as the bytes of a REG_SZ.
  return /[\p{Cc}\p{Zl}\p{Zp}]/u.test(value.value)
    ? `hex(1):${hex(`${value.value}\0`)}`
    : quoted(value.value);
}

const hex = (text: string): string =>
  [...Buffer.from(text, "utf16le")].map((byte) => byte.toString(16).padStart(2, "0")).join(",");

/** The tree of all keys of a file, under their full names. Throws a `Problem` with file and line. */
export function readRegistryFile(bytes: Uint8Array, file: string): ReadonlyMap<string, RegistryTree> {
  const text =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? Buffer.from(bytes).toString("utf16le").slice(1)
      : new TextDecoder().decode(bytes);
  const lines = text.split(/\r?\n/);
  const fail = (index: number, what: string): never => {
    throw new Problem(
      `${file}:${index + 1}: ${what}`,
      "Name the file that guard policy emit wrote, or one that regedit exported.",
    );
  };
  if (lines[0] !== header) fail(0, `the first line is not "${header}"`);
  const keys = new Map<string, RegistryTree>();
  let current: RegistryTree | undefined;
  let begun = "";
  for (const [index, part] of lines.entries()) {
    const line = begun === "" ? part : begun + part.trimStart();
    // A value in hexadecimal digits goes on after a backslash.
    begun = line.endsWith(",\\") ? line.slice(0, -1) : "";
    if (begun !== "") continue;
    if (index === 0 || line.trim() === "" || line.startsWith(";")) continue;
    const key = /^\[(-?)(.+)\]$/s.exec(line);
    if (key) {
      const name = key[2] ?? "";
      if (key[1] === "-") {
        for (const known of keys.keys())
          if (`${known}\\`.toLowerCase().startsWith(`${name}\\`.toLowerCase())) keys.delete(known);
        current = undefined;
      } else {
        current = keys.get(name) ?? emptyTree();
        keys.set(name, current);
      }
      continue;
    }
    // The key's own value, which no policy has.
    if (line.startsWith("@=")) continue;
    const entry = /^"((?:[^"\\]|\\.)*)"=(.*)$/s.exec(line);
    if (!entry) fail(index, "this is neither a key nor a value");
    if (!current) fail(index, "this value stands under no key");
    if (entry?.[2] === "-") {
      current?.values.delete(unquoted(entry[1] ?? ""));
      continue;
    }
    current?.values.set(
      unquoted(entry?.[1] ?? ""),
      readValue(entry?.[2] ?? "") ?? fail(index, "this value cannot be read"),
    );
  }
  return keys;
}

const unquoted = (text: string): string => text.replaceAll(/\\(.)/gs, "$1");

function readValue(text: string): RegistryValue | undefined {
  const dword = /^dword:([0-9a-f]{1,8})$/i.exec(text);
  if (dword) return { type: "dword", value: Number.parseInt(dword[1] ?? "", 16) };
  const plain = /^"((?:[^"\\]|\\.)*)"$/s.exec(text);
  if (plain) return { type: "text", value: unquoted(plain[1] ?? "") };
  const bytes = /^hex\(1\):((?:[0-9a-f]{2},?)*)$/i.exec(text);
  if (!bytes) return undefined;
  const read = Buffer.from((bytes[1] ?? "").replaceAll(",", ""), "hex").toString("utf16le");
  return { type: "text", value: read.replace(/\0+$/, "") };
}

/** What is at `root` and below it, as one tree. Names of keys are the same in capitals. */
export function treeAt(keys: ReadonlyMap<string, RegistryTree>, root: string): RegistryTree | undefined {
  const found = [...keys].filter(([key]) => `${key}\\`.toLowerCase().startsWith(`${root}\\`.toLowerCase()));
  if (found.length === 0) return undefined;
  const whole = emptyTree();
  for (const [key, { values }] of found) {
    let at = whole;
    for (const step of key
      .slice(root.length)
      .split("\\")
      .filter((one) => one !== "")) {
      const next = at.keys.get(step) ?? emptyTree();
      at.keys.set(step, next);
      at = next;
    }
    for (const [name, value] of values) at.values.set(name, value);
  }
  return whole;
}
