/** Birth dates as people and programs write them, to ISO yyyy-mm-dd. */

export type DayOrder = "month-first" | "day-first";

export interface OrderRead {
  readonly order: DayOrder;
  /** No value shows which it is, and some could be either. */
  readonly guessed: boolean;
}

const numeric = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/;
const iso = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/;
/** Excel counts days from here, with a 29th of February 1900 that never was. */
const serialStart = Date.UTC(1899, 11, 30);
const day = 86_400_000; // ms
const oldest = 1880;
/** "Wednesday, 4 de septiembre de 1985 12:00:00.000 AM" and some. */
const longestDate = 60;

const months = new Map(
  [
    "jan january ene enero",
    "feb february febrero",
    "mar march marzo",
    "apr april abr abril",
    "may mayo",
    "jun june junio",
    "jul july julio",
    "aug august ago agosto",
    "sep sept september septiembre setiembre",
    "oct october octubre",
    "nov november noviembre",
    "dec december dic diciembre",
  ].flatMap((words, at) => words.split(" ").map((word) => [word, at + 1] as const)),
);

/** Month first, as in the US, unless a value has more than 12 in front (and none has it behind). */
export function dayOrderOf(values: Iterable<string>): OrderRead {
  let dayFirst = 0;
  let monthFirst = 0;
  let either = 0;
  for (const value of values) {
    const [, a = "", , b = ""] = numeric.exec(withoutTime(value)) ?? [];
    if (a === "") continue;
    if (Number(a) > 12) dayFirst++;
    else if (Number(b) > 12) monthFirst++;
    else if (a !== b) either++;
  }
  return {
    order: dayFirst > monthFirst ? "day-first" : "month-first",
    guessed: either > 0 && (dayFirst === 0) === (monthFirst === 0),
  };
}

/**
 * Undefined: no date, none there can be (February 30th, tomorrow), or a stand-in for one that is not known (01/01/1900).
 * `today` is ISO and decides the century of two digits: the latest that is not in the future.
 */
export function readBirthDate(value: string, order: DayOrder, today: string): string | undefined {
  const text = withoutTime(value);
  const found =
    readIso(text) ?? readNumeric(text, order, today) ?? readWords(text, today) ?? readSerial(text);
  return found === undefined || found > today || isStandIn(found) ? undefined : found;
}

function withoutTime(value: string): string {
  if (value.length <= 10) return value.trim();
  if (value.length > longestDate) return "";
  return value
    .trim()
    .replace(/^(\d{4}-?\d\d-?\d\d)T.*$/, "$1")
    .replace(
      /[ ,]{1,3}\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?$/i,
      "",
    );
}

function readIso(text: string): string | undefined {
  const [, y = "", , m = "", d = ""] = iso.exec(text) ?? [];
  // Without marks, four digits and two and two: 19850304, not 1985034.
  return y === "" || (text.length < 8 && /^\d+$/.test(text))
    ? undefined
    : isoOf(Number(y), Number(m), Number(d));
}

function readNumeric(text: string, order: DayOrder, today: string): string | undefined {
  const [, a = "", , b = "", y = ""] = numeric.exec(text) ?? [];
  if (a === "") return undefined;
  const year = yearOf(y, today);
  const [first, second] = [Number(a), Number(b)];
  // What cannot be a month is the day, whatever the other rows are like.
  const dayFirst = first > 12 || (order === "day-first" && second <= 12);
  return dayFirst ? isoOf(year, second, first) : isoOf(year, first, second);
}

function readWords(text: string, today: string): string | undefined {
  const words = text
    .toLowerCase()
    .split(/[\s,./-]+/)
    .filter((word) => word !== "" && word !== "de" && word !== "del" && word !== "of" && word !== "the")
    .filter(
      (word) => !/^(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|s?day|nesday|urday)?$/.test(word),
    )
    .map((word) => word.replace(/^(\d{1,2})(?:st|nd|rd|th)$/, "$1"));
  const at = words.findIndex((word) => months.has(word));
  const numbers = words.filter((word) => /^\d{1,4}$/.test(word));
  if (at < 0 || words.length !== 3 || numbers.length !== 2) return undefined;
  const [a = "", b = ""] = numbers;
  const [y, d] = a.length === 4 ? [a, b] : [b, a];
  return isoOf(yearOf(y, today), months.get(words[at] ?? "") ?? 0, Number(d));
}

/** Days as Excel counts them, 1910 and later: smaller numbers are rather something else. */
function readSerial(text: string): string | undefined {
  const [, days = ""] = /^(\d{4,5})(?:\.\d+)?$/.exec(text) ?? [];
  return days !== "" && Number(days) >= 3654 ? dateOfSerial(Number(days)) : undefined;
}

/** `days` since the end of 1899, as a workbook of the usual kind counts. */
export function dateOfSerial(days: number): string {
  return new Date(serialStart + Math.floor(days) * day).toISOString().slice(0, 10);
}

function yearOf(digits: string, today: string): number {
  if (digits.length === 4) return Number(digits);
  if (digits.length !== 2) return 0;
  const now = Number(today.slice(0, 4));
  const year = now - (now % 100) + Number(digits);
  return year > now ? year - 100 : year;
}

const daysOf = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isoOf(year: number, month: number, dayOfMonth: number): string | undefined {
  if (year < oldest || year > 9999 || month < 1 || dayOfMonth < 1) return undefined;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (dayOfMonth > (month === 2 && isLeap ? 29 : (daysOf[month - 1] ?? 0))) return undefined;
  return `${year}-${two(month)}-${two(dayOfMonth)}`;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

/** What programs write where they know none. */
function isStandIn(date: string): boolean {
  return date === "1900-01-01" || date === "1901-01-01" || date === "1899-12-30" || date === "1899-12-31";
}
