/** A draft that somebody types, and what the worker says of it. */
import type { Checked } from "../../../src/contract/messages.ts";
import { step } from "../../../src/content/gate.ts";
import { initialState, strictest } from "../../../src/content/gate-state.ts";
import type { GateEvent, GateState, Observed, Settings } from "../../../src/content/gate-state.ts";
import type { Finding, Verdict } from "../../../src/engine/model.ts";

export const text = "Thanks for coming in!";
export const observed: Observed = {
  composer: "facebook/comment/reply",
  draft: { text, site: "facebook", surface: "comment" },
};
export const finding: Finding = {
  rule: "thanks-for-visit",
  category: "relationship",
  level: "warn",
  start: 11,
  end: 20,
  why: "It says that they were here.",
  source: "45 CFR 164.502(a)",
};

export const checked = (verdict: Verdict["verdict"], postAnyway = false): Checked => ({
  knowledge: "k1",
  verdict: {
    verdict,
    findings: verdict === "allow" ? [] : [finding],
    alternatives: verdict === "allow" ? [] : [{ text: "Thank you!", kind: "reply" }],
  },
  permission: { postAnyway, reasonRequired: postAnyway, reasons: [], freeText: true, secondPerson: false },
  note: false,
});

export const settled = (more: Partial<Settings>): GateEvent => ({
  type: "settings",
  request: 0,
  knowledge: "k1",
  ...strictest,
  ...more,
});
export const send: GateEvent = { type: "send", observed, repeat: false };
export const typed: GateEvent = { type: "observe", observed };
export const answer = (value: Checked): GateEvent => ({ type: "answer", request: 1, checked: value });

/** What the worker says answers what it was asked last. */
export function next(state: GateState, event: GateEvent): GateState {
  if (event.type === "settings") {
    const asked = step(state, { type: "wake" }).state;
    return step(asked, { ...event, request: asked.requests }).state;
  }
  const request = [...state.inFlight.keys()].at(-1);
  const isAnswer = event.type === "answer" || event.type === "refused";
  return step(state, isAnswer && request !== undefined ? { ...event, request } : event).state;
}

export const after = (...events: readonly GateEvent[]): GateState => events.reduce(next, initialState);
