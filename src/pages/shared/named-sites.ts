import { furtherOn, furtherSites } from "../../contract/further-sites.ts";
import type { Policy } from "../../contract/policy.ts";
import { siteWords } from "../../platform/words.ts";

export interface NamedSite {
  readonly host: string;
  readonly name?: string | undefined;
  /** All that the browser is asked for; left out: `host`. */
  readonly hosts?: readonly string[];
}

/** Those that the policy in force names, and those of ours that are switched on. */
export const namedSites = ({ extraSites, sites }: Pick<Policy, "extraSites" | "sites">): NamedSite[] => [
  ...extraSites,
  ...furtherOn(sites).map((site) => {
    const hosts = furtherSites[site].map(({ host }) => host);
    return { host: hosts[0] ?? "", name: siteWords(site), hosts };
  }),
];
