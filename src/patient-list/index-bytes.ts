/** Stands in until the engine encodes its index itself. */
import type { SerializedIndex } from "../engine/patients/index.ts";
import { fromBase64, toBase64, utf8 } from "./bytes.ts";
import type { Bytes } from "./bytes.ts";

const tables = ["names", "forms", "deletions"] as const;
const raw = (array: Uint32Array): string =>
  toBase64(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));

export function encodeIndex(index: SerializedIndex): Bytes {
  const written = tables.map((name) => [name, [raw(index[name].keys), raw(index[name].values)]]);
  const { format, id, people, key, parts } = index;
  return utf8(
    JSON.stringify({
      format,
      id,
      people,
      key: toBase64(key),
      parts: raw(parts),
      ...Object.fromEntries(written),
    }),
  );
}

const words = (text: unknown): Uint32Array => {
  const bytes = fromBase64(String(text)) ?? new Uint8Array();
  return new Uint32Array(bytes.buffer, 0, bytes.length >> 2);
};

export function decodeIndex(bytes: Uint8Array): SerializedIndex | undefined {
  const value = JSON.parse(new TextDecoder().decode(bytes));
  const [names, forms, deletions] = tables.map((name) => ({
    keys: words(value[name][0]),
    values: words(value[name][1]),
  }));
  const key = fromBase64(value.key);
  if (!names || !forms || !deletions || !key) return undefined;
  const { format, id, people } = value;
  return { format, id, people, key, names, forms, deletions, parts: words(value.parts) };
}
