/** What the gate knows and is told. The machine itself is in gate.ts. */
import type { Checked, Code, Response, WorkerChannels } from "../contract/messages.ts";
import type { Outcome } from "../contract/attempt.ts";
import type { Attachment, Draft } from "../engine/model.ts";
import type { WatchProblem } from "./locate/composer.ts";

/** A draft as read from the page at one moment. `composer` names the box, not the node: sites replace nodes. */
export interface Observed {
  readonly composer: string;
  readonly draft: Draft;
  readonly problem?: WatchProblem | undefined;
  /** The box is guarded only as well as can be. */
  readonly unverified?: boolean;
}

/** What policy says of this page beside the verdicts. */
export type Settings = Omit<Response<WorkerChannels, "knowledge.wake">, "knowledge" | "sites" | "words">;

/**
 * Why a colleague's code did not help. `changed`: the draft is another one by now; `failed`: it could not be checked, or not be put
 * on record.
 */
export type CodeProblem = "wrong" | "used" | "wait" | "changed" | "failed";

export interface GateState {
  /** Version of the knowledge in force; undefined until the worker has said it. */
  readonly knowledge: string | undefined;
  /** Those of `knowledge`, or the strictest until the worker has said them. */
  readonly settings: Settings;
  /** The last question for the settings that has not been answered, and the knowledge under which it was asked. */
  readonly waking: { readonly request: number; readonly under: string | undefined } | undefined;
  readonly orphaned: boolean;
  readonly current: Observed | undefined;
  /** Verdicts under `knowledge`, newest last, by key. */
  readonly verdicts: ReadonlyMap<string, Checked>;
  /** Keys being checked, by request number. Emptied when the knowledge changes: a late answer then finds no place. */
  readonly inFlight: ReadonlyMap<number, string>;
  readonly requests: number;
  /** Why the last check of `current` was refused. */
  readonly refused: Code | undefined;
  /** A send of `current` was held; the card stays open until the draft changes. */
  readonly held: "found" | "unchecked" | undefined;
  /** The last key press was held: its auto-repeat is no new press. */
  readonly pressHeld: boolean;
  readonly approval: Approval | undefined;
  /** It is being put on record that somebody goes on with `current`, and their colleague's code checked. */
  readonly asking: { readonly request: number; readonly approval: Approval } | undefined;
  readonly codeProblem: { readonly kind: CodeProblem; readonly wait: number } | undefined;
  /** Attachments for which a person has attested an authorization: exactly these files in this composer. */
  readonly attested: string | undefined;
  /** The outcome already on record for the draft at hand: holding it again is the same attempt. */
  readonly recorded: Outcome | undefined;
  /** The composer that is on record as not watched. */
  readonly notWatched: string | undefined;
}

export interface Approval {
  readonly key: string;
  readonly reason: string | undefined;
}

export type GateEvent =
  | { readonly type: "observe"; readonly observed: Observed | undefined }
  | { readonly type: "send"; readonly observed: Observed; readonly repeat: boolean }
  | { readonly type: "answer"; readonly request: number; readonly checked: Checked }
  | { readonly type: "refused"; readonly request: number; readonly code: Code }
  /** The worker has published another version: until it has said more, the strictest settings hold. */
  | { readonly type: "knowledge"; readonly knowledge: string }
  /** Somebody is about to write: the worker is to be woken, and to say the settings. */
  | { readonly type: "wake" }
  | ({ readonly type: "settings"; readonly request: number; readonly knowledge: string } & Settings)
  /** `id` names the request; `code`: a colleague's, where policy asks for one. */
  | {
      readonly type: "approve";
      readonly id: string;
      readonly reason: string | undefined;
      readonly code?: string | undefined;
    }
  /** What came of it; no problem: it is on record, and a code was taken. `wait`: milliseconds. */
  | {
      readonly type: "code";
      readonly request: number;
      readonly problem: CodeProblem | null;
      readonly wait: number;
    }
  /** Somebody has attested the authorization for what is attached, and it is on record; or takes that back. */
  | { readonly type: "attest"; readonly isGiven: boolean }
  | { readonly type: "retry" }
  | { readonly type: "dismiss" }
  | { readonly type: "orphan" };

export type Effect =
  | { readonly type: "check"; readonly request: number; readonly draft: Draft }
  | { readonly type: "wake"; readonly request: number }
  | {
      readonly type: "record";
      readonly outcome: Outcome;
      readonly draft: Draft;
      readonly reason: string | undefined;
    }
  | {
      readonly type: "ask";
      readonly request: number;
      readonly id: string;
      readonly draft: Draft;
      readonly code: string | undefined;
      readonly reason: string | undefined;
    };

export type Decision = "pass" | "hold";

export interface Step {
  readonly state: GateState;
  readonly effects: readonly Effect[];
  /** Only for `send`. */
  readonly decision: Decision | undefined;
}

/**
 * Verdicts kept, for undo and redo, and for all boxes that one press sends: X has 25 in a thread, and with fewer verdicts than boxes it
 * could never be sent. Little enough to forget soon.
 */
export const verdictsKept = 32;
/** A slow worker must not be buried in checks of texts that are already history. */
export const checksInFlight = 2;

export const nothingHeld = {
  refused: undefined,
  held: undefined,
  approval: undefined,
  asking: undefined,
  codeProblem: undefined,
  recorded: undefined,
} as const;

/** Until the worker has said more. */
export const strictest: Settings = {
  siteOn: true,
  surfacesOff: [],
  unchecked: "hold",
  monitoring: false,
  messages: null,
  contact: null,
  replies: false,
};

export const initialState: GateState = {
  knowledge: undefined,
  settings: strictest,
  waking: undefined,
  orphaned: false,
  current: undefined,
  verdicts: new Map(),
  inFlight: new Map(),
  requests: 0,
  refused: undefined,
  held: undefined,
  pressHeld: false,
  approval: undefined,
  asking: undefined,
  codeProblem: undefined,
  attested: undefined,
  recorded: undefined,
  notWatched: undefined,
};

export const filesOf = (attachments: readonly Attachment[] | undefined): string =>
  JSON.stringify((attachments ?? []).map(({ kind, name }) => [kind, name]));

/** The name under which a verdict is kept: everything that the verdict depends on, except the knowledge. */
export function keyOf({ composer, draft }: Observed): string {
  const { text, site, surface, thread, attachments } = draft;
  return JSON.stringify([
    composer,
    text,
    site,
    surface,
    thread ? [thread.author, thread.text] : null,
    (attachments ?? []).map(({ kind, name, attested }) => [kind, name, attested ?? false]),
  ]);
}

/** Nothing to send, so nothing to hold. White space alone is nothing on every site we know. */
export const isEmpty = (draft: Draft): boolean =>
  draft.text.trim() === "" && (draft.attachments ?? []).length === 0;

/** The verdict that counts for the draft at hand; undefined: unchecked. */
export function verdictOf(state: GateState): Checked | undefined {
  return state.current && state.verdicts.get(keyOf(state.current));
}

/** Policy says that drafts like the one at hand are not guarded here. Of a box that nobody knows the surface is a guess. */
export function isSwitchedOff({ settings, current, orphaned }: GateState): boolean {
  if (orphaned) return false;
  if (!settings.siteOn) return true;
  if (!current || current.problem === "unknown-composer") return false;
  return settings.surfacesOff.includes(current.draft.surface);
}

/**
 * Whether settings that the worker has said may be taken. What was asked under the knowledge in force is of that one or of a
 * newer; an answer that was under way while the knowledge changed may be of an older.
 */
export function isForNow({ waking, knowledge }: GateState, request: number, saidUnder: string): boolean {
  if (waking?.request !== request) return false;
  return knowledge === undefined || saidUnder === knowledge || waking.under === knowledge;
}

export function isApproved(state: GateState): boolean {
  return state.current !== undefined && state.approval?.key === keyOf(state.current);
}
