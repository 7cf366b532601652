import type { ComposerPattern } from "../../adapters/adapter.ts";
import { authorLimit, threadLimit as textLimit } from "../../contract/limits.ts";
import type { Thread } from "../../engine/model.ts";
import { closestAcross, containsAcross, parentAcross, rootOf } from "./closest-across.ts";
import type { Composer } from "./composer.ts";
import { authorInLabel, labelsOfBox } from "./label.ts";
import { textOf } from "./text-of.ts";

type Rules = NonNullable<ComposerPattern["thread"]>;

const handle = /^\s*@([\p{L}\p{N}._]{1,60})/u;

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Matches below `part` that are not inside something excepted, nor inside the box. */
function* within(part: Element, selector: string, rules: Rules, box: Element): Generator<Element> {
  const except = rules.except?.join(", ");
  for (const element of part.querySelectorAll(selector)) {
    if (box.contains(element)) continue;
    const barrier = except ? element.closest(except) : null;
    if (barrier && barrier !== part && part.contains(barrier)) continue;
    yield element;
  }
}

function labelled(part: Element): string {
  const id = part.getAttribute("aria-labelledby")?.split(/\s+/)[0];
  const label = id === undefined ? null : rootOf(part)?.getElementById(id);
  const name = label?.querySelector("a, strong") ?? label;
  return name ? textOf(name) : "";
}

function authorOf(part: Element, rules: Rules, box: Element): string {
  // A heading or a link is where names stand, whatever the text must not be read from.
  const anywhere = { ...rules, except: rules.except?.filter((selector) => selector.includes("article")) };
  for (const selector of rules.author) {
    if (selector === "@labelledby") {
      const name = labelled(part);
      if (name) return name;
      continue;
    }
    for (const element of within(part, selector, anywhere, box)) {
      const name = textOf(element);
      if (name) return name;
    }
  }
  return "";
}

function textIn(part: Element, rules: Rules, author: string, box: Element): string {
  for (const selector of rules.text) {
    const texts: string[] = [];
    for (const element of within(part, selector, rules, box)) {
      if (element.closest("a, button, [role='button']")) continue;
      const text = textOf(element);
      if (!text || same(text, author)) continue;
      if (!rules.pick || rules.pick === "first") return text;
      texts.push(text);
    }
    const picked =
      rules.pick === "last" ? texts.at(-1) : texts.reduce((a, b) => (b.length > a.length ? b : a), "");
    if (picked) return picked;
  }
  return "";
}

/** Where two trees meet (a box in a shadow root below the container), the host stands for what is inside. */
function precedes(row: Element, box: Element): boolean {
  let at = box;
  for (let root = at.getRootNode(); root instanceof ShadowRoot && root !== row.getRootNode();) {
    at = root.host;
    root = at.getRootNode();
  }
  return (row.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The row that the box answers: by the name in its own label, else the first one in the smallest part with rows. */
function answeredRow(
  composer: Composer,
  container: Element,
  rules: Rules,
): { row: Element | undefined; name: string } {
  const { box } = composer;
  const rows = rules.rows?.join(", ");
  if (rows === undefined) return { row: undefined, name: "" };
  const name = labelsOfBox(box)
    .flatMap((label) => (rules.labelTemplates ?? []).map((template) => authorInLabel(label, template)))
    .find(Boolean);
  if (name !== undefined) {
    const named = [...container.querySelectorAll(rows)].filter((row) =>
      same(authorOf(row, rules, box), name),
    );
    return { row: named.findLast((row) => precedes(row, box)) ?? named[0], name };
  }
  for (let at = parentAcross(box); at; at = parentAcross(at)) {
    if (at.matches(rows)) return { row: at, name: "" };
    const row = at.querySelector(rows);
    if (row) return { row, name: "" };
    if (at === container) break;
  }
  return { row: undefined, name: "" };
}

/** The row of the person whose `@handle` the draft begins with. */
function handleRow({ box }: Composer, container: Element, rules: Rules): Thread | undefined {
  if (!rules.handleRows) return undefined;
  const draft = box instanceof HTMLTextAreaElement ? box.value : box.textContent;
  const name = handle.exec(draft)?.[1]?.replace(/\.$/, "");
  if (name === undefined) return undefined;
  const links = rules.handleRows
    .map((selector) => selector.replaceAll("{handle}", CSS.escape(name)))
    .flatMap((selector) => [...container.querySelectorAll(selector)]);
  for (const link of links) {
    for (let at = link.parentElement; at && at !== container; at = at.parentElement) {
      const text = textIn(at, rules, name, box);
      if (text) return { author: name, text };
    }
  }
  return { author: name, text: "" };
}

function capped({ author, text }: Thread): Thread | null {
  const thread = { author: author.trim().slice(0, authorLimit), text: text.trim().slice(0, textLimit) };
  return thread.author || thread.text ? thread : null;
}

/** What the draft answers, as the page shows it now, or null where nothing is answered or nothing can be read. */
export function readThread(composer: Composer): Thread | null {
  const known = readKnown(composer);
  if (composer.overrides.length === 0) return known;
  const author = readNamed(composer, "author") || (known?.author ?? "");
  const text = readNamed(composer, "text") || (known?.text ?? "");
  return capped({ author, text });
}

/** The match that is nearest to the box: in the smallest part of the page around it that has one. */
function readNamed({ box, overrides }: Composer, part: "author" | "text"): string {
  const selectors = overrides.flatMap((one) => one[part]);
  for (let at = selectors.length > 0 ? parentAcross(box) : null; at; at = parentAcross(at)) {
    for (const selector of selectors) {
      for (const element of at.querySelectorAll(selector)) {
        const said = containsAcross(element, box) || box.contains(element) ? "" : textOf(element);
        if (said) return said;
      }
    }
  }
  return "";
}

function readKnown(composer: Composer): Thread | null {
  const rules = composer.pattern?.thread;
  if (!rules) return null;
  const { box } = composer;
  const container = rules.container
    .map((selector) => closestAcross(parentAcross(box), selector))
    .find((found) => found !== null);
  if (!container) return null;
  const byHandle = handleRow(composer, container, rules);
  if (byHandle) return capped(byHandle);
  const { row, name } = answeredRow(composer, container, rules);
  if (name && !row) return capped({ author: name, text: "" });
  const part = row ?? container;
  const author = authorOf(part, rules, box);
  return capped({ author: name || author, text: textIn(part, rules, author, box) });
}
