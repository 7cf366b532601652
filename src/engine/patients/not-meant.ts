/** Names that are never meant as patients: public figures that policy allows, and the practice's own people. */
import type { EnginePolicy, Practice } from "../model.ts";
import { fold } from "../normalize.ts";
import { ownFacts, ownSpans } from "../own-facts.ts";
import type { OwnFacts } from "../own-facts.ts";
import type { Folded, Span } from "../rule.ts";
import type { Form, PatientMatch } from "./match.ts";

interface NotMeant {
  readonly facts: OwnFacts;
  /** Names as handles have them, without blanks. */
  readonly joined: ReadonlySet<string>;
}

const ofPolicy = new WeakMap<EnginePolicy, NotMeant>();
const ofPractice = new WeakMap<Practice, NotMeant>();

const joinedOf = (name: string): string => fold(name).text.replace(/\P{L}+/gu, "");
const longEnough = 5;

function publicNames(policy: EnginePolicy): NotMeant {
  const names = policy.publicNames ?? [];
  const known = ofPolicy.get(policy) ?? {
    facts: ownFacts({
      name: "",
      aliases: names,
      addresses: [],
      phones: [],
      emails: [],
      websites: [],
      handles: [],
      staff: [],
    }),
    joined: new Set(names.map(joinedOf).filter((name) => name.length >= longEnough)),
  };
  ofPolicy.set(policy, known);
  return known;
}

function ownNames(practice: Practice): NotMeant {
  const known = ofPractice.get(practice) ?? {
    facts: ownFacts(practice),
    joined: new Set(
      [
        practice.name,
        ...practice.aliases,
        ...practice.handles,
        ...practice.staff.map(({ name }) => bareName(name)),
      ]
        .map(joinedOf)
        .filter((name) => name.length >= longEnough),
    ),
  };
  ofPractice.set(practice, known);
  return known;
}

/** First and last name of a person at work, without titles and what follows a comma. */
function bareName(name: string): string {
  const words = (fold(name).text.split(",")[0] ?? "")
    .split(/\s+/)
    .filter(
      (word) =>
        !/^(?:dr|dra|mr|mrs|ms|miss|prof|nurse|md|do|dds|dmd|np|rn|pa|pa-c|bsn|phd|aprn|jr|sr|ii|iii)\.?$/.test(
          word,
        ),
    );
  return words.length > 1 ? `${words[0] ?? ""} ${words.at(-1) ?? ""}` : "";
}

/** Tells of a match whether somebody else is meant. Asked once a check. */
export function notMeantIn(
  folded: Folded,
  policy: EnginePolicy,
  practice: Practice,
): (match: PatientMatch) => boolean {
  const { facts, joined } = publicNames(policy);
  const spans = facts.phrases.size > 0 ? ownSpans(facts, folded.text) : [];
  const own = ownNames(practice);
  const ownPhrases = ownSpans(own.facts, folded.text).filter(({ start, end }) =>
    /\p{L} +\p{L}{2}/u.test(folded.text.slice(start, end)),
  );
  return (match) => {
    if (spans.some((span) => isWithin(match, span))) return true;
    // A staff member's two names, and a match across them: no patient.
    if (loose.has(match.form) && ownPhrases.some((span) => overlaps(match, span))) return true;
    if (match.form !== "handle-of-names" && match.form !== "handle-of-initial") return false;
    const letters = folded.text.slice(match.start, match.end).replace(/\P{L}+/gu, "");
    return has(joined, letters) || has(own.joined, letters);
  };
}

const loose = new Set<Form>([
  "misspelled",
  "reversed",
  "nickname",
  "full",
  "given",
  "misspelled-given",
  "family",
]);

const has = (names: ReadonlySet<string>, letters: string): boolean => {
  for (const name of names) if (letters.includes(name)) return true;
  return false;
};
const isWithin = (match: Span, span: Span): boolean => match.start >= span.start && match.end <= span.end;
const overlaps = (match: Span, span: Span): boolean => match.start < span.end && span.start < match.end;
