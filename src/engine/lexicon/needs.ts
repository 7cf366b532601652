/**
 * What a text must contain for a pattern to match, told from the pattern's source. Most patterns say nothing about most
 * drafts, and a look at a few bits is far cheaper than a search. It is only ever a reason not to search: what is not
 * understood here may be anything.
 */
import { type Grams, gramsOf, has } from "./grams.ts";
import {
  type Source,
  bodyOf,
  branches,
  countAt,
  edgeAfter,
  edgeBefore,
  endOf,
  isEdge,
  isPlain,
  mayBeSpace,
  space,
  toSource,
} from "./source.ts";

/** For each thing that is needed, the words of which one must be there; each as its grams. */
type Needs = readonly (readonly (readonly number[])[])[];

const mostNeeds = 3;
/** A look at more words than this takes as long as the search that it saves. */
const mostWords = 60;

const known = new WeakMap<RegExp, Needs>();

/** Whether `pattern` may match a text with these grams. Never false where it does. */
export function mayMatch(pattern: RegExp, grams: Grams): boolean {
  let needs = known.get(pattern);
  if (!needs) {
    needs = needsOf(pattern);
    known.set(pattern, needs);
  }
  return needs.every((words) => words.some((word) => word.every((gram) => has(grams, gram))));
}

function needsOf(pattern: RegExp): Needs {
  // Letters of either case, and lines, are not what grams tell apart.
  if (/[^gu]/.test(pattern.flags)) return [];
  const { source } = pattern;
  const isEdged = source.startsWith(edgeBefore) && source.endsWith(edgeAfter);
  const text = (isEdged ? `${source.slice(edgeBefore.length, -edgeAfter.length)} ` : source)
    .replaceAll(space, " ")
    .replaceAll(mayBeSpace, " ?");
  const found: (readonly string[])[] = [];
  read(toSource(text), [0, text.length], isEdged, found);
  return found
    .filter((words) => words.length <= mostWords && words.every((word) => /[^ ]/.test(word)))
    .toSorted((a, b) => a.length - b.length)
    .slice(0, mostNeeds)
    .map((words) => words.map(gramsOf));
}

type Range = readonly [from: number, to: number];

/** Adds what a range of the source needs; `isSpaced`: what it matches follows a space. */
function read(source: Source, [from, to]: Range, isSpaced: boolean, found: (readonly string[])[]): void {
  const all = branches(source, from, to);
  if (all.length > 1) {
    found.push(openingsOf(source, all).map((word) => (isSpaced ? ` ${word}` : word)));
    return;
  }
  let text = isSpaced ? " " : "";
  for (let at = from; at < to;) {
    const end = endOf(source, at);
    const count = countAt(source, end);
    if (isPlain(source, at) && count.end === end) text += source.text.charAt(at);
    else if (!isEdge(source, at)) {
      found.push([text]);
      const follows = text.endsWith(" ");
      if (count.least > 0) {
        if (source.text.charAt(at) === "(") read(source, [bodyOf(source, at), end - 1], follows, found);
        else found.push(openings(source, [at, end]));
      }
      text = endsSpaced(source, at, end) && (follows || count.least > 0) ? " " : "";
    }
    at = count.end;
  }
  found.push([text]);
}

/** A space, or a group whose only branch ends with one. */
function endsSpaced(source: Source, at: number, end: number): boolean {
  const { text } = source;
  if (text.charAt(at) === " " || text.slice(at, end) === "[\\s,]") return true;
  if (text.charAt(at) !== "(" || branches(source, bodyOf(source, at), end - 1).length > 1) return false;
  return text.startsWith(" ", end - 2) || text.startsWith("[\\s,]", end - 7);
}

/** What stands for anything, even nothing. */
const anything: readonly string[] = [""];

const openingsOf = (source: Source, ranges: readonly Range[]): readonly string[] =>
  ranges.flatMap((range) => openings(source, range));

/** Words of which one opens whatever a range of the source matches. */
function openings(source: Source, [from, to]: Range): readonly string[] {
  let text = "";
  for (let at = from; at < to;) {
    const end = endOf(source, at);
    const count = countAt(source, end);
    if (isPlain(source, at) && count.least > 0) {
      text += source.text.charAt(at);
      if (count.end > end) break;
    } else if (text !== "") break;
    else if (!isEdge(source, at)) {
      const words = opening(source, at, end);
      return count.least > 0 ? words : [...words, ...openings(source, [count.end, to])];
    }
    at = count.end;
  }
  return [text];
}

function opening(source: Source, at: number, end: number): readonly string[] {
  const { text } = source;
  if (isPlain(source, at)) return [text.charAt(at)];
  if (text.charAt(at) === "(") return openingsOf(source, branches(source, bodyOf(source, at), end - 1));
  if (text.startsWith("\\d", at)) return ["0"];
  const part = text.slice(at, end);
  return /^(?:[\ue000-\ue004]|\[(?:[\ue000-\ue004]-?)+\])$/.test(part) ? marksIn(part) : anything;
}

/** The marks of a class that has nothing else. */
function marksIn(part: string): readonly string[] {
  const marks = part.replace(/[[\]]/g, "");
  const [first = "", dash, last = ""] = marks;
  if (dash !== "-") return Array.from(marks);
  const size = last.charCodeAt(0) - first.charCodeAt(0) + 1;
  return Array.from({ length: size }, (_, nth) => String.fromCharCode(first.charCodeAt(0) + nth));
}
