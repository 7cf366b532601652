/** Verifies what docs/log-format.md says of chain, seals and end, with none of our code: Node's own cryptography, which is OpenSSL. */
import { createHash, createPublicKey, verify } from "node:crypto";
import type { KeyObject } from "node:crypto";

type Fields = Readonly<Record<string, string | number>>;

function keyOf(key: string): KeyObject {
  const bytes = Buffer.from(key, "base64url");
  const [x, y] = [bytes.subarray(1, 33).toString("base64url"), bytes.subarray(33).toString("base64url")];
  return createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
}

/** Of a line as it stands in the file: the part that is hashed and signed is cut out of the text, and not written anew. */
function partOf(line: string): {
  name: string;
  fields: Fields;
  text: string;
  hash: string;
  signature: string;
} {
  const value = JSON.parse(line) as Record<string, never>;
  const name = ["entry", "seal", "end"].find((one) => one in value) ?? "nothing";
  const start = line.indexOf(`"${name}":`);
  const after = name === "seal" ? line.lastIndexOf(',"signature":') : line.indexOf('},"hash":') + 1;
  return {
    name,
    fields: value[name] ?? {},
    text: `{${line.slice(start, after)}}`,
    hash: value["hash"] ?? "",
    signature: value["signature"] ?? "",
  };
}

const dayOf = (at: unknown): string => new Date(Number(at)).toISOString().slice(0, 10);

/** Number of the line that does not hold; 0 where all do. For exports with all their entries, and one key. */
export function firstFault(lines: readonly string[]): number {
  let [seq, head, seals, sealed, key] = [0, "0".repeat(64), 0, "0".repeat(64), ""];
  let day = "";
  for (const [index, line] of lines.entries()) {
    if (!line.endsWith("}")) return index + 1;
    const { name, fields, text, hash, signature } = partOf(line);
    if (createHash("sha256").update(text).digest("hex") !== hash) return index + 1;
    if (name === "entry") {
      if (fields["seq"] !== seq || fields["previous"] !== head) return index + 1;
      key ||= String(fields["key"]);
      day ||= dayOf(fields["at"]);
      if (dayOf(fields["at"]) !== day) return index + 1;
      [seq, head] = [seq + 1, hash];
      continue;
    }
    const publicKey = { key: keyOf(key), dsaEncoding: "ieee-p1363" } as const;
    const bytes = Buffer.from(signature, "base64url");
    const isSigned =
      bytes.toString("base64url") === signature && verify("sha256", Buffer.from(text), publicKey, bytes);
    if (!isSigned || fields["key"] !== key || fields["head"] !== head) return index + 1;
    if (name === "seal") {
      const reached = Number(fields["first"]) + Number(fields["count"]);
      if (fields["number"] !== seals || fields["previous"] !== sealed || reached !== seq) return index + 1;
      if (fields["date"] !== day) return index + 1;
      [seals, sealed, day] = [seals + 1, hash, dayOf(Date.parse(day) + 86_400_000)];
    } else {
      const isLast = index === lines.length - 1;
      const fits = fields["next"] === seq && fields["seals"] === seals && fields["sealed"] === sealed;
      return isLast && fits ? 0 : index + 1;
    }
  }
  return lines.length + 1;
}
