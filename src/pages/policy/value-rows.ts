/** Each setting as it is in force: a row, or one for each part where they differ. Pure. */
import { choices } from "../../contract/choices.ts";
import { choiceNames, declared, isLeveled, listNames, mayAdd, settings } from "../../contract/policy.ts";
import type { ChoiceName, SettingName } from "../../contract/policy.ts";
import type { PolicyReport } from "../../contract/policy-report.ts";
import type { MessageKey } from "../../platform/i18n.ts";
import { declaredWords } from "../../platform/declared-words.ts";
import { t } from "../../platform/i18n.ts";
import { choiceIn, isAsInGeneral } from "../shared/choice-in.ts";
import { choiceWords, meaningWords, partWords } from "../shared/policy-words.ts";
import { shownValue } from "../shared/shown-value.ts";
import type { Shown } from "../shared/shown-value.ts";

type State = PolicyReport["states"][string];

export interface ValueRow {
  readonly name: SettingName;
  readonly path: string;
  readonly title: string;
  readonly value: Shown;
  readonly meaning: string | undefined;
  readonly origin: State["origin"];
  /** Milliseconds since 1970; null: for as long as this browser knows. */
  readonly since: number | null;
  readonly who: string;
}

const origins: Readonly<Record<State["origin"], MessageKey>> = {
  default: "policy_default",
  seat: "policy_this_browser",
  managed: "policy_administrators_policy",
  "last-good": "policy_administrators_last_good",
  awaited: "policy_strictest_while_waiting",
};

export const originWords = (origin: State["origin"]): string => t(origins[origin]);

const whoKeys: Readonly<Record<State["level"], MessageKey>> = {
  default: "policy_may_be_changed_here",
  tighten: "policy_only_made_stricter_here",
  fixed: "policy_nobody_here",
};

/** What an admin has put on a list stays: a person can only add, and where that loosens, not under `tighten`. */
function whoOf(name: SettingName, level: State["level"]): string {
  if (!isLeveled(name)) return t("policy_administrator_only");
  const list = listNames.find((one) => one === name);
  if (!list) return t(whoKeys[level]);
  return mayAdd(list, level) ? t("policy_may_be_added_to_here") : t(whoKeys.fixed);
}

export function valueRows(report: PolicyReport): ValueRow[] {
  return Object.keys(settings).flatMap((key) => {
    const choice = choiceNames.find((one) => one === key);
    if (choice) return choiceRows(choice, report);
    const name = Object.keys(declared).find((one): one is SettingName => one === key);
    return name ? [otherRow(name, report)] : [];
  });
}

function otherRow(name: SettingName, report: PolicyReport): ValueRow {
  const { origin, level, since } = report.states[name] ?? unknown;
  return {
    name,
    path: name,
    title: declaredWords(declared[name].title),
    value: shownValue(name, report.policy[name]),
    meaning: undefined,
    origin,
    since,
    who: whoOf(name, level),
  };
}

const unknown: State = { origin: "default", level: "fixed", since: null };

function choiceRows(name: ChoiceName, report: PolicyReport): ValueRow[] {
  const title = declaredWords(settings[name].title);
  const own = choices.filter(({ setting }) => setting === name);
  const rows = own.map((choice) => {
    const value = choiceIn(report.policy, choice);
    const { origin, level, since } = report.states[choice.path] ?? unknown;
    return {
      choice,
      row: {
        name,
        path: choice.path,
        title: choice.part === undefined ? title : `${title}: ${partWords(choice.part)}`,
        value: choiceWords(choice, value),
        meaning: meaningWords(choice, value),
        origin,
        since,
        who: t(whoKeys[level]),
      } satisfies ValueRow,
    };
  });
  const [first] = rows;
  if (!first || rows.length === 1) return rows.map(({ row }) => row);
  const alike = new Set(rows.map(({ row }) => JSON.stringify([row.value, row.origin, row.since, row.who])));
  if (alike.size === 1) return [{ ...first.row, path: name, title: t("policy_all", title) }];
  const others = rows.filter(({ choice }) => !isAsInGeneral(report.policy, choice));
  if (others.length > 0) return others.map(({ row }) => row);
  return [
    { ...first.row, path: name, title, value: t("policy_everywhere_as_in_general"), meaning: undefined },
  ];
}
