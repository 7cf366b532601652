import { describe, expect, it } from "vitest";
import type { Checked } from "../../../src/contract/messages.ts";
import { step } from "../../../src/content/gate.ts";
import { initialState } from "../../../src/content/gate-state.ts";
import type { GateEvent, GateState, Observed } from "../../../src/content/gate-state.ts";
import { toView } from "../../../src/content/view.ts";
import type { Finding, Verdict } from "../../../src/engine/model.ts";

const text = "Thanks for coming in!";
const observed: Observed = {
  composer: "facebook/comment/reply",
  draft: { text, site: "facebook", surface: "comment" },
};
const finding: Finding = {
  rule: "thanks-for-visit",
  category: "relationship",
  level: "warn",
  start: 11,
  end: 20,
  why: "It says that they were here.",
  source: "45 CFR 164.502(a)",
};

const checked = (verdict: Verdict["verdict"], postAnyway = false): Checked => ({
  knowledge: "k1",
  verdict: {
    verdict,
    findings: verdict === "allow" ? [] : [finding],
    alternatives: verdict === "allow" ? [] : [{ text: "Thank you!", kind: "reply" }],
  },
  permission: { postAnyway, reasonRequired: true, reasons: [], freeText: true, secondPerson: false },
  note: false,
});

const send: GateEvent = { type: "send", observed, repeat: false };
const typed: GateEvent = { type: "observe", observed };
const answer = (value: Checked): GateEvent => ({ type: "answer", request: 1, checked: value });

function after(...events: readonly GateEvent[]): GateState {
  return events.reduce((state, event) => step(state, event).state, initialState);
}

describe("view", () => {
  it("shows nothing before, while and after a clear draft is checked", () => {
    expect(toView(initialState, false)).toMatchObject({ state: "idle", mode: "hidden" });
    expect(toView(after(typed), false)).toMatchObject({ state: "checking", mode: "hidden" });
    expect(toView(after(typed, answer(checked("allow"))), false)).toMatchObject({
      state: "clear",
      mode: "hidden",
    });
  });

  it("shows one line while a draft with findings is written, and everything when it is held", () => {
    expect(toView(after(typed, answer(checked("warn"))), false)).toMatchObject({
      state: "warn",
      mode: "note",
    });
    const held = toView(after(typed, answer(checked("warn", true)), send), false);
    expect(held).toMatchObject({ state: "warn", mode: "card", title: "Not sent.", detail: finding.why });
    expect(held.findings).toEqual([
      { category: "Who is a patient", why: "", source: finding.source, quote: "coming in", level: "warn" },
    ]);
    expect(held.postAnyway).toEqual({ reasonRequired: true });
    expect(held.announcement).toBe(`Not sent. ${finding.why}`);
  });

  it("offers to post anyway only where policy lets", () => {
    expect(toView(after(typed, answer(checked("block")), send), false).postAnyway).toBeUndefined();
  });

  it("says when a send that came too early may be pressed again", () => {
    expect(toView(after(typed, send), false)).toMatchObject({ state: "checking", mode: "card" });
    expect(toView(after(typed, send, answer(checked("allow"))), false)).toMatchObject({
      state: "clear",
      mode: "card",
      announcement: "Checked. Press send again.",
    });
  });

  it("shows that a draft could not be checked, before and after it is held", () => {
    const refused: GateEvent = { type: "refused", request: 1, code: "gone" };
    expect(toView(after(typed, refused), false)).toMatchObject({
      state: "unchecked",
      mode: "note",
      retry: true,
    });
    const early = after(typed, send, refused);
    expect(toView(early, false)).toMatchObject({ state: "unchecked", mode: "card" });
  });

  it.each([
    ["locked", /^The patient list is locked\. Open ReplyGuard from the toolbar to unlock it\.$/],
    ["expired", /has expired/],
    ["awaited", /has not arrived yet/],
    ["unusable", /cannot be read/],
  ] as const)("says in one sentence what the list has come to where it is %s", (code, words) => {
    const refused: GateEvent = { type: "refused", request: 1, code };
    // Pressing send asks once more.
    const held = toView(after(typed, refused, send, { ...refused, request: 2 }), false);
    expect(held).toMatchObject({
      state: "unchecked",
      mode: "card",
      findings: [],
      retry: false,
      title: "Not sent: this text could not be checked.",
    });
    expect(held.detail).toMatch(words);
    expect(toView(after(typed, refused), false)).toMatchObject({ state: "unchecked", mode: "note" });
  });

  it("lets go what the list keeps from being checked, where policy says so, and only then", () => {
    const refused: GateEvent = { type: "refused", request: 1, code: "locked" };
    const settings: GateEvent = {
      type: "settings",
      knowledge: "k0",
      siteOn: true,
      unchecked: "let-go-and-record",
    };
    const { decision, effects } = step(after(settings, typed, refused), send);
    expect(decision).toBe("pass");
    expect(effects).toMatchObject([{ type: "record", outcome: "let-go-unchecked" }]);
    expect(step(after(typed, refused), send).decision).toBe("hold");
  });

  it.each(["unknown-composer", "no-send-control"] as const)("says not watching for %s", (problem) => {
    const seen: GateEvent = { type: "observe", observed: { ...observed, problem } };
    const view = toView(after(seen, answer(checked("allow"))), false);
    expect(view).toMatchObject({ state: "unchecked", mode: "note" });
    expect(view.title).toMatch(/^Not watching/);
  });

  it("says that an updated extension needs a reload, and that the draft was not sent", () => {
    const view = toView(after(typed, { type: "orphan" }, send), false);
    expect(view).toMatchObject({ state: "unchecked", mode: "card" });
    expect(view.title).toMatch(/^Not sent/);
  });

  it("asks for the attestation where a picture goes out", () => {
    const media: Checked = {
      ...checked("block"),
      verdict: {
        ...checked("block").verdict,
        findings: [{ ...finding, category: "media", start: 0, end: 0 }],
      },
    };
    expect(toView(after(typed, answer(media), send), false).attest).toBe(true);
  });
});
