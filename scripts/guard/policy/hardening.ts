/**
 * Lines of the browsers' own policies that keep ReplyGuard in its place. None is written unless it is asked for. Names and
 * values are those of chromeenterprise.google/policies, learn.microsoft.com/deployedge/microsoft-edge-policies and
 * mozilla.github.io/policy-templates.
 */
import { chromeId, firefoxId } from "../../../manifest/manifest.ts";
import { Problem } from "../problem.ts";
import type { JsonObject } from "../../../src/policy-file/json.ts";
import { merged } from "../../../src/policy-file/json.ts";
import type { Browser } from "./target.ts";

export interface Line {
  readonly name: string;
  readonly words: string;
  /** What the browser's own policy says; a browser that is left out knows no such thing. */
  readonly policies: Readonly<Partial<Record<Browser, JsonObject>>>;
}

const linesOf = (id: string): readonly Line[] => [
  {
    name: "incognito",
    words: "Private windows cannot be opened: an extension does not run in them unless the person lets it.",
    policies: {
      chrome: { IncognitoModeAvailability: 1 },
      edge: { InPrivateModeAvailability: 1 },
      firefox: { DisablePrivateBrowsing: true },
    },
  },
  {
    name: "incognito-extension",
    words:
      "Private windows can be opened, with ReplyGuard in them. Chrome and Edge (140 and later) show no page there until the person has allowed it; Firefox allows it itself.",
    policies: {
      chrome: { MandatoryExtensionsForIncognitoNavigation: [id] },
      edge: { MandatoryExtensionsForInPrivateNavigation: [id] },
      firefox: { ExtensionSettings: { [firefoxId]: { private_browsing: true } } },
    },
  },
  {
    name: "guest",
    words: "Guest windows cannot be opened: no extension runs in them. Firefox has none.",
    policies: { chrome: { BrowserGuestModeEnabled: false }, edge: { BrowserGuestModeEnabled: false } },
  },
  {
    name: "profiles",
    words: "No further profiles can be made in the browser.",
    policies: {
      chrome: { BrowserAddPersonEnabled: false },
      edge: { BrowserAddProfileEnabled: false },
      firefox: { BlockAboutProfiles: true },
    },
  },
  {
    name: "devtools",
    words:
      "Developer tools cannot be opened on any page: with them a page can be changed so that nothing sees what is sent. Chrome and Edge then show no page source either.",
    policies: {
      chrome: { DeveloperToolsAvailability: 2 },
      edge: { DeveloperToolsAvailability: 2 },
      firefox: { DisableDeveloperTools: true },
    },
  },
  {
    name: "safe-mode",
    words:
      "Firefox cannot be started in Troubleshoot Mode, which leaves extensions out, and about:config is closed. Chrome and Edge have no such policy.",
    policies: { firefox: { DisableSafeMode: true, BlockAboutConfig: true } },
  },
];

/** `all` does not name it: private windows are either off or guarded. */
const alternative = "incognito-extension";
export const hardeningNames = linesOf(chromeId).map(({ name }) => name);
export const hardeningHelp = linesOf(chromeId).map(({ name, words }) => ({ name, words }));

/**
 * The lines an admin asked for. `hardening`: names parted by commas, or `all`. `forceInstall`: for Chrome and Edge the
 * address of an update manifest, for Firefox that of the .xpi file.
 */
export function chosenLines(
  hardening: string | undefined,
  forceInstall: string | undefined,
  id = chromeId,
): Line[] {
  const names = hardening === undefined ? [] : hardening.split(",").map((name) => name.trim());
  const wanted = names.flatMap((name) =>
    name === "all" ? hardeningNames.filter((one) => one !== alternative) : [name],
  );
  const unknown = wanted.filter((name) => !hardeningNames.includes(name));
  if (unknown.length > 0)
    throw new Problem(
      `--hardening: ${unknown.map((name) => JSON.stringify(name)).join(", ")} is not known`,
      `Choose from all, ${hardeningNames.join(", ")}.`,
    );
  if (wanted.includes("incognito") && wanted.includes(alternative))
    throw new Problem(
      `--hardening: incognito and ${alternative} contradict each other`,
      "Name one of them: private windows are off, or open with ReplyGuard in them.",
    );
  return [
    ...(forceInstall === undefined ? [] : [forceInstalled(forceInstall, id)]),
    ...linesOf(id).filter(({ name }) => wanted.includes(name)),
  ];
}

function forceInstalled(address: string, id: string): Line {
  if (!URL.canParse(address) || !/^(https|file):$/.test(new URL(address).protocol) || /[\s;"]/.test(address))
    throw new Problem(
      "--force-install is no address",
      "Give the https:// (or file://) address of the update manifest, for Firefox that of the .xpi file.",
    );
  return {
    name: "force-install",
    words: `ReplyGuard is installed from ${address}, and cannot be switched off or removed by the person.`,
    policies: {
      chrome: { ExtensionInstallForcelist: [`${id};${address}`] },
      edge: { ExtensionInstallForcelist: [`${id};${address}`] },
      firefox: {
        ExtensionSettings: { [firefoxId]: { installation_mode: "force_installed", install_url: address } },
      },
    },
  };
}

/** The browser's own policies that the lines come to. */
export const linesFor = (browser: Browser, chosen: readonly Line[]): JsonObject =>
  chosen.reduce<JsonObject>((all, { policies }) => merged(all, policies[browser] ?? {}), {});
