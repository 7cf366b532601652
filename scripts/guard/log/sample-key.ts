import { createHash } from "node:crypto";
import { p256 } from "@noble/curves/nist.js";
import { toBase64Url } from "../../../src/record/proof.ts";
import type { Signing } from "../../../src/record/proof.ts";

/**
 * A key made from a text, and its signatures: the same each time (RFC 6979), where the browser's have chance in them. Only for
 * records that are themselves invented: whoever knows the text can sign with it.
 */
export function keyFrom(text: string): Signing & { readonly key: string } {
  const secret = createHash("sha256").update(`sample key ${text}`).digest();
  return {
    key: toBase64Url(p256.getPublicKey(secret, false)),
    sign: async (signed) => toBase64Url(p256.sign(new TextEncoder().encode(signed), secret)),
  };
}
