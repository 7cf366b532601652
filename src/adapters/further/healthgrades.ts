import { furtherSites } from "../../contract/further-sites.ts";
import type { Adapter } from "../adapter.ts";
import { generic } from "../generic.ts";
import { replyLabels, unknownOn } from "./unknown.ts";

/** Nobody has seen the page on which doctors answer: every box is guarded as well as can be, and said to be. */
export const healthgrades: Adapter = {
  ...generic,
  site: "healthgrades",
  hosts: furtherSites.healthgrades.map(({ host }) => host),
  unknown: { ...unknownOn("review-reply", false), labels: replyLabels },
};
