/** What can be answered on a page, and whether all replies to it are shown: only then is one that is missing gone. */
import type { PastPattern } from "../../contract/look-back.ts";
import { keyLimit } from "../../contract/look-back-limits.ts";
import { authorIn, climb, closestOf, hasControl, keyOf, oneLine, textIn } from "./read-part.ts";
import { isLineLike } from "./bylines.ts";
import { practiceIn } from "./whose.ts";

/** Enough of a text to tell it from others. */
const keyedText = keyLimit - 600;

export interface Answered {
  readonly key: string;
  readonly name: string;
  readonly text: string;
}

interface Item {
  readonly part: Element;
  readonly pattern: PastPattern;
  readonly link: URL | undefined;
}

export interface Anchors {
  /** What an item answers, as far as it stands around it. */
  of(item: Item): Answered | undefined;
  all(patterns: readonly PastPattern[], items: readonly Item[]): { key: string; isWhole: boolean }[];
}

export function createAnchors(
  page: Document,
  address: URL,
  isVisible: (element: Element) => boolean,
): Anchors {
  const known = new Map<Element, Answered | undefined>();
  const whole = new Map<Element, boolean>();

  function read(seed: Element, { answers, bylines = [] }: PastPattern, link?: URL): Answered | undefined {
    if (!answers) return undefined;
    const { text, except, author, path } = answers;
    const pick = answers.climb ? ("longest" as const) : ("first" as const);
    const isLine = (one: string): boolean =>
      bylines.some((template) => practiceIn(oneLine(one), template) !== undefined);
    // What stands below the site's line is the reply.
    const card = answers.climb ? closestOf(seed, answers.container) : undefined;
    const before = card && lineIn(card, isLine);
    const rules = { text, except, pick };
    const part = answers.climb ? climb(seed, rules, { before }, isLine) : seed;
    if (!part) return undefined;
    const { name } = authorIn(part, author, except);
    const found = textIn(part, rules, { before }, (one) => isLine(one) || oneLine(one) === name);
    const named = path === undefined ? undefined : pathKey(path, link);
    if (path !== undefined && named === undefined) return undefined;
    if (named === undefined && !found) return undefined;
    const key = named ?? `${name.slice(0, 500)}\n${(found?.text ?? "").slice(0, keyedText)}`;
    return { key, name, text: found?.text ?? "" };
  }

  const pathKey = (path: string, link?: URL): string | undefined =>
    new RegExp(path).exec(keyOf(link ?? address, []))?.[0] ?? new RegExp(path).exec(address.pathname)?.[0];

  function answeredAt(seed: Element, pattern: PastPattern, link?: URL): Answered | undefined {
    if (!known.has(seed)) known.set(seed, read(seed, pattern, link));
    return known.get(seed);
  }

  function isWhole(part: Element, { repliesIn, more }: PastPattern): boolean {
    const around = closestOf(part, repliesIn) ?? part;
    const seen = whole.get(around) ?? !hasControl(around, more);
    whole.set(around, seen);
    return seen;
  }

  return {
    of({ part, pattern, link }) {
      const { answers } = pattern;
      const held = answers && closestOf(part, answers.container);
      if (!held) return undefined;
      const seed =
        answers.path !== undefined || held.matches(answers.seed) ? held : held.querySelector(answers.seed);
      return seed ? answeredAt(seed, pattern, link) : undefined;
    },
    all(patterns, items) {
      const found = new Map<string, boolean>();
      const add = (key: string, isAll: boolean): void =>
        void found.set(key, isAll && (found.get(key) ?? true));
      for (const pattern of patterns) {
        if (!pattern.answers) continue;
        for (const seed of page.querySelectorAll(pattern.answers.seed)) {
          if (!isVisible(seed)) continue;
          try {
            const answered = answeredAt(seed, pattern);
            if (answered) add(answered.key.slice(0, keyLimit), isWhole(seed, pattern));
          } catch {
            // Then nothing is said of what answers it.
          }
        }
      }
      for (const { part, pattern, link } of items) {
        if (pattern.replyParam !== undefined && link && !link.searchParams.has(pattern.replyParam))
          add(keyOf(link, pattern.linkParams).slice(0, keyLimit), isWhole(part, pattern));
      }
      return [...found].map(([key, isAll]) => ({ key, isWhole: isAll }));
    },
  };
}

function lineIn(card: Element, isLine: (text: string) => boolean): Element | undefined {
  for (const element of card.querySelectorAll("p, span, h3, h4, h5, strong, div")) {
    if (isLineLike(element) && element.textContent.length <= 300 && isLine(element.textContent))
      return element;
  }
  return undefined;
}
