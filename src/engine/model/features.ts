/**
 * What the scorer sees of a draft: features without values, each a hash. A unit (the whole draft, or one clause) is
 * read by itself. `weights.ts` was trained on exactly these features: retrain after a change (`npm run train`).
 */
import type { RuleContext } from "../rule.ts";
import { bucket, hashText, mix } from "./hash.ts";
import { type Token, classHashes, classId, toKnown, toTokens } from "./tokens.ts";

/** A run of tokens; `end` is exclusive. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly question: boolean;
}

/** A context read once, for all its units. */
export interface Reading {
  readonly tokens: readonly Token[];
  readonly whole: Unit;
  readonly clauses: readonly Unit[];
  readonly thread: readonly Token[];
  readonly threadWords: ReadonlySet<string>;
  /** Hashes of the classes met in the thread that say what it is about. */
  readonly threadClasses: readonly number[];
  /** Hashes of what holds for the whole draft: surface, audience, whether the thread asks, signals of other recognizers. */
  readonly setting: readonly number[];
  readonly surface: number;
  readonly audience: number;
}

/** Receives a feature and the tokens it was read from; `from === to` where it belongs to no token. */
export type Emit = (feature: number, group: number, from: number, to: number) => void;

/** Features are scaled group by group: a draft has far more runs of letters than words. */
export const groups = {
  words: 0,
  letters: 1,
  addressed: 2,
  classes: 3,
  pairs: 4,
  thread: 5,
  setting: 6,
} as const;
export const groupCount = 7;

/** Set by leaving one training set out at a time; letters count once, what the thread says half. */
const groupWeights: readonly number[] = [1.4, 1, 1.2, 1.4, 0.8, 0.5, 1];

/** What a feature of `group` is worth in a unit with `count` features of that group. */
export function scale(group: number, count: number): number {
  return (groupWeights[group] ?? 0) * Math.max(1, count) ** -0.35;
}

/** Longest part of a thread that is read, in UTF-16 units: its opening says what it is about. */
const threadLimit = 3000;

/** `signals` are further facts about the draft, such as the rules that found something; none are trained on yet. */
export function read(context: RuleContext, signals: readonly string[] = []): Reading {
  const { folded, draft, audience } = context;
  const known = toKnown(context);
  const tokens = toTokens(folded.text, known, (span) => {
    const { start, end } = folded.toOriginal(span);
    return folded.original.slice(start, end);
  });
  const thread = toTokens(context.threadText.slice(0, threadLimit), known);
  const clauses: Unit[] = [];
  let at = 0;
  for (const clause of context.clauses) {
    while (at < tokens.length && (tokens[at]?.start ?? 0) < clause.start) at++;
    const start = at;
    while (at < tokens.length && (tokens[at]?.start ?? 0) < clause.end) at++;
    if (at > start) clauses.push({ start, end: at, question: clause.question });
  }
  const surface = `${draft.surface}${draft.thread ? "+" : "-"}`;
  const asks = context.threadText.includes("?") ? "asks" : "tells";
  return {
    tokens,
    whole: { start: 0, end: tokens.length, question: context.clauses.some((clause) => clause.question) },
    clauses,
    thread,
    threadWords: new Set(thread.map((token) => token.text).filter((word) => word.length > 3)),
    threadClasses: [...new Set(thread.flatMap((token) => token.classes))]
      .filter((id) => telling.has(id))
      .map((id) => classHashes[id] ?? 0)
      .concat(asks === "asks" ? [hashText("asks")] : []),
    setting: [surface, audience, asks, ...signals].map(hashText),
    surface: hashText(surface),
    audience: hashText(audience),
  };
}

const telling = new Set(
  "you me our proc body symptom condition med money insurance visit review accuse worker kin time thank denial result policy"
    .split(" ")
    .map(classId),
);

const family = (name: string, count: number): number[] =>
  Array.from({ length: count }, (_, size) => hashText(`${name}${size}`));
const word = family("word", 3);
const wordTo = family("word-to", 2);
const letters = hashText("letters");
const stand = family("stand", 4);
const standTo = family("stand-to", 4);
const classOf = hashText("class0");
const classIn = hashText("class1");
const classAsked = hashText("class2");
const skip = hashText("skip0");
const skipTo = hashText("skip1");
const both = hashText("both0");
const bothTo = hashText("both1");
const echo = hashText("thread0");
const news = hashText("thread1");
const answers = hashText("thread2");
const openFace = hashText("open0");
const openStand = hashText("open1");
const setting = hashText("setting");
const question = hashText("question");
const size = family("size", 8);

/** How many tokens a pair of classes may reach over. */
const reach = 5;

/** All features of a unit. Linear in its length: pairs reach over `reach` tokens, classes are few. */
export function extract(reading: Reading, unit: Unit, emit: Emit): void {
  extractLocal(reading, unit.start, unit.end, unit.end, emit);
  extractShared(reading, unit, emit);
}

/**
 * Features of neighboring tokens that begin at tokens `start` to `end` and reach no further than `limit`: those of a
 * clause are those of the whole draft that lie inside it.
 */
export function extractLocal(reading: Reading, start: number, end: number, limit: number, emit: Emit): void {
  for (let at = start; at < end; at++) {
    const token = reading.tokens[at];
    if (!token) return;
    emitRuns(reading, at, limit, emit);
    emitLetters(token.face, at, emit);
    if (token.classes.length > 0) emitClasses(reading, token, at, limit, emit);
  }
}

/** Features of the unit as one thing: what occurs in it together, how it opens, its setting. */
export function extractShared(reading: Reading, unit: Unit, emit: Emit): void {
  emitTogether(reading, unit, emit);
  const first = unit.start < unit.end ? reading.tokens[unit.start] : undefined;
  if (first) {
    emit(bucket(mix(openFace, first.faceHash)), groups.addressed, unit.start, unit.start + 1);
    emit(bucket(mix(openStand, first.standHash)), groups.classes, unit.start, unit.start + 1);
  }
  for (const fact of reading.setting)
    emit(bucket(mix(setting, fact)), groups.setting, unit.start, unit.start);
  if (unit.question) emit(bucket(mix(setting, question)), groups.setting, unit.start, unit.start);
  const length = size[Math.min(7, Math.floor(Math.log2(1 + unit.end - unit.start)))] ?? 0;
  emit(bucket(mix(setting, length)), groups.setting, unit.start, unit.start);
}

function emitRuns({ tokens, audience }: Reading, from: number, limit: number, emit: Emit): void {
  let face = 0;
  let shape = 0;
  for (let more = 0; more < 4 && from + more < limit; more++) {
    const token = tokens[from + more];
    if (!token) return;
    face = mix(face, token.faceHash);
    shape = mix(shape, token.standHash);
    const to = from + more + 1;
    if (more < 3) emit(bucket(mix(word[more] as number, face)), groups.words, from, to);
    if (more < 2) emit(bucket(mix(mix(wordTo[more] as number, face), audience)), groups.addressed, from, to);
    emit(bucket(mix(stand[more] as number, shape)), groups.classes, from, to);
    if (more > 0) emit(bucket(mix(mix(standTo[more] as number, shape), audience)), groups.classes, from, to);
  }
}

/** Longest word whose letters are read: a longer one is an address or noise. */
const letterLimit = 24;
const edge = "_".charCodeAt(0);

/** Runs of 3 to 5 letters of a word with its edges, as UTF-16 units. */
function emitLetters(face: string, at: number, emit: Emit): void {
  const length = Math.min(face.length, letterLimit);
  let first = edge;
  for (let from = 0; from < length; from++) {
    const second = face.charCodeAt(from);
    let run = mix(mix(letters, first), second);
    first = second;
    for (let to = from + 1; to <= length && to < from + 4; to++) {
      run = mix(run, to < length ? face.charCodeAt(to) : edge);
      emit(bucket(run), groups.letters, at, at + 1);
    }
  }
}

function emitClasses(reading: Reading, token: Token, at: number, limit: number, emit: Emit): void {
  const { tokens, audience } = reading;
  const toldBy = reading.threadWords.has(token.text) ? echo : news;
  const last = Math.min(at + reach + 1, limit);
  for (const id of token.classes) {
    const own = classHashes[id] as number;
    emit(bucket(mix(classOf, own)), groups.classes, at, at + 1);
    emit(bucket(mix(mix(classIn, own), reading.surface)), groups.classes, at, at + 1);
    emit(bucket(mix(mix(toldBy, own), audience)), groups.thread, at, at + 1);
    const open = mix(skip, own);
    const openTo = mix(mix(skipTo, own), audience);
    for (let next = at + 1; next < last; next++)
      for (const other of tokens[next]?.classes ?? none) {
        const close = classHashes[other] as number;
        emit(bucket(mix(open, close)), groups.pairs, at, next + 1);
        emit(bucket(mix(openTo, close)), groups.pairs, at, next + 1);
      }
  }
}
const none: readonly number[] = [];

/** The token where a class is first met in a unit, by class; used anew by each unit. */
const firstOf = new Int32Array(classHashes.length);
const present = new Int32Array(classHashes.length);

/** Notes the classes of a unit in `present`, in their order, and gives their number. */
function collect({ tokens }: Reading, unit: Unit): number {
  firstOf.fill(-1);
  for (let at = unit.start; at < unit.end; at++)
    for (const id of tokens[at]?.classes ?? none) if (firstOf[id] === -1) firstOf[id] = at;
  let count = 0;
  for (let id = 0; id < firstOf.length; id++) if (firstOf[id] !== -1) present[count++] = id;
  return count;
}

/** Classes that occur in one unit, in any order, and beside what the thread is about. */
function emitTogether(reading: Reading, unit: Unit, emit: Emit): void {
  const count = collect(reading, unit);
  for (let rank = 0; rank < count; rank++) {
    const id = present[rank] as number;
    const at = firstOf[id] as number;
    const own = classHashes[id] as number;
    const open = mix(both, own);
    const openTo = mix(mix(bothTo, own), reading.audience);
    for (let next = rank + 1; next < count; next++) {
      const other = present[next] as number;
      const place = firstOf[other] as number;
      const close = classHashes[other] as number;
      const from = Math.min(at, place);
      const to = Math.max(at, place) + 1;
      emit(bucket(mix(open, close)), groups.pairs, from, to);
      emit(bucket(mix(openTo, close)), groups.pairs, from, to);
    }
    for (const asked of reading.threadClasses)
      emit(bucket(mix(mix(answers, own), asked)), groups.thread, at, at + 1);
    if (unit.question) emit(bucket(mix(classAsked, own)), groups.classes, at, at + 1);
  }
}
