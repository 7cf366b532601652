import type { Finding } from "../engine/model.ts";
import type { Span } from "../engine/rule.ts";

/** Longest run of the draft, in UTF-16 units, that may stand in a reason by chance ("in response to the"). */
const longestRun = 16;
const removed = "[removed]";

/**
 * A reason is kept as it was given, but for what must not be kept: names and identifiers that the check finds in it,
 * whatever of it is on the patient list, and longer passages of the draft.
 */
export function cleanReason(
  reason: string,
  draft: string,
  findings: readonly Finding[],
  listed: readonly Span[],
): string {
  const marks = new Uint8Array(reason.length);
  for (const { start, end } of listed) marks.fill(1, start, end);
  for (const { category, start, end } of findings) {
    if (category === "patient-match" || category === "identifier") marks.fill(1, start, end);
  }
  for (let start = 0; start + longestRun < reason.length; start++) {
    if (draft.includes(reason.slice(start, start + longestRun + 1)))
      marks.fill(1, start, start + longestRun + 1);
  }
  let cleaned = "";
  for (let at = 0; at < reason.length; at++) {
    if (marks[at] === 0) cleaned += reason.charAt(at);
    else if (at === 0 || marks[at - 1] === 0) cleaned += removed;
  }
  return cleaned;
}
