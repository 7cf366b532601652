import { randomBytes } from "./bytes.ts";

/** No vowels (no words come out), and nothing that looks or sounds like another: no i, l, o, 0, 1. */
const letters = "bcdfghjkmnpqrstvwxyz23456789";
const groups = 6;
const groupLength = 4;

/** Longest passphrase, in UTF-16 units: a file that was given by mistake is longer. */
export const passphraseLimit = 1000;

/** Six groups of four letters and digits, 115 bits: "kq7m-…". */
export function newPassphrase(): string {
  return Array.from({ length: groups }, () =>
    Array.from({ length: groupLength }, () => randomLetter()).join(""),
  ).join("-");
}

function randomLetter(): string {
  // A byte beyond the last whole multiple would favor the first letters.
  const limit = 256 - (256 % letters.length);
  for (;;) {
    const [byte = 255] = randomBytes(1);
    if (byte < limit) return letters.charAt(byte % letters.length);
  }
}

/** Why nobody should seal a list with it, for people; undefined: it will do. Never quotes it. */
export function passphraseFault(passphrase: string): string | undefined {
  const given = passphrase.normalize("NFC");
  if (given.length > passphraseLimit) return `The passphrase is longer than ${passphraseLimit} characters.`;
  if (/[\r\n]/.test(given)) return "The passphrase has more than one line.";
  const characters = Array.from(given);
  const words = given.split(/\s+/u).filter((word) => word !== "");
  if (characters.length < 12 && words.length < 4)
    return "The passphrase is too short: it needs at least 12 characters, or four words.";
  if (new Set(characters).size < 5) return "The passphrase repeats the same few characters.";
  return undefined;
}

/** What stands in a passphrase file: all of it but the end of its last line, which editors put there. */
export const passphraseOf = (text: string): string => text.replace(/^\uFEFF/, "").replace(/\r?\n$/, "");
