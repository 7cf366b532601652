/**
 * Words and phrases that the practice itself always stops or always allows. Both are found like everything else: in the
 * folded text, whole words only, so that case, accents, curly quotes, look-alike and spaced letters make no difference.
 */
import type { Category, EnginePolicy, Finding, Hit, StoppedPhrase } from "./model.ts";
import { fold, leetReadings } from "./normalize.ts";
import type { Folded, Span } from "./rule.ts";

/** A word of a phrase; `phrases` has those that end with it, by their place in the list. */
interface Node {
  readonly next: Map<string, Node>;
  readonly phrases: number[];
}

interface Tree {
  readonly root: Node;
  readonly count: number;
}

export interface OwnWords {
  readonly stopped: Tree;
  readonly stoppedPhrases: readonly StoppedPhrase[];
  readonly allowed: Tree;
  /** By place in the list: the phrase is one word, and so taken for the name of something. */
  readonly isName: readonly boolean[];
}

/** Stands in the record for every phrase of the practice's own list. */
export const alwaysStopped = "always-stopped";

/** What was recognized in a draft, and what policy makes of it. */
export interface Judged {
  readonly hits: readonly Hit[];
  readonly findings: readonly Finding[];
}

/** What an allowed single word may be the name of. More would switch off whole rules ("welcome", "visit"). */
const nameLike: ReadonlySet<Category> = new Set(["identifier", "health"]);

const wordPattern = /[\p{L}\p{N}]+/gu;

export function ownWords({ alwaysAllow = [], alwaysStop = [] }: EnginePolicy): OwnWords {
  const allowed = alwaysAllow.map(wordsOf);
  return {
    stopped: toTree(alwaysStop.map(({ text }) => wordsOf(text))),
    stoppedPhrases: alwaysStop,
    allowed: toTree(allowed),
    isName: allowed.map((words) => words.length === 1),
  };
}

const wordsOf = (phrase: string): readonly string[] => fold(phrase).text.match(wordPattern) ?? [];

function toTree(phrases: readonly (readonly string[])[]): Tree {
  const root: Node = { next: new Map(), phrases: [] };
  phrases.forEach((words, at) => {
    if (words.length === 0) return;
    plant(root, words, at);
    // "#GlowWeek" and letters spaced without a wider gap between the words are one word.
    if (words.length > 1) plant(root, [words.join("")], at);
  });
  return { root, count: phrases.length };
}

function plant(root: Node, words: readonly string[], phrase: number): void {
  let node = root;
  for (const word of words) {
    const next = node.next.get(word) ?? { next: new Map<string, Node>(), phrases: [] };
    node.next.set(word, next);
    node = next;
  }
  node.phrases.push(phrase);
}

interface Word extends Span {
  /** The word itself first, then what it says if its digits and signs stand for letters. */
  readonly readings: readonly string[];
}

interface Found extends Span {
  readonly phrase: number;
}

/** What may stand between two words of a phrase: a space, a hyphen, an apostrophe, a line break, a mark with its space. */
const joint = /^[^\p{L}\p{N}]{1,4}$/u;

/** Words with signs for letters in them: "fr€€bie". */
const signed = /(?<![\p{L}\p{N}])[\p{L}\p{N}]{1,24}(?:[@$€!|]{1,4}[\p{L}\p{N}]{1,24}){1,8}/gu;

/** A folded text as words, for both lists. */
export interface Read {
  readonly folded: Folded;
  readonly plain: readonly Word[];
  readonly signed: readonly Word[];
}

/** Reads nothing where both lists are empty. */
export function readWords(folded: Folded, { stopped, allowed }: OwnWords): Read {
  if (stopped.count + allowed.count === 0) return { folded, plain: [], signed: [] };
  const hasSigns = /[@$€!|]/.test(folded.text);
  return {
    folded,
    plain: wordsIn(folded.text, wordPattern),
    signed: hasSigns ? wordsIn(folded.text, signed) : [],
  };
}

function wordsIn(text: string, pattern: RegExp): Word[] {
  return Array.from(text.matchAll(pattern), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    readings: /^\p{L}+$/u.test(word) || word.length > 24 ? [word] : [word, ...leetReadings(word)],
  }));
}

function find({ root, count }: Tree, { folded, plain, signed }: Read): Found[] {
  if (count === 0) return [];
  const begins = ({ readings }: Word): boolean => readings.some((reading) => root.next.has(reading));
  return [
    ...plain.flatMap((word, at) => (begins(word) ? walk(root, plain, at, folded.text) : [])),
    ...signed.flatMap((word) => (begins(word) ? walk(root, [word], 0, folded.text) : [])),
  ];
}

/** Every phrase that begins with word number `first`. As many steps as the longest phrase has words. */
function walk(root: Node, words: readonly Word[], first: number, text: string): Found[] {
  const found: Found[] = [];
  let reached: readonly Node[] = [root];
  for (let at = first; at < words.length && reached.length > 0; at++) {
    const word = words[at];
    const before = words[at - 1];
    if (!word) break;
    if (at > first && before && !joint.test(text.slice(before.end, word.start))) break;
    reached = reached.flatMap(({ next }) => word.readings.flatMap((reading) => next.get(reading) ?? []));
    for (const { phrases } of reached) {
      for (const phrase of phrases) found.push({ phrase, start: words[first]?.start ?? 0, end: word.end });
    }
  }
  return found;
}

/** More of the same list help nobody. */
const most = 20;

/**
 * A finding for each place where a phrase of the practice's list stands. They count whatever policy says about their
 * category: where it blocks they block, else they warn, for somebody has put this very phrase on the list.
 */
export function stoppedIn(
  read: Read,
  { stopped, stoppedPhrases }: OwnWords,
  { actions }: Pick<EnginePolicy, "actions">,
): readonly Finding[] {
  return find(stopped, read)
    .slice(0, most)
    .flatMap(({ phrase, ...span }) => {
      const entry = stoppedPhrases[phrase];
      if (!entry) return [];
      return {
        rule: alwaysStopped,
        category: entry.category,
        level: actions[entry.category] === "block" ? ("block" as const) : ("warn" as const),
        ...read.folded.toOriginal(span),
        why: entry.reason ?? "These words are on your practice's list of what is always stopped.",
        source: "Your practice's own policy",
      };
    });
}

type Place = Pick<Hit, "category" | "start" | "end">;

/** Says of a hit whether its words lie wholly inside one allowed phrase. */
export function allowedIn(read: Read, { allowed, isName }: OwnWords): (place: Place) => boolean {
  const found = find(allowed, read).map(({ phrase, ...span }) => ({
    phrase,
    ...read.folded.toOriginal(span),
  }));
  if (found.length === 0) return () => false;
  const whole = reach(found.filter(({ phrase }) => isName[phrase] !== true));
  const names = reach(found);
  return ({ category, ...span }) => {
    // A match with the patient list is somebody, whatever the words are; an empty span is no words at all.
    if (category === "patient-match" || span.start >= span.end) return false;
    const words = trimmed(read.folded.original, span);
    return words.start < words.end && (nameLike.has(category) ? names : whole)(words);
  };
}

/** Whether one of some ranges holds another: of those that begin before it, the one that reaches furthest decides. */
function reach(spans: readonly Span[]): (inner: Span) => boolean {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  let furthest = 0;
  const ends = sorted.map(({ end }) => (furthest = Math.max(furthest, end)));
  return ({ start, end }) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle]?.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (ends[low - 1] ?? 0) >= end;
  };
}

/** Signs that are no words. Emoji are not among them: they stand for words. */
const punctuation = /[\p{P}\p{Z}\p{Cf}\s]/u;

/** A rule may report the exclamation mark too; only words count. */
function trimmed(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && punctuation.test(text.charAt(from))) from++;
  while (to > from && punctuation.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}

/**
 * Drops what is allowed, and nothing else. A hit inside an allowed phrase may have spoken for one around it, so
 * `judgeRest` judges what is left by itself; and it may have made another surer, which must stay as sure: both count.
 */
export function withoutAllowed(
  { hits, findings }: Judged,
  isAllowed: (place: Place) => boolean,
  judgeRest: () => Judged,
): Judged {
  const rest = judgeRest();
  return {
    hits: once([...hits.filter((hit) => !isAllowed(hit)), ...rest.hits]),
    findings: once(
      [...findings.filter((finding) => !isAllowed(finding)), ...rest.findings].toSorted(
        (a, b) => Number(b.level === "block") - Number(a.level === "block"),
      ),
    ),
  };
}

/** Adds what the practice always stops, with a hit for each so that repairs know the place. */
export function withStopped({ hits, findings }: Judged, stopped: readonly Finding[]): Judged {
  if (stopped.length === 0) return { hits, findings };
  const also = stopped.map(({ rule, category, start, end, why, source }): Hit => ({
    rule,
    category,
    confidence: "certain",
    start,
    end,
    why,
    source,
  }));
  return { hits: inOrder([...hits, ...also]), findings: inOrder([...findings, ...stopped]) };
}

/** In order of place; of the same rule and words only the first stays. */
function once<Found extends Place & { readonly rule: string }>(found: readonly Found[]): readonly Found[] {
  const known = new Set<string>();
  return inOrder(
    found.filter(({ rule, category, start, end }) => {
      const key = `${rule} ${category} ${start} ${end}`;
      return !known.has(key) && known.add(key);
    }),
  );
}

const inOrder = <Found extends Span>(found: readonly Found[]): readonly Found[] =>
  found.toSorted((a, b) => a.start - b.start || b.end - a.end);
