import type { Policy } from "../contract/policy.ts";

type Phrases = Partial<{ [K in "alwaysStop" | "alwaysAllow" | "replies"]: Policy[K] | undefined }>;

/**
 * What is new in `wanted`. Phrases and replies are kept as they are written, and a patient's name must not be: the list has it
 * already, without the name. Public names are no matter of this: that somebody on the list has the same is their point.
 */
export function newPhrases(
  wanted: Phrases,
  known: Pick<Policy, "alwaysStop" | "alwaysAllow" | "replies">,
): readonly string[] {
  const before = new Set(textsOf(known));
  return textsOf(wanted).filter((text) => !before.has(text));
}

const textsOf = ({ alwaysStop = [], alwaysAllow = [], replies = [] }: Phrases): readonly string[] => [
  ...alwaysStop.flatMap(({ text, reason = "" }) => [text, reason]),
  ...alwaysAllow,
  ...replies.map(({ text }) => text),
];
