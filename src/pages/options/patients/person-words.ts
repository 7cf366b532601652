/** What is said about one person on the list. None of it repeats what was typed. */
import type { EditOutcome, FoundWay } from "./jobs.ts";
import { people } from "../../shared/words.ts";
import { plural, t } from "../../../platform/i18n.ts";

const ways: Readonly<Record<FoundWay["way"], () => string>> = {
  name: () => t("options_the_full_name"),
  former: () => t("options_the_former_name"),
  nickname: () => t("options_the_nickname_with_the_family_name"),
  handle: () => t("options_the_handle"),
  phone: () => t("options_the_phone"),
  email: () => t("options_the_e_mail"),
  birthDate: () => t("options_the_birth_date"),
  recordNumber: () => t("options_the_record_number"),
};

/** The most that is counted of one way to write somebody. */
const most = 255;

/** A sentence for each way, in order. Of several of one kind each has its number, since none is repeated here. */
export function foundWords(found: readonly FoundWay[]): string[] {
  const seen = new Map<FoundWay["way"], number>();
  return found.map(({ way, isListed, people: number }) => {
    const place = (seen.get(way) ?? 0) + 1;
    seen.set(way, place);
    const isAlone = found.filter((other) => other.way === way).length === 1;
    const words = ways[way]();
    const what = isAlone ? words : t("options_way_number", words, place);
    if (!isListed) return t("options_no", what);
    if (number === undefined) return t("options_yes", what);
    return `${what}: ${number >= most ? t("options_people_or_more", most) : people(number)}.`;
  });
}

export function changeWords({ how, isSame, people: number, found, missing }: EditOutcome): string {
  const now = plural("options_on_the_list", number);
  if (how === "add") {
    return isSame
      ? t("options_this_person_is_on_the_list", now)
      : t("options_added_what_was_typed_is_forgotten", now);
  }
  if (isSame) return t("options_nothing_of_what_was_typed_is", now);
  if (missing === 0) return t("options_removed_now", now);
  return t("options_removed_rest", plural("options_ways_missing", missing, found + missing), now);
}
