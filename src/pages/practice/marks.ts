/** How the test is marked. Pure. */
import type { Checked } from "../../contract/messages.ts";
import type { Category } from "../../engine/model.ts";
import type { JudgeQuestion } from "./questions.ts";

export interface Judgment {
  readonly stopped: boolean;
  /** Undefined where it would not be stopped. */
  readonly why: Category | undefined;
}

/** Right is only who also knows why. */
export function isRight({ stopped, categories }: JudgeQuestion, given: Judgment): boolean {
  if (given.stopped !== stopped) return false;
  return !stopped || (given.why !== undefined && categories.includes(given.why));
}

/** Nothing was found, and nothing is let go only because the policy does no more than record it. */
export const passes = ({ verdict, note }: Pick<Checked, "verdict" | "note">): boolean =>
  verdict.verdict === "allow" && !note;

const shortest = { words: 5, letters: 20 };

/** A "Thanks!" passes every check, and shows nothing. */
export function isReply(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
  return words.length >= shortest.words && words.join("").length >= shortest.letters;
}

export interface Marks {
  /** One for each draft that was judged. */
  readonly judged: readonly boolean[];
  readonly written: readonly boolean[];
}

/** So many of the drafts may be judged wrong by somebody who has passed; both replies have to be safe. */
const mayBeWrong = 2;

export function resultOf({ judged, written }: Marks): {
  readonly score: number;
  readonly of: number;
  readonly passed: boolean;
} {
  const right = (marks: readonly boolean[]): number => marks.filter(Boolean).length;
  return {
    score: right(judged) + right(written),
    of: judged.length + written.length,
    passed: judged.length - right(judged) <= mayBeWrong && right(written) === written.length,
  };
}
