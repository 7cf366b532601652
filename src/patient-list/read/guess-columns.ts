/** Which column holds what, from the cells themselves: for lists without names of columns, or with ones that say nothing. */
import { givenNames } from "../../engine/patients/given-names.ts";
import { dayOrderOf, readBirthDate } from "./birth-dates.ts";
import { readEmails, readPhones } from "./contact-values.ts";
import type { Field } from "./source.ts";

/** Share of the cells that must be of a kind. */
const most = 0.6;

export type Rows = readonly (readonly string[])[];

/** One entry a column of `width`; `known`: what is certain already, and `barred`: what must not be guessed. */
export function guessColumns(
  rows: Rows,
  known: readonly (Field | undefined)[],
  barred: readonly boolean[],
  today: string,
): (Field | undefined)[] {
  const guessed = known.map((field, at) =>
    field !== undefined || barred[at] === true ? field : kindOf(valuesOf(rows, at), today),
  );
  const has = (...any: Field[]): boolean =>
    guessed.some((field) => field !== undefined && any.includes(field));
  const free = guessed.flatMap((field, at) => {
    const values = valuesOf(rows, at);
    return field === undefined && barred[at] !== true && areNames(values) ? [{ at, ...namesIn(values) }] : [];
  });
  if (!has("name", "given", "family")) {
    const whole = free.find(({ whole: share }) => share >= most);
    const given = free.toSorted((a, b) => b.givenShare - a.givenShare)[0];
    // Beside a column of given names the next is of family names; a column of whole names has both.
    const family = given && nearest(free, given.at);
    if (given && family && given.givenShare >= 0.3 && !(whole && whole.commas >= most)) {
      guessed[given.at] = "given";
      guessed[family.at] = "family";
    } else if (whole) guessed[whole.at] = "name";
  } else if (has("given") !== has("family") && !has("name")) {
    const one = guessed.findIndex((field) => field === "given" || field === "family");
    const other = nearest(free, one);
    if (other) guessed[other.at] = guessed[one] === "given" ? "family" : "given";
  }
  return guessed;
}

/** What does not depend on other columns. */
function kindOf(values: readonly string[], today: string): Field | undefined {
  if (values.length === 0) return undefined;
  const share = (is: (value: string) => boolean): number => values.filter(is).length / values.length;
  if (share((value) => readEmails(value).values.length > 0) >= most) return "emails";
  if (
    share((value) => /^@[\w.]+$|^https?:\/\/\S*(?:instagram|facebook|yelp|tiktok)\.com\//i.test(value)) >=
    most
  ) {
    return "handles";
  }
  const { order } = dayOrderOf(values);
  const isDate = (value: string): boolean =>
    /\D/.test(value) && readBirthDate(value, order, today) !== undefined;
  if (share(isDate) >= most && spread(values, today, order) > 10) return "birthDates";
  if (share(isWrittenPhone) >= most) return "phones";
  return undefined;
}

/** Ten digits, or marks between them: a bare number of eight may as well be a record's. */
function isWrittenPhone(value: string): boolean {
  const digits = value.replace(/\D+/g, "");
  return (
    readPhones(value).values.length > 0 &&
    (digits.length === 10 ||
      (digits.length === 11 && digits.startsWith("1")) ||
      /\d[ ().-]+\d{4}$/.test(value))
  );
}

/** Years between the first and the last date: visits lie closer together than births. */
function spread(values: readonly string[], today: string, order: "month-first" | "day-first"): number {
  const years = values.flatMap((value) => {
    const year = readBirthDate(value, order, today)?.slice(0, 4);
    return year === undefined ? [] : [Number(year)];
  });
  return years.length < 3 ? Number.POSITIVE_INFINITY : Math.max(...years) - Math.min(...years);
}

/** Words with a capital, many of them different: not "F", "AZ" or the same three cities. */
function areNames(values: readonly string[]): boolean {
  if (values.length === 0) return false;
  const named = values.filter(
    (value) => value.length > 1 && value.length < 60 && /^[\p{L}][\p{L}\p{M}'’`., ()"-]*$/u.test(value),
  ).length;
  const short = values.filter((value) => value.length <= 2).length;
  const different = new Set(values.map((value) => value.toLowerCase())).size;
  return (
    named / values.length >= 0.8 &&
    short / values.length < 0.5 &&
    (values.length < 12 || different / values.length > 0.3)
  );
}

function namesIn(values: readonly string[]): { givenShare: number; whole: number; commas: number } {
  const words = values.map((value) =>
    value
      .toLowerCase()
      .normalize("NFKD")
      .replace(/\p{M}+/gu, ""),
  );
  const count = (is: (value: string) => boolean): number => words.filter(is).length / words.length;
  return {
    givenShare: count((value) => givenNames.has(value.split(/[ -]/)[0] ?? "")),
    whole: count((value) => /[^\s,][,\s]+[^\s,]/.test(value)),
    commas: count((value) => value.includes(",")),
  };
}

/** The right neighbor before the left one, then whatever is closest. */
function nearest<T extends { readonly at: number }>(free: readonly T[], to: number): T | undefined {
  const distance = ({ at }: T): number => Math.abs(at - to) * 2 - (at > to ? 1 : 0);
  return free.filter(({ at }) => at !== to).toSorted((a, b) => distance(a) - distance(b))[0];
}

function valuesOf(rows: Rows, at: number): string[] {
  // What is longer is nobody's name or number, and would make a guess slow.
  return rows.flatMap((cells) => (cells[at] ?? "").slice(0, 200).trim() || []);
}
