import { describe, expect, it } from "vitest";
import { formalNames, nicknames } from "../../../../src/engine/patients/nicknames.ts";

const pairs = [...nicknames].flatMap(([formal, short]) =>
  short.map((nickname) => [formal, nickname] as const),
);

describe("the table of nicknames", () => {
  it("has more than two thousand pairs", () => {
    expect(pairs.length).toBeGreaterThan(2000);
  });

  it("has words as the index has them, and none that stands for itself or twice", () => {
    expect(pairs.filter((pair) => !pair.every((word) => /^[a-z]{2,16}$/.test(word)))).toEqual([]);
    expect(pairs.filter(([formal, nickname]) => formal === nickname)).toEqual([]);
    expect(new Set(pairs.map((pair) => pair.join(" "))).size).toBe(pairs.length);
  });

  it("answers both ways", () => {
    expect(formalNames.get("peggy")).toEqual(["margaret"]);
    expect(nicknames.get("francisco")).toContain("paco");
    expect(pairs.filter(([formal, nickname]) => !formalNames.get(nickname)?.includes(formal))).toEqual([]);
    expect([...formalNames.values()].flat()).toHaveLength(pairs.length);
  });
});
