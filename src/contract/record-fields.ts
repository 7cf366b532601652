/** What the fields of the record are made of; docs/log-format.md is their specification. */
import { z } from "./zod.ts";

/** Milliseconds since 1970, by the seat's clock. */
export const instant = z.int().check(z.minimum(0), z.maximum(8_640_000_000_000_000));
export const count = z.int().check(z.minimum(0));
/** SHA-256, in hex. */
export const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/, "no SHA-256"));
/** Nothing was before: the first entry's and the first seal's `previous`. */
export const noHash = "0".repeat(64);
/** 64 bits in hex: a seat, or a keyed or one-way digest of something. */
export const token = z.string().check(z.regex(/^[0-9a-f]{16}$/, "no 16 hex digits"));
/**
 * A point of P-256, uncompressed (65 bytes), and an ECDSA signature, r and s (64 bytes); base64url without padding. The
 * bits that a last character has over are zero, so that there is one text for it and no other (RFC 4648, 3.5).
 */
export const publicKey = z.string().check(z.regex(/^B[A-Za-z0-9_-]{85}[AEIMQUYcgkosw048]$/, "no public key"));
export const signature = z.string().check(z.regex(/^[A-Za-z0-9_-]{85}[AQgw]$/, "no signature"));
/** A day in UTC. */
export const recordDate = z.iso.date();

/** What somebody wrote: one line, without halves of characters, which canonical JSON has no form for. */
export const line = (limit: number): z.ZodMiniString =>
  z.string().check(
    z.maxLength(limit),
    z.refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), "more than one line"),
  );

export const version = line(64);
/** Name of a rule or path of a setting: words of closed sets, which a newer version may have more of. */
export const named = z
  .string()
  .check(z.regex(/^[A-Za-z0-9][A-Za-z0-9.[\]-]{0,79}$/, "no name of a rule or setting"));
