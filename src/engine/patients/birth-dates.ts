/** Days in a text, in the ways that people write a birth date. */
import type { Span } from "../rule.ts";

export interface Day extends Span {
  /** `yyyy-mm-dd`; several where the writing leaves open what is meant ("3/4/85"). */
  readonly readings: readonly string[];
}

const months: ReadonlyMap<string, number> = new Map(
  [
    "january jan enero ene",
    "february feb febrero",
    "march mar marzo",
    "april apr abril abr",
    "may mayo",
    "june jun junio",
    "july jul julio",
    "august aug agosto ago",
    "september sept sep septiembre setiembre",
    "october oct octubre",
    "november nov noviembre",
    "december dec diciembre dic",
  ].flatMap((names, at) => names.split(" ").map((name) => [name, at + 1] as const)),
);
const month = `(${[...months.keys()].toSorted((a, b) => b.length - a.length).join("|")})`;
const ordinal = "(?:st|nd|rd|th|ro|o)?";
const year = "'?(\\d{4}|\\d{2})";
const between = "(?:,? {1,2}|[.,/-]| ?- ?)";

const numeric = /(?<![\d./-])(\d{1,4}) ?[./-] ?(\d{1,2}) ?[./-] ?(\d{4}|\d{2})(?![\d/-])/g;
const monthFirst = new RegExp(
  `(?<!\\p{L})${month}\\.?${between}(?:the )?(\\d{1,2})${ordinal}(?:,? {1,2}|[.,/-])(?:of |de |del )?${year}(?!\\d)`,
  "gu",
);
const dayFirst = new RegExp(
  `(?<![\\d/-])(\\d{1,2})${ordinal}${between}(?:of |de )?${month}\\.?(?:,? {1,2}|[.,/-])(?:of |de |del )?${year}(?!\\d)`,
  "gu",
);

/** Offsets are in `text`, which is folded. Linear. */
export function findDays(text: string): Day[] {
  const days: Day[] = [];
  if (!/\d/.test(text)) return days;
  const add = (index: number, typed: string, readings: readonly (string | undefined)[]): void => {
    const known = readings.filter((reading) => reading !== undefined);
    if (known.length > 0)
      days.push({ start: index, end: index + typed.length, readings: [...new Set(known)] });
  };
  for (const { 0: typed, 1: a = "", 2: b = "", 3: c = "", index } of text.matchAll(numeric)) {
    if (a.length === 4) add(index, typed, [iso(a, b, c)]);
    else if (a.length < 3)
      add(
        index,
        typed,
        yearsOf(c).flatMap((full) => [iso(full, a, b), iso(full, b, a)]),
      );
  }
  for (const { 0: typed, 1: name = "", 2: day = "", 3: short = "", index } of text.matchAll(monthFirst))
    add(
      index,
      typed,
      yearsOf(short).map((full) => iso(full, String(months.get(name)), day)),
    );
  for (const { 0: typed, 1: day = "", 2: name = "", 3: short = "", index } of text.matchAll(dayFirst))
    add(
      index,
      typed,
      yearsOf(short).map((full) => iso(full, String(months.get(name)), day)),
    );
  return days;
}

const yearsOf = (typed: string): string[] => (typed.length === 4 ? [typed] : [`19${typed}`, `20${typed}`]);

function iso(full: string, ofYear: string, ofMonth: string): string | undefined {
  const [m, d] = [Number(ofYear), Number(ofMonth)];
  if (!(m >= 1 && m <= 12 && d >= 1 && d <= 31 && Number(full) >= 1880)) return undefined;
  return `${full}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
}
