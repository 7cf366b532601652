import { adapterFor } from "../adapters/index.ts";
import type { Page } from "./locate/composer.ts";

/**
 * Where this frame is now: single-page sites navigate without loading, so it is asked at each event. Frames without an
 * address of their own (`srcdoc`, `about:blank`, `blob:`) belong to the site whose origin they carry.
 */
export function currentPage(): Page | undefined {
  const isOwn = location.protocol === "https:";
  const source = isOwn
    ? location
    : (addressOf(globalThis.origin) ?? addressOf(location.ancestorOrigins?.[0]));
  const adapter = source && adapterFor(source.hostname);
  if (!source || !adapter) return undefined;
  return { host: source.hostname, path: isOwn ? location.pathname + location.search : parentPath(), adapter };
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
