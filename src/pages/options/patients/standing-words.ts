/** What the section says about the list in use. Pure. */
import type { FetchProblem, PatientsStanding } from "../../../contract/patients.ts";
import { opensWithPassphrase, problemWords } from "../../../patient-list/problem-words.ts";
import type { Unchecked } from "./in-use.ts";
import { day, daysLeft, moment, people } from "../../shared/words.ts";
import { plural, t } from "../../../platform/i18n.ts";
import { declaredWords } from "../../../platform/declared-words.ts";

type List = NonNullable<PatientsStanding["list"]>;

export interface StandingView {
  /** One or two words beside the title. */
  readonly mark: "none" | "open" | "locked" | "not usable" | "awaited" | "unknown";
  readonly title: string;
  /** Plain facts, a sentence each. */
  readonly facts: readonly string[];
  /** What needs somebody's attention. */
  readonly notices: readonly string[];
  readonly canUnlock: boolean;
  readonly canLock: boolean;
  /** Removing also takes away a list that the practice's has set aside. */
  readonly canRemove: boolean;
}

/** What becomes of drafts without a list to check them with, in the words of the policy. */
const costs: Readonly<Record<Unchecked, () => string>> = {
  hold: () => t("options_drafts_cannot_be_checked_and_are"),
  "let-go-and-record": () => t("options_drafts_go_unchecked_and_that_is"),
};

/** `now`: milliseconds; `standing` undefined: the worker could not say. */
export function viewStanding(
  standing: PatientsStanding | undefined,
  unchecked: Unchecked,
  now: number,
): StandingView {
  const cost = costs[unchecked]();
  if (!standing) {
    return {
      ...nothing,
      mark: "unknown",
      title: t("options_the_patient_list_could_not_be"),
      notices: [t("options_until_it_can_load_this_page", cost)],
    };
  }
  const { list } = standing;
  const fetched = viewFetch(standing);
  const notices = [...fetched.notices, ...(standing.setAside ? [setAside()] : [])];
  if (!list && standing.awaited) {
    return {
      ...nothing,
      mark: "awaited",
      title: t("options_the_practices_list_has_not_arrived"),
      facts: [fromPolicy(), ...fetched.facts],
      notices: [t("options_it_is_fetched_from_the_address", cost), ...notices],
      canRemove: standing.setAside,
    };
  }
  if (!list) {
    return {
      ...nothing,
      title: t("options_no_list_is_in_use"),
      facts: [t("options_names_of_patients_are_not_recognized")],
      notices,
    };
  }
  const state = viewState(list, cost);
  return {
    mark: state.mark,
    title: titleOf(list),
    facts: [...viewDates(list), list.source === "managed" ? fromPolicy() : ofSeat(), ...fetched.facts],
    notices: [...state.notices, ...expiryNotice(list, cost, now), ...notices],
    canUnlock: opensWithPassphrase(list.state, list.locks),
    canLock: list.state === "open" && list.locks.includes("passphrase") && list.source === "seat",
    canRemove: list.source === "seat" || standing.setAside,
  };
}

function titleOf({ people: number, bucket }: List): string {
  if (number !== null) return people(number);
  return bucket === null
    ? t("options_a_list_that_cannot_be_read")
    : t("options_a_list_of_people", declaredWords(bucket));
}

function viewDates({ created, expires, source }: List): string[] {
  if (created === null) return [];
  return [
    t(source === "managed" ? "options_sealed_on" : "options_imported_on", day(created)),
    expires === null ? t("options_it_never_expires") : t("options_to_be_used_until", day(expires)),
  ];
}

const nothing: StandingView = {
  mark: "none",
  title: "",
  facts: [],
  notices: [],
  canUnlock: false,
  canLock: false,
  canRemove: false,
};
const fromPolicy = (): string => t("options_from_your_practices_policy_your_administrator");
const ofSeat = (): string => t("options_imported_at_this_browser_and_used");
const setAside = (): string => t("options_a_list_of_this_browser_is");

function viewState(list: List, cost: string): Pick<StandingView, "mark" | "notices"> {
  if (list.state === "open") return { mark: "open", notices: [] };
  if (list.state === "locked") {
    return {
      mark: "locked",
      notices: [
        list.locks.includes("passphrase")
          ? t("options_it_has_to_be_unlocked_with", cost)
          : t("options_it_opens_with_a_key_of", cost),
      ],
    };
  }
  const problem = problemWords(list.state);
  const [what, remedy] = [declaredWords(problem.what), declaredWords(problem.remedy)];
  if (opensWithPassphrase(list.state, list.locks)) {
    return {
      mark: "locked",
      notices: [t("options_until_it_is_unlocked_with_its", what, cost, remedy)],
    };
  }
  return { mark: "not usable", notices: [t("options_until_there_is_another", what, cost, remedy)] };
}

function expiryNotice({ expires, state }: List, cost: string, now: number): string[] {
  const left = daysLeft(expires, now);
  if (expires === null || left === undefined || state === "expired") return [];
  return [
    left <= 0
      ? t("options_it_expires_now_a_current_list")
      : t("options_it_expires_in_on_after_that", plural("options_days", left), day(expires), cost),
  ];
}

/** After "was not fetched:". */
const fetchProblems: Readonly<Record<FetchProblem, () => string>> = {
  unreachable: () => t("options_its_address_did_not_answer_has"),
  refused: () => t("options_the_server_refused_it"),
  "too-large": () => t("options_the_file_there_is_too_large"),
  "too-slow": () => t("options_it_took_too_long"),
  "wrong-sha256": () => t("options_the_file_there_is_not_the"),
  storage: () => t("options_it_could_not_be_kept_in"),
  "not-a-list": () => t("options_the_file_there_is_no_sealed"),
  damaged: () => t("options_the_file_there_is_damaged"),
  "newer-version": () => t("options_it_was_sealed_by_a_newer"),
  "wrong-passphrase": () => t("options_its_passphrase_has_changed"),
  "wrong-key": () => t("options_the_key_in_the_policy_does"),
  "no-such-lock": () => t("options_it_was_not_sealed_for_the"),
  altered: () => t("options_it_was_altered_after_it_was"),
  expired: () => t("options_it_has_expired"),
  locked: () => t("options_it_is_locked"),
};

function viewFetch({ arrival, list }: PatientsStanding): Pick<StandingView, "facts" | "notices"> {
  if (!arrival) return { facts: [], notices: [] };
  const next =
    arrival.nextAt === null ? "" : ` ${t("options_the_next_attempt_is_on", moment(arrival.nextAt))}`;
  if (arrival.problem === null) {
    const last = arrival.triedAt === null ? [] : [t("options_last_fetched", moment(arrival.triedAt), next)];
    return { facts: last, notices: [] };
  }
  const tried = arrival.triedAt === null ? "" : ` ${t("options_fetch_on", moment(arrival.triedAt))}`;
  const stays = list === null ? "" : ` ${t("options_the_last_good_one_stays_in")}`;
  return {
    facts: [],
    notices: [
      `${t("options_the_practices_list_was_not_fetched", tried, fetchProblems[arrival.problem]())}${stays}${next}`,
    ],
  };
}
