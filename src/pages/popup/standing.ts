/** What the popup says about a tab. Pure. */
import type { Attempt } from "../../contract/attempt.ts";
import type { Response, WorkerChannels } from "../../contract/messages.ts";
import type { Surface } from "../../engine/model.ts";
import { surfacePlurals, surfaceWords } from "../../contract/words.ts";

type Status = Response<WorkerChannels, "tab.status">;
type Reports = Status["reports"];
type Mark = "watching" | "warning" | "stopped" | "not-watching";

export interface TabView {
  readonly mark: Mark;
  readonly line: string;
  readonly boxes: readonly { readonly name: string; readonly count: number }[];
  readonly problems: readonly string[];
  /** What is to be said besides; nothing is wrong. */
  readonly notes: readonly string[];
}

const problemWords = {
  "unknown-composer":
    "There is a box on this page that ReplyGuard does not know. What you write there is not guarded as usual.",
  "no-send-control": "The send button of a box was not found. Take care: its click cannot be watched.",
  "refused-selector":
    "The administrator’s policy names a box of this site in a way that this browser does not understand.",
} as const;

const fullWords =
  "The record is full: the disk has no room for it. Drafts are guarded as before; please make room on this computer.";

const shortWords =
  "There is little room left on this computer for the record. Please make some: a draft that is stopped when there is none cannot be put on record.";

const unverifiedWords =
  "This site is guarded as well as can be: the practice has named it, and ReplyGuard has not verified its boxes.";

export function viewTab(
  reports: Reports,
  isWatchedSite: boolean,
  { surfacesOff, monitoring, recordFull, recordShort }: Omit<Status, "reports"> = {
    surfacesOff: [],
    monitoring: false,
    recordFull: false,
    recordShort: false,
  },
): TabView {
  const all = reports.map(({ report }) => report);
  const has = (state: (typeof all)[number]["state"]): boolean => all.some((report) => report.state === state);
  const problems = [...new Set(all.flatMap((report) => report.notWatching))].map((key) => problemWords[key]);
  const counts = new Map<Surface, number>();
  const found = all.flatMap((report) => report.watching);
  const off = surfacesOff.filter((one) => found.includes(one)).map((one) => surfacePlurals[one]);
  for (const surface of found.filter((one) => !surfacesOff.includes(one))) {
    counts.set(surface, (counts.get(surface) ?? 0) + 1);
  }
  const boxes = [...counts].map(([surface, count]) => ({ name: surfaceWords[surface], count }));
  const offWords = `Switched off by the policy for ${off.join(", ")}: what you write there is not checked.`;
  const notes = [
    ...(recordFull ? [fullWords] : recordShort ? [shortWords] : []),
    ...(off.length > 0 ? [offWords] : []),
    ...(all.some(({ unverified }) => unverified) ? [unverifiedWords] : []),
  ];
  const view = (mark: Mark, line: string): TabView => ({ mark, line, boxes, problems, notes });

  if (all.length === 0) {
    return isWatchedSite
      ? view("not-watching", "Not watching this page. Reload it to begin.")
      : view("not-watching", "Nothing to watch on this page.");
  }
  if (monitoring) return view("not-watching", "Only recording on this tab: nothing is held for now.");
  if (has("block")) return view("stopped", "Stopped a draft on this tab.");
  if (has("unchecked")) return view("stopped", "A draft could not be checked and is held.");
  if (problems.length > 0) return view("not-watching", "Not watching a box on this tab.");
  if (has("warn")) return view("warning", "Warns about a draft on this tab.");
  if (off.length > 0) return view("not-watching", `Not watching: switched off for ${off.join(", ")}.`);
  return view("watching", "Watching this tab.");
}

/** The frame whose box had focus last, or else the only one that says anything about a draft. */
export function activeFrame(reports: Reports): number | undefined {
  const active = reports.find(({ report }) => report.active);
  return (active ?? reports.find(({ report }) => report.state !== "idle"))?.frameId;
}

/** The four counts of the popup; an attempt stands in one of them at most. */
export function countToday(attempts: readonly Attempt[]): readonly { name: string; count: number }[] {
  const count = (...outcomes: Attempt["outcome"][]): number =>
    attempts.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return [
    { name: "stopped", count: count("stopped") },
    { name: "warned", count: count("warned") },
    { name: "replaced", count: count("mended") },
    { name: "posted anyway", count: count("posted-anyway", "let-go-unchecked") },
  ];
}

export function startOfDay(now: Date): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
}
