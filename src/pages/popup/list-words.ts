/** What the popup says about the patient list. Pure. */
import type { PatientsStanding } from "../../contract/patients.ts";
import { opensWithPassphrase, problemWords } from "../../patient-list/problem-words.ts";
import { count, day, daysLeft, people } from "../shared/words.ts";

export interface ListView {
  /** For the table of what is in force. */
  readonly value: string;
  /** Sentences; empty where there is nothing that a person has to know. */
  readonly notices: readonly string[];
  readonly canUnlock: boolean;
  readonly canLock: boolean;
  /** Drafts go unchecked because of the list. */
  readonly isClosed: boolean;
}

/** `isHeld`: the policy holds what cannot be checked, else it lets it go and records it. */
export function viewList(standing: PatientsStanding, isHeld: boolean, now: number): ListView {
  const { list, awaited, setAside, arrival } = standing;
  const aside = setAside ? ["The list of this browser is set aside for it, and not used."] : [];
  const unchecked = `Until then drafts ${isHeld ? "are held" : "go unchecked, and that is recorded"}.`;
  const failed = arrival?.problem ? ["It could not be fetched: the options page says why."] : [];
  if (awaited) {
    const notices = [`The practice’s patient list has not arrived yet. ${unchecked}`, ...failed, ...aside];
    return { value: "Not arrived yet", notices, canUnlock: false, canLock: false, isClosed: true };
  }
  if (!list) {
    const notices = ["No patient list: names of patients are not recognized."];
    return { value: "None", notices, canUnlock: false, canLock: false, isClosed: false };
  }
  const hasPassphrase = list.locks.includes("passphrase");
  // The managed key of the policy opens it again at once.
  const staysLocked = hasPassphrase && !(list.source === "managed" && list.locks.includes("managed"));
  const stale = failed.length > 0 ? ["A newer list could not be fetched: the options page says why."] : [];
  if (list.state === "open") {
    return {
      value: people(list.people ?? 0),
      notices: [...expiry(list.expires, now), ...stale],
      canUnlock: false,
      canLock: staysLocked,
      isClosed: false,
    };
  }
  const canUnlock = opensWithPassphrase(list.state, list.locks);
  const { what, remedy } = problemWords(list.state);
  const words = canUnlock
    ? `The patient list is locked. Type its passphrase to unlock it. ${unchecked}`
    : list.state === "locked"
      ? `The patient list opens with a key of the administrator’s policy, which is not here. ${unchecked}`
      : `${what} ${remedy} ${unchecked}`;
  return {
    value: canUnlock ? "Locked" : list.state === "expired" ? "Expired" : "Cannot be used",
    notices: [words, ...stale, ...aside],
    canUnlock,
    canLock: false,
    isClosed: true,
  };
}

function expiry(expires: number | null, now: number): string[] {
  const left = daysLeft(expires, now);
  if (expires === null || left === undefined) return [];
  return [
    `It expires in ${count(Math.max(1, left), "day", "days")}, on ${day(expires)}. A current list is due.`,
  ];
}
