/** What the section says about the list in use. Pure. */
import type { FetchProblem, PatientsStanding } from "../../../contract/patients.ts";
import { opensWithPassphrase, problemWords } from "../../../patient-list/problem-words.ts";
import type { Unchecked } from "./in-use.ts";
import { count, day, daysLeft, moment, people } from "../../shared/words.ts";

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
const costWords: Readonly<Record<Unchecked, string>> = {
  hold: "drafts cannot be checked and are held",
  "let-go-and-record": "drafts go unchecked, and that is recorded",
};

/** `now`: milliseconds; `standing` undefined: the worker could not say. */
export function viewStanding(
  standing: PatientsStanding | undefined,
  unchecked: Unchecked,
  now: number,
): StandingView {
  const cost = costWords[unchecked];
  if (!standing) {
    return {
      ...nothing,
      mark: "unknown",
      title: "The patient list could not be read",
      notices: [`Until it can, ${cost}. Load this page again.`],
    };
  }
  const { list } = standing;
  const fetched = viewFetch(standing);
  const notices = [...fetched.notices, ...(standing.setAside ? [setAside] : [])];
  if (!list && standing.awaited) {
    return {
      ...nothing,
      mark: "awaited",
      title: "The practice’s list has not arrived yet",
      facts: [fromPolicy, ...fetched.facts],
      notices: [
        `It is fetched from the address in your practice’s policy. Until it is here, ${cost}.`,
        ...notices,
      ],
      canRemove: standing.setAside,
    };
  }
  if (!list) {
    return {
      ...nothing,
      title: "No list is in use",
      facts: ["Names of patients are not recognized. Choose the list of your practice below."],
      notices,
    };
  }
  const state = viewState(list, cost);
  return {
    mark: state.mark,
    title: titleOf(list),
    facts: [...viewDates(list), list.source === "managed" ? fromPolicy : ofSeat, ...fetched.facts],
    notices: [...state.notices, ...expiryNotice(list, cost, now), ...notices],
    canUnlock: opensWithPassphrase(list.state, list.locks),
    canLock: list.state === "open" && list.locks.includes("passphrase") && list.source === "seat",
    canRemove: list.source === "seat" || standing.setAside,
  };
}

function titleOf({ people: number, bucket }: List): string {
  if (number !== null) return people(number);
  return bucket === null ? "A list that cannot be read" : `A list of ${bucket} people`;
}

function viewDates({ created, expires, source }: List): string[] {
  if (created === null) return [];
  return [
    `${source === "managed" ? "Sealed" : "Imported"} ${day(created)}.`,
    expires === null ? "It never expires." : `To be used until ${day(expires)}.`,
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
const fromPolicy =
  "From your practice’s policy: your administrator hands it out, and it cannot be changed at this browser.";
const ofSeat = "Imported at this browser, and used here only.";
const setAside =
  "A list of this browser is stored as well. It is not used while the policy names one, and can be removed.";

function viewState(list: List, cost: string): Pick<StandingView, "mark" | "notices"> {
  if (list.state === "open") return { mark: "open", notices: [] };
  if (list.state === "locked") {
    return {
      mark: "locked",
      notices: [
        list.locks.includes("passphrase")
          ? `It has to be unlocked with its passphrase after the browser starts. Until it is, ${cost}.`
          : `It opens with a key of your practice’s policy, which is not here. Until it is, ${cost}.`,
      ],
    };
  }
  const { what, remedy } = problemWords(list.state);
  if (opensWithPassphrase(list.state, list.locks)) {
    return {
      mark: "locked",
      notices: [`${what} Until it is unlocked with its passphrase, ${cost}. ${remedy}`],
    };
  }
  return { mark: "not usable", notices: [`${what} Until there is another, ${cost}. ${remedy}`] };
}

function expiryNotice({ expires, state }: List, cost: string, now: number): string[] {
  const left = daysLeft(expires, now);
  if (expires === null || left === undefined || state === "expired") return [];
  return [
    left <= 0
      ? "It expires now: a current list has to take its place."
      : `It expires in ${count(left, "day", "days")}, on ${day(expires)}. After that, ${cost}. A current list has to take its place before.`,
  ];
}

/** After "was not fetched:". */
const fetchWords: Readonly<Record<FetchProblem, string>> = {
  unreachable:
    "its address did not answer, has no secure connection, redirects, or does not let the extension read",
  refused: "the server refused it",
  "too-large": "the file there is too large",
  "too-slow": "it took too long",
  "wrong-sha256": "the file there is not the one that the policy names",
  storage: "it could not be kept in this browser",
  "not-a-list": "the file there is no sealed list",
  damaged: "the file there is damaged",
  "newer-version": "it was sealed by a newer version of ReplyGuard",
  "wrong-passphrase": "its passphrase has changed",
  "wrong-key": "the key in the policy does not open it",
  "no-such-lock": "it was not sealed for the key in the policy",
  altered: "it was altered after it was sealed",
  expired: "it has expired",
  locked: "it is locked",
};

function viewFetch({ arrival, list }: PatientsStanding): Pick<StandingView, "facts" | "notices"> {
  if (!arrival) return { facts: [], notices: [] };
  const next = arrival.nextAt === null ? "" : ` The next attempt is on ${moment(arrival.nextAt)}.`;
  if (arrival.problem === null) {
    const last = arrival.triedAt === null ? [] : [`Last fetched ${moment(arrival.triedAt)}.${next}`];
    return { facts: last, notices: [] };
  }
  const tried = arrival.triedAt === null ? "" : ` on ${moment(arrival.triedAt)}`;
  const stays = list === null ? "" : " The last good one stays in use.";
  return {
    facts: [],
    notices: [`The practice’s list was not fetched${tried}: ${fetchWords[arrival.problem]}.${stays}${next}`],
  };
}
