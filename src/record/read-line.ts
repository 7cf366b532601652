import { endLine, entryLine, noHash, recordLineLimit, sealLine } from "../contract/record-entry.ts";
import type { EndLine, EntryLine, RecordLine, SealLine } from "../contract/record-entry.ts";
import { z } from "../contract/zod.ts";
import { canonical } from "./canonical.ts";
import { fail } from "./fault.ts";
import type { Hashing } from "./proof.ts";

export type Read =
  | { readonly is: "entry"; readonly line: EntryLine }
  | { readonly is: "seal"; readonly line: SealLine; readonly text: string }
  | { readonly is: "end"; readonly line: EndLine; readonly text: string };

/** As much of a line as tells what it claims to be, also where it is not in order. Never what a person wrote. */
const outline = z.object({
  entry: z.optional(z.object({ seq: z.int(), previous: z.string() })),
  seal: z.optional(z.object({ number: z.int(), head: z.string(), key: z.string() })),
  end: z.optional(z.object({ from: z.int(), next: z.int(), head: z.string() })),
  hash: z.string(),
});
export type Outline = z.infer<typeof outline>;
const record = z.record(z.string(), z.unknown());

export const toLine = (line: RecordLine): string => canonical(line);

/** Undefined: the text is no JSON at all, as where a file was cut within a line. */
export function parseJson(text: string): { readonly value: unknown } | undefined {
  if (text.length > recordLineLimit) return undefined;
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

export function outlineOf(text: string): Outline | undefined {
  return outline.safeParse(parseJson(text)?.value).data;
}

/**
 * Holds a line against its own hash, then against its schema: what was changed is not called unknown. `key`: the one that
 * seals are expected to name; `next`: the `seq` that the next entry has.
 * @throws {Broken} `changed`, `removed`, `signature-wrong`, `key-changed` or `not-understood`, with `number` as its line.
 */
export async function readLine(
  text: string,
  value: unknown,
  at: { readonly number: number; readonly key: string | undefined; readonly next: number },
  proof: Hashing,
): Promise<Read> {
  const { number } = at;
  if (!isCanonical(value, text)) {
    fail("changed", number, "the line is not the canonical JSON that the record writes");
  }
  const parsed = outline.safeParse(value);
  const found = parsed.data;
  const is = found?.entry ? "entry" : found?.seal ? "seal" : found?.end ? "end" : undefined;
  if (found === undefined || is === undefined) {
    return fail("not-understood", number, "the line is no entry, no seal and no end");
  }
  const name =
    is === "entry" ? `entry ${found.entry?.seq}` : is === "seal" ? `seal ${found.seal?.number}` : "the end";
  const signed = is === "entry" ? textOfEntry(text) : canonical({ [is]: record.parse(value)[is] });
  if (found.hash !== (await proof.sha256(signed))) {
    if (found.seal && at.key !== undefined && found.seal.key !== at.key) {
      fail("key-changed", number, `${name} names another key, and its hash is not of what it says`);
    }
    // A store that has lost an entry cannot know what the next one follows, and exports it without.
    if (found.entry && found.entry.seq > at.next && found.entry.previous === noHash) {
      fail("removed", number, `what ${name} follows was not there any more when it was exported`);
    }
    fail("changed", number, `${name} is not what its hash was made of`);
  }
  if (is === "entry") {
    const entry = z.safeParse(entryLine, value);
    return entry.success ? { is, line: entry.data } : notUnderstood(number, name, entry.error);
  }
  if (is === "seal") {
    const seal = z.safeParse(sealLine, value);
    return seal.success ? { is, line: seal.data, text: signed } : notUnderstood(number, name, seal.error);
  }
  const end = z.safeParse(endLine, value);
  return end.success ? { is, line: end.data, text: signed } : notUnderstood(number, name, end.error);
}

function isCanonical(value: unknown, text: string): boolean {
  try {
    return canonical(value) === text;
  } catch {
    return false;
  }
}

/** Of a canonical line `{"entry":…,"hash":"…"}`: what the hash is of, without writing it a second time. */
const textOfEntry = (text: string): string => `${text.slice(0, text.lastIndexOf(',"hash":"'))}}`;

function notUnderstood(line: number, of: string, error: z.core.$ZodError): never {
  const fields = error.issues.map(({ path }) => path.map(String).join(".")).filter((path) => path !== "");
  if (fields.length > 0 && fields.every((field) => field === "signature")) {
    return fail("signature-wrong", line, `the signature of ${of} is not even the form of one`);
  }
  const where = fields.length === 0 ? "" : ` (${fields.slice(0, 3).join(", ")})`;
  return fail("not-understood", line, `${of} says what this program does not know${where}`);
}
