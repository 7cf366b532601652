/** The lines by which a site says that what follows is a reply of the owner's. */
import type { PastPattern } from "../../contract/look-back.ts";
import { closestOf, oneLine } from "./read-part.ts";
import { practiceIn } from "./whose.ts";

export interface Byline {
  readonly line: Element;
  /** What holds the reply together with what it answers. */
  readonly card: Element;
  /** As the line has it; "": it names none. */
  readonly practice: string;
  /** Whether a text is such a line itself. */
  isLine(text: string): boolean;
}

/** Longest such line, in UTF-16 units. */
const longest = 300;
const inline = new Set(["A", "B", "BDI", "EM", "I", "SPAN", "STRONG"]);

/** A line may stand in a few parts; what holds lines is none. Cheap: it is asked of every element of a page. */
export const isLineLike = (element: Element): boolean =>
  element.childElementCount <= 3 &&
  [...element.children].every((child) => child.childElementCount === 0 && inline.has(child.tagName));

/** One for each card: the first. */
export function bylinesIn(page: Document, { item, bylines = [], answers }: PastPattern): Iterable<Byline> {
  const found = new Map<Element, Byline>();
  const practiceOf = (text: string): string | undefined =>
    bylines.map((template) => practiceIn(text, template)).find((practice) => practice !== undefined);
  for (const line of page.querySelectorAll(item)) {
    if (!isLineLike(line)) continue;
    const text = oneLine(line.textContent);
    if (text === "" || text.length > longest) continue;
    const practice = practiceOf(text);
    const card = practice === undefined ? undefined : closestOf(line, answers?.container ?? []);
    if (practice === undefined || !card) continue;
    const known = found.get(card);
    // Of one inside another, the inner one is the line, and the outer one has more in it.
    if (!known || known.line.contains(line))
      found.set(card, { line, card, practice, isLine: (other) => practiceOf(oneLine(other)) !== undefined });
    else if (known.practice === "" && practice !== "") found.set(card, { ...known, practice });
  }
  return found.values();
}
