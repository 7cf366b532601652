/** What page and worker of the patient list say to each other. Names go one way only: none comes back but the preview's. */
import type { Person } from "../../../engine/patients/index.ts";
import type { ListProblem, PeopleBucket } from "../../../contract/sealed-list.ts";
import type { Column, Field, Source } from "../../../patient-list/read/source.ts";

export type Columns = readonly (Field | undefined)[];

/** What a chosen file looks like. `rows` are the first five, and the only names that the page ever holds. */
export interface Preview {
  readonly name: string;
  readonly kind: Source["kind"];
  readonly encoding: string | null;
  readonly delimiter: string | null;
  /** Empty where the format itself says what is what (FHIR, vCard). */
  readonly columns: readonly Column[];
  /** Headers of `rows`. */
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A sealed file that was chosen, as its header says. Nothing of it is proven before it is opened. */
export interface SealedFile {
  readonly name: string;
  /** Milliseconds. */
  readonly created: number;
  readonly expires: number | null;
  readonly bucket: PeopleBucket;
  readonly locks: readonly ("passphrase" | "managed")[];
}

/** The list in use, and the key that it is open with (32 bytes). */
export interface OpenList {
  readonly id: string;
  readonly key: Uint8Array;
}

export interface Locks {
  readonly passphrase?: string;
  readonly managedKey?: Uint8Array;
}

/** `expires`: milliseconds; null: never. */
export type BuildPlan = { readonly columns: Columns; readonly expires: number | null } & (
  | { readonly how: "new"; readonly locks: Locks }
  /** Under the key of the list in use: its passphrase stays. */
  | { readonly how: "replace" | "add"; readonly open: OpenList }
);

export type Secret = { readonly passphrase: string } | { readonly managedKey: Uint8Array };

export interface Progress {
  readonly stage: "reading" | "sealing";
  /** 0 to 1, of this stage. */
  readonly fraction: number;
}

export interface Remark {
  readonly line: number;
  /** Quotes nothing of the file. */
  readonly words: string;
}

export interface Report {
  readonly rows: number;
  /** On the finished list. */
  readonly people: number;
  readonly added: number;
  /** Rows about people who were on the list already, by an earlier row or, where it is added to, from before. */
  readonly listed: number;
  /** The first of them, by line; `leftOutRows` counts them all. */
  readonly leftOut: readonly Remark[];
  readonly leftOutRows: number;
  /** Of people who were taken: what of their row was not. The first, and how many. */
  readonly partly: readonly Remark[];
  readonly partlyRows: number;
  /** All remarks as CSV: made by the worker, so that a million of them is no load for the page. */
  readonly details: Blob | null;
  /** What was assumed for the whole file, each a sentence. */
  readonly assumed: readonly string[];
}

/**
 * A sealed list in the store that waits to be adopted. `key`: base64. `base`: the list that it was made of, whose people
 * it has; null: it takes the place of whatever is in use.
 */
export interface Taken {
  readonly id: string;
  readonly key: string;
  readonly base: string | null;
}

/** One way to write a person, and what the list in use has of it. */
export interface FoundWay {
  readonly way: "name" | "former" | "nickname" | "handle" | "phone" | "email" | "birthDate" | "recordNumber";
  readonly isListed: boolean;
  /** Of a name: how many people it may be; undefined where that says nothing. 255 stands for that many or more. */
  readonly people: number | undefined;
}

export type ToWorker =
  | { readonly do: "open"; readonly file: File }
  | { readonly do: "build"; readonly plan: BuildPlan }
  | { readonly do: "unlock"; readonly secret: Secret }
  | { readonly do: "look"; readonly open: OpenList; readonly person: Person }
  | {
      readonly do: "edit";
      readonly open: OpenList;
      readonly person: Person;
      readonly how: "add" | "remove";
    }
  | {
      readonly do: "rekey";
      readonly open: OpenList;
      readonly locks: Locks;
      readonly expires: number | null;
    }
  /** Writes the list that was built, unlocked, edited or rekeyed last to the store. */
  | { readonly do: "store" };

export type FromWorker =
  | { readonly say: "opened"; readonly preview: Preview }
  | { readonly say: "sealed"; readonly file: SealedFile }
  | { readonly say: "progress"; readonly progress: Progress }
  | { readonly say: "built"; readonly report: Report }
  | { readonly say: "unlocked"; readonly people: number }
  | { readonly say: "wrong-secret"; readonly problem: ListProblem }
  | { readonly say: "looked"; readonly found: readonly FoundWay[] }
  | { readonly say: "edited"; readonly outcome: EditOutcome }
  | { readonly say: "rekeyed" }
  | { readonly say: "stored"; readonly taken: Taken }
  /** For people; quotes nothing of a file. */
  | { readonly say: "failed"; readonly problem: string };

export interface EditOutcome {
  readonly how: "add" | "remove";
  /** Nothing has changed: adding somebody who is listed already, removing what is not there. */
  readonly isSame: boolean;
  readonly people: number;
  /** Of a removal: how many of the typed ways were there, and how many were not. */
  readonly found: number;
  readonly missing: number;
}
