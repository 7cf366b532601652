import { watchReport } from "../contract/messages.ts";
import type { WatchReport } from "../contract/messages.ts";
import { z } from "../contract/zod.ts";
import type { Surface } from "../engine/model.ts";
import type { Badge } from "../platform/action.ts";
import { language, plural, t } from "../platform/i18n.ts";
import { surfacesWords } from "../platform/words.ts";
import type { Sender } from "../platform/sender.ts";
import type { Item } from "../platform/storage.ts";

const frame = z.strictObject({
  tabId: z.int(),
  frameId: z.int(),
  documentId: z.string(),
  report: watchReport,
});
export const frames = z.array(frame);
type Frame = z.infer<typeof frame>;

/** What the toolbar says, by sign, icon and words. */
export interface Standing {
  readonly badge: Badge;
  readonly title: string;
}

export interface WatchParts {
  /** Outlives the worker, not the browser. */
  readonly kept: Item<z.infer<typeof frames>>;
  show(tabId: number, standing: Standing): Promise<void>;
  /** Ids of the tabs that are open now on a watched site. */
  openTabs(): Promise<readonly number[]>;
}

/** One document in one frame of one tab. */
export interface Place {
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId: string;
}

type ListCode = "locked" | "expired" | "awaited" | "unusable";

/** What of the knowledge in force the toolbar tells. */
export interface InForceHere {
  /** The patient list cannot be used, for this reason; undefined: it can, or there is none to be used. */
  readonly list?: ListCode | undefined;
  /** Boxes of these surfaces are not guarded. */
  readonly surfacesOff?: readonly Surface[];
  /** Everything is recorded, nothing is held. */
  readonly monitoring?: boolean;
  /** Entries of the record wait for room on the disk. */
  readonly recordFull?: boolean;
}

export interface Watch {
  report(at: Place, report: WatchReport): Promise<void>;
  /** The document's port is closed: it has gone, or it reports again over the next port. */
  leave(at: Place): Promise<void>;
  /** Tells it on the badge of every tab. */
  showInForce(now: InForceHere): Promise<void>;
  /** Policy says that this tab's site is not watched. */
  switchedOff(tabId: number): Promise<void>;
  status(tabId: number): Promise<{ frameId: number; report: WatchReport }[]>;
}

export function createWatch(parts: WatchParts): Watch {
  let loading: Promise<Map<string, Frame>> | undefined;
  let writing: Promise<void> | undefined;
  let isStale = false;
  /** What each tab's badge says and for which document: five calls to the browser are too many for each letter. */
  const shown = new Map<number, string>();
  let inForce: InForceHere = {};
  let said = JSON.stringify([inForce, language()]);

  async function load(): Promise<Map<string, Frame>> {
    const [kept, open] = await Promise.all([parts.kept.read(), parts.openTabs()]);
    return new Map(kept.filter(({ tabId }) => open.includes(tabId)).map((one) => [keyOf(one), one]));
  }

  function known(): Promise<Map<string, Frame>> {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  }

  /** One write at a time; what changes meanwhile goes into the next. */
  async function keep(all: ReadonlyMap<string, Frame>): Promise<void> {
    isStale = true;
    writing ??= (async () => {
      while (isStale) {
        isStale = false;
        await parts.kept.write([...all.values()]);
      }
    })().finally(() => {
      writing = undefined;
    });
    await writing;
  }

  /** Unless the badge says it already. The browser clears the badge of a tab that goes elsewhere. */
  async function show(all: ReadonlyMap<string, Frame>, tabId: number): Promise<void> {
    const standing = standingOf(
      [...all.values()].filter((one) => one.tabId === tabId).map((one) => one.report),
      inForce,
    );
    const document = all.get(keyOf({ tabId, frameId: 0 }))?.documentId ?? "";
    const wanted = JSON.stringify([document, standing]);
    if (shown.get(tabId) === wanted) return;
    shown.set(tabId, wanted);
    await parts.show(tabId, standing);
  }

  return {
    async report(at, report) {
      const all = await known();
      const before = all.get(keyOf(at));
      if (at.frameId === 0 && before && before.documentId !== at.documentId) forget(all, at.tabId);
      if (report.active) {
        for (const [key, one] of all) {
          if (one.tabId === at.tabId && one.report.active) {
            all.set(key, { ...one, report: { ...one.report, active: false } });
          }
        }
      }
      all.set(keyOf(at), { ...at, report });
      await Promise.all([keep(all), show(all, at.tabId)]);
    },
    async leave(at) {
      // Without document ids (Firefox) a page that was loaded again looks like the one before.
      shown.delete(at.tabId);
      const all = await known();
      const before = all.get(keyOf(at));
      if (!before || before.documentId !== at.documentId) return;
      all.delete(keyOf(at));
      await keep(all);
      // A tab that has gone to another site has lost its badge already, and gets none from us.
      const isStillHere = all.has(keyOf({ tabId: at.tabId, frameId: 0 }));
      if (isStillHere && (await parts.openTabs()).includes(at.tabId)) {
        await show(all, at.tabId);
      }
    },
    async showInForce(now) {
      const wanted = JSON.stringify([now, language()]);
      if (wanted === said) return;
      said = wanted;
      inForce = now;
      const all = await known();
      const open = await parts.openTabs();
      const tabs = new Set([...all.values()].map(({ tabId }) => tabId).filter((one) => open.includes(one)));
      await Promise.all([...tabs].map((tabId) => show(all, tabId)));
    },
    switchedOff(tabId) {
      shown.delete(tabId);
      return parts.show(tabId, { badge: "not-watching", title: t("worker_switched_off_site") });
    },
    async status(tabId) {
      const all = await known();
      const open = await parts.openTabs();
      if (!open.includes(tabId)) forget(all, tabId);
      return [...all.values()]
        .filter((one) => one.tabId === tabId)
        .map(({ frameId, report }) => ({ frameId, report }));
    },
  };
}

/** Where a message came from, as the browser stamped it; undefined for a page of the extension. */
export function placeOf({ tab, frameId, documentId }: Sender): Place | undefined {
  if (tab?.id === undefined || frameId === undefined) return undefined;
  return { tabId: tab.id, frameId, documentId: documentId ?? "" };
}

function keyOf({ tabId, frameId }: { tabId: number; frameId: number }): string {
  return `${tabId}:${frameId}`;
}

function forget(all: Map<string, Frame>, tabId: number): void {
  for (const [key, one] of all) if (one.tabId === tabId) all.delete(key);
}

/** The gravest of what the frames of a tab report, and of what the knowledge in force has come to. */
export function standingOf(reports: readonly WatchReport[], inForce: InForceHere = {}): Standing {
  const { list, surfacesOff = [], monitoring = false, recordFull = false } = inForce;
  const has = (state: WatchReport["state"]): boolean => reports.some((report) => report.state === state);
  if (monitoring) {
    const title = recordFull ? `${t("worker_recording")}; ${t("worker_full")}` : t("worker_recording");
    return list === undefined
      ? { badge: "recording", title }
      : { badge: "list-closed", title: `${title}; ${t(`worker_${list}`)}` };
  }
  if (has("block")) return { badge: "stopped", title: t("worker_stopped") };
  if (list !== undefined) {
    const held = has("unchecked") ? `${t("worker_unchecked")}: ` : "";
    return { badge: "list-closed", title: held + t(`worker_${list}`) };
  }
  if (has("unchecked")) return { badge: "stopped", title: t("worker_unchecked") };
  if (recordFull) return { badge: "record-full", title: t("worker_full") };
  if (reports.some((report) => report.notWatching.length > 0)) {
    return { badge: "not-watching", title: t("worker_not_watching_box") };
  }
  if (has("warn")) return { badge: "warning", title: t("worker_warns") };
  const boxes = reports.flatMap(({ watching }) => watching);
  const off = surfacesOff.filter((one) => boxes.includes(one)).map((one) => surfacesWords(one));
  if (off.length > 0) return { badge: "not-watching", title: t("worker_switched_off", off.join(", ")) };
  const what = boxes.length === 0 ? t("worker_watching") : plural("worker_watching_boxes", boxes.length);
  const isUnverified = reports.some(({ unverified }) => unverified);
  return { badge: "watching", title: isUnverified ? t("worker_as_well_as_can_be", what) : what };
}
