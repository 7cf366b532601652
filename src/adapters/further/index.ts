/** The sites that are off until somebody switches them on. The worker has them, and gives a page of such a site its own. */
import type { FurtherSite } from "../../contract/further-sites.ts";
import type { Adapter } from "../adapter.ts";
import { google } from "./google.ts";
import { healthgrades } from "./healthgrades.ts";
import { realself } from "./realself.ts";
import { tiktok } from "./tiktok.ts";
import { x } from "./x.ts";

export const furtherAdapters: Readonly<Record<FurtherSite, Adapter>> = {
  google,
  realself,
  healthgrades,
  tiktok,
  x,
};
