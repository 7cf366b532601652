/** The ways to write one person of the list, before they are hashed. */
import { fold } from "../normalize.ts";
import type { Person } from "./index.ts";
import { handleKey, nameWords, partsOf, phoneKey, recordKey, withoutTitles } from "./name-parts.ts";

/** Names that go together: each given part with each family part. */
export interface Naming {
  readonly given: readonly string[];
  readonly family: readonly string[];
}

export interface Contacts {
  readonly handles: readonly string[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly recordNumbers: readonly string[];
  readonly birthDates: readonly string[];
}

/** Parts are folded and in no order of sureness; none is empty. */
export function namings(person: Person): Naming[] {
  const given = [person.given, ...person.nicknames].flatMap(partsOf);
  const found: Naming[] = [{ given: [...new Set(given)], family: partsOf(person.family) }];
  for (const former of person.formerFamilies) {
    const family = partsOf(former);
    if (family.length > 0) found.push({ given: [...new Set(given)], family });
  }
  for (const alias of person.aliases) {
    const all = nameWords(alias);
    const own = nameWords(person.given);
    const words = all[0] === own[0] ? all : withoutTitles(all);
    if (words.length < all.length && words.length === 1) {
      found.push({ given: [...new Set(given)], family: partsOf(words.join("")) });
      continue;
    }
    const split = own.every((word, i) => word === words[i]) ? own.length : 1;
    const at = Math.max(1, Math.min(split, words.length - 1));
    const first = words.slice(0, at).join(" ");
    const last = words.slice(at).join(" ");
    found.push({
      given: [...new Set([...given, ...partsOf(first)])],
      family: last === "" ? [] : partsOf(last),
    });
  }
  return found;
}

/** Folded as a draft is; what is too short to tell anybody apart is left out. */
export function contactsOf(person: Person): Contacts {
  return {
    handles: person.handles.map(handleKey).filter((handle) => handle.length >= 3),
    phones: person.phones.map(phoneKey).filter((phone) => phone.length >= 7),
    emails: person.emails.map((email) => fold(email.trim()).text).filter((email) => email.includes("@")),
    recordNumbers: person.recordNumbers.map(recordKey).filter((record) => record.length >= 4),
    birthDates: person.birthDates.filter((date) => /^\d{4}-\d{2}-\d{2}$/.test(date)),
  };
}
