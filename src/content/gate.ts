/**
 * The gate: holds or passes a send. Pure: (state, event) → (state, effects, decision). No clock, no DOM.
 *
 * For the draft at hand, named by its key (composer × exact text × attachments × thread):
 *
 *                  observe: other text                      answer: allow
 *      ┌──────────────────────────────────┐   ┌───────────────────────────────────► CLEAR ── send ──► passes
 *      │                                  ▼   │
 *    IDLE ── observe: text ──► CHECKING ──┤   │ answer: warn, block                          approve (policy lets)
 *      ▲                          │  ▲    └───┼───────────────────────────────────► FOUND ──────────────► APPROVED ── send ──► passes
 *      │ observe: empty           │  │        │                                      │ send                  │ observe: other text
 *      └──────────────────────────┘  │ observe│ refused                              ▼                       ▼
 *                                    └────────┴──► UNCHECKED ── send ──► HELD      HELD                  CHECKING
 *
 * A send in any state but CLEAR and APPROVED is held; nothing is replayed: the person presses send again. A verdict counts only
 * for its own key under the knowledge (policy, practice, patient list) in force. An orphan (extension updated under the page)
 * holds everything. `let-go-and-record` lets a send go only when its check was refused, never while it runs. While the policy
 * only watches, nothing but an orphan holds. An `approve` waits for the worker, which puts it on record and, where policy asks for
 * one, takes a colleague's code.
 */
import type { Outcome } from "../contract/attempt.ts";
import type { Checked } from "../contract/messages.ts";
import { isReasonGiven } from "../contract/reason-given.ts";
import {
  checksInFlight,
  filesOf,
  isApproved,
  isEmpty,
  isForNow,
  isSwitchedOff,
  keyOf,
  nothingHeld,
  strictest,
  verdictOf,
  verdictsKept,
} from "./gate-state.ts";
import type { Approval, Effect, GateEvent, GateState, Observed, Step } from "./gate-state.ts";

/** Marks the attachments that are attested; the mark falls with the first change of the files, or when it is taken back. */
function withAttestation(state: GateState, observed: Observed): Observed {
  const { attachments } = observed.draft;
  if (!attachments?.length) return observed;
  const attested = state.attested === observed.composer + filesOf(attachments);
  return {
    ...observed,
    draft: { ...observed.draft, attachments: attachments.map((a) => ({ ...a, attested })) },
  };
}

/** A code is given for one text under one policy: what comes after has to ask anew. */
const codeOutrun = ({ asking }: GateState): GateState["codeProblem"] =>
  asking && { kind: "changed", wait: 0 };

/** Takes in what the page shows now; everything that hung on another text falls. */
function observe(state: GateState, seen: Observed | undefined): GateState {
  if (!seen) return { ...state, ...nothingHeld, current: undefined, attested: undefined };
  const observed = withAttestation(state, seen);
  if (state.current && keyOf(observed) === keyOf(state.current)) {
    return observed.problem === state.current.problem ? state : { ...state, current: observed };
  }
  const filesKept = state.attested === observed.composer + filesOf(observed.draft.attachments);
  return {
    ...state,
    ...nothingHeld,
    codeProblem: codeOutrun(state),
    current: observed,
    attested: filesKept ? state.attested : undefined,
  };
}

/** Starts the check of the draft at hand, unless its verdict is there, on its way, or cannot be had. */
function startCheck(state: GateState): Step {
  const none: Step = { state, effects: [], decision: undefined };
  if (!state.current || state.orphaned || isSwitchedOff(state) || isEmpty(state.current.draft)) return none;
  const key = keyOf(state.current);
  if (state.verdicts.has(key) || state.refused || [...state.inFlight.values()].includes(key)) return none;
  if (state.inFlight.size >= checksInFlight) return none;
  const request = state.requests + 1;
  return {
    state: { ...state, requests: request, inFlight: new Map([...state.inFlight, [request, key]]) },
    effects: [{ type: "check", request, draft: state.current.draft }],
    decision: undefined,
  };
}

/** A box that is written in without being fully guarded goes on record, once. */
function noteNotWatching(before: Step): Step {
  const { state, effects } = before;
  const { current } = state;
  if (isSwitchedOff(state)) return before;
  if (!current?.problem || isEmpty(current.draft) || state.notWatched === current.composer) return before;
  const record: Effect = { type: "record", outcome: "not-watching", draft: current.draft, reason: undefined };
  return { ...before, state: { ...state, notWatched: current.composer }, effects: [...effects, record] };
}

/** What was said of another version counts no longer: until the worker has said more, the strictest settings hold. */
function withKnowledge(state: GateState, knowledge: string): GateState {
  if (state.knowledge === knowledge) return state;
  const { messages, contact, replies } = state.settings;
  return {
    ...state,
    ...nothingHeld,
    codeProblem: codeOutrun(state),
    knowledge,
    // Words hold nothing and let nothing go.
    settings: { ...strictest, messages, contact, replies },
    verdicts: new Map(),
    inFlight: new Map(),
    held: state.held && "unchecked",
  };
}

/** Only the answer to the last question counts. */
function askSettings({ state, effects, decision }: Step): Step {
  const request = state.requests + 1;
  return {
    state: { ...state, requests: request, waking: { request, under: state.knowledge } },
    effects: [...effects, { type: "wake", request }],
    decision,
  };
}

function withVerdict(state: GateState, key: string, checked: Checked): GateState {
  const verdicts = new Map([...state.verdicts].slice(-(verdictsKept - 1)));
  verdicts.set(key, checked);
  return { ...state, verdicts };
}

function landed(state: GateState, request: number): GateState {
  const inFlight = new Map(state.inFlight);
  inFlight.delete(request);
  return { ...state, inFlight };
}

function send(before: GateState, observed: Observed, repeat: boolean): Step {
  const state = observe(before, observed);
  const { current } = state;
  const pass = (next: GateState, effects: readonly Effect[] = []): Step => ({
    state: { ...next, pressHeld: false },
    effects,
    decision: "pass",
  });
  if (!current || isEmpty(current.draft) || isSwitchedOff(state)) return pass(state);

  const record = (outcome: Outcome): Effect[] =>
    state.recorded === outcome ? [] : [{ type: "record", outcome, draft: current.draft, reason: undefined }];
  const hold = (held: "found" | "unchecked", outcome: Outcome): Step => {
    // A check that was refused is tried again by the press that it held up.
    const started = startCheck({ ...state, held, refused: undefined, pressHeld: true, recorded: outcome });
    return { ...started, effects: [...started.effects, ...record(outcome)], decision: "hold" };
  };

  if (state.orphaned)
    return { state: { ...state, held: "unchecked", pressHeld: true }, effects: [], decision: "hold" };
  const checked = verdictOf(state);
  if (repeat && state.pressHeld) return { state, effects: [], decision: "hold" };
  if (!checked) {
    const { unchecked, monitoring } = state.settings;
    if (state.refused && (monitoring || unchecked === "let-go-and-record"))
      return pass({ ...state, recorded: "let-go-unchecked" }, record("let-go-unchecked"));
    // The worker keeps it only if it finds something.
    if (monitoring) return pass({ ...state, recorded: "recorded" }, record("recorded"));
    return hold("unchecked", "unchecked");
  }
  if (checked.verdict.verdict === "allow") {
    if (!checked.note) return pass({ ...state, held: undefined });
    return pass({ ...state, held: undefined, recorded: "recorded" }, record("recorded"));
  }
  // It was put on record before it counted.
  if (isApproved(state)) return pass(state);
  return hold("found", checked.verdict.verdict === "block" ? "stopped" : "warned");
}

/** What a person may go on with now, and in which way, undefined: they may not. */
function approvalFor(
  state: GateState,
  { reason, code }: Extract<GateEvent, { type: "approve" }>,
): Approval | undefined {
  const permission = verdictOf(state)?.permission;
  if (!state.current || !permission?.postAnyway || state.orphaned) return undefined;
  if (!isReasonGiven(permission, reason) || (permission.secondPerson && !code)) return undefined;
  return { key: keyOf(state.current), reason };
}

/** The whole machine. Total: every event is answered in every state. */
export function step(state: GateState, event: GateEvent): Step {
  const only = (next: GateState): Step => ({ state: next, effects: [], decision: undefined });
  switch (event.type) {
    case "observe":
      return noteNotWatching(startCheck(observe(state, event.observed)));
    case "send":
      return send(state, event.observed, event.repeat);
    case "answer": {
      const key = state.inFlight.get(event.request);
      if (key === undefined) return only(state);
      // An answer to a request made under the knowledge in force that names another one: that one is newer.
      const next = withKnowledge(landed(state, event.request), event.checked.knowledge);
      const checked = startCheck(withVerdict(next, key, event.checked));
      const isSaid = next.knowledge === state.knowledge || (state.knowledge === undefined && state.waking);
      return isSaid ? checked : askSettings(checked);
    }
    case "refused": {
      const key = state.inFlight.get(event.request);
      if (key === undefined) return only(state);
      const next = landed(state, event.request);
      const isCurrent = state.current !== undefined && keyOf(state.current) === key;
      return startCheck(isCurrent ? { ...next, refused: event.code } : next);
    }
    case "knowledge":
      return askSettings(startCheck(withKnowledge(state, event.knowledge)));
    case "wake":
      return askSettings(only(state));
    case "settings": {
      const { type: _type, request, knowledge, ...settings } = event;
      if (state.waking?.request !== request) return only(state);
      if (!isForNow(state, request, knowledge)) return askSettings(only(state));
      return startCheck({ ...withKnowledge(state, knowledge), settings, waking: undefined });
    }
    case "approve": {
      const approval = approvalFor(state, event);
      if (!approval || !state.current || state.asking) return only(state);
      const request = state.requests + 1;
      const { draft } = state.current;
      return {
        state: { ...state, requests: request, asking: { request, approval }, codeProblem: undefined },
        effects: [
          {
            type: "ask",
            request,
            id: event.id,
            draft,
            code: event.code,
            reason: approval.reason,
          },
        ],
        decision: undefined,
      };
    }
    case "code": {
      if (state.asking?.request !== event.request) return only(state);
      const { approval } = state.asking;
      return only(
        event.problem === null
          ? { ...state, asking: undefined, approval, codeProblem: undefined, recorded: "posted-anyway" }
          : { ...state, asking: undefined, codeProblem: { kind: event.problem, wait: event.wait } },
      );
    }
    case "attest": {
      const attachments = state.current?.draft.attachments;
      if (!state.current || !attachments?.length || state.orphaned) return only(state);
      // It was put on record before it counts.
      const attested = event.isGiven ? state.current.composer + filesOf(attachments) : undefined;
      // The card in which it was done stays.
      return startCheck({ ...observe({ ...state, attested }, state.current), held: "unchecked" });
    }
    case "retry":
      return startCheck({ ...state, refused: undefined });
    case "dismiss":
      return only({ ...state, held: undefined });
    case "orphan":
      return only({
        ...state,
        orphaned: true,
        verdicts: new Map(),
        inFlight: new Map(),
        approval: undefined,
        asking: undefined,
        codeProblem: undefined,
      });
  }
}
