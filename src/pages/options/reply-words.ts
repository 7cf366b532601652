/** What the check says of a reply that is about to be kept, in words. */
import type { ReplyTried } from "../../contract/replies.ts";
import { t } from "../../platform/i18n.ts";
import { categoryWords, surfacesWords } from "../../platform/words.ts";

/** Why it may not be kept; undefined: it can be offered somewhere. */
export function replyProblem(tried: readonly ReplyTried[]): string | undefined {
  const findings = tried.map(({ finding }) => finding);
  const [first] = findings;
  if (!first || findings.includes(null)) return undefined;
  return t("replies_passes_nowhere", first.quote, categoryWords(first.category), first.why);
}

/** Of the places that were chosen for it, where it will not be offered; undefined: it will everywhere. */
export function placesWithout(tried: readonly ReplyTried[]): string | undefined {
  const without = tried.flatMap(({ surface, finding }) => (finding ? [surfacesWords(surface)] : []));
  return without.length > 0 ? t("replies_offered_except", without.join(", ")) : undefined;
}
