/**
 * Tells the pages that policy, practice or patient list changed, without the worker being awake: the worker writes an
 * opaque version, and the browser tells every content script. `storage.local` can be read by content scripts, so
 * nothing but this version and the language of our own pages (page-language.ts) is kept there.
 */
import { pageSide } from "./page-side.ts";

const key = "knowledge";

interface Change {
  readonly newValue?: unknown;
}
type ChangeListener = (changes: Readonly<Record<string, Change>>, area: string) => void;

/** The part of `storage` that is used. */
export interface SignalStorage {
  readonly local: {
    get(key: string): Promise<Record<string, unknown>>;
    set(items: Record<string, unknown>): Promise<void>;
  };
  readonly onChanged: {
    addListener(listener: ChangeListener): void;
    removeListener(listener: ChangeListener): void;
  };
}

function storageNow(): SignalStorage | undefined {
  return pageSide()?.storage;
}

/** Written only when it differs: a write of the same value tells nobody, and costs a disk write. */
export async function publishKnowledge(version: string, storage = storageNow()): Promise<void> {
  if (!storage) return;
  const stored = await storage.local.get(key);
  if (stored[key] !== version) await storage.local.set({ [key]: version });
}

/** Calls `listener` with each new version until `signal` aborts. */
export function onKnowledge(
  listener: (version: string) => void,
  signal?: AbortSignal,
  storage = storageNow(),
): void {
  if (!storage) return;
  const onChanged: ChangeListener = (changes, area) => {
    const version = area === "local" ? changes[key]?.newValue : undefined;
    if (typeof version === "string") listener(version);
  };
  storage.onChanged.addListener(onChanged);
  signal?.addEventListener("abort", () => storage.onChanged.removeListener(onChanged), { once: true });
}
