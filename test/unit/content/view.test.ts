import { describe, expect, it } from "vitest";
import type { Checked } from "../../../src/contract/messages.ts";
import { step } from "../../../src/content/gate.ts";
import { initialState, strictest } from "../../../src/content/gate-state.ts";
import type { CodeProblem, GateEvent } from "../../../src/content/gate-state.ts";
import { toView } from "../../../src/content/view.ts";
import { after, answer, checked, finding, next, observed, send, settled, text, typed } from "./typed.ts";

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
    expect(held.postAnyway).toMatchObject({ reasonRequired: true, code: false, problem: "" });
    expect(held.announcement).toBe(`Not sent. ${finding.why}`);
  });

  it("gives the reason also where the send came before the check was done", () => {
    const late = toView(after(typed, send, answer(checked("block"))), false);
    expect(late).toMatchObject({ mode: "card", title: "Not sent.", detail: finding.why });
  });

  it("says what was put in, for as long as it stands there, and what is no problem to a person", () => {
    const clear = after(typed, answer(checked("allow")));
    expect(toView(clear, false, "kept", { canUndo: true })).toMatchObject({
      state: "clear",
      mode: "note",
      undo: true,
      title: "Your text was replaced.",
    });
    const held = after(typed, answer(checked("block")), send);
    expect(toView(held, false).disputed).toBe(false);
    expect(toView(held, false, "kept", { disputed: true }).disputed).toBe(true);
    expect(toView(clear, false, "kept", { disputed: true }).disputed).toBeUndefined();
    // What was found comes before what was done.
    expect(toView(held, false, "kept", { canUndo: true }).undo).toBe(false);
  });

  it("opens on the practice's replies only where there are any, and the box is guarded", () => {
    const empty = { ...observed, draft: { ...observed.draft, text: "" } };
    const at = (more: Partial<typeof strictest>) =>
      toView(
        [settled(more), { type: "observe", observed: empty } as const].reduce(next, initialState),
        false,
        "kept",
        { searching: true },
      );
    expect(at({ replies: true })).toMatchObject({ mode: "card", library: true });
    expect(at({ replies: false }).mode).toBe("hidden");
    expect(at({ replies: true, siteOn: false }).mode).toBe("hidden");
    expect(toView(initialState, false, "kept", { searching: true }).mode).toBe("hidden");
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
    const settings = settled({ unchecked: "let-go-and-record" });
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

  const offering = (permission: Partial<Checked["permission"]>): Checked => {
    const warned = checked("warn", true);
    return { ...warned, permission: { ...warned.permission, ...permission } };
  };
  const coded = offering({ secondPerson: true, reasonRequired: false });
  const approve: GateEvent = { type: "approve", id: "i", reason: undefined, code: "123456" };

  it("says the practice's own sentence first, and ours where it has none", () => {
    const messages = { stopped: "Kira answers these.", warned: "Are you sure?", unchecked: "Wait for Kira." };
    const words = settled({ messages, contact: "Kira, ext. 12" });
    const stopped = toView(after(words, typed, answer(checked("block")), send), false);
    expect(stopped).toMatchObject({ detail: "Kira answers these.", contact: "Kira, ext. 12" });
    expect(stopped.findings.map(({ why }) => why)).toEqual([finding.why]);
    expect(stopped.announcement).toBe("Not sent. Kira answers these.");
    expect(toView(after(words, typed, answer(checked("warn"))), false).detail).toBe("Are you sure?");
    const refused: GateEvent = { type: "refused", request: 1, code: "locked" };
    expect(toView(after(words, typed, refused), false)).toMatchObject({
      detail: "Wait for Kira. The patient list is locked. Open ReplyGuard from the toolbar to unlock it.",
      contact: "Kira, ext. 12",
    });
    const only = settled({ messages: { warned: "Are you sure?" } });
    expect(toView(after(only, typed, answer(checked("block")), send), false).detail).toBe(finding.why);
  });

  it("keeps the practice's words when the policy is on its way again, and nothing that loosens", () => {
    const words = settled({ messages: { stopped: "Kira answers these." }, siteOn: false, monitoring: true });
    const state = after(words, { type: "knowledge", knowledge: "k2" });
    expect(state.settings).toEqual({ ...strictest, messages: { stopped: "Kira answers these." } });
  });

  it("shows nothing where the surface is switched off, and checks nothing", () => {
    const off = after(settled({ surfacesOff: ["comment"] }), typed);
    expect(toView(off, true)).toMatchObject({ state: "idle", mode: "hidden" });
    expect(off.inFlight.size).toBe(0);
    const { decision, effects } = step(off, send);
    expect([decision, effects]).toEqual(["pass", []]);
    const elsewhere = after(settled({ surfacesOff: ["post"] }), typed);
    expect(step(elsewhere, send).decision).toBe("hold");
  });

  it("shows nothing and holds nothing while the policy only watches, and records what it lets go", () => {
    const watching = after(settled({ monitoring: true }), typed);
    const early = step(watching, send);
    expect([early.decision, toView(early.state, true).mode]).toEqual(["pass", "hidden"]);
    expect(early.effects).toMatchObject([{ type: "record", outcome: "recorded" }]);
    const refused = next(watching, { type: "refused", request: 1, code: "gone" });
    expect(toView(refused, true).mode).toBe("hidden");
    expect(step(refused, send).effects).toMatchObject([{ type: "record", outcome: "let-go-unchecked" }]);
    const noted = next(watching, answer({ ...checked("allow"), note: true }));
    expect(toView(noted, true)).toMatchObject({ state: "idle", mode: "hidden" });
    const { decision, effects, state } = step(noted, send);
    expect(decision).toBe("pass");
    expect(effects).toMatchObject([{ type: "record", outcome: "recorded" }]);
    expect(step(state, send).effects).toEqual([]);
    const unknown: GateEvent = { type: "observe", observed: { ...observed, problem: "unknown-composer" } };
    expect(toView(after(settled({ monitoring: true }), unknown), true).mode).toBe("hidden");
  });

  it("asks for the code, says what came of it, and lets go only after it was taken", () => {
    const asking = after(typed, answer(coded), send, approve);
    expect(toView(asking, false).postAnyway).toMatchObject({ code: true, asking: true, problem: "" });
    expect(step(asking, send).decision).toBe("hold");
    const request = asking.asking?.request ?? 0;
    const came = (problem: CodeProblem | null, wait = 0): GateEvent => ({
      type: "code",
      request,
      problem,
      wait,
    });
    for (const [problem, wait, words] of [
      ["wrong", 0, "This code does not fit."],
      ["wrong", 60_000, "This code does not fit. Try again in a minute."],
      ["used", 0, "This code has been used. The next one shows in half a minute."],
      ["wait", 239_000, "Too many codes did not fit. Try again in 4 minutes."],
      ["failed", 0, "The code could not be checked. Try again."],
    ] as const) {
      const state = step(asking, came(problem, wait)).state;
      expect(toView(state, false)).toMatchObject({
        title: "Not sent.",
        announcement: words,
        postAnyway: { asking: false, problem: words },
      });
      expect(step(state, send).decision).toBe("hold");
    }
    const approved = step(asking, came(null)).state;
    expect(toView(approved, false)).toMatchObject({ title: "Ready to post anyway.", postAnyway: undefined });
    const { decision, effects } = step(approved, send);
    expect(decision).toBe("pass");
    // It is on record since the code was taken.
    expect(effects).toEqual([]);
  });

  it("lets go only what is on record, also where no code is asked for", () => {
    const free = offering({ postAnyway: true, secondPerson: false, reasonRequired: false });
    const asking = after(typed, answer(free), send, { type: "approve", id: "i", reason: undefined });
    expect(toView(asking, false).postAnyway).toMatchObject({ code: false, asking: true, problem: "" });
    expect(step(asking, send).decision).toBe("hold");
    const request = asking.asking?.request ?? 0;
    const failed = step(asking, { type: "code", request, problem: "failed", wait: 0 }).state;
    expect(toView(failed, false).postAnyway?.problem).toBe(
      "It could not be put on record, so it stays held. Try again.",
    );
    expect(step(failed, send).decision).toBe("hold");
    const kept = step(asking, { type: "code", request, problem: null, wait: 0 }).state;
    expect(step(kept, send)).toMatchObject({ decision: "pass", effects: [] });
  });

  it("says that a send was held when that is on record, or that it is not yet", () => {
    const held = after(typed, answer(checked("block")), send);
    expect(toView(held, false, "awaited")).toMatchObject({ mode: "note", announcement: "" });
    // Whoever is about to press something finds it where it was.
    const remark = "This is not on record yet.";
    expect(toView(held, false, "late")).toEqual({ ...toView(held, false, "kept"), remark });
  });

  it("says that a code comes too late for a draft that has changed", () => {
    const asking = after(typed, answer(coded), send, approve);
    const changed: GateEvent = {
      type: "observe",
      observed: { ...observed, draft: { ...observed.draft, text: `${text}!` } },
    };
    const next = step(step(asking, changed).state, {
      type: "answer",
      request: (asking.asking?.request ?? 0) + 1,
      checked: coded,
    }).state;
    const late = step(next, {
      type: "code",
      request: asking.asking?.request ?? 0,
      problem: null,
      wait: 0,
    }).state;
    expect(late.approval).toBeUndefined();
    expect(toView(late, true).postAnyway?.problem).toBe("The draft has changed since: it needs a new code.");
    const dropped = step(asking, { type: "orphan" }).state;
    expect(toView(step(dropped, send).state, false).title).toMatch(/^Not sent: ReplyGuard was updated/);
  });

  it("says who can help where nobody can agree, or no reason can be given", () => {
    const nobody = offering({ postAnyway: false, secondPerson: true, reasonRequired: false });
    const held = (words: GateEvent, value: Checked) =>
      toView(after(words, typed, answer(value), send), false);
    expect(held(settled({}), nobody)).toMatchObject({
      postAnyway: undefined,
      closed: "Nobody can agree to this: ask your administrator.",
    });
    expect(held(settled({ contact: "Kira, ext. 12." }), nobody)).toMatchObject({
      closed: "Nobody can agree to this: ask Kira, ext. 12.",
      contact: "",
    });
    const wordless = offering({ postAnyway: false, reasonRequired: true });
    expect(held(settled({}), wordless).closed).toMatch(/^No reason can be given for this: ask/);
    expect(held(settled({}), checked("block")).closed).toBe("");
  });
});
