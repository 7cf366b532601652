/** What this browser enforces, what it does not, and what an extension cannot see. Pure. */
import type { Facts } from "./facts.ts";
import { t } from "../../platform/i18n.ts";
import { namedSites } from "../shared/named-sites.ts";

export interface BrowserRow {
  readonly what: string;
  /** `good`: enforced. `gap`: not, and the browser says so. `unseen`: no extension can tell. */
  readonly state: "good" | "gap" | "unseen";
  readonly here: string;
  /** For an admin, a sentence; undefined: nothing is to be done, or it is a line. */
  readonly remedy: string | undefined;
  /** What a browser policy has to say, and how it is written. */
  readonly line?: string | undefined;
}

/** A line of the browser's own policies, and the option of `guard policy emit` that writes it. */
interface Line {
  readonly chrome: string | undefined;
  readonly firefox: string | undefined;
  readonly option: string;
}

/** As scripts/guard/policy/hardening.ts writes them. */
const lines = {
  force: {
    chrome: "ExtensionInstallForcelist",
    firefox: "ExtensionSettings, installation_mode force_installed",
    option: "--force-install",
  },
  private: {
    chrome: "IncognitoModeAvailability 1",
    firefox: "DisablePrivateBrowsing",
    option: "--hardening incognito",
  },
  guest: { chrome: "BrowserGuestModeEnabled false", firefox: undefined, option: "--hardening guest" },
  profiles: {
    chrome: "BrowserAddPersonEnabled false",
    firefox: "BlockAboutProfiles",
    option: "--hardening profiles",
  },
  devtools: {
    chrome: "DeveloperToolsAvailability 2",
    firefox: "DisableDeveloperTools",
    option: "--hardening devtools",
  },
  safe: { chrome: undefined, firefox: "DisableSafeMode", option: "--hardening safe-mode" },
} as const satisfies Record<string, Line>;

type Told = Pick<Facts, "browser" | "report" | "missingSites">;

export function browserRows({ browser, report, missingSites }: Told): BrowserRow[] {
  const family = report.browser.name;
  const unseen = (what: string, line: Line): BrowserRow[] =>
    line[family] === undefined
      ? []
      : [
          {
            what,
            state: "unseen",
            here: t("policy_an_extension_cannot_see_this"),
            remedy: undefined,
            line: lineOf(line, family),
          },
        ];
  return [
    installed(browser.installType, family),
    privateWindows(browser.inPrivate, family),
    report.browser.liveChange
      ? {
          what: t("policy_a_changed_policy"),
          state: "good",
          here: t("policy_takes_effect_while_the_browser_runs"),
          remedy: undefined,
        }
      : {
          what: t("policy_a_changed_policy"),
          state: "gap",
          here: t("policy_takes_effect_when_the_browser_is"),
          remedy: t("policy_ask_people_to_restart_firefox_after"),
        },
    ...extraSites(namedSites(report.policy).length, missingSites.length),
    ...unseen(t("policy_guest_windows_in_which_no_extension"), lines.guest),
    ...unseen(t("policy_other_profiles_of_this_browser_which"), lines.profiles),
    ...unseen(t("policy_developer_tools_with_which_a_page"), lines.devtools),
    ...unseen(t("policy_troubleshoot_mode_which_starts_without_extensions"), lines.safe),
    {
      what: t("policy_other_browsers_and_devices"),
      state: "unseen",
      here: t("policy_an_extension_cannot_see_these"),
      remedy: t("policy_allow_only_browsers_that_have_this"),
    },
  ];
}

const lineOf = (line: Line, family: "chrome" | "firefox"): string | undefined => {
  const name = line[family];
  return name === undefined ? undefined : t("policy_guard_policy_emit", name, line.option);
};

function installed(installType: string | undefined, family: "chrome" | "firefox"): BrowserRow {
  const what = t("policy_switching_replyguard_off");
  if (installType === "admin")
    return {
      what,
      state: "good",
      here: t("policy_installed_by_the_browsers_policy_nobody"),
      remedy: undefined,
    };
  return {
    what,
    state: installType === undefined ? "unseen" : "gap",
    here:
      installType === undefined
        ? t("policy_the_browser_does_not_say_how")
        : t("policy_not_installed_by_the_browsers_policy"),
    remedy: undefined,
    line: lineOf(lines.force, family),
  };
}

function privateWindows(isAllowed: boolean | undefined, family: "chrome" | "firefox"): BrowserRow {
  const what = t("policy_private_windows");
  if (isAllowed === true)
    return { what, state: "good", here: t("policy_replyguard_runs_in_them_too"), remedy: undefined };
  return {
    what,
    state: isAllowed === undefined ? "unseen" : "gap",
    here:
      isAllowed === undefined
        ? t("policy_the_browser_does_not_say_whether")
        : t("policy_replyguard_does_not_run_in_them"),
    remedy: undefined,
    line: lineOf(lines.private, family),
  };
}

function extraSites(named: number, missing: number): BrowserRow[] {
  if (named === 0) return [];
  const what = t("policy_more_sites_of_the_policy");
  if (missing === 0)
    return [
      {
        what,
        state: "good",
        here: t("policy_allowed_and_guarded_as_well_as"),
        remedy: undefined,
      },
    ];
  return [
    {
      what,
      state: "gap",
      here: t("policy_of_not_guarded_this_browser_has", missing, named),
      remedy: t("policy_allow_them_here_once_in_each"),
    },
  ];
}
