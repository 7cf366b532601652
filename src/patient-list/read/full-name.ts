/** What a name cell says: "Last, First Middle", "First Last", with titles, suffixes and what somebody is called in brackets. */

export interface NameRead {
  readonly given: string;
  readonly family: string;
  readonly nicknames: readonly string[];
  readonly formerFamilies: readonly string[];
}

const titles = /^(?:(?:mr|mrs|ms|mx|dr|prof|sra|srta|dra)\b\.?|(?:miss|sir|madam|sr)\b\.)\s+/iu;
/** After a comma these are never names; without one, only where the name has two words before them. */
const suffixes =
  /(?:, ?| )(?:jr|sr|ii|iii|iv|2nd|3rd|4th|m\.?d|ph\.?d|d\.?d\.?s|d\.?m\.?d|esq|b\.?s\.?n|m\.?s\.?n|l\.?m\.?t|cpa)\.?$/iu;
const commaSuffixes = /, ?(?:d\.?o|r\.?n|p\.?a|n\.?p|d\.?c|l\.?c\.?s\.?w|mba|jd|hijo|padre)\.?$/iu;
/** Belong to the family name that follows; each may also be a name at the beginning. */
const particles = new Set(
  "de del dela la las los da das dos di della du van von vander vanden der den ter ten bin bint ibn st st. saint santa".split(
    " ",
  ),
);
const once =
  /[("“«[] ?(?:n[ée]e|born|formerly|maiden(?: name)?|f\/k\/a|fka|prev(?:iously|\.)?)[ :]{1,3}([^)"”»\]]{1,60})[)"”»\]]/iu;
const bare = / (?:n[ée]e|formerly|f\/k\/a|fka) (\p{L}[\p{L}'’ -]{0,60})$/iu;
const called = /[("“«[]([^)"”»\]]{1,40})[)"”»\]]/u;

const none: readonly string[] = [];

/** `name` is one cell, whatever is in it: never empty, where it has a letter. */
export function readFullName(name: string): NameRead {
  const { rest, nicknames, formerFamilies } = takeApart(name);
  const plain = withoutSuffixes(rest.replace(titles, ""));
  const comma = plain.indexOf(",");
  if (comma >= 0) {
    return {
      family: withoutSuffixes(plain.slice(0, comma).trim()),
      given: withoutSuffixes(
        plain
          .slice(comma + 1)
          .replace(/,/g, " ")
          .replace(/\s+/g, " ")
          .trim()
          .replace(titles, "")
          .replace(/^(?:jr|sr|ii|iii|iv)\.? /i, ""),
      ),
      nicknames,
      formerFamilies,
    };
  }
  const words = plain.split(" ");
  let at = words.length - 1;
  while (at > 1 && particles.has((words[at - 1] ?? "").toLowerCase())) at--;
  return at < 1
    ? { given: plain, family: "", nicknames, formerFamilies }
    : { given: words.slice(0, at).join(" "), family: words.slice(at).join(" "), nicknames, formerFamilies };
}

/** A part of a name in a column of its own: what stands in brackets is apart, a suffix or title is none of it. */
export function readNamePart(part: string): Omit<NameRead, "given" | "family"> & { readonly text: string } {
  if (!/[^\p{L}\p{M}'’-]/u.test(part)) return { text: part, nicknames: none, formerFamilies: none };
  const { rest, nicknames, formerFamilies } = takeApart(part);
  return { text: withoutSuffixes(rest), nicknames, formerFamilies };
}

function takeApart(name: string): { rest: string; nicknames: string[]; formerFamilies: string[] } {
  let rest = name.replace(/\s+/g, " ").trim();
  const nicknames: string[] = [];
  const formerFamilies: string[] = [];
  if (/[("“«[]/.test(rest)) {
    rest = rest.replace(once, (_all, former: string) => {
      formerFamilies.push(former.trim());
      return " ";
    });
    for (let i = 0; i < 3; i++) {
      rest = rest.replace(called, (_all, one: string) => {
        const name = one.trim();
        if (/^\p{L}[\p{L}'’. -]*$/u.test(name)) nicknames.push(name);
        return " ";
      });
    }
  }
  rest = rest.replace(bare, (_all, former: string) => {
    formerFamilies.push(former.trim());
    return "";
  });
  return { rest: rest.replace(/\s+/g, " ").replace(/ ,/g, ",").trim(), nicknames, formerFamilies };
}

/** "Jane Doe, RN" and "Doe, Jane, RN", but "Do, Kim" and "Kim, Do" are names. */
function withoutCommaSuffix(text: string): string {
  const shorter = text.replace(commaSuffixes, "");
  return /[ ,]/.test(shorter) ? shorter : text;
}

function withoutSuffixes(name: string): string {
  let text = name.trim();
  for (let i = 0; i < 3; i++) {
    const shorter = withoutCommaSuffix(text).replace(suffixes, "").replace(/,$/, "").trim();
    if (shorter === text || shorter === "") break;
    text = shorter;
  }
  return text;
}
