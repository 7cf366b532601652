/**
 * A record as columns of numbers, 26 bytes an entry: what is filtered, counted and drawn without reading its lines. They are
 * made from the lines and can be made again at any time.
 */
import { outcome } from "../contract/attempt.ts";
import { category, site, surface } from "../contract/draft.ts";
import { reviewState } from "../contract/record-entry.ts";
import type { RecordEntry } from "../contract/record-entry.ts";
import { fieldsOf } from "./export/fields.ts";

export type Site = (typeof site.options)[number];
export type Surface = (typeof surface.options)[number];
export type Category = (typeof category.options)[number];
type Review = Extract<RecordEntry, { kind: "review" }>;
export type CaseState = Review["state"];
type OtherKind = Exclude<RecordEntry["kind"], "attempt">;

// An object, so that a kind which is not here does not compile.
const otherKinds: Readonly<Record<OtherKind, true>> = {
  first: true,
  "policy-change": true,
  "policy-fault": true,
  "list-change": true,
  unlock: true,
  export: true,
  review: true,
  heartbeat: true,
  clock: true,
  "key-change": true,
  expiry: true,
  lost: true,
  acknowledgment: true,
  "take-down": true,
  training: true,
};
const isOther = (name: string): name is OtherKind => Object.hasOwn(otherKinds, name);

/** What an entry is, as a column has it: the outcome of an attempt, or another kind. */
export type What = (typeof outcome.options)[number] | OtherKind;
export const whats: readonly What[] = [...outcome.options, ...Object.keys(otherKinds).filter(isOther)];
export const attemptWhats = outcome.options.length;
export const sites: readonly Site[] = site.options;
export const surfaces: readonly Surface[] = surface.options;
export const categories: readonly Category[] = category.options;
/** A case without a review is `new`. */
export const caseStates: readonly CaseState[] = reviewState.options;

/** Columns that were made under another form mean something else and have to be made again. */
export const columnsForm = ["2", whats, sites, surfaces, categories]
  .map((words) => words.toString())
  .join("|");

/** Of `site` and `surface`, where the kind has none. */
export const nowhere = 255;

/** What a review says, with the place of its own entry. */
export interface ReviewNote {
  readonly seat: string;
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly subject: Review["subject"];
  readonly state: CaseState;
  readonly assignee?: string;
  readonly note?: string;
}

/** One number an entry in each, from the entry `first` on; `marks` has two. Numbers of words count in the lists below. */
export interface Columns {
  readonly first: number;
  readonly count: number;
  /** Seconds since 1970. */
  readonly at: Uint32Array<ArrayBuffer>;
  readonly what: Uint8Array<ArrayBuffer>;
  readonly site: Uint8Array<ArrayBuffer>;
  readonly surface: Uint8Array<ArrayBuffer>;
  /** A bit for each of `categories`. */
  readonly found: Uint8Array<ArrayBuffer>;
  readonly rules: Uint32Array<ArrayBuffer>;
  readonly words: Uint32Array<ArrayBuffer>;
  readonly version: Uint16Array<ArrayBuffer>;
  /** The fingerprint; 0 0 is none. */
  readonly marks: Uint32Array<ArrayBuffer>;
  /** Rules that were found together, parted by a space. */
  readonly ruleLists: readonly string[];
  /** What people wrote and the record's own names: reasons, notes, hosts, paths, parted by line ends. */
  readonly texts: readonly string[];
  /** Engine and policy, parted by a space. */
  readonly versions: readonly string[];
  /** `ReviewNote`s, as JSON: a browser takes eight times as long to read as many objects out of its store. */
  readonly reviews: string;
}

/** What the columns have under `reviews`. Only this file writes it, and a store gives back what was put there. */
export function readReviews({ reviews }: Pick<Columns, "reviews">): ReviewNote[] {
  const read: unknown = JSON.parse(reviews);
  if (!areNotes(read)) throw new Error("the reviews of these columns are none");
  return read;
}

const areNotes = (value: unknown): value is ReviewNote[] => Array.isArray(value);

/** Gives each word a number, the same word the same one. */
export function numbered(limit: number) {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  return {
    words,
    of(word: string): number {
      const known = numbers.get(word);
      if (known !== undefined) return known;
      // The last number stands for all that come when there are no more.
      if (words.length > limit) return limit;
      numbers.set(word, words.length);
      words.push(word);
      return words.length - 1;
    },
  };
}

const versionLimit = 65_534;
const wordLimit = 4_294_967_294;

/** Columns for entries that come one after the other, from the entry `first` on; `known`: what they are to follow. */
export function growColumns(first: number, known?: Columns) {
  const ruleLists = numbered(wordLimit);
  const texts = numbered(wordLimit);
  const versions = numbered(versionLimit);
  for (const [list, old] of [
    [ruleLists, known?.ruleLists],
    [texts, known?.texts],
    [versions, known?.versions],
  ] as const)
    for (const word of old ?? [""]) list.of(word);
  const reviews: ReviewNote[] = known ? readReviews(known) : [];
  let columns = room(Math.max(1024, known?.count ?? 0));
  if (known) copyInto(columns, known, 0);
  let count = known?.count ?? 0;

  return {
    add(entry: RecordEntry): void {
      if (count === columns.what.length) {
        const larger = room(count * 2);
        copyInto(larger, columns, 0);
        columns = larger;
      }
      const at = count++;
      const isAttempt = entry.kind === "attempt";
      columns.at[at] = Math.floor(entry.at / 1000);
      columns.what[at] = whats.indexOf(isAttempt ? entry.outcome : entry.kind);
      columns.site[at] = isAttempt ? sites.indexOf(entry.site) : nowhere;
      columns.surface[at] = isAttempt ? surfaces.indexOf(entry.surface) : nowhere;
      columns.words[at] = texts.of(textOf(entry));
      if ("engineVersion" in entry) {
        const policy = "policyVersion" in entry ? entry.policyVersion : "";
        columns.version[at] = versions.of(`${entry.engineVersion} ${policy}`);
      } else if ("policyVersion" in entry) columns.version[at] = versions.of(` ${entry.policyVersion}`);
      if (isAttempt) {
        columns.found[at] = maskOf(entry.categories);
        columns.rules[at] = ruleLists.of(entry.rules.join(" "));
        if (entry.fingerprint !== undefined) {
          columns.marks[2 * at] = Number.parseInt(entry.fingerprint.slice(0, 8), 16);
          columns.marks[2 * at + 1] = Number.parseInt(entry.fingerprint.slice(8), 16);
        }
      } else if (entry.kind === "review") reviews.push(noteOf(entry));
    },
    get count() {
      return count;
    },
    /** Of all that were added; later ones are not in it. */
    take(): Columns {
      const cut = room(count);
      copyInto(cut, columns, 0, count);
      return {
        ...cut,
        first: known?.first ?? first,
        count,
        ruleLists: [...ruleLists.words],
        texts: [...texts.words],
        versions: [...versions.words],
        reviews: JSON.stringify(reviews),
      };
    },
  };
}

export const maskOf = (some: readonly Category[]): number =>
  some.reduce((mask, one) => mask | (1 << categories.indexOf(one)), 0);

function noteOf({ seat, seq, at, subject, state, assignee, note }: Review): ReviewNote {
  return {
    seat,
    seq,
    at,
    subject,
    state,
    ...(assignee === undefined ? {} : { assignee }),
    ...(note === undefined ? {} : { note }),
  };
}

/** Digests and keys, which nobody searches for, and what has a column of its own. */
const unsearched = new Set(["subjectSeat", "subjectHash", "key", "policyVersion", "engineVersion", "before"]);

function textOf(entry: RecordEntry): string {
  if (entry.kind === "attempt")
    return [entry.reason, entry.approvedBy, entry.host].filter((part) => part !== undefined).join("\n");
  return fieldsOf(entry)
    .flatMap(([name, value]) =>
      unsearched.has(name) || typeof value === "number" || typeof value === "boolean" ? [] : value,
    )
    .join("\n");
}

type Numbers = Pick<
  Columns,
  "at" | "what" | "site" | "surface" | "found" | "rules" | "words" | "version" | "marks"
>;

export function room(count: number): Numbers {
  return {
    at: new Uint32Array(count),
    what: new Uint8Array(count),
    site: new Uint8Array(count),
    surface: new Uint8Array(count),
    found: new Uint8Array(count),
    rules: new Uint32Array(count),
    words: new Uint32Array(count),
    version: new Uint16Array(count),
    marks: new Uint32Array(2 * count),
  };
}

/** The first `count` of `from`, to the place `start`. */
export function copyInto(to: Numbers, from: Numbers, start: number, count = from.what.length): void {
  to.at.set(from.at.subarray(0, count), start);
  to.what.set(from.what.subarray(0, count), start);
  to.site.set(from.site.subarray(0, count), start);
  to.surface.set(from.surface.subarray(0, count), start);
  to.found.set(from.found.subarray(0, count), start);
  to.rules.set(from.rules.subarray(0, count), start);
  to.words.set(from.words.subarray(0, count), start);
  to.version.set(from.version.subarray(0, count), start);
  to.marks.set(from.marks.subarray(0, 2 * count), 2 * start);
}

/** Without the entries before `first`, which have expired, and without what people wrote in them. */
export function cutBefore(columns: Columns, first: number): Columns {
  const gone = Math.min(columns.count, first - columns.first);
  if (gone <= 0) return columns;
  const { at, what, site, surface, found, rules, words, version, marks } = columns;
  return {
    ...columns,
    first,
    count: columns.count - gone,
    at: at.slice(gone),
    what: what.slice(gone),
    site: site.slice(gone),
    surface: surface.slice(gone),
    found: found.slice(gone),
    rules: rules.slice(gone),
    ...inUse(words.subarray(gone), columns.texts),
    version: version.slice(gone),
    marks: marks.slice(2 * gone),
    reviews: JSON.stringify(readReviews(columns).filter(({ seq }) => seq >= first)),
  };
}

/** Only the texts that an entry still has, in the order in which the entries have them. */
function inUse(words: Uint32Array, texts: readonly string[]): Pick<Columns, "words" | "texts"> {
  const numbers = new Map([[0, 0]]);
  const renamed = new Uint32Array(words.length);
  words.forEach((old, at) => {
    const number = numbers.get(old) ?? numbers.size;
    numbers.set(old, number);
    renamed[at] = number;
  });
  return { words: renamed, texts: Array.from(numbers.keys(), (old) => texts[old] ?? "") };
}
