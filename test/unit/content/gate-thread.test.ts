import { expect, it } from "vitest";
import type { Checked } from "../../../src/contract/messages.ts";
import { step } from "../../../src/content/gate.ts";
import { initialState } from "../../../src/content/gate-state.ts";
import type { GateState, Observed } from "../../../src/content/gate-state.ts";

/** As many as X sends with one press. */
const posts = Array.from({ length: 25 }, (_one, at): Observed => ({
  composer: "x/post/compose",
  draft: { text: `Part ${at} of our opening hours.`, site: "x", surface: "post", thread: null },
}));
const checked: Checked = {
  knowledge: "k1",
  verdict: { verdict: "allow", findings: [], alternatives: [] },
  permission: { postAnyway: false, reasonRequired: false, reasons: [], freeText: false, secondPerson: false },
  note: false,
};

function answered(before: GateState): GateState {
  return [...before.inFlight.keys()].reduce(
    (state, request) => step(state, { type: "answer", request, checked }).state,
    before,
  );
}

it("a thread whose posts were all checked goes with one press", () => {
  let state = step(initialState, { type: "knowledge", knowledge: "k1" }).state;
  for (const observed of posts) state = answered(step(state, { type: "observe", observed }).state);
  for (const observed of posts) {
    const sent = step(state, { type: "send", observed, repeat: false });
    expect(sent.decision).toBe("pass");
    state = sent.state;
  }
});
