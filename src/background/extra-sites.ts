/**
 * The further sites that a policy names. The content script runs on each as long as the policy in force names it and the browser
 * lets us see it, and on no other; messages from elsewhere are not taken.
 */
import type { ExtraSite } from "../contract/policy-sites.ts";
import type { SiteScripts } from "../platform/inject.ts";
import { hostOf } from "../platform/sender.ts";
import type { Sender } from "../platform/sender.ts";

export interface ExtraSitesParts {
  /** What the policy in force names; undefined: it could not be read. */
  named(): Promise<readonly ExtraSite[] | undefined>;
  hasAccess(host: string): Promise<boolean>;
  readonly scripts: SiteScripts;
  /** Puts the script into the tabs in which the site is open already. */
  inject(host: string): Promise<void>;
}

export interface ExtraSites {
  /** Policy or permission may have changed. What is asked from now on waits for it. */
  settle(): Promise<void>;
  /** The site whose page has sent this; undefined: none. Rejects where the policy could not be read. */
  siteOf(sender: Sender): Promise<ExtraSite | undefined>;
  /** Hosts on which the script runs; none where the policy could not be read. */
  hosts(): Promise<readonly string[]>;
}

export function createExtraSites(parts: ExtraSitesParts): ExtraSites {
  let settling: Promise<readonly ExtraSite[]> | undefined;

  async function look(before: Promise<unknown> | undefined): Promise<readonly ExtraSite[]> {
    await before?.catch(() => undefined);
    const named = await parts.named();
    if (!named) throw new Error("the policy could not be read");
    const allowed = await Promise.all(named.map(({ host }) => parts.hasAccess(host)));
    const open = named.filter((_site, index) => allowed[index] === true);
    await register(open.map(({ host }) => host)).catch(() => undefined);
    // Of two that both hold a page, the one that says more of it.
    return open.toSorted((a, b) => b.host.length - a.host.length);
  }

  /** What the browser refuses to register is not guarded, and is tried again with the next change. */
  async function register(wanted: readonly string[]): Promise<void> {
    const registered = await parts.scripts.registered();
    for (const host of registered) if (!wanted.includes(host)) await parts.scripts.unregister(host);
    for (const host of wanted.filter((one) => !registered.includes(one))) {
      await parts.scripts.register(host);
      await parts.inject(host);
    }
  }

  /** One at a time: two at once would register a site twice. */
  function settle(): Promise<readonly ExtraSite[]> {
    const mine = look(settling);
    settling = mine;
    mine.catch(() => {
      if (settling === mine) settling = undefined;
    });
    return mine;
  }

  return {
    async settle() {
      await settle().catch(() => undefined);
    },
    async siteOf(sender) {
      const open = await (settling ?? settle());
      const host = hostOf(
        sender,
        open.map((site) => site.host),
      );
      return open.find((site) => site.host === host);
    },
    async hosts() {
      return (await (settling ?? settle()).catch(() => [])).map(({ host }) => host);
    },
  };
}
