import type { Adapter } from "./adapter.ts";
import { facebook } from "./facebook.ts";
import { hostMatches } from "./host-matches.ts";
import { instagram } from "./instagram.ts";
import { yelp } from "./yelp.ts";

export const adapters: readonly Adapter[] = [facebook, instagram, yelp];

/** The adapter of the site at `host` (`location.host`; a port is ignored), or undefined for any other site. */
export function adapterFor(host: string): Adapter | undefined {
  return adapters.find((adapter) => adapter.hosts.some((domain) => hostMatches(host, domain)));
}
