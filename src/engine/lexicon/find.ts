/** How rules look: bounded regular expressions over folded text, and the questions they ask about a match. */
import type { Folded, RuleContext, Span } from "../rule.ts";
import { type Grams, gramsIn } from "./grams.ts";
import { masked } from "./mask.ts";
import { mayMatch } from "./needs.ts";
import { edgeAfter, edgeBefore, mayBeSpace, space } from "./source.ts";

/**
 * A pattern for folded text, with word edges at both ends. A space stands for a run of white space or
 * commas, which folding keeps short. All that repeats is bounded, so that a search stays linear.
 */
export function rx(strings: TemplateStringsArray, ...parts: readonly string[]): RegExp {
  const source = String.raw({ raw: strings.raw }, ...parts)
    .replaceAll(" ?", mayBeSpace)
    .replaceAll(/ (?!,)/g, space);
  const pattern = new RegExp(`${edgeBefore}(?:${source})${edgeAfter}`, "g");
  if (/[\ue000-\ue004]/.test(source)) masking.add(pattern);
  return pattern;
}

/** Patterns that speak of classes of words and so look at the masked text. */
const masking = new WeakSet<RegExp>();

/** Between two words of one sentence: white space, or up to `size` characters of other words. */
export const gap = (size: number): string => `[\\s,](?:[^.!?;\\n]{0,${size}}[\\s,])?`;

/** More findings of one rule tell nobody anything, and the cap keeps the questions asked about a match linear. */
const most = 24;
const widest = 400;

/** Whether a match counts. `text` is the folded text in which `span` is. */
export type Keep = (span: Span, text: string, context: RuleContext) => boolean;

/** Every match of every pattern, as ranges of `context.folded.text`. */
export function matches(
  context: RuleContext,
  patterns: readonly RegExp[],
  keep: Keep = () => true,
): readonly Span[] {
  const { folded } = context;
  const found: Span[] = [];
  for (const pattern of patterns) {
    const isMasking = masking.has(pattern);
    const text = isMasking ? masked(context) : folded.text;
    if (!mayMatch(pattern, isMasking ? gramsOfMasked(context) : gramsOfText(folded))) continue;
    // Not `matchAll`: it makes a copy of the pattern, which costs as much as the search.
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (span.end === span.start) pattern.lastIndex++;
      else if (keep(span, folded.text, context)) found.push(span);
      if (found.length >= most) return withoutOverlaps(found);
    }
  }
  return found.length < 2 ? found : withoutOverlaps(found);
}

const textGrams = new WeakMap<Folded, Grams>();
const maskedGrams = new WeakMap<Folded, Grams>();

function gramsOfText(folded: Folded): Grams {
  const grams = textGrams.get(folded) ?? gramsIn(folded.text);
  textGrams.set(folded, grams);
  return grams;
}

function gramsOfMasked(context: RuleContext): Grams {
  const grams = maskedGrams.get(context.folded) ?? gramsIn(masked(context));
  maskedGrams.set(context.folded, grams);
  return grams;
}

/** Overlapping ranges become one: one way of saying is one finding. */
export function withoutOverlaps(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || span.start >= last.end) kept.push(span);
    else if (span.end > last.end) kept[kept.length - 1] = { start: last.start, end: span.end };
  }
  return kept;
}

/** As `matches`, only where one person is spoken to. */
export const toPerson = (context: RuleContext, patterns: readonly RegExp[], keep?: Keep): readonly Span[] =>
  context.audience === "person" ? matches(context, patterns, keep) : [];

/** The sentence around a range, without its end mark. */
export function sentenceAt(text: string, span: Span): string {
  let start = span.start;
  while (start > 0 && span.start - start < widest && !endsSentence(text.charCodeAt(start - 1))) start--;
  let end = span.end;
  while (end < text.length && end - span.end < widest && !endsSentence(text.charCodeAt(end))) end++;
  return text.slice(start, end);
}

/** `.`, `!`, `?` or a line break. */
const endsSentence = (code: number): boolean =>
  code === 0x2e || code === 0x21 || code === 0x3f || code === 0x0a;

const everybody =
  /(?<![a-z])(?:anyone|anybody|everyone|everybody|whoever|somebody|someone|nobody|no one|most (?:people|folks|patients|clients|guests)|some (?:people|folks|ppl)|people|ppl|folks|patients|clients|guests|all (?:of our )?(?:patients|clients|guests)|each (?:patient|client|guest|person)|every (?:patient|client|guest|person)|any(?: [a-z]{1,16})? (?:patient|client|guest|person)|as a rule|in general|generally|typically|usually|quien(?:es)?|cualquiera|todo el mundo|todos|nadie|la gente|por lo general|psa|(?:general rule|rule of thumb|as a general matter|regla general)|tips? for all|para tod[oa]s)(?![a-z])/;

/** Says something of everybody, not of the person spoken to: policies, prices, education. */
export const isGeneral = (text: string): boolean => everybody.test(text);

const condition =
  /(?<![a-z])(?<word>if|when|whenever|whether|once|unless|in case|should|whatever|wherever|whoever|whichever|si|cuando)\s(?:[a-z]{1,20}\s)?$/;

/**
 * True when the words just before a range make it a condition: "if your", "whenever you". Folding makes one word of the
 * Spanish "si" (if) and "sí" (yes): only with the context are they told apart.
 */
export function isConditional(text: string, span: Span, context?: RuleContext): boolean {
  const from = Math.max(0, span.start - 24);
  const match = condition.exec(text.slice(from, span.start));
  if (!match) return false;
  if (match.groups?.["word"] !== "si" || !context) return true;
  const start = from + match.index;
  const typed = context.folded.toOriginal({ start, end: start + 2 });
  return !/[i\u0131]\u0301|\u00ed/i.test(context.folded.original.slice(typed.start, typed.end + 1));
}

/** Whether a match speaks of what is or was, not of what may be. */
export const isActual: Keep = (span, text, context) => !isConditional(text, span, context);

/** As `isActual`, nor of everybody. */
export const isParticular: Keep = (span, text, context) =>
  isActual(span, text, context) && !isGeneral(sentenceAt(text, span));
