import type { Knowledge } from "./knowledge.ts";
import { categories } from "./model.ts";
import type { Action, Confidence, EnginePolicy, Hit } from "./model.ts";
import { isScored } from "./model/reasons.ts";
import { fold } from "./normalize.ts";
import { ownSpans } from "./own-facts.ts";
import { phoneKey } from "./patients/name-parts.ts";
import type { RuleContext, Span } from "./rule.ts";

const weight: Record<Confidence, number> = { certain: 3, likely: 2, possible: 1 };

/**
 * Takes away what the practice says about itself and what another hit says better. Of overlapping hits of one category
 * the surest stays, but a rule explains better than the scorer: then the rule's hit stays, as sure as the scorer is. A name
 * or number that is on the patient list is no identifier besides, unless `actions` has less said of the list than of
 * identifiers. In order of place.
 */
export function merge(
  hits: readonly Hit[],
  context: RuleContext,
  knowledge: Knowledge,
  actions?: EnginePolicy["actions"],
): readonly Hit[] {
  const isListEnough = !actions || speaksForIdentifiers(actions);
  const own = disjoint(
    ownSpans(knowledge.own, context.folded.text).map((span) => context.folded.toOriginal(span)),
  );
  const ofOthers = hits.filter(
    (hit) => !isOfPractice(hit, own, context, knowledge) && !isBareGuess(hit, hits, context),
  );
  const surest = ofOthers.toSorted(
    (a, b) =>
      Number(isScored(a)) - Number(isScored(b)) ||
      weight[b.confidence] - weight[a.confidence] ||
      categories.indexOf(a.category) - categories.indexOf(b.category) ||
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start,
  );
  const kept: Hit[] = [];
  for (const hit of surest) {
    if (kept.length >= most) break;
    const said = kept.findIndex((other) => says(other, hit, isListEnough));
    const other = kept[said];
    if (!other) kept.push(hit);
    else if (other.category === hit.category && weight[hit.confidence] > weight[other.confidence]) {
      kept[said] = { ...other, confidence: hit.confidence };
    }
  }
  return explained(kept).toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * The scorer repeats itself to a person where a rule has said something about these very words, and a rule has named
 * this category at others: its sureness goes to that rule's hit.
 */
function explained(kept: readonly Hit[]): readonly Hit[] {
  const hits = [...kept];
  for (const hit of kept.filter(isScored)) {
    const isTouched = hits.some(
      (other) => !isScored(other) && other.start < hit.end && hit.start < other.end,
    );
    const at = hits.findIndex((other) => !isScored(other) && other.category === hit.category);
    const named = hits[at];
    if (!isTouched || !named) continue;
    if (weight[hit.confidence] > weight[named.confidence])
      hits[at] = { ...named, confidence: hit.confidence };
    hits.splice(hits.indexOf(hit), 1);
  }
  return hits;
}

/** A name, handle or number of the practice itself, also where somebody on the list shares it. */
function isOfPractice(
  hit: Hit,
  own: readonly Span[],
  { draft }: RuleContext,
  { practice }: Knowledge,
): boolean {
  if (!isNaming(hit) || hit.start === hit.end) return false;
  const typed = draft.text.slice(hit.start, hit.end);
  if (covers(own, /^[@#]/.test(typed) ? { start: hit.start + 1, end: hit.end } : hit)) return true;
  if (hit.end - hit.start > longestPhone || /\p{L}/u.test(typed)) return false;
  const number = phoneKey(fold(typed).text);
  return number.length >= 7 && practice.phones.some((phone) => isSameLine(phoneKey(phone), number));
}

/** With signs and blanks between the digits. */
const longestPhone = 32;

/** People leave out the area code of their own number. */
const isSameLine = (own: string, number: string): boolean =>
  own === number || (number.length === 7 && own.length === 10 && own.endsWith(number));

/** Digits alone: what kind of number they are is for the recognizers, which know its form, not for the scorer. */
const isBareGuess = (hit: Hit, hits: readonly Hit[], { draft }: RuleContext): boolean =>
  isScored(hit) &&
  hit.category === "identifier" &&
  !/\p{L}/u.test(draft.text) &&
  !hits.some((other) => !isScored(other) && isNaming(other));

const isNaming = ({ category }: Hit): boolean => category === "identifier" || category === "patient-match";

/** Overlapping ranges joined, in order: a binary search then answers for each hit. */
function disjoint(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && span.start < last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else joined.push(span);
  }
  return joined;
}

function covers(spans: readonly Span[], { start, end }: Span): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const span = spans[low - 1];
  return span !== undefined && end <= span.end;
}

/** More findings help nobody, and the comparison above is quadratic in them. */
const most = 60;

/** From what says least to what says most. */
const gravity: readonly Action[] = ["allow", "record", "warn", "warn-with-reason", "block"];

/** As grave is not enough: what is only recorded comes here as a warning, and is told to nobody. */
const speaksForIdentifiers = ({ "patient-match": listed, identifier }: EnginePolicy["actions"]): boolean =>
  listed === "block" || gravity.indexOf(listed) > gravity.indexOf(identifier);

function says(kept: Hit, hit: Hit, isListEnough: boolean): boolean {
  const overlap = kept.start < hit.end && hit.start < kept.end;
  const samePlace = kept.start === hit.start && kept.end === hit.end;
  if (kept.category === hit.category) return overlap || (samePlace && kept.rule === hit.rule);
  return isListEnough && overlap && kept.category === "patient-match" && hit.category === "identifier";
}
