import { describe, expect, it } from "vitest";
import { practice as practiceSchema } from "../../../src/contract/practice.ts";
import { toContext } from "../../../src/engine/context.ts";
import { doubt } from "../../../src/engine/doubt.ts";
import { identifiers } from "../../../src/engine/identifiers/index.ts";
import type { Confidence, Hit } from "../../../src/engine/model.ts";
import { isDoubtful } from "../../../src/engine/model/score.ts";
import { weights } from "../../../src/engine/model/weights.ts";
import { rules } from "../../../src/engine/rules/index.ts";

const practice = practiceSchema.parse({ name: "Bluewater Skin" });
const contextOf = (text: string) => toContext({ text, site: "yelp", surface: "review-reply" }, practice);
const context = contextOf("Any text at all");
const ruleOf = (confidence: Confidence) => rules.find((rule) => rule.confidence === confidence)?.id ?? "";
const hit = (rule: string, confidence: Confidence): Hit => ({
  rule,
  category: "relationship",
  confidence,
  start: 0,
  end: 3,
  why: "w",
  source: "s",
});
const confidences = (hits: readonly Hit[]) => hits.map(({ confidence }) => confidence);

describe("doubt", () => {
  const likely = hit(ruleOf("likely"), "likely");

  it("makes what a likely rule found possible, in a draft that reads harmless", () => {
    expect(confidences(doubt([likely], context, () => true))).toEqual(["possible"]);
    expect(doubt([likely], context, () => false)).toEqual([likely]);
  });

  it("leaves alone what is certain, what only looks like a rule, and all that is not a rule's", () => {
    const others = [
      hit(ruleOf("certain"), "certain"),
      hit(identifiers[0]?.id ?? "", "likely"),
      hit("patient-list", "likely"),
      hit("attachment", "certain"),
      hit("scorer-health", "likely"),
    ];
    expect(doubt(others, context, () => true)).toEqual(others);
  });

  it("loses no hit", () => {
    const all = rules.map(({ id, confidence }) => hit(id, confidence));
    expect(doubt(all, context, () => true).map(({ rule }) => rule)).toEqual(rules.map(({ id }) => id));
  });

  it("asks the scorer only where there is something to doubt", () => {
    expect(
      doubt([hit("patient-list", "likely")], context, () => {
        throw new Error("asked");
      }),
    ).toHaveLength(1);
  });

  it("is the scorer's: a confirmation is never doubted, thanks for words are", () => {
    expect(weights.thresholds.doubtful).toBeLessThan(weights.thresholds.likely);
    expect(isDoubtful(contextOf("Your Botox turned out great, see you at your next appointment!"))).toBe(
      false,
    );
    expect(isDoubtful(contextOf("Thank you for the kind words!"))).toBe(true);
  });
});
