/** Reading one part of a page: what it says, who says it, and where its own link leads. */
import type { PastPattern } from "../../contract/look-back.ts";
import { hostMatches } from "../../adapters/host-matches.ts";
import { textOf } from "../locate/text-of.ts";
import { withoutEnd } from "./without-end.ts";

/** How far up the part around a mark is looked for. */
const climbLimit = 12;
const control = 'button, [role="button"], a[role="link"], input[type="button"], summary';

export const linksTo = "a[href]";
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
const isDate = (text: string): boolean =>
  text.length <= 24 && /^\D{0,14}\d{1,4}\D{1,10}\d{1,4}(\D{1,4}\d{2,4})?$/.test(text);

export interface Side {
  readonly after?: Element | undefined;
  readonly before?: Element | undefined;
}

function isOn({ after, before }: Side, element: Element): boolean {
  if (after && !(after.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) return false;
  if (before && !(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING)) return false;
  return !(after?.contains(element) || before?.contains(element) || (before && element.contains(before)));
}

/** Matches below `part` that are its own: not within what is excepted below it. */
export function* own(part: Element, selector: string, except: readonly string[]): Generator<Element> {
  const barriers = except.join(", ");
  for (const element of part.querySelectorAll(selector)) {
    const barrier = barriers === "" ? null : element.closest(barriers);
    if (barrier && barrier !== part && part.contains(barrier)) continue;
    yield element;
  }
}

/** Of what is excepted, what belongs to another comment. */
export const ofOthers = (except: readonly string[]): string[] =>
  except.filter((one) => one.includes("article"));

export interface TextRules {
  readonly text: readonly string[];
  readonly except: readonly string[];
  readonly pick: PastPattern["pick"] | "first";
}

/**
 * What a part says: of the first selector that says anything. `not`: lines that are none of it (who says it, the site's own).
 */
export function textIn(
  part: Element,
  { text: selectors, except, pick }: TextRules,
  side: Side = {},
  isOther: (text: string) => boolean = () => false,
): { readonly text: string; readonly element: Element } | undefined {
  for (const selector of selectors) {
    const found: { text: string; element: Element }[] = [];
    for (const element of own(part, selector, except)) {
      if (!isOn(side, element) || element.closest("a, button, [role='button']")) continue;
      // Of one inside another, the outer one has it all.
      if (found.at(-1)?.element.contains(element)) continue;
      const text = textOf(element);
      if (text === "" || isOther(text) || (side.after && isDate(text))) continue;
      found.push({ text, element });
      if (pick === "first") break;
    }
    const [first] = found;
    if (!first) continue;
    if (pick === "all") return { text: found.map(({ text }) => text).join("\n"), element: first.element };
    return found.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  }
  return undefined;
}

/** The date that stands beside a text, as the site writes it. */
export function dateIn(part: Element, side: Side): string {
  for (const element of part.querySelectorAll("time, p, span")) {
    if (!isOn(side, element)) continue;
    const text = oneLine(element.textContent);
    if (text !== "" && (element.tagName === "TIME" || isDate(text))) return text.slice(0, 60);
  }
  return "";
}

export interface Author {
  readonly name: string;
  /** First part of the path of the link on the name. */
  readonly handle: string;
}

export function authorIn(part: Element, selectors: readonly string[], except: readonly string[]): Author {
  for (const selector of selectors) {
    if (selector === "@labelledby") {
      const id = part.getAttribute("aria-labelledby")?.split(/\s+/)[0];
      const label = id === undefined ? null : part.ownerDocument.getElementById(id);
      const name = label?.querySelector("a, strong") ?? label;
      if (name && textOf(name) !== "") return { name: oneLine(textOf(name)), handle: handleOf(name) };
      continue;
    }
    // Where names stand, nothing else is left out.
    for (const element of own(part, selector, ofOthers(except))) {
      const name = oneLine(textOf(element));
      if (name !== "") return { name, handle: handleOf(element) };
    }
  }
  return { name: "", handle: "" };
}

function handleOf(element: Element): string {
  const link = element.closest(linksTo) ?? element.querySelector(linksTo);
  const path = link ? new URL(link.getAttribute("href") ?? "", "https://site.example").pathname : "";
  return path.split("/")[1] ?? "";
}

/** The item's own link, if it leads to the site itself. */
export function linkIn(
  part: Element,
  rules: PastPattern,
  at: URL,
  hosts: readonly string[],
): URL | undefined {
  for (const selector of rules.link) {
    const last = [...own(part, selector, ofOthers(rules.except))].at(-1);
    const link = last && (last.matches(linksTo) ? last : last.closest(linksTo));
    const href = link?.getAttribute("href") ?? "";
    const address = link && URL.canParse(href, at.href) ? new URL(href, at) : undefined;
    if (address?.protocol === "https:" && hosts.some((host) => hostMatches(address.hostname, host)))
      return address;
  }
  return undefined;
}

/** Names an item by its link: path, and what of the query names it. A site may count its comments anew for each post. */
export function keyOf(address: URL, params: readonly string[], without?: string): string {
  const named = params
    .filter((name) => name !== without)
    .flatMap((name) => {
      const value = address.searchParams.get(name);
      return value === null ? [] : [`${name}=${value}`];
    });
  const path = withoutEnd(address.pathname, "/");
  return named.length > 0 ? `${path}?${named.join("&")}` : path;
}

/** The smallest part of the page around a mark that has a text. */
export function climb(
  from: Element,
  rules: TextRules,
  side: Side,
  isOther: (text: string) => boolean,
): Element | undefined {
  for (let at = from.parentElement, step = 0; at && step < climbLimit; at = at.parentElement, step += 1)
    if (textIn(at, rules, side, isOther)) return at;
  return undefined;
}

export function closestOf(element: Element, selectors: readonly string[]): Element | undefined {
  for (const selector of selectors) {
    const found = element.closest(selector);
    if (found) return found;
  }
  return undefined;
}

/** Whether a control in this part has such a name. */
export function hasControl(part: Element, name: string, except: readonly string[] = []): boolean {
  const wanted = new RegExp(name, "u");
  for (const element of own(part, control, except)) {
    const label = element.getAttribute("aria-label") ?? element.textContent;
    if (label.length <= 200 && wanted.test(withoutEnd(oneLine(label), "…. ").toLowerCase())) return true;
  }
  return false;
}
