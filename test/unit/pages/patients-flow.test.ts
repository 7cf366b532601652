import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { idle, isCancelable, step } from "../../../src/pages/options/patients/flow.ts";
import type { Effect, Event, State } from "../../../src/pages/options/patients/flow.ts";
import type { Preview, Report, SealedFile, Taken } from "../../../src/pages/options/patients/jobs.ts";

const file = new File(["given,family"], "patients.csv");
const preview: Preview = {
  name: "patients.csv",
  kind: "delimited",
  encoding: "UTF-8",
  delimiter: ",",
  columns: [],
  headers: [],
  rows: [],
};
const report: Report = {
  rows: 3,
  people: 2,
  added: 2,
  listed: 0,
  leftOut: [],
  leftOutRows: 1,
  partly: [],
  partlyRows: 0,
  details: null,
  assumed: [],
};
const sealed: SealedFile = {
  name: "list.rgl",
  created: 0,
  expires: null,
  bucket: "up to 100",
  locks: ["passphrase"],
};
const secret = { passphrase: "four quiet herons nest" };
const plan = { columns: [], expires: null, how: "new", locks: secret } as const;
const takenOf = (run: number): Taken => ({ id: `list-${run}`, key: "", base: null });

/** Runs events as the form does: effects are noted, runs are numbered. */
function run(events: readonly Event[]): { state: State; effects: Effect[] } {
  let state = idle;
  let runs = 0;
  const effects: Effect[] = [];
  for (const event of events) {
    const next = step(state, event, runs + 1);
    for (const effect of next.effects) {
      if (effect.do === "open") runs = effect.run;
      effects.push(effect);
    }
    state = next.state;
  }
  return { state, effects };
}

const imported: readonly Event[] = [
  { type: "choose", file },
  { type: "opened", run: 1, preview },
  { type: "start", plan },
  { type: "built", run: 1, report },
  { type: "take" },
  { type: "stored", run: 1, taken: takenOf(1) },
  { type: "adopted", run: 1 },
];

const unlocked: readonly Event[] = [
  { type: "choose", file },
  { type: "sealed", run: 1, file: sealed },
  { type: "unlock", secret },
  { type: "wrong-secret", run: 1, problem: "The passphrase does not open this list." },
  { type: "unlock", secret },
  { type: "unlocked", run: 1, people: 7 },
  { type: "stored", run: 1, taken: takenOf(1) },
  { type: "adopted", run: 1 },
];

describe("an import", () => {
  test("goes from the file to the list in use", () => {
    const { state, effects } = run(imported);
    expect(state).toEqual({ at: "idle", said: { what: "adopted", people: 2 } });
    expect(effects.map((effect) => effect.do)).toEqual(["open", "build", "store", "adopt", "stop"]);
  });

  test("of a sealed file goes by its passphrase, which may be wrong at first", () => {
    const { state, effects } = run(unlocked);
    expect(state).toEqual({ at: "idle", said: { what: "adopted", people: 7 } });
    expect(effects.map((effect) => effect.do)).toEqual([
      "open",
      "unlock",
      "unlock",
      "store",
      "adopt",
      "stop",
    ]);
  });

  test.each([1, 2, 3, 4])(
    "can be canceled after its step %d, which ends the worker and changes nothing",
    (steps) => {
      const { state, effects } = run([...imported.slice(0, steps), { type: "cancel" }]);
      expect(state).toEqual({ at: "idle", said: { what: "canceled" } });
      expect(effects.at(-1)).toEqual({ do: "stop" });
      expect(effects.some((effect) => effect.do === "store" || effect.do === "adopt")).toBe(false);
    },
  );

  test("hears nothing more of a worker that was stopped", () => {
    const { state, effects } = run([
      ...imported.slice(0, 3),
      { type: "choose", file },
      { type: "built", run: 1, report },
      { type: "take" },
    ]);
    expect(state).toEqual({ at: "opening", run: 2 });
    expect(effects.map((effect) => effect.do)).toEqual(["open", "build", "stop", "open"]);
  });

  test("offers no list of nobody", () => {
    const { state, effects } = run([
      ...imported.slice(0, 3),
      { type: "built", run: 1, report: { ...report, people: 0 } },
      { type: "take" },
    ]);
    expect(state.at).toBe("report");
    expect(effects.map((effect) => effect.do)).toEqual(["open", "build"]);
  });
});

const runNumber = fc.integer({ min: 1, max: 3 });
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.constantFrom<Event>(
    { type: "choose", file },
    { type: "start", plan },
    { type: "unlock", secret },
    { type: "take" },
    { type: "cancel" },
  ),
  runNumber.chain((run) =>
    fc.constantFrom<Event>(
      { type: "opened", run, preview },
      { type: "sealed", run, file: sealed },
      { type: "progress", run, progress: { stage: "reading", fraction: 0.5 } },
      { type: "built", run, report },
      { type: "unlocked", run, people: 7 },
      { type: "wrong-secret", run, problem: "" },
      { type: "stored", run, taken: takenOf(run) },
      { type: "adopted", run },
      { type: "failed", run, problem: "" },
    ),
  ),
);

/** What the person has said about each run, as somebody beside them would note it. */
function confirmedRuns(events: readonly Event[]): Set<number> {
  const confirmed = new Set<number>();
  let state = idle;
  let runs = 0;
  for (const one of events) {
    const said =
      (one.type === "take" && state.at === "report") || (one.type === "unlock" && state.at === "sealed");
    if (said && state.at !== "idle") confirmed.add(state.run);
    const next = step(state, one, runs + 1);
    for (const effect of next.effects) if (effect.do === "open") runs = effect.run;
    state = next.state;
  }
  return confirmed;
}

/** Chance alone seldom gets to the end of an import: half of the sequences are one with something in between. */
const disturbed = fc
  .tuple(fc.constantFrom(imported, unlocked), fc.array(fc.tuple(event, fc.nat(8)), { maxLength: 4 }))
  .map(([path, noise]) => {
    const all = [...path];
    for (const [one, at] of noise) all.splice(at, 0, one);
    return all;
  });
const events = fc.oneof(fc.array(event, { maxLength: 40 }), disturbed);

describe("whatever happens, in whatever order", () => {
  test("only a list that the person has confirmed is adopted, and the one that was stored", () => {
    let adoptions = 0;
    fc.assert(
      fc.property(events, (events) => {
        const confirmed = confirmedRuns(events);
        for (const effect of run(events).effects) {
          if (effect.do !== "adopt") continue;
          adoptions += 1;
          expect(confirmed).toContain(effect.run);
          expect(effect.taken).toEqual(takenOf(effect.run));
        }
      }),
      { numRuns: 5000 },
    );
    expect(adoptions).toBeGreaterThan(20);
  });

  test("a cancel before the person's word ends the worker, and no list is adopted after it", () => {
    fc.assert(
      fc.property(events, fc.array(event, { maxLength: 10 }), (before, after) => {
        const { state } = run(before);
        if (!isCancelable(state)) return;
        const there = run([...before, { type: "cancel" }]);
        expect(there.state).toEqual({ at: "idle", said: { what: "canceled" } });
        expect(there.effects.at(-1)).toEqual({ do: "stop" });
        const late = after.filter((one) => one.type !== "choose");
        const then = run([...before, { type: "cancel" }, ...late]);
        expect(then.effects).toEqual(there.effects);
      }),
      { numRuns: 3000 },
    );
  });

  test("no preview outlives the state that shows it, and there is one worker at most", () => {
    fc.assert(
      fc.property(events, (events) => {
        const { state, effects } = run(events);
        expect("preview" in state).toBe(state.at === "preview");
        let workers = 0;
        for (const effect of effects) {
          if (effect.do === "open") workers += 1;
          if (effect.do === "stop") workers = 0;
          expect(workers).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
