/**
 * The further sites: those that a policy names, and those of ours that are switched on. The content script runs on each as long
 * as the policy in force says so and the browser lets us see it, and on no other; messages from elsewhere are not taken.
 */
import { furtherOn, furtherSites } from "../contract/further-sites.ts";
import type { FurtherHost, FurtherSite } from "../contract/further-sites.ts";
import type { ExtraSite } from "../contract/policy-sites.ts";
import type { Policy } from "../contract/policy.ts";
import type { SiteScripts } from "../platform/inject.ts";
import { hostOf, pathOf } from "../platform/sender.ts";
import type { Sender } from "../platform/sender.ts";

/** `further`: which of ours it is; without it, policy alone names it. */
export type OpenSite =
  | (ExtraSite & { readonly further?: undefined; readonly path?: undefined })
  | (FurtherHost & { readonly further: FurtherSite });

/** Of two with the same host, the one that policy describes. */
export function sitesNamed({ extraSites, sites }: Pick<Policy, "extraSites" | "sites">): OpenSite[] {
  const ours = furtherOn(sites).flatMap((further) =>
    furtherSites[further].map((one: FurtherHost) => ({ ...one, further })),
  );
  return [...extraSites, ...ours.filter(({ host }) => extraSites.every((extra) => extra.host !== host))];
}

/** As its script is registered: the host, and what paths begin with there. */
const placeOf = ({ host, path = "" }: OpenSite): string => host + path;

export interface ExtraSitesParts {
  /** What the policy in force names; undefined: it could not be read. */
  named(): Promise<readonly OpenSite[] | undefined>;
  hasAccess(host: string): Promise<boolean>;
  readonly scripts: SiteScripts;
  /** Puts the script into the tabs in which the site is open already. */
  inject(place: string): Promise<void>;
}

export interface ExtraSites {
  /** Policy or permission may have changed. What is asked from now on waits for it. */
  settle(): Promise<void>;
  /** The site whose page has sent this; undefined: none. Rejects where the policy could not be read. */
  siteOf(sender: Sender): Promise<OpenSite | undefined>;
  /** Hosts on which the script runs; none where the policy could not be read. */
  hosts(): Promise<readonly string[]>;
  /** Puts the script into all tabs in which one of the sites is open. */
  inject(): Promise<void>;
}

export function createExtraSites(parts: ExtraSitesParts): ExtraSites {
  let settling: Promise<readonly OpenSite[]> | undefined;

  async function look(before: Promise<unknown> | undefined): Promise<readonly OpenSite[]> {
    await before?.catch(() => undefined);
    const named = await parts.named();
    if (!named) throw new Error("the policy could not be read");
    const allowed = await Promise.all(named.map(({ host }) => parts.hasAccess(host)));
    const open = named.filter((_site, index) => allowed[index] === true);
    await register(open.map(placeOf)).catch(() => undefined);
    // Of two that both hold a page, the one that says more of it.
    return open.toSorted((a, b) => b.host.length - a.host.length);
  }

  /** What the browser refuses to register is not guarded, and is tried again with the next change. */
  async function register(wanted: readonly string[]): Promise<void> {
    const registered = await parts.scripts.registered();
    for (const place of registered) if (!wanted.includes(place)) await parts.scripts.unregister(place);
    for (const place of wanted.filter((one) => !registered.includes(one))) await begin(place).catch(() => {});
  }

  async function begin(place: string): Promise<void> {
    await parts.scripts.register(place);
    await parts.inject(place);
  }

  /** One at a time: two at once would register a site twice. */
  function settle(): Promise<readonly OpenSite[]> {
    const mine = look(settling);
    settling = mine;
    mine.catch(() => {
      if (settling === mine) settling = undefined;
    });
    return mine;
  }

  const openNow = async (): Promise<readonly OpenSite[]> => (settling ?? settle()).catch(() => []);

  return {
    async settle() {
      await settle().catch(() => undefined);
    },
    async siteOf(sender) {
      const open = await (settling ?? settle());
      return open.find(
        ({ host, path = "/" }) => hostOf(sender, [host]) !== undefined && pathOf(sender).startsWith(path),
      );
    },
    async hosts() {
      return (await openNow()).map(({ host }) => host);
    },
    async inject() {
      for (const site of await openNow()) await parts.inject(placeOf(site));
    },
  };
}
