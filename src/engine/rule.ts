/** What a rule is. One rule, one file in `rules/`; its examples are its tests and its page in docs/rules.md. */
import type { Category, Confidence, Draft, Practice, Surface } from "./model.ts";

/** A half-open range of UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A text folded for matching, with the way back. `text` is lower case, without marks, zero-width characters and
 * look-alike letters; spaced or hyphenated letters are joined and leetspeak is read. Offsets of `text` are not offsets of
 * `original`: only `toOriginal` knows the way.
 */
export interface Folded {
  readonly original: string;
  readonly text: string;
  toOriginal(span: Span): Span;
}

/** Part of a sentence with one statement in it: split at sentence ends, semicolons, dashes and conjunctions. */
export interface Clause extends Span {
  readonly text: string;
  readonly question: boolean;
}

/** Whom a draft speaks to: one person (a reply, a message) or everybody (a post, a caption, a review). */
export type Audience = "person" | "everybody";

/** What a rule may look at. Built once a check, shared by all rules. */
export interface RuleContext {
  readonly draft: Draft;
  readonly audience: Audience;
  readonly folded: Folded;
  /** Clauses of `folded.text`, with offsets in it. */
  readonly clauses: readonly Clause[];
  /** What is being answered, folded; empty strings where nothing is. */
  readonly threadText: string;
  readonly threadAuthor: string;
  readonly practice: Practice;
}

export interface Rule {
  /** The file's name; never reused for something else, since the record mentions it. */
  readonly id: string;
  readonly category: Category;
  readonly confidence: Confidence;
  /** One sentence for the person who wrote the draft. */
  readonly why: string;
  readonly source: string;
  /** Spans in `folded.text`. Total and linear in its length. */
  readonly find: (context: RuleContext) => readonly Span[];
}

/** `«»` marks the words that must be found, exactly. A plain string is a review reply without a thread. */
export type Example =
  | string
  | { readonly text: string; readonly surface?: Surface; readonly thread?: { author: string; text: string } };

export interface Examples {
  /** At least two. */
  readonly flags: readonly Example[];
  /** At least two: near misses that must pass this rule. */
  readonly allows: readonly Example[];
}
