/** What can be wrong with a record. */
export type FaultKind =
  | "changed"
  | "removed"
  | "inserted"
  | "repeated"
  | "reordered"
  | "cut-off"
  | "clock-back"
  | "seal-missing"
  | "signature-wrong"
  | "key-changed"
  | "forked"
  | "not-understood"
  | "not-reached";

export interface Fault {
  readonly kind: FaultKind;
  /** From 1, of the file; where something is missing, the line in whose place it is missed. */
  readonly line: number;
  /** What is wrong there. Names numbers and days of the record, never what a person wrote. */
  readonly what: string;
}

/** The name of each kind, and what to do about it. */
export const faultWords: Readonly<Record<FaultKind, { readonly name: string; readonly remedy: string }>> = {
  changed: {
    name: "changed",
    remedy: "Export the record from its browser again, compare the two files there, and keep both.",
  },
  removed: {
    name: "removed",
    remedy: "Export the record from its browser again, and keep this file: it shows what is missing.",
  },
  inserted: {
    name: "inserted",
    remedy: "Give each export as a file of its own, as it was written; then ask who had this one.",
  },
  repeated: {
    name: "repeated",
    remedy: "Use the export as it was written; a copy that repeats lines was put together by hand.",
  },
  reordered: {
    name: "reordered",
    remedy: "Use the export as it was written: sorting or merging lines breaks the chain.",
  },
  "cut-off": {
    name: "cut off at the end",
    remedy: "Copy the export again, whole; if that does not help, export from the browser again.",
  },
  "clock-back": {
    name: "clock turned back",
    remedy:
      "Find out who set the clock of that computer. Where the record tells the step itself (a clock entry) and it is explained, accept it: --accept-clock NUMBER on the command line, or the box for it in the console.",
  },
  "seal-missing": {
    name: "seal missing",
    remedy:
      "Export the record from its browser again. Without its seal nothing proves that the day is whole.",
  },
  "signature-wrong": {
    name: "signature wrong",
    remedy: "Treat what follows the last good seal as forged until its browser has exported the same again.",
  },
  "key-changed": {
    name: "key changed",
    remedy: "Compare the key with the one that you noted for this seat; another key is another author.",
  },
  forked: {
    name: "chain forked",
    remedy: "The seat's profile was copied or put back from a backup: find out when, and keep both branches.",
  },
  "not-understood": {
    name: "not understood",
    remedy:
      "If it was written by a newer version, verify it with that version. If not, it is no line of a record.",
  },
  "not-reached": {
    name: "ends too early",
    remedy: "Export the record from its browser anew, after that day.",
  },
};

/** Thrown where the first fault is found. */
export class Broken extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.kind);
    this.fault = fault;
  }
}

export function fail(kind: FaultKind, line: number, what: string): never {
  throw new Broken({ kind, line, what });
}
