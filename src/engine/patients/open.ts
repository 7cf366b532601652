import { fold } from "../normalize.ts";
import type { Folded } from "../rule.ts";
import { atomsOf, readLeetNames, usesCase } from "./atoms.ts";
import { findContacts } from "./contacts.ts";
import type { PatientIndex, SerializedIndex } from "./index.ts";
import type { Form, PatientMatch } from "./match.ts";
import { handleKey } from "./name-parts.ts";
import { findNames } from "./names-in-text.ts";
import { makeReader } from "./reader.ts";

/** Ready at once: nothing is parsed. */
export function openIndex(serialized: SerializedIndex): PatientIndex {
  const reader = makeReader(serialized);
  const isName = (word: string): boolean =>
    reader.part(word) !== undefined || reader.givenNames(word).length > 0;
  const find = (folded: Folded): PatientMatch[] => {
    const caseful = usesCase(folded);
    const texts = new Set([folded.text, readLeetNames(folded.text, isName)]);
    const found = [...texts].flatMap((text) => findNames(reader, atomsOf(folded, text), text, caseful));
    return withoutWeaker([...findContacts(reader, folded), ...found]).map((match) => ({
      ...match,
      hidden: isHidden(folded, match),
    }));
  };
  const telling = new Set<Form>([
    "contact",
    "handle",
    "full",
    "handle-of-names",
    "given-initial",
    "initial-family",
  ]);
  return {
    version: serialized.id,
    people: serialized.people,
    find,
    isListed(author) {
      if (reader.contact("h", handleKey(author)) > 0) return true;
      const likely = Math.max(2, serialized.people / 500);
      return find(fold(author)).some(({ form, people }) => telling.has(form) && people <= likely);
    },
  };
}

/** Anything but letters with accents, and the signs that names have, was put there to hide. */
function isHidden(folded: Folded, match: PatientMatch): boolean {
  if (match.form === "contact" || match.form === "handle" || match.form === "handle-of-names") return false;
  const { start, end } = folded.toOriginal(match);
  const typed = folded.original.slice(start, end);
  return (
    /[^\p{Script=Latin}\p{M}\p{Zs},.'’‘´`-]|[\uff00-\uffef\u1d00-\u1d7f]/u.test(typed) ||
    typed.length > 2 * (match.end - match.start) - 2
  );
}

/** Of matches that overlap the longest stays; of equal ones the one in the surest form. */
function withoutWeaker(matches: PatientMatch[]): PatientMatch[] {
  const sorted = matches.sort((a, b) => rank(a) - rank(b) || b.end - b.start - (a.end - a.start));
  const taken = new Map<number, true>();
  const kept = sorted.filter(({ start, end }) => {
    for (let at = start; at < end; at++) if (taken.has(at)) return false;
    for (let at = start; at < end; at++) taken.set(at, true);
    return true;
  });
  return kept.sort((a, b) => a.start - b.start);
}

const order: readonly Form[] = [
  "contact",
  "handle",
  "full",
  "handle-of-names",
  "misspelled",
  "given-initial",
  "initial-family",
  "titled-family",
  "given",
  "misspelled-given",
  "family",
];

function rank({ form }: PatientMatch): number {
  return order.indexOf(form);
}
