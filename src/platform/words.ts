/** The contract's codes in the words a person reads, the same in the card and on every page. */
import type { Attempt } from "../contract/attempt.ts";
import type { ContentChannels, Response } from "../contract/messages.ts";
import { t, translated } from "./i18n.ts";

type Finding = Response<ContentChannels, "composer.read">["findings"][number];
type Snake<S extends string> = S extends `${infer A}-${infer B}` ? `${A}_${Snake<B>}` : S;

/** As a code stands in a key: `review-reply` is `review_reply`. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the type says what the line does
export const snake = <S extends string>(code: S) => code.replaceAll("-", "_") as Snake<S>;

export const categoryWords = (one: Finding["category"]): string => t(`words_category_${snake(one)}`);
export const siteWords = (one: Attempt["site"]): string => t(`words_site_${snake(one)}`);
export const surfaceWords = (one: Attempt["surface"]): string => t(`words_surface_${snake(one)}`);
/** In a sentence, several of them: "switched off for comments". */
export const surfacesWords = (one: Attempt["surface"]): string => t(`words_surfaces_${snake(one)}`);
export const outcomeWords = (one: Attempt["outcome"]): string => t(`words_outcome_${snake(one)}`);

const ofListed = "This looks like a listed patient's ";
/** What the engine puts behind the form of a name, in this order from the end. */
const besides = [
  [" beside words about care", "rules_patient_list_care"],
  [", while a listed patient is answered", "rules_patient_list_answered"],
] as const;
const hiddenly = " in hidden writing";

/** `Full name in hidden writing beside words about care`, taken apart. Undefined: the reason is another. */
function patientMatch(english: string) {
  const end = english.indexOf("; ");
  if (!english.startsWith(ofListed) || end === -1) return undefined;
  const said = english.slice(ofListed.length, end);
  const [words = "", where] = besides.find(([words]) => said.endsWith(words)) ?? [];
  const named = said.slice(0, said.length - words.length);
  const isHidden = named.endsWith(hiddenly);
  return { form: isHidden ? named.slice(0, -hiddenly.length) : named, isHidden, where };
}
/** What the engine says of a phrase that the practice's own list gives no reason for. */
const ownPhrase = "These words are on your practice's list of what is always stopped.";

/** A finding's reason, which the engine gives in English. What the practice has written itself stays as it is. */
export function whyWords(rule: string, english: string): string {
  if (rule === "always-stopped") {
    return english === ownPhrase ? translated("rules_always_stopped_why", english) : english;
  }
  const match = patientMatch(english);
  if (!match) return translated(`rules_${snake(rule)}_why`, english);
  const named = translated(`rules_form_${match.form.replaceAll(/[ -]/g, "_")}`, "");
  if (named === "") return english;
  const open = match.isHidden ? translated("rules_patient_list_hidden", named, named) : named;
  const whole = match.where === undefined ? open : translated(match.where, open, open);
  return translated("rules_patient_list_why", english, whole);
}

/** What a citation says besides naming a law or a case. */
const inCitations = [
  ["payment for care", "rules_source_payment"],
  ["AMA guidance on online reviews", "rules_source_guidance"],
] as const;

/** Where a reason comes from: laws and cases are cited as they are, in every language. */
export const sourceWords = (source: string): string =>
  source === "Your practice's own policy"
    ? translated("rules_own_policy_source", source)
    : inCitations.reduce((text, [english, key]) => text.replace(english, translated(key, english)), source);
