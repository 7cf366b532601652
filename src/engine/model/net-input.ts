/** How a reading becomes rows for the net. `weights.ts` was trained on exactly this: retrain after a change. */
import type { Reading } from "./features.ts";
import { bucket, hashText, mix } from "./hash.ts";
import type { NetInput, NetTokens } from "./net.ts";
import { settingRows } from "./net.ts";
import { slotOf } from "./packed.ts";
import { type Token, classNames } from "./tokens.ts";

/** Marks that a token may bear beside its classes: their rows follow those of the classes. */
const marks = ["echo", "question", "opens", "unknown"] as const;
const markRow = (mark: (typeof marks)[number]): number => classNames.length + marks.indexOf(mark);
export const partRows = classNames.length + marks.length;
const echo = markRow("echo");
const question = markRow("question");
const opens = markRow("opens");
const unknown = markRow("unknown");

/** Where words have their rows: open addressing over hashes, as in `packed.ts`; `rowOf` is by slot. */
export interface NetWords {
  readonly keys: Int32Array;
  readonly rowOf: Int32Array;
}

const wordSeed = hashText("net-word");
export const wordKey = (token: Pick<Token, "faceHash">): number => bucket(mix(wordSeed, token.faceHash));

/** Longest part of a thread that the net reads, in tokens. A draft is read to its end. */
const threadLimit = 80;

const settingNames = [
  "review-reply+",
  "review-reply-",
  "comment+",
  "comment-",
  "post+",
  "post-",
  "message+",
  "message-",
  "review+",
  "review-",
  "person",
  "everybody",
  "asks",
  "tells",
];
if (settingNames.length > settingRows) throw new Error("more settings than rows");
const settingOf = new Map(settingNames.map((name, row) => [hashText(name), row]));

export function toNetInput(reading: Reading, words: NetWords): NetInput {
  const draftWords = new Set(reading.tokens.map(({ text }) => text));
  const draft = encode(reading.tokens, words, (word) => word.length > 3 && reading.threadWords.has(word));
  for (const { start, end, question: asked } of reading.clauses) {
    draft.parts[start]?.push(opens);
    if (asked)
      for (let at = start; at < Math.min(end, draft.parts.length); at++) draft.parts[at]?.push(question);
  }
  return {
    draft,
    thread: encode(
      reading.thread.slice(0, threadLimit),
      words,
      (word) => word.length > 3 && draftWords.has(word),
    ),
    settings: reading.setting.flatMap((fact) => settingOf.get(fact) ?? []),
  };
}

function encode(
  tokens: readonly Token[],
  { keys, rowOf }: NetWords,
  echoes: (word: string) => boolean,
): NetTokens & { parts: number[][] } {
  const rows = new Int32Array(tokens.length);
  const parts = tokens.map((token, at) => {
    const slot = slotOf(keys, wordKey(token));
    const known = keys[slot] !== 0;
    rows[at] = known ? (rowOf[slot] ?? -1) : -1;
    const own: number[] = [...token.classes];
    if (!known) own.push(unknown);
    if (echoes(token.text)) own.push(echo);
    return own;
  });
  return { words: rows, parts };
}
