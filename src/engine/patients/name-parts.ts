/** How one name may be cut and joined. The same cuts are made when the list is built and when a draft is read. */
import { fold } from "../normalize.ts";

/** The words of a name: folded letter runs ("O'Neil-Van Buren" → o, neil, van, buren). */
export function nameWords(name: string): string[] {
  // Plain letters fold to themselves; most names are nothing else, and a list may hold a million.
  if (/^[A-Za-z]+$/.test(name)) return [name.toLowerCase()];
  return fold(name).text.match(/\p{L}+/gu) ?? [];
}

/** Particles are no name by themselves: "van Buren" may be written "Buren", never "van". */
const particles = new Set(
  "al el de del dela la las los da do dos di du van von der den bin ben abu mac mc st san o d l le".split(
    " ",
  ),
);

export const isParticle = (word: string): boolean => particles.has(word);

/** Before a name in an alias or a nickname ("Dr. Tuggle", "Big Mike"): no name by itself. */
const titles = new Set(
  "mr mrs ms miss mx mister missus sir madam maam dr dra doc doctor doctora prof professor rev reverend pastor father fr sister deacon coach sgt officer nurse chef senor senora senorita sr sra srta don dona aunt auntie uncle tia tio mama mami papa papi mom dad grandma grandpa granny nana abuela abuelo big lil little old baby young the la el".split(
    " ",
  ),
);

/** An alias without the titles before it; as it is where nothing else is left. */
export function withoutTitles(words: readonly string[]): readonly string[] {
  const from = words.findIndex((word) => !titles.has(word));
  return from < 0 ? words : words.slice(from);
}

/** Before a hyphen too these are no name by themselves ("Al-Masri"); other particles are ("Do-Boyd", "Le-Tran"). */
const alwaysParticles = new Set("al el d o l st".split(" "));

/** The whole, joined; each half of a hyphenated or double name; the part after particles. No doubles. */
export function partsOf(name: string): string[] {
  const words = nameWords(name);
  const whole = words.join("");
  if (whole === "") return [];
  if (words.length === 1) return [whole];
  const hyphenated = fold(name)
    .text.split("-")
    .flatMap((half) => (/^ ?\p{L}{2,} ?$/u.test(half) ? [half.trim()] : []))
    .filter((half) => !alwaysParticles.has(half));
  const halves = withoutTitles(words).filter((word) => word.length >= 2 && !particles.has(word));
  const pairs = words.slice(1).map((word, i) => `${words[i] ?? ""}${word}`);
  return [...new Set([whole, ...halves, ...hyphenated, ...(words.length > 2 ? pairs : [])])];
}

/** Letters, digits, dot and underscore of a handle, without the sign before it. */
export function handleKey(handle: string): string {
  return fold(handle)
    .text.replace(/^.*\/(?=.)/, "")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Ten digits of a phone number, without the country's 1; the digits as they are where there are not ten. */
export function phoneKey(phone: string): string {
  const digits = phone.replace(/\D+/g, "");
  return digits.length === 11 && digits.startsWith("1") ? digits.slice(1) : digits;
}

/** Letters and digits of a record number. */
export function recordKey(record: string): string {
  return fold(record).text.replace(/[^\p{L}\p{N}]+/gu, "");
}
