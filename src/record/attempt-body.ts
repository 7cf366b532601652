import type { Attempt } from "../contract/attempt.ts";
import type { EntryBody } from "../contract/record-entry.ts";

/**
 * An attempt as it goes into the record: all that it says, and under `fingerprint` what tells that the same draft was tried
 * again. Its time is the chain's to give.
 */
export function attemptBody(attempt: Attempt, fingerprint?: string): EntryBody {
  const { at: _, reason, approvedBy, ...rest } = attempt;
  return {
    kind: "attempt",
    ...rest,
    ...(reason === undefined ? {} : { reason: oneLine(reason) }),
    ...(approvedBy === undefined ? {} : { approvedBy: oneLine(approvedBy) }),
    ...(fingerprint === undefined ? {} : { fingerprint }),
  };
}

/** Ends of lines become spaces, and half a character the sign for one that is lost: canonical JSON has no form for it. */
export function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, " ").replaceAll(/\p{Cs}/gu, "\uFFFD");
}
