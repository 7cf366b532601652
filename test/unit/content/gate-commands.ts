/** Random lives of the gate: what persons, sites, worker and policy do to it, in any order. */
import fc from "fast-check";
import { World } from "./gate-model.ts";
import type { StepFunction } from "./gate-model.ts";
import { versions } from "./gate-worker.ts";

const texts = fc.constantFrom("a", "ab", "abc", "thanks", "b", "c", "d", " ");

/** What a person does who means to post it anyway, and for all they may change their mind about. */
const insists = fc
  .record({
    texts: fc.tuple(texts, texts),
    reason: fc.constantFrom("asked by phone", "asked by phone", "my own"),
    asksTwice: fc.boolean(),
    isRight: fc.boolean(),
  })
  .map(({ texts: [first, second], reason, asksTwice, isRight }) => (w: World) => {
    for (const text of asksTwice ? [first, second] : [first]) {
      w.edit(text, true);
      for (let turn = 0; turn < 3; turn += 1) w.answer(0);
      w.approve(reason, "123456");
    }
    w.answerCode(0, isRight);
    w.send(false);
  });

const command: fc.Arbitrary<(world: World) => void> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(texts, fc.boolean()).map(
      ([t, seen]) =>
        (w: World) =>
          w.edit(w.text + t, seen),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(texts, fc.boolean()).map(
      ([t, seen]) =>
        (w: World) =>
          w.edit(t, seen),
    ),
  },
  { weight: 2, arbitrary: fc.boolean().map((seen) => (w: World) => w.edit(w.history.pop() ?? "", seen)) },
  { weight: 8, arbitrary: fc.boolean().map((repeat) => (w: World) => w.send(repeat)) },
  { weight: 8, arbitrary: fc.nat(3).map((which) => (w: World) => w.answer(which)) },
  { weight: 8, arbitrary: fc.constant((w: World) => [0, 0, 0].forEach((which) => w.answer(which))) },
  { weight: 2, arbitrary: fc.constant((w: World) => w.look()) },
  { weight: 2, arbitrary: fc.constant((w: World) => w.die()) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...versions), fc.boolean()).map(
      ([version, isSignalled]) =>
        (w: World) =>
          w.changePolicy(version, isSignalled),
    ),
  },
  { weight: 2, arbitrary: fc.constant((w: World) => w.tell({ type: "wake" })) },
  { weight: 2, arbitrary: fc.nat(3).map((which) => (w: World) => w.answerWake(which)) },
  { weight: 4, arbitrary: fc.nat(3).map((which) => (w: World) => w.hearWake(which)) },
  { weight: 1, arbitrary: fc.boolean().map((isUnknown) => (w: World) => (w.isUnknown = isUnknown)) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(undefined, "", "asked by phone", "my own"), fc.constantFrom(undefined, "123456"))
      .map((each) => (w: World) => w.approve(...each)),
  },
  { weight: 5, arbitrary: insists },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.nat(3), fc.boolean()).map((each) => (w: World) => w.answerCode(...each)),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom("a.jpg", "b.mp4").map((name) => (w: World) => {
      w.files = [...w.files.filter((file) => file.name !== name), { kind: "image", name }];
      w.look();
    }),
  },
  { weight: 1, arbitrary: fc.constant((w: World) => ((w.files = []), w.look())) },
  { weight: 4, arbitrary: fc.constant((w: World) => w.pressTick()) },
  { weight: 1, arbitrary: fc.constant((w: World) => w.tell({ type: "dismiss" })) },
  { weight: 1, arbitrary: fc.constant((w: World) => w.tell({ type: "retry" })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("facebook/comment/a", "facebook/comment/b").map((composer) => (w: World) => {
      w.composer = composer;
      w.look();
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("one", "two").map((thread) => (w: World) => {
      w.thread = thread;
    }),
  },
);

/** Runs random lives of the gate. @returns the counterexample, shrunk, or undefined when there is none */
export function findFault(step: StepFunction, runs: number, seed: number): string | undefined {
  const property = fc.property(
    fc.array(command, { minLength: 8, maxLength: 60, size: "max" }),
    fc.boolean(),
    (commands, dies) => {
      const world = new World(step);
      for (const run of commands) run(world);
      if (dies) {
        world.tell({ type: "orphan" });
        world.orphaned = true;
        world.send(false);
      }
      world.settle();
      if (world.faults.length > 0) throw new Error(world.faults[0]);
    },
  );
  const result = fc.check(property, { numRuns: runs, seed });
  return result.failed
    ? `${String(result.errorInstance)} after ${String(result.counterexample?.[0])}`
    : undefined;
}
