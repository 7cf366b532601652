/** Handles, phones, e-mails, birth dates and record numbers of the list. */
import type { Folded } from "../rule.ts";
import { findDays } from "./birth-dates.ts";
import { madeOf } from "./handles.ts";
import type { Form, PatientMatch } from "./match.ts";
import { handleKey, phoneKey, recordKey } from "./name-parts.ts";
import { isOrdinary } from "./ordinary.ts";
import type { Reader } from "./reader.ts";

const email = /[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/g;
const phone = /(?<![\d\p{L}])[+(]{0,2}\d(?:[ ().\-/·•_*]{0,3}\d){6,14}(?!\d)/gu;
const record = /(?<![\p{L}\p{N}])(?:[a-z]{1,5}[ #.:-]{0,2})?\d[\d-]{2,14}(?:-?[a-z]{1,2})?(?![\p{L}\p{N}])/gu;
const handle = /([@#]?)[\p{L}\p{N}_](?:[\p{L}\p{N}._]{0,60}[\p{L}\p{N}_])/gu;
/** Digits of a phone number where the greedy match took more: with the country's 1, without, without the area. */
const phoneLengths = new Set([11, 10, 7]);

export function findContacts(reader: Reader, folded: Folded): PatientMatch[] {
  const { text } = folded;
  const found: PatientMatch[] = [];
  const add = (start: number, end: number, form: Form, people: number, everyday = false): void => {
    if (people > 0) found.push({ start, end, form, people, everyday, capitals: false, hidden: false });
  };
  if (text.includes("@")) {
    for (const { 0: typed, index } of text.matchAll(email))
      add(index, index + typed.length, "email", reader.contact("e", typed));
  }
  if (/\d/.test(text)) {
    for (const { 0: typed, index } of text.matchAll(phone)) {
      for (const end of endsOf(typed)) {
        const people = reader.contact("t", phoneKey(typed.slice(0, end)));
        if (people > 0) {
          add(index, index + end, "phone", people);
          break;
        }
      }
    }
    for (const { 0: typed, index } of text.matchAll(record)) {
      for (const from of [0, typed.search(/\d/)]) {
        const people = reader.contact("m", recordKey(typed.slice(from)));
        if (people > 0) {
          add(index + from, index + typed.length, "record-number", people);
          break;
        }
      }
    }
    for (const { start, end, readings } of findDays(text))
      add(start, end, "birth-date", Math.max(...readings.map((day) => reader.birthDate(day))));
  }
  for (const { 0: typed, 1: sign = "", index } of text.matchAll(handle)) {
    const end = index + typed.length;
    const isBare = sign === "" && !/[0-9._]/.test(typed);
    // Most words of a draft: a handle without a sign is longer, and one of them at best.
    if (isBare && typed.length < shortestBare) continue;
    const key = isBare ? typed : handleKey(typed);
    if (key.length >= 3) add(index, end, "handle", reader.contact("h", key), isBare && isOrdinary(key));
    const place = folded.toOriginal({ start: index + sign.length, end });
    const written = folded.original.slice(place.start, place.end);
    const apart = isBare && written.length >= 2 * typed.length - 2;
    const { form, people } = madeOf(
      reader,
      isSimple(written) ? written : typed.slice(sign.length),
      sign,
      apart,
    );
    add(index, end, form, people);
  }
  return found;
}

const shortestBare = 7;

/** Written so that capitals mark where a name begins; hidden writing is read folded. */
const isSimple = (written: string): boolean =>
  /^[A-Za-z]+$/.test(written) ||
  (/^[\p{Script=Latin}\p{N}._]+$/u.test(written) && !/[\uff00-\uffef]/.test(written));

/** Places after the whole number and after as many digits as a phone has. */
function endsOf(typed: string): number[] {
  const ends: number[] = [];
  let digits = 0;
  for (let at = 0; at < typed.length; at++) {
    const code = typed.charCodeAt(at);
    if (code < 48 || code > 57) continue;
    digits++;
    if (phoneLengths.has(digits)) ends.unshift(at + 1);
  }
  return ends.includes(typed.length) ? ends : [typed.length, ...ends];
}
