import { hosts } from "../adapters/hosts.ts";
import type { Site } from "../engine/model.ts";
import { hostOf } from "../platform/sender.ts";
import type { Sender } from "../platform/sender.ts";
import { siteOfHost } from "./site-hosts.ts";

/** Which of the sites that are always watched a sender is on. */
export function siteOf(sender: Sender): Site | undefined {
  const host = hostOf(sender, hosts);
  return host === undefined ? undefined : siteOfHost[host];
}
