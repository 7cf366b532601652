/** What the console asks its worker, and what comes back. */
import type { EntryLine } from "../../contract/record-entry.ts";
import type { CaseState, ReviewNote, What } from "../../record/columns.ts";
import type { MadeFormat } from "../../record/export/formats.ts";
import type { PeriodReport, SeatCoverage } from "../../record/query-coverage.ts";
import type { Crossed, Crossing } from "../../record/query-crossed.ts";
import type { Figures } from "../../record/query-figures.ts";
import type { Filter, Labels } from "../../record/query.ts";
import type { StoredLog } from "../../platform/imported-logs.ts";
import type { OwnExport, OwnPart } from "./own-record.ts";

/** What the table shows of an entry: no line of the record is read for it. */
export interface RowShown {
  /** Its number in the worker, until the next `open`. */
  readonly row: number;
  readonly seat: string;
  readonly seq: number;
  /** The name of the seat. */
  readonly name: string;
  /** Milliseconds since 1970, whole seconds. */
  readonly at: number;
  readonly what: What;
  readonly site: string | undefined;
  readonly surface: string | undefined;
  readonly categories: readonly string[];
  readonly rules: readonly string[];
  /** Of an attempt: its case's. */
  readonly state: CaseState | undefined;
  /** How often this draft was tried; 1 for what is no attempt. */
  readonly tries: number;
}

/** The page's words for what the worker finds by words and names; its own language nobody tells it. */
export interface PageWords {
  readonly labels: Readonly<Record<keyof Labels, Readonly<Record<string, string>>>>;
  /** What this browser's own seat is called. */
  readonly ownSeat: string;
}

export interface Opened {
  readonly entries: number;
  readonly logs: readonly StoredLog[];
  /** This browser's seat; undefined: it has no record yet. */
  readonly own: string | undefined;
  readonly seats: readonly { readonly seat: string; readonly name: string }[];
}

export interface Found {
  /** Rows that `rows` counts in. */
  readonly total: number;
}

export interface Detail {
  readonly shown: RowShown;
  readonly line: EntryLine;
  /** Its hash is that of its canonical text, made anew. */
  readonly hashHolds: boolean;
  /** Undefined: this browser's own, which no export has been checked of. */
  readonly log: StoredLog | undefined;
  readonly history: readonly ReviewNote[];
  /** The other attempts of the case, the newest first, at most 50. */
  readonly others: readonly RowShown[];
}

export interface BringIn {
  readonly file: File;
  readonly name: string;
  /** Also what stands before a fault, marked as broken. */
  readonly evenBroken: boolean;
  /** Also where its clock was set back, as far as its own entries tell so. */
  readonly evenTurnedBack: boolean;
}

export interface BroughtIn {
  readonly log: StoredLog | undefined;
  /** Why there is no log, or what is wrong with it, in English (`saidByWorker`); undefined: it holds. */
  readonly problem: string | undefined;
}

export type ExportFormat = MadeFormat;

export interface Jobs {
  open: { ask: PageWords; answer: Opened };
  /** Every rule that is found somewhere. */
  rules: { ask: null; answer: readonly string[] };
  find: { ask: { filter: Filter }; answer: Found };
  /** Of what was found last: `count` rows from number `from` on, the newest first. */
  rows: { ask: { from: number; count: number }; answer: readonly RowShown[] };
  detail: { ask: { row: number }; answer: Detail };
  look: { ask: { seat: string; seq: number }; answer: { row: number | undefined } };
  figures: { ask: { filter: Filter }; answer: Figures };
  crossed: { ask: { filter: Filter; by: Crossing }; answer: Crossed };
  coverage: { ask: null; answer: readonly SeatCoverage[] };
  /** Milliseconds since 1970; `until` is not in it. */
  report: { ask: { from: number; until: number }; answer: PeriodReport };
  /** What was found last, as a file, the oldest first. */
  export: { ask: { format: ExportFormat; version: string }; answer: { file: Blob; entries: number } };
  /** Of what was found last: the newest try of each case that was found to be a false alarm, a line each. */
  falseAlarms: { ask: null; answer: { file: Blob; entries: number } };
  own: { ask: OwnPart; answer: OwnExport };
  bringIn: { ask: BringIn; answer: BroughtIn };
  drop: { ask: { id: string }; answer: null };
}
export type JobName = keyof Jobs;

export interface Asked<K extends JobName> {
  readonly id: number;
  readonly job: K;
  readonly ask: Jobs[K]["ask"];
}
export type ToWorker = { readonly [K in JobName]: Asked<K> }[JobName];

export type FromWorker =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failed: true }
  /** Of 1. */
  | { readonly id: number; readonly progress: number };
