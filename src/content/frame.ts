import type { Adapter } from "../adapters/adapter.ts";
import { adapterFor } from "../adapters/index.ts";
import type { SaidOfSites } from "../contract/messages.ts";
import type { Page } from "./locate/composer.ts";
import { extraAdapter } from "./locate/extra-adapter.ts";
import { usableExtra, usableOverrides } from "./locate/override.ts";
import type { Override } from "./locate/override.ts";

/** Of a further site: as strict as can be until the worker has said more; undefined where it is no longer to be guarded. */
let extra: Adapter | undefined = extraAdapter({ surface: "comment" });
let overrides: readonly Override[] = [];
let isRefused = false;
let said = "";

let own: (() => Page | undefined) | undefined;

/** The practice room is a page of ours and no site: it says itself what its boxes are. */
export function guardOwnPage(page: () => Page | undefined): void {
  own = page;
}

/** What policy says of this frame's site. @returns whether that is news */
export function setSites(sites: SaidOfSites, surfacesOff: readonly string[]): boolean {
  const now = JSON.stringify([sites, surfacesOff]);
  if (now === said) return false;
  said = now;
  const usable = usableOverrides(sites.overrides, surfacesOff);
  const further = sites.extra && usableExtra(sites.extra);
  overrides = usable.value;
  extra = sites.adapter ?? extraAdapter(further?.value ?? { surface: "comment" });
  isRefused = usable.isRefused || further?.isRefused === true;
  return true;
}

/** This browser does not take a selector of the policy: what it names may be unguarded. */
export const isSelectorRefused = (): boolean => isRefused;

/**
 * The worker does not know the site of this frame: it was switched off, or somebody has taken the permission back. Nothing
 * is guarded any more. @returns false on the sites that are always watched, where that cannot be
 */
export function dropSite(): boolean {
  if (!currentPage()?.adapter.further) return false;
  extra = undefined;
  said = "";
  return true;
}

/**
 * Where this frame is now: single-page sites navigate without loading, so it is asked at each event. Frames without an
 * address of their own (`srcdoc`, `about:blank`, `blob:`) belong to the site whose origin they carry. On any other site this
 * script only runs where policy and browser let it.
 */
export function currentPage(): Page | undefined {
  if (own) return own();
  const isOwn = location.protocol === "https:";
  const source = isOwn
    ? location
    : (addressOf(globalThis.origin) ?? addressOf(location.ancestorOrigins?.[0]));
  const adapter = source && (adapterFor(source.hostname) ?? extra);
  if (!source || !adapter) return undefined;
  const path = isOwn ? location.pathname + location.search : parentPath();
  return { host: source.hostname, path, adapter, overrides };
}

function addressOf(origin: string | undefined): URL | undefined {
  return origin && URL.canParse(origin) ? new URL(origin) : undefined;
}

/** A frame without an address shows a part of the page around it. */
function parentPath(): string {
  try {
    const { pathname, search } = globalThis.parent.location;
    return pathname + search;
  } catch {
    // A sandboxed frame may not look out.
    return "/";
  }
}
