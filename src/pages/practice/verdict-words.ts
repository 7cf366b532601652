/** A verdict in a line or two, for what stands beside the card. */
import type { Checked, Code } from "../../contract/messages.ts";
import { t } from "../../platform/i18n.ts";
import { sourceWords, whyWords } from "../../platform/words.ts";

/** In a word or two: what would become of the draft. */
export function outcomeLine(told: Checked | Code): string {
  if (typeof told === "string") return t("practice_outcome_unchecked");
  if (told.note) return t("practice_outcome_recorded");
  return t(`practice_outcome_${told.verdict.verdict}`);
}

/** The reason that weighs most, with where it comes from; undefined: nothing was found. */
export function reasonLine(told: Checked | Code): string | undefined {
  if (typeof told === "string") return undefined;
  const { findings } = told.verdict;
  const first = findings.find(({ level }) => level === "block") ?? findings[0];
  return first && `${whyWords(first.rule, first.why)} ${sourceWords(first.source)}`;
}
