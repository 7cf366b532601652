import type { Confidence, EnginePolicy, Finding, Hit, Level, Strictness, Surface } from "./model.ts";
import { isScored } from "./model/reasons.ts";

/** What a hit is worth where its category is set to `block`. */
const worth: Record<Strictness, Record<Confidence, Level | undefined>> = {
  strict: { certain: "block", likely: "block", possible: "warn" },
  balanced: { certain: "block", likely: "warn", possible: undefined },
  relaxed: { certain: "block", likely: undefined, possible: undefined },
};

/** A relaxed policy hears what is only likely when this many hits say it together. */
const together = 2;

/** The policy for one surface: what it says of that one alone goes before what it says in general. */
export function policyOn(surface: Surface, policy: EnginePolicy): EnginePolicy {
  const here = Object.entries(policy.surfaceActions?.[surface] ?? {}).filter(([, one]) => one !== undefined);
  return here.length === 0
    ? policy
    : { ...policy, actions: { ...policy.actions, ...Object.fromEntries(here) } };
}

/**
 * Turns hits into findings. `listed`: the person answered is on the patient list, so that what informed people would
 * disagree about becomes a warning.
 */
export function decide(hits: readonly Hit[], policy: EnginePolicy, listed: boolean): readonly Finding[] {
  // A category that policy lets go corroborates all the same: silencing it must not silence another.
  const corroborated =
    listed || hits.filter(({ confidence }) => confidence !== "possible").length >= together;
  const counted = hits.filter(({ category }) => /^(?:warn|block)/.test(policy.actions[category]));
  return counted.flatMap((hit) => {
    const level = levelOf(hit, policy.strictness, listed, corroborated);
    if (level === undefined) return [];
    const { rule, category, start, end, why, source } = hit;
    return [
      {
        rule,
        category,
        level: policy.actions[category] === "block" ? level : "warn",
        start,
        end,
        why,
        source,
      },
    ];
  });
}

/** The scorer holds a quarter of all harmless drafts for possible: that is for `strict`, not for a reply to somebody listed. */
const isGuess = (hit: Hit): boolean => hit.confidence === "possible" && isScored(hit);

function levelOf(
  hit: Hit,
  strictness: Strictness,
  listed: boolean,
  corroborated: boolean,
): Level | undefined {
  const { confidence } = hit;
  const level = worth[strictness][confidence];
  if (level === undefined && confidence === "likely" && corroborated) return "warn";
  return level === undefined && listed && confidence === "possible" && !isGuess(hit) ? "warn" : level;
}
