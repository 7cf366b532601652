import { entryKey, readList } from "../../../contract/policy-file.ts";
import { ownReply } from "../../../contract/policy-lists.ts";
import type { PolicyView } from "../policy-view.ts";
import type { PolicyFile } from "./exported.ts";

/**
 * The new replies of a file, by `entryKey`, that could be offered nowhere: with one of them the worker would refuse all of the file.
 * None where they cannot be tried now: then the worker says why nothing is taken.
 */
export async function uselessReplies(
  file: PolicyFile,
  { now, tryReply }: Pick<PolicyView, "now" | "tryReply">,
): Promise<ReadonlySet<string>> {
  const known = new Set(now().policy.replies.map(entryKey));
  const useless = new Set<string>();
  for (const entry of readList("replies", file.replies).entries) {
    const reply = known.has(entryKey(entry)) ? undefined : ownReply.safeParse(entry).data;
    const answer = reply && (await tryReply(reply));
    if (answer?.ok && answer.value.tried.every(({ finding }) => finding)) useless.add(entryKey(entry));
  }
  return useless;
}
