import { Secret, TOTP } from "otpauth";
import { describe, expect, test } from "vitest";
import { createSecondPerson, noTries } from "../../../src/background/second-person.ts";
import type { CodeAnswers, CodeTries } from "../../../src/background/second-person.ts";
import { draft, memoryItem } from "./parts.ts";

/** The secret of the vectors of RFC 6238, appendix B: "12345678901234567890". */
const ada = { name: "Dr. Ada", secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" };
const bo = { name: "Bo", secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP" };

const codeOf = ({ secret }: { secret: string }, at: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });

function seat(start = 1_790_000_000_000) {
  const kept = { tries: memoryItem<CodeTries>(noTries), answers: memoryItem<CodeAnswers>([]) };
  const clock = { now: start };
  const make = () => createSecondPerson({ ...kept, now: () => clock.now });
  return { ...kept, clock, make, second: make() };
}

describe("a colleague's code", () => {
  test.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
    [20_000_000_000, "353130"],
  ])("is that of RFC 6238, appendix B, at %d seconds", async (seconds, code) => {
    const { second } = seat(seconds * 1000);
    expect(await second.approve("a", draft, code, [bo, ada])).toEqual({ problem: null, wait: 0 });
    expect(await second.approverOf("a", draft)).toBe("Dr. Ada");
  });

  test.each([
    [-60_000, "wrong"],
    [-30_000, null],
    [30_000, null],
    [60_000, "wrong"],
  ])("that is %d ms off is %s", async (off, problem) => {
    const { second, clock } = seat();
    const code = codeOf(ada, clock.now + off);
    expect((await second.approve("a", draft, code, [ada])).problem).toBe(problem);
  });

  test("agrees to exactly this draft and no other", async () => {
    const { second, clock } = seat();
    await second.approve("a", draft, codeOf(ada, clock.now), [ada]);
    expect(await second.approverOf("a", { ...draft, text: `${draft.text} ` })).toBeUndefined();
    expect(await second.approverOf("a", { ...draft, surface: "comment" })).toBeUndefined();
    expect(
      await second.approverOf("a", { ...draft, attachments: [{ kind: "image", name: "a.png" }] }),
    ).toBeUndefined();
    expect(await second.approverOf("b", draft)).toBeUndefined();
  });

  test("is taken once: not again, not an older one, not by two at the same time", async () => {
    const { second, clock } = seat();
    const code = codeOf(ada, clock.now);
    const older = codeOf(ada, clock.now - 30_000);
    const both = await Promise.all([
      second.approve("a", draft, code, [ada, bo]),
      second.approve("b", draft, code, [ada, bo]),
    ]);
    expect(both.map(({ problem }) => problem)).toEqual([null, "used"]);
    expect((await second.approve("c", draft, older, [ada, bo])).problem).toBe("used");
    expect((await second.approve("d", draft, codeOf(bo, clock.now), [ada, bo])).problem).toBeNull();
    clock.now += 30_000;
    expect((await second.approve("e", draft, codeOf(ada, clock.now), [ada])).problem).toBeNull();
  });

  test("is still taken once after the browser has been started again", async () => {
    const { second, make, clock, answers } = seat();
    const code = codeOf(ada, clock.now);
    await second.approve("a", draft, code, [ada]);
    answers.value = [];
    expect((await make().approve("b", draft, code, [ada])).problem).toBe("used");
  });

  test("of a request that was repeated is taken as one, and a wrong one counted as one", async () => {
    const { second, clock, tries } = seat();
    const code = codeOf(ada, clock.now);
    expect(await second.approve("a", draft, code, [ada])).toEqual({ problem: null, wait: 0 });
    expect(await second.approve("a", draft, code, [ada])).toEqual({ problem: null, wait: 0 });
    await second.approve("b", draft, "000000", [ada]);
    await second.approve("b", draft, "000000", [ada]);
    expect(tries.value.wrong).toBe(1);
  });

  test("waits after three wrong ones, longer each time, also over a restart, and untried meanwhile", async () => {
    const { second, make, clock } = seat();
    const minute = 60_000;
    for (const id of ["a", "b", "c"])
      expect(await second.approve(id, draft, "000000", [ada])).toEqual({ problem: "wrong", wait: 0 });
    for (const wait of [minute, 2 * minute, 4 * minute]) {
      const wrong = await second.approve(`wrong-${wait}`, draft, "000000", [ada]);
      expect(wrong).toEqual({ problem: "wrong", wait });
      clock.now += wait - 1;
      const early = await make().approve(`early-${wait}`, draft, codeOf(ada, clock.now), [ada]);
      expect(early).toEqual({ problem: "wait", wait: 1 });
      clock.now += 1;
    }
    expect((await second.approve("ok", draft, codeOf(ada, clock.now), [ada])).problem).toBeNull();
    expect(await second.approve("again", draft, "000000", [ada])).toEqual({ problem: "wrong", wait: 0 });
  });

  test("is not waited for beyond six hours where the clock was set back", async () => {
    const { second, clock, tries } = seat();
    tries.value = { wrong: 9, until: clock.now + 400 * 24 * 3_600_000, taken: {} };
    const { wait } = await second.approve("a", draft, codeOf(ada, clock.now), [ada]);
    expect(wait).toBeLessThanOrEqual(6 * 3_600_000);
  });

  test("leaves nothing of the draft or of a secret behind", async () => {
    const { second, clock, tries, answers } = seat();
    await second.approve("a", draft, codeOf(ada, clock.now), [ada]);
    const left = JSON.stringify([tries.value, answers.value]);
    for (const word of ["Thanks", "Jane", ada.secret]) expect(left).not.toContain(word);
  });
});
