/**
 * What past replies look like, by site. The worker has them, and hands them to the script that looks for replies: no page pays for
 * them before. Of RealSelf and Healthgrades nobody has seen such a page.
 */
import type { PastSite } from "../../contract/look-back.ts";
import { furtherAdapters } from "../further/index.ts";
import { adapters } from "../index.ts";
import { facebook } from "./facebook.ts";
import { google } from "./google.ts";
import { instagram } from "./instagram.ts";
import { tiktok } from "./tiktok.ts";
import { x } from "./x.ts";
import { yelp } from "./yelp.ts";

const patterns: Readonly<Partial<Record<PastSite["site"], PastSite["patterns"]>>> = {
  facebook,
  instagram,
  yelp,
  google,
  tiktok,
  x,
};

export const pastSites: readonly PastSite[] = [...adapters, ...Object.values(furtherAdapters)].flatMap(
  ({ site, hosts }) => {
    const known = patterns[site];
    return known ? [{ site, hosts, patterns: known }] : [];
  },
);
