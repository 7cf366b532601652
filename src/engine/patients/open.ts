import { fold } from "../normalize.ts";
import type { Folded } from "../rule.ts";
import { atomsOf, readLeetNames, readLookAlikes, usesCase } from "./atoms.ts";
import { findContacts } from "./contacts.ts";
import type { PatientIndex, SerializedIndex } from "./index.ts";
import { forms } from "./match.ts";
import type { Form, PatientMatch } from "./match.ts";
import { handleKey } from "./name-parts.ts";
import { findNames } from "./names-in-text.ts";
import { makeReader } from "./reader.ts";
import { givensOf } from "./units.ts";
import { findUnspaced } from "./unspaced.ts";

/** Ready at once: nothing is parsed. */
export function openIndex(serialized: SerializedIndex): PatientIndex {
  const reader = makeReader(serialized);
  const isName = (word: string): boolean =>
    reader.part(word) !== undefined || givensOf(reader, word).length > 0;
  const find = (folded: Folded): PatientMatch[] => {
    const caseful = usesCase(folded);
    const texts = new Set([folded.text, readLeetNames(folded.text, isName), readLookAlikes(folded)]);
    const found = [...texts].flatMap((text) => findNames(reader, atomsOf(folded, text), text, caseful));
    return withoutWeaker([...findContacts(reader, folded), ...found, ...findUnspaced(reader, folded)]).map(
      (match) => (isHidden(folded, match) ? { ...match, hidden: true } : match),
    );
  };
  return {
    version: serialized.id,
    people: serialized.people,
    find,
    isListed(author) {
      if (author.trim() === "") return false;
      if (reader.contact("h", handleKey(author)) > 0) return true;
      const likely = few(serialized.people);
      const folded = fold(/^\s*[\p{L}\p{N}._]+\s*$/u.test(author) ? `@${author.trim()}` : author);
      return find(folded).some(
        ({ form, people }) => surely.has(form) || (perhaps.has(form) && people <= likely),
      );
    },
  };
}

/** Of so few that are written alike one is meant. */
const few = (people: number): number => Math.min(4, Math.max(2, people / 500));

/** What tells who somebody is, and what does where few share it. */
const surely = new Set<Form>(["email", "phone", "handle", "full", "nickname", "reversed", "handle-of-names"]);
const perhaps = new Set<Form>(["handle-of-initial", "given-initial", "initial-family"]);

const numbers = new Set<Form>([
  "email",
  "phone",
  "handle",
  "handle-of-names",
  "handle-of-initial",
  "record-number",
  "birth-date",
]);

/** Anything but letters with accents, and the signs that names have, was put there to hide. */
function isHidden(folded: Folded, match: PatientMatch): boolean {
  if (numbers.has(match.form)) return false;
  const { start, end } = folded.toOriginal(match);
  const typed = folded.original.slice(start, end);
  if (/^[A-Za-z ,.'"()-]*$/.test(typed) && typed.length <= match.end - match.start + 1) return false;
  const words = typed.split(/[\s,\p{Extended_Pictographic}\p{Emoji_Modifier}*~|•·^=+&]+|\ufe0f|\u200d/u);
  const letters = typed.replace(/\P{L}+/gu, "").length;
  return words.some(isDisguised) || (letters >= 5 && typed.length >= 2 * letters - 2);
}

const isDisguised = (word: string): boolean =>
  /[^\p{L}\p{M}.'’‘´`"“”()-]|[\uff00-\uffef\u1d00-\u1d7f]/u.test(word) ||
  (/\p{Script=Latin}/u.test(word) && /[^\p{Script=Latin}\p{M}\p{P}\p{S}]/u.test(word));

/** Of matches that overlap the one in the surest form stays; of equal ones the longest. */
function withoutWeaker(matches: PatientMatch[]): PatientMatch[] {
  const sorted = matches.sort((a, b) => rank(a) - rank(b) || b.end - b.start - (a.end - a.start));
  const taken = new Set<number>();
  const kept = sorted.filter(({ start, end }) => {
    for (let at = start; at < end; at++) if (taken.has(at)) return false;
    for (let at = start; at < end; at++) taken.add(at);
    return true;
  });
  return kept.sort((a, b) => a.start - b.start);
}

const ranks: ReadonlyMap<Form, number> = new Map(forms.map((form, at) => [form, at]));
const rank = ({ form }: PatientMatch): number => ranks.get(form) ?? forms.length;
