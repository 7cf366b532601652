/** The engine alone, in the browser's own JavaScript engine: neither a worker nor messages between. */
import { buildIndex, check, openIndex, prepare } from "../../../src/engine/index.ts";
import type { Draft, EnginePolicy, Knowledge, Person, Practice } from "../../../src/engine/index.ts";

declare global {
  interface Window {
    engine: {
      /** Milliseconds of the first check after `know`, in code that has never run. */
      first(text: string): number;
      know(policy: EnginePolicy, practice: Practice, people: readonly Person[]): void;
      /** Milliseconds of each of `rounds` checks, as the mean of the `each` in its round: browsers' clocks are coarse. */
      time(text: string, rounds: number, each: number): number[];
      /** What the engine says of the draft. */
      verdict(text: string): string;
    };
  }
}

let knowledge: Knowledge | undefined;

const toDraft = (text: string): Draft => ({
  text,
  site: "facebook",
  surface: "review-reply",
  thread: {
    author: "Marisol Whitcombe",
    text: "Loved my visit, the front desk was so kind. The parking was easy too.",
  },
});

function run(text: string): string {
  if (!knowledge) throw new Error("nothing is known yet");
  return check(toDraft(text), knowledge).verdict;
}

window.engine = {
  know(policy, practice, people) {
    const key = Uint8Array.from({ length: 16 }, (_, at) => at);
    knowledge = prepare(policy, practice, openIndex(buildIndex(people, key, "bench")));
  },
  first(text) {
    const started = performance.now();
    run(text);
    return performance.now() - started;
  },
  time(text, rounds, each) {
    return Array.from({ length: rounds }, () => {
      const started = performance.now();
      // As it is when a person types the last letters: each check sees another text.
      for (let left = each - 1; left >= 0; left -= 1) run(text.slice(0, text.length - left));
      return (performance.now() - started) / each;
    });
  },
  verdict: run,
};
