/** Which seats there are, what is known of them, and how this browser's record stands. */
import { forwardProblemWords } from "../../contract/forwarding.ts";
import type { ForwardStanding } from "../../contract/forwarding.ts";
import { isRoomShort, littleRoom } from "../../contract/record-standing.ts";
import type { RecordStanding } from "../../contract/record-standing.ts";
import type { StoredLog } from "../../platform/imported-logs.ts";
import type { SeatCoverage } from "../../record/query-coverage.ts";
import { h } from "../shared/h.ts";
import { table } from "../shared/table.ts";
import { count, moment } from "../shared/words.ts";
import { seatWords } from "./filter-form.ts";
import type { Opened } from "./jobs.ts";

/** A seat that is used says something each day it is; so long without a word, in milliseconds, is worth a question. */
const silentAfter = 3 * 86_400_000;

export function drawCoverage(seats: readonly SeatCoverage[], now: number): HTMLElement {
  if (seats.length === 0) return h("p", { class: "empty" }, "No seat has reported yet.");
  return table(
    "Coverage by seat",
    [
      "Seat",
      "Last seen",
      "Days with entries",
      "Entries",
      "Boxes not watched",
      "Clock set back",
      "Engine",
      "Policy",
    ],
    seats
      .toSorted((one, other) => one.lastSeen - other.lastSeen)
      .map((one) => [
        seatWords(one.name, one.seat),
        h(
          "span",
          now - one.lastSeen > silentAfter ? { class: "silent" } : {},
          moment(one.lastSeen),
          now - one.lastSeen > silentAfter ? ": silent since" : "",
        ),
        `${one.daysSeen} of ${one.days}`,
        one.entries.toLocaleString("en"),
        one.notWatching.toLocaleString("en"),
        one.clocks.toLocaleString("en"),
        one.engineVersion || "–",
        h("code", {}, one.policyVersion || "–"),
      ]),
  );
}

export function drawStanding(standing: RecordStanding | undefined): HTMLElement {
  if (!standing) return h("p", { class: "notice" }, "How this browser’s record stands could not be asked.");
  const { seat, keyName, expired, next, seals, waiting, used, room, forward } = standing;
  const rows: (readonly [string, string])[] = [
    ["This seat", seat],
    ["Its key", `${keyName} (note it: a record that is signed with another one is another author’s)`],
    [
      "Entries",
      `${(next - expired).toLocaleString("en")}${expired > 0 ? `, ${expired.toLocaleString("en")} removed for their age` : ""}`,
    ],
    ["Sealed days", seals.toLocaleString("en")],
    [
      "Disk",
      used === null || room === null ? "The browser does not say" : `${mega(used)} of ${mega(room)} MB`,
    ],
    ["Forwarding", forwardWords(forward)],
  ];
  return h(
    "div",
    {},
    waiting > 0 &&
      h(
        "p",
        { class: "notice" },
        `The disk is full: ${count(waiting, "entry waits", "entries wait")} to be written. Drafts are guarded all the same; make room.`,
      ),
    waiting === 0 &&
      isRoomShort({ usage: used ?? undefined, quota: room ?? undefined }) &&
      h(
        "p",
        { class: "notice" },
        `Less than ${mega(littleRoom)} MB of room are left for the record. Make some before there is none.`,
      ),
    h(
      "dl",
      { class: "facts" },
      ...rows.map(([name, words]) => h("div", {}, h("dt", {}, name), h("dd", {}, words))),
    ),
  );
}

const mega = (bytes: number): string => Math.round(bytes / 1e6).toLocaleString("en");

function forwardWords(forward: RecordStanding["forward"]): string {
  if (!forward) return "The policy names no collector.";
  const { waiting, sentAt, problem, nextAt, rejected, turnedAway, missing } = forward;
  return [
    waiting === 0
      ? "The collector has everything."
      : `${count(waiting, "entry waits", "entries wait")} to be sent.`,
    sentAt === null ? "Nothing was sent yet." : `Last sent ${moment(sentAt)}.`,
    problem === null ? "" : forwardProblemWords[problem],
    nextAt === null ? "" : `Next try ${moment(nextAt)}.`,
    rejected > 0
      ? `${count(rejected, "entry was", "entries were")} turned away by the collector${placesOf(turnedAway)}.`
      : "",
    missing > 0
      ? `${count(missing, "entry", "entries")} could not be read any more when it was their turn.`
      : "",
  ]
    .filter((words) => words !== "")
    .join(" ");
}

/** By their numbers in the record; of a message of which only some were kept, that they are among these. */
function placesOf(turnedAway: ForwardStanding["turnedAway"]): string {
  const places = turnedAway.map(({ from, next, count: some }) => {
    const numbers = next - from === 1 ? String(from) : `${from} to ${next - 1}`;
    return some === next - from ? numbers : `${some} of ${numbers}`;
  });
  return places.length === 0 ? "" : `, the last of them: ${places.join(", ")}`;
}

export function drawLogs({ logs }: Opened, drop: (id: string, name: string) => HTMLElement): HTMLElement {
  if (logs.length === 0) return h("p", { class: "empty" }, "No record of another seat was brought in yet.");
  return table(
    "Records of other seats",
    ["Seat", "Entries", "Sealed days", "Exported", "Chain", "Key", "Remove"],
    logs.map((log) => [
      seatWords(log.name, log.seat),
      `${log.count.toLocaleString("en")}, from ${log.first.toLocaleString("en")}`,
      log.days.toLocaleString("en"),
      moment(log.exportedAt),
      log.fault === undefined
        ? `Holds${clockWords(log)}`
        : h("span", { class: "broken" }, `Broken. ${log.fault}`),
      h("code", {}, log.keys.join(", ") || "–"),
      drop(log.id, log.name),
    ]),
  );
}

/** After "holds", where a step back was accepted. */
export const clockWords = ({ clocks }: Pick<StoredLog, "clocks">): string =>
  clocks === undefined
    ? ""
    : `; its clock was set back ${count(clocks.length, "time", "times")}, which was accepted (${[
        ...clocks.slice(0, mostClocks).map((seq) => `entry ${seq}`),
        ...(clocks.length > mostClocks ? ["and more"] : []),
      ].join(", ")})`;
const mostClocks = 5;
