/** Which seats there are, what is known of them, and how this browser's record stands. */
import { plural, t } from "../../platform/i18n.ts";
import { forwardProblemWords } from "../../contract/forwarding.ts";
import type { ForwardStanding } from "../../contract/forwarding.ts";
import { isRoomShort, littleRoom } from "../../contract/record-standing.ts";
import type { RecordStanding } from "../../contract/record-standing.ts";
import { declaredWords } from "../../platform/declared-words.ts";
import type { StoredLog } from "../../platform/imported-logs.ts";
import type { SeatCoverage } from "../../record/query-coverage.ts";
import { h } from "../shared/h.ts";
import { table } from "../shared/table.ts";
import { digits, moment } from "../shared/words.ts";
import { seatWords } from "./filter-form.ts";
import type { Opened } from "./jobs.ts";
import { saidByWorker } from "./said-by-worker.ts";

/** A seat that is used says something each day it is; so long without a word, in milliseconds, is worth a question. */
const silentAfter = 3 * 86_400_000;

export function drawCoverage(seats: readonly SeatCoverage[], now: number): HTMLElement {
  if (seats.length === 0) return h("p", { class: "empty" }, t("audit_no_seat_has_reported"));
  return table(
    t("audit_coverage_by_seat"),
    [
      t("audit_seat"),
      t("audit_last_seen"),
      t("audit_days_with_entries"),
      t("audit_entries"),
      t("audit_boxes_not_watched"),
      t("audit_clock_set_back"),
      t("audit_engine"),
      t("audit_policy"),
    ],
    seats
      .toSorted((one, other) => one.lastSeen - other.lastSeen)
      .map((one) => [
        seatWords(one.name, one.seat),
        now - one.lastSeen > silentAfter
          ? h("span", { class: "silent" }, t("audit_silent_since", moment(one.lastSeen)))
          : h("span", {}, moment(one.lastSeen)),
        t("audit_of", digits(one.daysSeen), digits(one.days)),
        digits(one.entries),
        digits(one.notWatching),
        digits(one.clocks),
        one.engineVersion || "–",
        h("code", {}, one.policyVersion || "–"),
      ]),
  );
}

export function drawStanding(standing: RecordStanding | undefined): HTMLElement {
  if (!standing) return h("p", { class: "notice" }, t("audit_standing_unknown"));
  const { seat, keyName, expired, next, seals, waiting, used, room, forward } = standing;
  const rows: (readonly [string, string])[] = [
    [t("audit_this_seat"), seat],
    [t("audit_its_key"), t("audit_key_note", keyName)],
    [
      t("audit_entries"),
      expired > 0
        ? t("audit_entries_removed_for_age", digits(next - expired), digits(expired))
        : digits(next - expired),
    ],
    [t("audit_sealed_days"), digits(seals)],
    [
      t("audit_disk"),
      used === null || room === null
        ? t("audit_browser_does_not_say")
        : t("audit_megabytes_of", mega(used), mega(room)),
    ],
    [t("audit_forwarding"), forwardWords(forward)],
  ];
  return h(
    "div",
    {},
    waiting > 0 && h("p", { class: "notice" }, plural("audit_disk_full", waiting)),
    waiting === 0 &&
      isRoomShort({ usage: used ?? undefined, quota: room ?? undefined }) &&
      h("p", { class: "notice" }, t("audit_little_room", mega(littleRoom))),
    h(
      "dl",
      { class: "facts" },
      ...rows.map(([name, words]) => h("div", {}, h("dt", {}, name), h("dd", {}, words))),
    ),
  );
}

const mega = (bytes: number): string => digits(Math.round(bytes / 1e6));

function forwardWords(forward: RecordStanding["forward"]): string {
  if (!forward) return t("audit_no_collector_named");
  const { waiting, sentAt, problem, nextAt, rejected, turnedAway, missing } = forward;
  return [
    waiting === 0 ? t("audit_collector_has_everything") : plural("audit_to_be_sent", waiting),
    sentAt === null ? t("audit_nothing_was_sent_yet") : t("audit_last_sent", moment(sentAt)),
    problem === null ? "" : declaredWords(forwardProblemWords[problem]),
    nextAt === null ? "" : t("audit_next_try", moment(nextAt)),
    rejected > 0 ? plural("audit_turned_away", rejected, placesOf(turnedAway)) : "",
    missing > 0 ? plural("audit_could_not_be_read", missing) : "",
  ]
    .filter((words) => words !== "")
    .join(" ");
}

/** By their numbers in the record; of a message of which only some were kept, that they are among these. */
function placesOf(turnedAway: ForwardStanding["turnedAway"]): string {
  const places = turnedAway.map(({ from, next, count: some }) => {
    const numbers = next - from === 1 ? String(from) : t("audit_numbers_to", from, next - 1);
    return some === next - from ? numbers : t("audit_of", some, numbers);
  });
  return places.length === 0 ? "" : t("audit_the_last_of_them", places.join(", "));
}

export function drawLogs({ logs }: Opened, drop: (id: string, name: string) => HTMLElement): HTMLElement {
  if (logs.length === 0) return h("p", { class: "empty" }, t("audit_no_record_brought_in"));
  return table(
    t("audit_records_of_other_seats"),
    [
      t("audit_seat"),
      t("audit_entries"),
      t("audit_sealed_days"),
      t("audit_exported"),
      t("audit_chain"),
      t("audit_key"),
      t("audit_remove"),
    ],
    logs.map((log) => [
      seatWords(log.name, log.seat),
      t("audit_count_from", digits(log.count), digits(log.first)),
      digits(log.days),
      moment(log.exportedAt),
      log.fault === undefined
        ? t("audit_holds", clockWords(log))
        : h("span", { class: "broken" }, t("audit_broken", saidByWorker(log.fault))),
      h("code", {}, log.keys.join(", ") || "–"),
      drop(log.id, log.name),
    ]),
  );
}

/** After "holds", where a step back was accepted. */
export const clockWords = ({ clocks }: Pick<StoredLog, "clocks">): string =>
  clocks === undefined
    ? ""
    : plural(
        "audit_clock_accepted",
        clocks.length,
        [
          ...clocks.slice(0, mostClocks).map((seq) => t("audit_entry_number", seq)),
          ...(clocks.length > mostClocks ? [t("audit_and_more")] : []),
        ].join(", "),
      );
const mostClocks = 5;
