/** Handles, phones, e-mails and record numbers of the list. */
import type { Folded } from "../rule.ts";
import { handleKey, phoneKey, recordKey } from "./name-parts.ts";
import type { Form, PatientMatch } from "./match.ts";
import type { Reader } from "./reader.ts";

export function findContacts(reader: Reader, { text }: Folded): PatientMatch[] {
  const found: PatientMatch[] = [];
  const add = (start: number, end: number, form: Form, people: number): void => {
    if (people > 0) found.push({ start, end, form, people, everyday: false, capitals: false, hidden: false });
  };
  for (const { 0: typed, index } of text.matchAll(
    /[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/g,
  )) {
    add(index, index + typed.length, "contact", reader.contact("e", typed));
  }
  for (const { 0: typed, index } of text.matchAll(/(?<!\d)[+(]{0,2}\d(?:[ ().\-/]{0,3}\d){6,14}(?!\d)/g)) {
    add(index, index + typed.length, "contact", reader.contact("t", phoneKey(typed)));
  }
  for (const { 0: typed, index } of text.matchAll(
    /(?<![\p{L}\p{N}])(?:[a-z]{1,4}[ #-]{0,2})?\d[\d-]{3,14}(?![\p{L}\p{N}])/gu,
  )) {
    add(index, index + typed.length, "contact", reader.contact("m", recordKey(typed)));
  }
  for (const { 0: typed, 1: sign, index } of text.matchAll(
    /([@#]?)[\p{L}\p{N}_](?:[\p{L}\p{N}._]{0,60}[\p{L}\p{N}_])/gu,
  )) {
    const key = handleKey(typed);
    // A bare word counts where it looks like a handle; some handles are plain names or words.
    const bare = sign === "" && !/[0-9._]/.test(typed);
    if (key.length < (bare ? 7 : 3)) continue;
    add(index, index + typed.length, "handle", reader.contact("h", key));
    if (sign !== "" || /[0-9._]/.test(typed) || key.length >= 7) {
      add(
        index,
        index + typed.length,
        "handle-of-names",
        ofNames(reader, key.replace(/\d+/g, ""), sign === "@"),
      );
    }
  }
  return found;
}

/** How many are called by the two names that `letters` is made of ("janedoe", "doejane"; "jdoe" after an @). */
function ofNames(reader: Reader, letters: string, mention: boolean): number {
  if (letters.length < 5 || letters.length > 30) return 0;
  for (let at = 2; at <= letters.length - 2; at++) {
    const [left, right] = [letters.slice(0, at), letters.slice(at)];
    const first = reader.part(left);
    const second = reader.part(right);
    if (second && second.family > 0) {
      for (const given of reader.givenNames(left)) {
        const people = reader.pair("p", given.key, second.key);
        if (people > 0) return people;
      }
    }
    if (first && second && first.family > 0 && second.given > 0) {
      const people = reader.pair("p", second.key, first.key);
      if (people > 0) return people;
    }
  }
  const family = mention && letters.length >= 6 ? reader.part(letters.slice(1)) : undefined;
  return family && family.family > 0 ? reader.pair("i", reader.initial(letters.slice(0, 1)), family.key) : 0;
}
