/** What the popup says about a tab. Pure. */
import type { Attempt } from "../../contract/attempt.ts";
import type { Response, WorkerChannels } from "../../contract/messages.ts";
import type { Surface } from "../../engine/model.ts";
import { surfacesWords, surfaceWords } from "../../platform/words.ts";
import { t } from "../../platform/i18n.ts";

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
  "unknown-composer": "popup_there_is_a_box_on_this",
  "no-send-control": "popup_the_send_button_of_a_box",
  "refused-selector": "popup_the_administrators_policy_names_a_box",
} as const;

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
  const problems = [...new Set(all.flatMap((report) => report.notWatching))].map((key) =>
    t(problemWords[key]),
  );
  const counts = new Map<Surface, number>();
  const found = all.flatMap((report) => report.watching);
  const off = surfacesOff.filter((one) => found.includes(one)).map((one) => surfacesWords(one));
  for (const surface of found.filter((one) => !surfacesOff.includes(one))) {
    counts.set(surface, (counts.get(surface) ?? 0) + 1);
  }
  const boxes = [...counts].map(([surface, count]) => ({ name: surfaceWords(surface), count }));
  const offWords = t("popup_switched_off_by_the_policy_for", off.join(", "));
  const notes = [
    ...(recordFull
      ? [t("popup_the_record_is_full_the_disk")]
      : recordShort
        ? [t("popup_there_is_little_room_left")]
        : []),
    ...(off.length > 0 ? [offWords] : []),
    ...(all.some(({ unverified }) => unverified) ? [t("popup_this_site_is_guarded_as_well")] : []),
  ];
  const view = (mark: Mark, line: string): TabView => ({ mark, line, boxes, problems, notes });

  if (all.length === 0) {
    return isWatchedSite
      ? view("not-watching", t("popup_not_watching_this_page_reload_it"))
      : view("not-watching", t("popup_nothing_to_watch_on_this_page"));
  }
  if (monitoring) return view("not-watching", t("popup_only_recording_on_this_tab_nothing"));
  if (has("block")) return view("stopped", t("popup_stopped_a_draft_on_this_tab"));
  if (has("unchecked")) return view("stopped", t("popup_a_draft_could_not_be_checked"));
  if (problems.length > 0) return view("not-watching", t("popup_not_watching_a_box_on_this"));
  if (has("warn")) return view("warning", t("popup_warns_about_a_draft_on_this"));
  if (off.length > 0) return view("not-watching", t("popup_not_watching_switched_off_for", off.join(", ")));
  return view("watching", t("popup_watching_this_tab"));
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
    { name: t("popup_count_stopped"), count: count("stopped") },
    { name: t("popup_count_warned"), count: count("warned") },
    { name: t("popup_count_replaced"), count: count("mended") },
    { name: t("popup_count_posted_anyway"), count: count("posted-anyway", "let-go-unchecked") },
  ];
}

export function startOfDay(now: Date): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
}
