import canonicalize from "canonicalize";

/**
 * The canonical JSON of a value (RFC 8785): the same value has the same text everywhere.
 * @throws {Error} for what JSON has no form for: NaN, Infinity, half of a surrogate pair, a circle, a function.
 */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("a value that JSON has no form for");
  return text;
}
