/** Who has set a setting, and who may change it, for the person at this browser. Pure. */
import type { Level } from "../../contract/levels.ts";
import type { PolicyReport } from "../../contract/policy-report.ts";

type Origin = PolicyReport["source"];

export interface Standing {
  readonly origin: Origin;
  readonly level: Level;
  /** There is a policy of an administrator, whether or not it says anything of this setting. */
  readonly hasManaged: boolean;
  /** No policy can leave it to a browser. */
  readonly isAdminOnly: boolean;
  /** Nothing that is left to choose is stricter. */
  readonly isAtStrictest: boolean;
}

const originWords: Readonly<Record<Origin, string>> = {
  default: "Nobody has set this: the default.",
  seat: "Changed at this browser.",
  managed: "Set by your administrator.",
  "last-good": "Set by your administrator’s last policy that could be used.",
  awaited: "At its strictest while your administrator’s policy is awaited.",
};

export const isFromAdmin = (origin: Origin): boolean => origin === "managed" || origin === "last-good";

/** Nobody at this browser can change it. */
export const isFixed = ({ level, isAdminOnly }: Pick<Standing, "level" | "isAdminOnly">): boolean =>
  isAdminOnly || level === "fixed";

/** `contact`: whom the policy names for questions. */
export function standingWords(standing: Standing, contact: string | null): string {
  const { origin, level, hasManaged, isAtStrictest } = standing;
  if (origin === "awaited") return originWords.awaited;
  if (isFixed(standing)) {
    const ask = contact === null ? "" : ` Ask ${contact}.`;
    if (isFromAdmin(origin))
      return `${origin === "managed" ? "" : `${originWords[origin]} `}Fixed by your administrator.${ask}`;
    if (hasManaged && !standing.isAdminOnly) return `Fixed by your administrator at the default.${ask}`;
    return `${originWords[origin]} Only an administrator’s policy can set it.`;
  }
  if (level === "tighten")
    return isAtStrictest
      ? `${originWords[origin]} At its strictest. It cannot be loosened at this browser.`
      : `${originWords[origin]} It can only be made stricter here.`;
  return isFromAdmin(origin) ? `${originWords[origin]} It may be changed here.` : originWords[origin];
}

const shortOrigins: Readonly<Record<Origin, string>> = {
  default: "Default",
  seat: "Changed here",
  managed: "Set by your administrator",
  "last-good": "Set by your administrator",
  awaited: "Strictest while waiting",
};

/** The same in a few words, for one of several parts. */
export function shortStanding(standing: Standing): string {
  const { origin, level, isAtStrictest } = standing;
  const from = shortOrigins[origin];
  if (isFixed(standing)) return isFromAdmin(origin) ? "Fixed by your administrator" : `${from}, fixed`;
  if (level === "default") return from;
  return `${from}, ${isAtStrictest ? "at its strictest" : "only stricter"}`;
}

/** Above parts of which each says for itself how it stands. */
export function mixedStanding(all: readonly Standing[], contact: string | null): string {
  const ask = contact === null || !all.some(isFixed) ? "" : ` Ask ${contact}.`;
  const who = all.some(({ origin }) => isFromAdmin(origin))
    ? "Set by your administrator"
    : "Changed at this browser";
  return `${who} in part.${ask}`;
}

/** The same for a list; `mayAdd`: this browser may. */
export function listStandingWords(standing: Standing, mayAdd: boolean, contact: string | null): string {
  if (mayAdd || standing.isAdminOnly) return standing.isAdminOnly ? standingWords(standing, contact) : "";
  const ask = contact === null ? "" : ` Ask ${contact}.`;
  return `Set by your administrator, whose policy does not let this browser add to the list.${ask}`;
}
