import type { Draft, Verdict } from "../engine/model.ts";

/** Flagged on purpose: so that the scorer, the rules and the search for alternatives all run. */
const sample: Draft = {
  text: "Thanks for coming in, see you at your next appointment!",
  site: "yelp",
  surface: "review-reply",
  thread: { author: "A guest", text: "Lovely place, thank you." },
};

/**
 * The first check after the worker has started costs many times what the next ones do: tables are built at first use,
 * and nothing is compiled yet. One check of a fixed draft, once the page has its answer, takes that before a person types.
 */
export function createWarmUp<Prepared>(
  check: (draft: Draft, prepared: Prepared) => Verdict,
  later: (task: () => void) => void,
): (prepared: Prepared) => void {
  let isWarm = false;
  return (prepared) => {
    if (isWarm) return;
    isWarm = true;
    later(() => void check(sample, prepared));
  };
}
