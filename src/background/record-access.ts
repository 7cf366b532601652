/**
 * Puts on record that the browser does not let ReplyGuard see a site that is to be watched, and that it does again: a person can
 * take that back at any time, and there is nothing on the site then that could say so.
 */
import { hosts } from "../adapters/hosts.ts";
import type { Policy } from "../contract/policy.ts";
import { z } from "../contract/zod.ts";
import type { Item } from "../platform/storage.ts";
import { createTurns } from "./in-turn.ts";
import type { Room } from "./record-room.ts";
import { siteOfHost } from "./site-hosts.ts";

/** Setting `access-told`: hosts that could be seen once, and those of them that could not when it was looked last. */
export const accessTold = z.strictObject({ seen: z.array(z.string()), lost: z.array(z.string()) });
export type AccessTold = z.infer<typeof accessTold>;

/** A site that is to be watched, and the policy's path to it. */
interface Watched {
  readonly path: string;
  readonly host: string;
}

export interface AccessNoteParts {
  readonly kept: Item<AccessTold>;
  readonly room: Pick<Room, "note">;
  hasAccess(host: string): Promise<boolean>;
  /** Undefined: it cannot be read. */
  readKnown(): Promise<
    | {
        readonly code?: string | undefined;
        readonly policyVersion: string;
        readonly resolved: { readonly policy: Pick<Policy, "sites" | "extraSites"> };
      }
    | undefined
  >;
}

/** Never rejects. */
export function createAccessNotes(parts: AccessNoteParts) {
  const { kept, room } = parts;
  const alone = createTurns();

  async function lookNow(): Promise<void> {
    const known = await parts.readKnown();
    if (!known || known.code === "not-ready") return;
    const { policyVersion } = known;
    const sites = watchedBy(known.resolved.policy);
    const before = await kept.read();
    const allowed = await Promise.all(sites.map(({ host }) => parts.hasAccess(host)));
    const isSeen = new Map(sites.map(({ host }, at) => [host, allowed[at] === true]));
    // One that a policy names and nobody has allowed yet has not been taken back.
    const seen = [...new Set([...before.seen, ...sites.map(({ host }) => host)])].filter(
      (host) => isSeen.get(host) === true || (before.seen.includes(host) && isSeen.has(host)),
    );
    const now = { seen, lost: seen.filter((host) => isSeen.get(host) === false) };
    const pathsOf = (hosts: readonly string[], but: readonly string[]): string[] =>
      sites.filter(({ host }) => hosts.includes(host) && !but.includes(host)).map(({ path }) => path);
    const lost = pathsOf(now.lost, before.lost);
    const found = pathsOf(before.lost, now.lost);
    const note = (result: "found" | "mended", settings: string[]): Promise<void> =>
      room.note({ kind: "policy-fault", result, policyVersion, settings });
    if (lost.length > 0) await note("found", lost);
    if (found.length > 0) await note("mended", found);
    // Afterwards: what was told twice is better than what was not told.
    if (JSON.stringify(now) !== JSON.stringify(before)) await kept.write(now);
  }

  return {
    /** Compares with what was told last; the same is told once. */
    look: (): Promise<void> => alone(lookNow).catch(() => undefined),
  };
}

/** One that policy switches off is not missed. */
function watchedBy({ sites, extraSites }: Pick<Policy, "sites" | "extraSites">): readonly Watched[] {
  const own = hosts
    .map((host) => ({ host, site: siteOfHost[host] }))
    .filter(({ site }) => sites[site])
    .map(({ host, site }) => ({ host, path: `sites.${site}` }));
  return [...own, ...extraSites.map(({ host }, at) => ({ host, path: `extraSites[${at}]` }))];
}
