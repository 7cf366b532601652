/** Letters that look like Latin ones. Case is folded and marks are gone before these tables are read. */

/** Latin letters that NFKD leaves alone, small capitals and phonetic letters: read the same in every text. */
export const latin: ReadonlyMap<string, string> = new Map([
  ...pairs("øłđħŧıðəɑɡĸŋɩʟʀɪᴀʙᴄᴅᴇꜰɢʜᴊᴋᴍɴᴏᴘꞯꜱᴛᴜᴠᴡʏᴢ", "oldhtideagknilriabcdefghjkmnopqstuvwyz"),
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["þ", "th"],
  // Only small letters have a form for the end of a word.
  ["ς", "σ"],
]);

/** Cyrillic, Greek and Armenian letters, read as Latin only inside a word that also has Latin letters. */
export const foreign: ReadonlyMap<string, string> = new Map(
  pairs("аеорсухіјѕһԁкмтвнԛԝьгαοειкκνρτυχηβγωσօսո", "aeopcyxijshdkmtbhqwbraoeikkvptuxnbywooun"),
);

export const punctuation: ReadonlyMap<string, string> = new Map([
  ...Array.from("‘’‚‛ʼʹ´`′", (mark) => [mark, "'"] as const),
  ...Array.from("“”„‟«»″", (mark) => [mark, '"'] as const),
  ...Array.from("‐‑‒–−﹣", (mark) => [mark, "-"] as const),
  // Without the spaces "great—thanks" would read as one hyphenated word.
  ["—", " - "],
  ["―", " - "],
  ["\t", " "],
  ["\u000b", " "],
  ["\r", "\n"],
  ["\u2028", "\n"],
  ["\u2029", "\n"],
]);

/** Digits and symbols that stand for letters; "1" is tried both ways. */
export const leet: ReadonlyMap<string, string> = new Map([
  ["0", "o"],
  ["1", "il"],
  ["3", "e"],
  ["4", "a"],
  ["5", "s"],
  ["7", "t"],
  ["8", "b"],
  ["9", "g"],
  ["@", "a"],
  ["$", "s"],
  ["€", "e"],
  ["!", "i"],
  ["|", "l"],
]);

function pairs(from: string, to: string): [string, string][] {
  const targets = Array.from(to);
  return Array.from(from, (letter, i) => [letter, targets[i] ?? letter]);
}
