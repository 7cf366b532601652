/** Who has set a setting, and who may change it, for the person at this browser. Pure. */
import type { Level } from "../../contract/levels.ts";
import type { PolicyReport } from "../../contract/policy-report.ts";
import type { MessageKey } from "../../platform/i18n.ts";
import { t } from "../../platform/i18n.ts";

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

const origins: Readonly<Record<Origin, MessageKey>> = {
  default: "shared_nobody_has_set_this_the_default",
  seat: "shared_changed_at_this_browser",
  managed: "shared_set_by_your_administrator_2",
  "last-good": "shared_set_by_your_administrators_last_policy",
  awaited: "shared_at_its_strictest_while_your_administrators",
};

const originWords = (origin: Origin): string => t(origins[origin]);

export const isFromAdmin = (origin: Origin): boolean => origin === "managed" || origin === "last-good";

/** Nobody at this browser can change it. */
export const isFixed = ({ level, isAdminOnly }: Pick<Standing, "level" | "isAdminOnly">): boolean =>
  isAdminOnly || level === "fixed";

/** `contact`: whom the policy names for questions. */
export function standingWords(standing: Standing, contact: string | null): string {
  const { origin, level, hasManaged, isAtStrictest } = standing;
  if (origin === "awaited") return originWords("awaited");
  if (isFixed(standing)) {
    const ask = contact === null ? "" : ` ${t("shared_ask", contact)}`;
    if (isFromAdmin(origin))
      return t(
        "shared_fixed_by_your_administrator",
        origin === "managed" ? "" : `${originWords(origin)} `,
        ask,
      );
    if (hasManaged && !standing.isAdminOnly) return t("shared_fixed_by_your_administrator_at_the", ask);
    return t("shared_only_an_administrators_policy_can_set", originWords(origin));
  }
  if (level === "tighten")
    return isAtStrictest
      ? t("shared_at_its_strictest_it_cannot_be", originWords(origin))
      : t("shared_it_can_only_be_made_stricter", originWords(origin));
  return isFromAdmin(origin) ? t("shared_it_may_be_changed_here", originWords(origin)) : originWords(origin);
}

const shortOrigins: Readonly<Record<Origin, MessageKey>> = {
  default: "shared_default",
  seat: "shared_changed_here",
  managed: "shared_set_by_your_administrator",
  "last-good": "shared_set_by_your_administrator",
  awaited: "shared_strictest_while_waiting",
};

/** The same in a few words, for one of several parts. */
export function shortStanding(standing: Standing): string {
  const { origin, level, isAtStrictest } = standing;
  const from = t(shortOrigins[origin]);
  if (isFixed(standing))
    return isFromAdmin(origin) ? t("shared_fixed_by_your_administrator_2") : t("shared_from_fixed", from);
  if (level === "default") return from;
  return isAtStrictest ? t("shared_from_strictest", from) : t("shared_from_stricter", from);
}

/** Above parts of which each says for itself how it stands. */
export function mixedStanding(all: readonly Standing[], contact: string | null): string {
  const ask = contact === null || !all.some(isFixed) ? "" : ` ${t("shared_ask", contact)}`;
  const who = all.some(({ origin }) => isFromAdmin(origin))
    ? t("shared_set_by_your_administrator")
    : t("shared_changed_at_this_browser_2");
  return t("shared_in_part", who, ask);
}

/** The same for a list; `mayAdd`: this browser may. */
export function listStandingWords(standing: Standing, mayAdd: boolean, contact: string | null): string {
  if (mayAdd || standing.isAdminOnly) return standing.isAdminOnly ? standingWords(standing, contact) : "";
  const ask = contact === null ? "" : ` ${t("shared_ask", contact)}`;
  return t("shared_set_by_your_administrator_whose_policy", ask);
}
