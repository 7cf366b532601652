/** That the search finds what an extension writes in the clear is shown in profile-on-disk.test.ts. */
import { describe, expect, it } from "vitest";
import { keptOfReason } from "./behaviors/day-at-sites.ts";
import { keptOfNote } from "./behaviors/day-of-officer.ts";
import { wholeDay } from "./behaviors/whole-day.ts";
import { browserNames } from "./harness/launch.ts";

// It takes long where other tests run beside it: each draft names somebody else, and the profile is searched twice.
describe.each(browserNames)("after a day of 200 drafts in %s", { timeout: 300_000 }, (browser) => {
  it("the profile names nobody, without evidence and with it, and has what was to be kept", async () => {
    const [without, withEvidence] = await wholeDay(browser);
    for (const half of [without, withEvidence]) {
      expect(half?.finds).toEqual([]);
      expect([...(half?.kept ?? [])].sort()).toEqual([keptOfNote, keptOfReason].sort());
    }
    const { stopped = 0, warned = 0, unchecked = 0, ...others } = withEvidence?.entries ?? {};
    expect(others).toMatchObject({ "posted-anyway": 50, mended: 28, attested: 12, review: 12, export: 10 });
    // What is sent before its verdict is held as unchecked first.
    expect(stopped + warned + unchecked).toBeGreaterThanOrEqual(200);
    for (const count of [stopped, warned, unchecked]) expect(count).toBeGreaterThanOrEqual(12);
  });
});
