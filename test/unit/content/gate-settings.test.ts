import { describe, expect, it } from "vitest";
import { step } from "../../../src/content/gate.ts";
import { initialState, strictest } from "../../../src/content/gate-state.ts";
import type { GateEvent, GateState, Observed } from "../../../src/content/gate-state.ts";

const observed: Observed = {
  composer: "facebook/comment/unknown",
  draft: { text: "Thank you for coming in", site: "facebook", surface: "comment", thread: null },
};
const unguarded = { ...strictest, monitoring: true, siteOn: false };

function after(...events: readonly GateEvent[]): GateState {
  return events.reduce((state, event) => step(state, event).state, initialState);
}

describe("what policy says of a page", () => {
  it("is taken from the worker's answer", () => {
    const { state, effects } = step(initialState, { type: "wake" });
    expect(effects).toEqual([{ type: "wake", request: 1 }]);
    const said = step(state, { type: "settings", request: 1, knowledge: "k1", ...unguarded }).state;
    expect([said.knowledge, said.settings]).toEqual(["k1", unguarded]);
  });

  it("is not taken from an answer that comes late, from before a change of the policy", () => {
    const asked = after({ type: "knowledge", knowledge: "k1" });
    const changed = step(asked, { type: "knowledge", knowledge: "k2" }).state;
    for (const knowledge of ["k1", "k2"]) {
      const late = step(changed, { type: "settings", request: asked.requests, knowledge, ...unguarded });
      expect(late.state.settings).toEqual(strictest);
      expect(late.state.knowledge).toBe("k2");
    }
  });

  it("falls, and is asked again, when a verdict names a newer policy", () => {
    const watching = after(
      { type: "knowledge", knowledge: "k1" },
      { type: "settings", request: 1, knowledge: "k1", ...strictest, monitoring: true },
      { type: "observe", observed },
    );
    expect(watching.settings.monitoring).toBe(true);
    const [request = 0] = watching.inFlight.keys();
    const { state, effects } = step(watching, {
      type: "answer",
      request,
      checked: {
        knowledge: "k2",
        verdict: { verdict: "block", findings: [], alternatives: [] },
        permission: {
          postAnyway: false,
          reasonRequired: false,
          reasons: [],
          freeText: true,
          secondPerson: false,
        },
        note: false,
      },
    });
    expect(state.settings).toEqual(strictest);
    expect(effects).toContainEqual({ type: "wake", request: state.requests });
    expect(
      step(state, { type: "send", observed: { ...observed, composer: "other" }, repeat: false }).decision,
    ).toBe("hold");
  });

  it("does not switch off a box that nobody knows: its surface is a guess", () => {
    const off: readonly GateEvent[] = [
      { type: "knowledge", knowledge: "k1" },
      { type: "settings", request: 1, knowledge: "k1", ...strictest, surfacesOff: ["comment"] },
    ];
    const unknown: Observed = { ...observed, problem: "unknown-composer" };
    expect(after(...off, { type: "observe", observed }).inFlight.size).toBe(0);
    expect(after(...off, { type: "observe", observed: unknown }).inFlight.size).toBe(1);
    expect(step(after(...off), { type: "send", observed: unknown, repeat: false }).decision).toBe("hold");
  });
});
