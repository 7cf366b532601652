import type { Practice } from "../model.ts";
import type { RuleContext, Span } from "../rule.ts";
import { hashText } from "./hash.ts";
import { wordClasses } from "./word-classes.ts";

/** A word, a number or an emoji of the folded text. All but the offsets are hashes, made once for many features. */
export interface Token extends Span {
  readonly text: string;
  /** Indexes of `classNames`. */
  readonly classes: readonly number[];
  /** The word, or its stand-in where it is a name or a number and would only be learned by heart. */
  readonly face: string;
  readonly faceHash: number;
  /** What stands in for the word in class n-grams: its first class, or the word itself if it is short, or its shape. */
  readonly standHash: number;
}

const special = ["<author>", "<staff>", "<practice>", "<name>", "<number>"];
export const classNames: readonly string[] = [...special, ...Object.keys(wordClasses)];
export const classHashes: readonly number[] = classNames.map(hashText);
export const classId = (name: string): number => classNames.indexOf(name);

const author = classId("<author>");
const staff = classId("<staff>");
const practiceWord = classId("<practice>");
const name = classId("<name>");
const number = classId("<number>");
const you = classId("you");
const me = classId("me");
const past = classId("past");

const exact = new Map<string, number[]>();
const prefixes = new Map<string, number[]>();
for (const [className, words] of Object.entries(wordClasses))
  for (const word of words.split(" ")) {
    const isPrefix = word.endsWith("*");
    const map = isPrefix ? prefixes : exact;
    const key = isPrefix ? word.slice(0, -1) : word;
    const known = map.get(key) ?? [];
    const id = classId(className);
    if (!known.includes(id)) map.set(key, [...known, id]);
  }
const prefixLengths = [...prefixes.keys()].map((key) => key.length);
const shortestPrefix = Math.min(...prefixLengths);
const longestPrefix = Math.max(...prefixLengths);

function classesOf(word: string): number[] {
  const found = [...(exact.get(word) ?? [])];
  for (let length = shortestPrefix; length <= Math.min(word.length, longestPrefix); length++)
    for (const id of prefixes.get(word.slice(0, length)) ?? []) if (!found.includes(id)) found.push(id);
  if (word.length < 5 || word.length > 20) return found;
  // Spanish carries the person in the ending: "viniste", "quedaste"; "atendimos".
  if (/^[a-z]{2,}[ai]stes?$/.test(word)) found.push(you, past);
  else if (/^[a-z]{2,}[ai]mos$/.test(word)) found.push(me);
  else if (word.endsWith("ed") && !found.includes(past)) found.push(past);
  return found;
}

type Looks = Pick<Token, "classes" | "face" | "faceHash" | "standHash">;

function looksOf(word: string, classes: readonly number[], isNumber: boolean): Looks {
  const first = classes[0];
  const stand = first === undefined ? shape(word, isNumber) : (classNames[first] ?? "");
  const byShape = isNumber ? shape(word, true) : word;
  const face = first !== undefined && first <= name ? stand : byShape;
  return { classes, face, faceHash: hashText(face), standHash: hashText(stand) };
}

/** Looks of words that the class table spells out. Of other words nothing is kept: they may be names. */
const spelled = new Map<string, Looks>();

/** Looks of a word that the context does not know. */
function plainLooks(word: string): Looks {
  const known = spelled.get(word);
  if (known) return known;
  const isNumber = startsAsNumber(word);
  const classes = classesOf(word);
  if (isNumber) classes.push(number);
  const looks = looksOf(word, classes, isNumber);
  if (exact.has(word)) spelled.set(word, looks);
  return looks;
}

const isLatin = (code: number): boolean => code >= 97 && code <= 122;

const startsAsNumber = (word: string): boolean => !isLatin(word.charCodeAt(0)) && /^\p{N}/u.test(word);

/** Words that the context knows: the person answered, the practice and its staff. */
export interface Known {
  readonly author: ReadonlySet<string>;
  readonly staff: ReadonlySet<string>;
  readonly practice: ReadonlySet<string>;
}

const titles = new Set(["dr", "dra", "mr", "mrs", "ms", "the", "and", "of", "for", "at"]);

function wordsOf(texts: readonly string[]): Set<string> {
  const plain = texts.join(" ").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return new Set((plain.match(/\p{L}{2,}|\p{N}{2,}/gu) ?? []).filter((word) => !titles.has(word)));
}

const practices = new WeakMap<Practice, Omit<Known, "author">>();

export function toKnown({ threadAuthor, practice }: RuleContext): Known {
  let own = practices.get(practice);
  if (!own) {
    const { aliases, addresses, phones, emails, websites, handles } = practice;
    own = {
      staff: wordsOf(practice.staff.map((person) => person.name)),
      practice: wordsOf([
        practice.name,
        ...aliases,
        ...addresses,
        ...phones,
        ...emails,
        ...websites,
        ...handles,
      ]),
    };
    practices.set(practice, own);
  }
  return { ...own, author: wordsOf([threadAuthor]) };
}

const wordPattern = /\p{L}+|\p{N}+|\p{Extended_Pictographic}|[?!$%@#]/gu;
const ending = /(?:ing|ed|ly|es|s|ando|endo|ar|er|ir|ado|ada|idos?|o|a|os|as|en|an)$/;

function shape(word: string, isNumber: boolean): string {
  if (isNumber) return `<number-${Math.min(word.length, 5)}>`;
  return word.length <= 3 ? word : `<word-${ending.exec(word)?.[0] ?? ""}>`;
}

const space = " ".charCodeAt(0);

/** Marks, numbers and emoji in a row, without a word between them, that become tokens: more say nothing new. */
const signLimit = 64;

/** Tokens of a folded text. `original` gives a token as typed: a capital inside a sentence tells a name. */
export function toTokens(text: string, known: Known, original?: (span: Span) => string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  let opens = true;
  let signs = 0;
  for (const match of text.matchAll(wordPattern)) {
    const word = match[0];
    const start = match.index;
    const end = start + word.length;
    signs = isLatin(word.charCodeAt(0)) || /^\p{L}/u.test(word) ? 0 : signs + 1;
    if (signs > signLimit) continue;
    const isSpaced = start === last + 1 && text.charCodeAt(last) === space;
    opens ||= start > last && !isSpaced && /[.!?\n:"(]/.test(text.slice(last, start));
    let looks = plainLooks(word);
    const own = ownClass(word, known);
    if (own !== undefined) looks = looksOf(word, [own, ...looks.classes], startsAsNumber(word));
    else if (!opens && looks.classes.length === 0 && original && startsAsName(original({ start, end })))
      looks = looksOf(word, [name], false);
    const { classes, face, faceHash, standHash } = looks;
    tokens.push({ text: word, start, end, classes, face, faceHash, standHash });
    last = end;
    opens = word === "?" || word === "!";
  }
  return tokens;
}

function ownClass(word: string, known: Known): number | undefined {
  if (known.author.has(word)) return author;
  if (known.staff.has(word)) return staff;
  return known.practice.has(word) ? practiceWord : undefined;
}

const startsAsName = (typed: string): boolean =>
  !isLatin(typed.charCodeAt(0)) && /^\p{Lu}\P{Lu}/u.test(typed);
