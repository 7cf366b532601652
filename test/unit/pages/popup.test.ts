// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import type { WatchReport } from "../../../src/contract/messages.ts";
import type { DraftActions } from "../../../src/pages/popup/draft-section.ts";
import { drawDraft } from "../../../src/pages/popup/draft-section.ts";
import { activeFrame, countToday, startOfDay, viewTab } from "../../../src/pages/popup/standing.ts";
import { formatStaff, readStaff, toLines } from "../../../src/pages/options/practice-text.ts";

const idle: WatchReport = { state: "idle", watching: ["comment"], notWatching: [], active: false };
const frame = (frameId: number, more: Partial<WatchReport> = {}) => ({
  frameId,
  report: { ...idle, ...more },
});

describe("what the popup says of a tab", () => {
  test.each([
    ["no frame, on another site", [], false, "not-watching", "Nothing to watch on this page."],
    ["no frame, on a watched site", [], true, "not-watching", "Not watching this page. Reload it to begin."],
    ["a box", [frame(0)], true, "watching", "Watching this tab."],
    [
      "a warning",
      [frame(0), frame(2, { state: "warn" })],
      true,
      "warning",
      "Warns about a draft on this tab.",
    ],
    [
      "a stop beside a warning",
      [frame(0, { state: "warn" }), frame(2, { state: "block" })],
      true,
      "stopped",
      "Stopped a draft on this tab.",
    ],
    [
      "an unchecked draft",
      [frame(0, { state: "unchecked" })],
      true,
      "stopped",
      "A draft could not be checked and is held.",
    ],
    [
      "an unknown box",
      [frame(0, { notWatching: ["unknown-composer"] })],
      true,
      "not-watching",
      "Not watching a box on this tab.",
    ],
  ])("%s", (_name, reports, isWatchedSite, mark, line) => {
    expect(viewTab(reports, isWatchedSite)).toMatchObject({ mark, line });
  });

  test("says of a site that the policy has named that it is guarded as well as can be", () => {
    expect(viewTab([frame(0)], true).notes).toEqual([]);
    const { mark, notes } = viewTab([frame(0, { unverified: true })], true);
    expect([mark, notes.join()]).toEqual(["watching", expect.stringContaining("as well as can be")]);
  });

  test("says that the policy names a box in words that this browser does not know", () => {
    const { mark, problems } = viewTab([frame(0, { notWatching: ["refused-selector"] })], true);
    expect([mark, problems.join()]).toEqual(["not-watching", expect.stringContaining("policy names a box")]);
  });

  test("counts the boxes of all frames by what is written in them, and names each problem once", () => {
    const { boxes, problems } = viewTab(
      [
        frame(0, { watching: ["comment", "post"], notWatching: ["no-send-control", "no-send-control"] }),
        frame(1, { watching: ["comment"] }),
      ],
      true,
    );
    expect(boxes).toEqual([
      { name: "Comment", count: 2 },
      { name: "Post", count: 1 },
    ]);
    expect(problems).toHaveLength(1);
  });

  test("says of the record that there is little room for it while there is some, and then that there is none", () => {
    const [short, full] = [false, true].map((recordFull) =>
      viewTab([frame(0)], true, { surfacesOff: [], monitoring: false, recordFull, recordShort: true }),
    );
    expect(short?.notes).toEqual([expect.stringContaining("little room")]);
    expect(full?.notes).toEqual([expect.stringContaining("The record is full")]);
  });

  test("says where nothing is held for now, and for which boxes it is switched off", () => {
    const off = {
      surfacesOff: ["comment" as const, "message" as const],
      monitoring: false,
      recordFull: false,
      recordShort: false,
    };
    expect(viewTab([frame(0, { watching: ["comment", "post"] })], true, off)).toEqual({
      mark: "not-watching",
      line: "Not watching: switched off for comments.",
      boxes: [{ name: "Post", count: 1 }],
      problems: [],
      notes: ["Switched off by the policy for comments: what you write there is not checked."],
    });
    expect(viewTab([frame(0, { watching: ["post"] })], true, off)).toMatchObject({
      line: "Watching this tab.",
      notes: [],
    });
    const warned = viewTab([frame(0, { watching: ["comment", "post"], state: "warn" })], true, off);
    expect([warned.mark, warned.notes.length]).toEqual(["warning", 1]);
    expect(
      viewTab([frame(0)], true, { surfacesOff: [], monitoring: true, recordFull: false, recordShort: false }),
    ).toMatchObject({
      mark: "not-watching",
      line: "Only recording on this tab: nothing is held for now.",
    });
  });

  test("asks the frame that had focus last, else one with a draft, else none", () => {
    expect(activeFrame([frame(0, { state: "block" }), frame(3, { active: true })])).toBe(3);
    expect(activeFrame([frame(0), frame(4, { state: "warn" })])).toBe(4);
    expect(activeFrame([frame(0)])).toBeUndefined();
  });

  test("counts today from midnight", () => {
    expect(startOfDay(new Date(2026, 2, 5, 17, 30))).toBe(new Date(2026, 2, 5).getTime());
    const one = (outcome: "stopped" | "mended" | "let-go-unchecked") => ({
      id: "",
      at: 0,
      site: "yelp" as const,
      surface: "comment" as const,
      outcome,
      categories: [],
      rules: [],
      length: 1,
      policyVersion: "",
      engineVersion: "",
    });
    expect(countToday([one("stopped"), one("stopped"), one("mended"), one("let-go-unchecked")])).toEqual([
      { name: "stopped", count: 2 },
      { name: "warned", count: 0 },
      { name: "replaced", count: 1 },
      { name: "posted anyway", count: 1 },
    ]);
  });
});

describe("the draft in the popup", () => {
  const hostile = '<img src=x onerror="alert(1)">';
  const draft = {
    state: "block" as const,
    note: "",
    surface: "comment" as const,
    findings: [
      {
        rule: "visit-thanks",
        category: "relationship" as const,
        level: "block" as const,
        start: 0,
        end: 5,
        why: "It says that somebody came in.",
        source: "45 CFR 164.502(a)",
        quote: hostile,
      },
    ],
    alternatives: [{ text: `Thank you! ${hostile}`, kind: "reply" as const }],
  };

  function actions(use: DraftActions["use"] = async () => ({ ok: true, value: { done: true } })) {
    return {
      use: vi.fn<DraftActions["use"]>(use),
      copy: vi.fn<DraftActions["copy"]>(async () => {}),
      say: vi.fn<DraftActions["say"]>(),
    };
  }
  function press(drawn: HTMLElement | undefined, label: string): void {
    [...(drawn?.querySelectorAll("button") ?? [])].find((button) => button.textContent === label)?.click();
  }

  test("shows what a page wrote as text, never as markup", () => {
    const drawn = drawDraft(draft, actions());
    expect(drawn?.querySelector("img")).toBeNull();
    expect(drawn?.querySelector("q")?.textContent).toBe(hostile);
    expect(drawn?.textContent).toContain(`Thank you! ${hostile}`);
    expect(drawn?.textContent).toContain("Who is a patient");
  });

  test("is not there while nothing is written", () => {
    expect(drawDraft({ ...draft, state: "idle", findings: [] }, actions())).toBeUndefined();
  });

  test("puts a reply into the box, and says so", async () => {
    const done = actions();
    press(drawDraft(draft, done), "Use this reply");
    await vi.waitFor(() =>
      expect(done.say).toHaveBeenCalledWith("It is in the box. Press send there.", "good"),
    );
    expect(done.use).toHaveBeenCalledWith(0, `Thank you! ${hostile}`);
  });

  test.each([
    ["stale", "The draft has changed. Look at it again."],
    ["gone", "The page did not answer. Look at the box."],
    ["failed", "It could not be put into the box. Copy it instead."],
  ] as const)("says what to do when the answer is %s", async (code, words) => {
    const failing = actions(async () => ({ ok: false, code }));
    press(drawDraft(draft, failing), "Use this reply");
    await vi.waitFor(() => expect(failing.say).toHaveBeenCalledWith(words, "bad"));
  });

  test("copies a reply", async () => {
    const done = actions();
    press(drawDraft(draft, done), "Copy");
    await vi.waitFor(() => expect(done.say).toHaveBeenCalledWith("Copied.", "good"));
    expect(done.copy).toHaveBeenCalledWith(`Thank you! ${hostile}`);
  });
});

describe("the practice profile as text", () => {
  test.each([
    ["Kira Thompson", { name: "Kira Thompson" }],
    ["Kira Thompson, lead injector", { name: "Kira Thompson", role: "lead injector" }],
    [
      "Kira Thompson, NP, Nurse practitioner, lead",
      { name: "Kira Thompson, NP", role: "Nurse practitioner, lead" },
    ],
    ["Elena Marsh, M.D.", { name: "Elena Marsh, M.D." }],
    ["Bree Castellano, RN-BC, nurse", { name: "Bree Castellano, RN-BC", role: "nurse" }],
  ])("reads %j", (line, staff) => {
    expect(readStaff(line)).toEqual([staff]);
    expect(readStaff(formatStaff([staff]))).toEqual([staff]);
  });

  test("takes no empty line for a value", () => {
    expect(toLines(" 310-555-0142 \n\n  \r\n310-555-0143")).toEqual(["310-555-0142", "310-555-0143"]);
  });
});
