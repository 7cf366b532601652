import type { Response, WorkerChannels } from "../../contract/messages.ts";
import { declaredWords } from "../../platform/declared-words.ts";
import { t } from "../../platform/i18n.ts";
import { problemWords } from "../../patient-list/problem-words.ts";
import { waitWords } from "./words.ts";

/** Why it is still locked, for the person who typed; undefined: it is open. */
export function unlockProblem({
  problem,
  wait,
}: Response<WorkerChannels, "patients.unlock">): string | undefined {
  if (problem === null) return undefined;
  const time = waitWords(wait);
  if (problem === "wrong-passphrase") return t("shared_that_is_not_the_passphrase_of", time);
  if (problem === "locked") return t("shared_it_was_not_tried_yet_wait", time);
  const { what, remedy } = problemWords(problem);
  return `${declaredWords(what)} ${declaredWords(remedy)}`;
}
