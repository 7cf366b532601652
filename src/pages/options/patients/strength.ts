/** How a passphrase would stand up to guessing, said in words. Pure; it never quotes the passphrase. */
import { passphraseFault } from "../../../patient-list/passphrase.ts";
import { declaredWords } from "../../../platform/declared-words.ts";
import { t } from "../../../platform/i18n.ts";

export interface Strength {
  readonly level: "refused" | "fair" | "strong";
  readonly words: string;
}

/**
 * Bits from which on a passphrase is called strong. At 600,000 rounds of PBKDF2 each guess costs about 2^20 runs of
 * SHA-256, so these are some 2^65 in all.
 */
const strongBits = 45;

/** Keys in a row, and the letters and digits in order; forward or backward they are one thing to a guesser. */
const rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

export function strengthOf(passphrase: string): Strength {
  const fault = passphraseFault(passphrase);
  if (fault !== undefined) return { level: "refused", words: declaredWords(fault) };
  return guessBits(passphrase) >= strongBits
    ? { level: "strong", words: t("options_strong") }
    : { level: "fair", words: t("options_it_will_do_one_more_word") };
}

/** A guesser tries words, years and rows of keys before letters: each of them counts once, for as little as it is. */
export function guessBits(passphrase: string): number {
  const pieces = passphrase.toLowerCase().match(/\p{L}+|\d+|[^\p{L}\d\s]+/gu) ?? [];
  return [...new Set(pieces)].reduce((bits, piece) => bits + bitsOf(piece), 0);
}

function bitsOf(piece: string): number {
  const { length } = piece;
  if (length > 2 && (new Set(piece).size <= 2 || isInRow(piece))) return 4;
  if (/^(?:19|20)\d\d$/.test(piece)) return 6;
  if (/^\d+$/.test(piece)) return 3.3 * length;
  if (!/^\p{L}+$/u.test(piece)) return 3 * length;
  // Letters that can be spoken are taken for a word of a list of 8,000, or for two or three of them.
  return length > 2 && /[aeiouy]|[^a-z]/.test(piece) ? Math.min(3 * length, 13 + length / 2) : 4 * length;
}

function isInRow(piece: string): boolean {
  if (piece.length < 3) return false;
  const reversed = Array.from(piece).toReversed().join("");
  return rows.some((row) => row.includes(piece) || row.includes(reversed));
}
