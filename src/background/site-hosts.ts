/** The sites that are guarded by adapters of their own, by host. */
import type { hosts } from "../adapters/hosts.ts";
import type { Site } from "../engine/model.ts";

export const siteOfHost: Readonly<
  Record<(typeof hosts)[number], Extract<Site, "facebook" | "instagram" | "yelp">>
> = {
  "facebook.com": "facebook",
  "instagram.com": "instagram",
  "yelp.com": "yelp",
};
