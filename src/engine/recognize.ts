import { recognizeAttachments } from "./attachments.ts";
import { identifiers } from "./identifiers/index.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Hit } from "./model.ts";
import { score } from "./model/score.ts";
import { recognizeNames } from "./patients/names.ts";
import { recognizePatients } from "./patients/recognize.ts";
import type { Rule, RuleContext } from "./rule.ts";
import { rules } from "./rules/index.ts";

type Recognizer = (context: RuleContext, knowledge: Knowledge) => readonly Hit[];

export const hitsOf = (rule: Rule, context: RuleContext): readonly Hit[] =>
  rule.find(context).map((span) => ({
    rule: rule.id,
    category: rule.category,
    confidence: rule.confidence,
    ...context.folded.toOriginal(span),
    why: rule.why,
    source: rule.source,
  }));

const fromRule =
  (rule: Rule): Recognizer =>
  (context) =>
    hitsOf(rule, context);

export const recognizers: readonly Recognizer[] = [
  ...identifiers.map(fromRule),
  recognizePatients,
  recognizeNames,
  recognizeAttachments,
  ...rules.map(fromRule),
  score,
];

/** What a draft gets whose check broke: it must not pass, and the error may hold its text. */
export const fault: Hit = {
  rule: "engine-fault",
  category: "identifier",
  confidence: "certain",
  start: 0,
  end: 0,
  why: "A part of ReplyGuard failed, so this draft could not be checked completely.",
  source: "45 CFR 164.306(a)",
};

/** Every hit of every recognizer. One that throws becomes a hit itself: a fault never lets a draft pass. */
export function recognize(
  context: RuleContext,
  knowledge: Knowledge,
  all: readonly Recognizer[] = recognizers,
): readonly Hit[] {
  return all.flatMap((recognizer) => {
    try {
      return recognizer(context, knowledge);
    } catch {
      return [fault];
    }
  });
}
