/** What this browser enforces, what it does not, and what an extension cannot see. Pure. */
import type { Facts } from "./facts.ts";

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
            here: "An extension cannot see this.",
            remedy: undefined,
            line: lineOf(line, family),
          },
        ];
  return [
    installed(browser.installType, family),
    privateWindows(browser.inPrivate, family),
    report.browser.liveChange
      ? {
          what: "A changed policy",
          state: "good",
          here: "Takes effect while the browser runs, within seconds of its arrival.",
          remedy: undefined,
        }
      : {
          what: "A changed policy",
          state: "gap",
          here: "Takes effect when the browser is started again: Firefox reads it once.",
          remedy: "Ask people to restart Firefox after a change.",
        },
    ...extraSites(report.policy.extraSites.length, missingSites.length),
    ...unseen("Guest windows, in which no extension runs", lines.guest),
    ...unseen("Other profiles of this browser, which may be without ReplyGuard", lines.profiles),
    ...unseen("Developer tools, with which a page can be changed", lines.devtools),
    ...unseen("Troubleshoot Mode, which starts without extensions", lines.safe),
    {
      what: "Other browsers and devices",
      state: "unseen",
      here: "An extension cannot see these.",
      remedy: "Allow only browsers that have this policy, by your device management.",
    },
  ];
}

const lineOf = (line: Line, family: "chrome" | "firefox"): string | undefined => {
  const name = line[family];
  return name === undefined ? undefined : `${name} (guard policy emit ${line.option})`;
};

function installed(installType: string | undefined, family: "chrome" | "firefox"): BrowserRow {
  const what = "Switching ReplyGuard off";
  if (installType === "admin")
    return {
      what,
      state: "good",
      here: "Installed by the browser’s policy: nobody here can switch it off or remove it.",
      remedy: undefined,
    };
  return {
    what,
    state: installType === undefined ? "unseen" : "gap",
    here:
      installType === undefined
        ? "The browser does not say how ReplyGuard was installed."
        : "Not installed by the browser’s policy: a person can switch it off or remove it.",
    remedy: undefined,
    line: lineOf(lines.force, family),
  };
}

function privateWindows(isAllowed: boolean | undefined, family: "chrome" | "firefox"): BrowserRow {
  const what = "Private windows";
  if (isAllowed === true)
    return { what, state: "good", here: "ReplyGuard runs in them, too.", remedy: undefined };
  return {
    what,
    state: isAllowed === undefined ? "unseen" : "gap",
    here:
      isAllowed === undefined
        ? "The browser does not say whether ReplyGuard runs in them."
        : "ReplyGuard does not run in them; whether they can be opened, it cannot see.",
    remedy: undefined,
    line: lineOf(lines.private, family),
  };
}

function extraSites(named: number, missing: number): BrowserRow[] {
  if (named === 0) return [];
  const what = "More sites of the policy";
  if (missing === 0)
    return [
      {
        what,
        state: "good",
        here: "Allowed, and guarded as well as can be: their markup is not verified.",
        remedy: undefined,
      },
    ];
  return [
    {
      what,
      state: "gap",
      here: `${missing} of ${named} not guarded: this browser has not been allowed to see them.`,
      remedy: "Allow them here, once in each browser.",
    },
  ];
}
