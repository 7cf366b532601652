/** What a look back has come to, in sentences. Pure. */
import type { Code } from "../../contract/messages.ts";
import type { LookedBack } from "../../contract/look-back.ts";
import { plural, t } from "../../platform/i18n.ts";
import type { PluralKey } from "../../platform/i18n.ts";
import { surfacesWords } from "../../platform/words.ts";
import { digits } from "../shared/words.ts";

export interface CameTo {
  readonly found: LookedBack;
  readonly checked: number;
  readonly risky: number;
  readonly tooLong: number;
  readonly edited: number;
  readonly notOnRecord: number;
  /** Why it was not gone on with; undefined: it came to its end. */
  readonly stopped?: Code | undefined;
}

export interface Told {
  /** For the live region. */
  readonly line: string;
  readonly notes: readonly string[];
  /** The practice profile is the remedy. */
  readonly isOfProfile: boolean;
}

export function refusedWords(code: Code): string {
  if (code === "locked") return t("look_back_refused_locked");
  if (code === "expired" || code === "awaited" || code === "unusable") return t("look_back_refused_list");
  return code === "not-ready" ? t("look_back_refused_not_ready") : t("look_back_refused");
}

const problemKeys = {
  "no-tab": "look_back_no_tab",
  "no-site": "look_back_no_site",
  "no-practice": "look_back_no_practice",
} as const;

export function lookedBackWords({ found, ...done }: CameTo): Told {
  const { problem, replies, others } = found;
  const count = (key: PluralKey, number: number): string[] => (number > 0 ? [plural(key, number)] : []);
  if (problem !== null)
    return { line: t(problemKeys[problem]), notes: [], isOfProfile: problem === "no-practice" };
  const notes = [
    ...(done.stopped === undefined ? [] : [stoppedWords(done.stopped)]),
    ...count("look_back_gone", found.gone.length),
    ...count("look_back_edited", done.edited),
    ...count("look_back_unseen", found.unseen),
    ...count("look_back_not_on_record", done.notOnRecord + found.goneFailed),
    ...(found.isCut ? [t("look_back_cut")] : []),
    ...count("look_back_too_long", done.tooLong),
    ...count("look_back_shown_in_part", replies.filter(({ isCut }) => isCut).length),
    ...count("look_back_unread", found.unread),
    ...(found.surfacesOff.length > 0
      ? [t("look_back_surfaces_off", found.surfacesOff.map((one) => surfacesWords(one)).join(", "))]
      : []),
    t("look_back_older"),
  ];
  if (replies.length === 0) {
    const line = [t("look_back_none"), ...count("look_back_none_others", others)].join(" ");
    return { line, notes: [t("look_back_none_names"), ...notes], isOfProfile: true };
  }
  const visible =
    done.checked === replies.length
      ? plural("look_back_checked", replies.length)
      : plural("look_back_partly", replies.length, digits(done.checked));
  const risky =
    done.risky > 0
      ? [plural("look_back_risky", done.risky)]
      : done.checked > 0
        ? [t("look_back_risky_none")]
        : [];
  return { line: [visible, ...risky].join(" "), notes, isOfProfile: false };
}

const stoppedWords = (code: Code): string =>
  code === "gone" || code === "failed" ? t("look_back_stopped") : refusedWords(code);
