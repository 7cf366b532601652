/**
 * Sites that ReplyGuard knows and leaves alone until policy or a person switches them on and the browser lets it see them. What it
 * knows of their pages is in `adapters/further/`.
 */
import type { Site } from "../engine/model.ts";

export interface FurtherHost {
  /** Stands for itself and every host below it. */
  readonly host: string;
  /** Only pages whose path begins with this; left out: all of the host. */
  readonly path?: string;
}

/**
 * Google: the reviews in Business Profile, and the same in a frame over Google Search. All of www.google.com has to be asked
 * for, since a browser gives whole hosts, but the script runs in that frame and on no search.
 */
export const furtherSites = {
  google: [{ host: "business.google.com" }, { host: "www.google.com", path: "/local/business/" }],
  realself: [{ host: "realself.com" }],
  healthgrades: [{ host: "healthgrades.com" }],
  tiktok: [{ host: "tiktok.com" }],
  x: [{ host: "x.com" }],
} as const satisfies Partial<Record<Site, readonly FurtherHost[]>>;

export type FurtherSite = keyof typeof furtherSites;

export const furtherNames: readonly FurtherSite[] = ["google", "realself", "healthgrades", "tiktok", "x"];

/** Those that are switched on. */
export const furtherOn = (sites: Readonly<Record<FurtherSite, boolean>>): readonly FurtherSite[] =>
  furtherNames.filter((name) => sites[name]);
