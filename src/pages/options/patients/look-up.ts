import { editIndex, nobody } from "../../../engine/patients/index.ts";
import type { Person, SerializedIndex } from "../../../engine/patients/index.ts";
import { isParticle, nameWords } from "../../../engine/patients/name-parts.ts";
import { makeReader } from "../../../engine/patients/reader.ts";
import type { FoundWay } from "./jobs.ts";

/** What of a person is on the list, way by way. The list is left as it is. */
export function lookUp(index: SerializedIndex, person: Person): readonly FoundWay[] {
  const reader = makeReader(index);
  /** A copy, from which each way is taken to see whether it was there. */
  const trial = editIndex(index);
  /** Every word that was typed must belong to it; an initial tells nobody apart. */
  const named = (way: FoundWay["way"], given: string, family: string): FoundWay => {
    const pairs = nameWords(given)
      .filter((word) => word.length > 1)
      .flatMap((word) =>
        nameWords(family)
          .filter((last) => !isParticle(last))
          .map((last) => [word, last] as const),
      );
    const counts = pairs.map(([word, last]) => {
      const [first, second] = [reader.part(word), reader.part(last)];
      return first && second ? reader.pair("p", first.key, second.key) : 0;
    });
    const people = counts.length === 0 ? 0 : Math.min(...counts);
    return { way, isListed: people > 0, people };
  };
  const contact = (way: FoundWay["way"], only: Partial<Person>): FoundWay => ({
    way,
    isListed: trial.remove({ ...nobody, ...only }).found > 0,
    people: undefined,
  });
  const { given, family } = person;
  return [
    ...(given !== "" && family !== "" ? [named("name", given, family)] : []),
    ...(given === "" ? [] : person.formerFamilies.map((former) => named("former", given, former))),
    ...(family === "" ? [] : person.nicknames.map((nickname) => named("nickname", nickname, family))),
    ...person.handles.map((handle) => contact("handle", { handles: [handle] })),
    ...person.phones.map((phone) => contact("phone", { phones: [phone] })),
    ...person.emails.map((email) => contact("email", { emails: [email] })),
    ...person.birthDates.map((date) => contact("birthDate", { birthDates: [date] })),
    ...person.recordNumbers.map((number) => contact("recordNumber", { recordNumbers: [number] })),
  ];
}
