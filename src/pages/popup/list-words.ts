/** What the popup says about the patient list. Pure. */
import type { PatientsStanding } from "../../contract/patients.ts";
import { opensWithPassphrase, problemWords } from "../../patient-list/problem-words.ts";
import { day, daysLeft, people } from "../shared/words.ts";
import { declaredWords } from "../../platform/declared-words.ts";
import { plural, t } from "../../platform/i18n.ts";

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
  const aside = setAside ? [t("popup_the_list_of_this_browser_is")] : [];
  const unchecked = isHeld
    ? t("popup_until_then_drafts_are_held")
    : t("popup_until_then_drafts_go_unchecked_and");
  const failed = arrival?.problem ? [t("popup_it_could_not_be_fetched_the")] : [];
  if (awaited) {
    const notices = [t("popup_the_practices_patient_list_has_not", unchecked), ...failed, ...aside];
    return { value: t("popup_not_arrived_yet"), notices, canUnlock: false, canLock: false, isClosed: true };
  }
  if (!list) {
    const notices = [t("popup_no_patient_list_names_of_patients")];
    return { value: t("popup_none"), notices, canUnlock: false, canLock: false, isClosed: false };
  }
  const hasPassphrase = list.locks.includes("passphrase");
  // The managed key of the policy opens it again at once.
  const staysLocked = hasPassphrase && !(list.source === "managed" && list.locks.includes("managed"));
  const stale = failed.length > 0 ? [t("popup_a_newer_list_could_not_be")] : [];
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
  const why = `${declaredWords(what)} ${declaredWords(remedy)}`;
  const words = canUnlock
    ? t("popup_the_patient_list_is_locked_type", unchecked)
    : list.state === "locked"
      ? t("popup_the_patient_list_opens_with_a", unchecked)
      : `${why} ${unchecked}`;
  return {
    value: canUnlock
      ? t("popup_locked")
      : list.state === "expired"
        ? t("popup_expired")
        : t("popup_cannot_be_used"),
    notices: [words, ...stale, ...aside],
    canUnlock,
    canLock: false,
    isClosed: true,
  };
}

function expiry(expires: number | null, now: number): string[] {
  const left = daysLeft(expires, now);
  if (expires === null || left === undefined) return [];
  return [t("popup_it_expires_in_on_a_current", plural("popup_days", Math.max(1, left)), day(expires))];
}
