import type { Response, WorkerChannels } from "../../contract/messages.ts";
import { problemWords } from "../../patient-list/problem-words.ts";
import { waitWords } from "./words.ts";

/** Why it is still locked, for the person who typed; undefined: it is open. */
export function unlockProblem({
  problem,
  wait,
}: Response<WorkerChannels, "patients.unlock">): string | undefined {
  if (problem === null) return undefined;
  const time = waitWords(wait);
  if (problem === "wrong-passphrase")
    return `That is not the passphrase of this list. Mind capitals and spaces, and try again in ${time}.`;
  if (problem === "locked") return `It was not tried yet. Wait ${time}, then press Unlock again.`;
  const { what, remedy } = problemWords(problem);
  return `${what} ${remedy}`;
}
