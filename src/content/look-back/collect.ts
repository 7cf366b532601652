/**
 * What of the practice's own is on a page: comments, replies and posts that were published. Reads and changes nothing. Only what is
 * visible counts; a part that cannot be read is counted, and what comes after a limit is told to be left out.
 */
import { hostMatches } from "../../adapters/host-matches.ts";
import type { CollectedFrame, CollectedItem, LookBackTask, PastPattern } from "../../contract/look-back.ts";
import { addressLimit, keyLimit, mostItems, mostReplies, mostText } from "../../contract/look-back-limits.ts";
import { authorLimit, draftLimit, threadLimit } from "../../contract/limits.ts";
import { isVisible as isShown } from "../locate/is-visible.ts";
import { createAnchors } from "./anchors.ts";
import type { Anchors } from "./anchors.ts";
import { bylinesIn } from "./bylines.ts";
import type { Byline } from "./bylines.ts";
import {
  authorIn,
  climb,
  dateIn,
  hasControl,
  keyOf,
  linkIn,
  ofOthers,
  oneLine,
  textIn,
} from "./read-part.ts";
import type { Author } from "./read-part.ts";
import { whoseIs } from "./whose.ts";

export interface Surroundings {
  /** Where the frame is, or the page around it that it inherits its site from. */
  readonly address: URL;
  readonly isVisible?: (element: Element) => boolean;
  /** Lets the page go on; resolves when it is our turn again. Asked after each few milliseconds of work. */
  readonly pause?: () => Promise<void>;
  readonly now?: () => number;
}

/**
 * Work in one go, and in all (milliseconds): the page is somebody's, and whoever asked is waiting. The rest is for what is made of
 * that which was read.
 */
const sliceMs = 25;
const mostMs = 1200;
const readingMs = 800;

interface Read {
  readonly part: Element;
  readonly pattern: PastPattern;
  readonly author: Author;
  readonly text: string;
  readonly textElement: Element;
  readonly link: URL | undefined;
  readonly byline: Byline | undefined;
  readonly isOwn: boolean;
}

export async function collect(
  page: Document,
  task: LookBackTask,
  { address, isVisible = isShown, pause = async () => {}, now = () => performance.now() }: Surroundings,
): Promise<CollectedFrame> {
  const site = task.sites.find(({ hosts }) => hosts.some((host) => hostMatches(address.hostname, host)));
  if (!site) return null;
  const { hosts } = site;
  const at = address.pathname + address.search;
  const patterns = site.patterns.filter(
    (one) =>
      (one.path === undefined || new RegExp(one.path).test(at)) &&
      (one.hosts?.some((host) => hostMatches(address.hostname, host)) ?? true),
  );
  const whose = whoseIs(task);
  const begun = now();
  let since = begun;
  const taken = new Set<Element>();
  const read: Read[] = [];
  let isCut = false;
  let unread = 0;
  let replies = 0;
  let length = 0;

  /** @returns whether there is time for one more */
  async function turn(ms: number): Promise<boolean> {
    const time = now();
    if (time - begun >= ms) return false;
    if (time - since >= sliceMs) {
      await pause();
      since = now();
    }
    return true;
  }

  function readOne(seed: Element, pattern: PastPattern, byline: Byline | undefined): void {
    const { text: selectors, except, pick } = pattern;
    const rules = { text: selectors, except, pick };
    const side = { after: byline?.line };
    const authorOf = (part: Element): Author => authorIn(part, pattern.author, except);
    const isOther = (part: Element) => {
      const { name } = authorOf(part);
      return (text: string) => (byline ? byline.isLine(text) : oneLine(text) === name);
    };
    const part = byline
      ? byline.card
      : pattern.climb
        ? climb(seed, rules, side, (text) => oneLine(text) === oneLine(seed.textContent))
        : seed;
    if (!part || taken.has(part) || !isVisible(part)) return;
    if (pattern.without !== undefined && part.querySelector(pattern.without)) return;
    const found = textIn(part, rules, side, isOther(part));
    if (!found) return;
    taken.add(part);
    const author = byline ? { name: byline.practice, handle: "" } : authorOf(part);
    const isOwn = byline
      ? byline.practice === ""
        ? isOwnPage(page, pattern, address, whose.isName)
        : whose.isName(byline.practice)
      : whose.isName(author.name) || whose.isHandle(author.handle);
    if (isOwn) {
      replies += 1;
      length += Math.min(found.text.length, draftLimit);
    }
    read.push({
      part,
      pattern,
      author,
      text: found.text,
      textElement: found.element,
      link: linkIn(part, pattern, address, hosts),
      byline,
      isOwn,
    });
  }

  for (const pattern of patterns) {
    const seeds = pattern.bylines ? bylinesIn(page, pattern) : page.querySelectorAll(pattern.item);
    for (const one of seeds) {
      const isFull = read.length >= mostItems || replies > mostReplies || length > mostText;
      if (isFull || !(await turn(readingMs))) {
        isCut = true;
        break;
      }
      try {
        if ("line" in one) readOne(one.line, pattern, one);
        else readOne(one, pattern, undefined);
      } catch {
        // A page may put anything in the place of an element's own methods.
        unread += 1;
      }
    }
  }

  const anchors = createAnchors(page, address, isVisible);
  const items: CollectedItem[] = [];
  [replies, length] = [0, 0];
  for (const one of read) {
    if (!(await turn(mostMs))) {
      isCut = true;
      break;
    }
    try {
      const item = itemOf(one, read, anchors, address);
      if (item.own) {
        replies += 1;
        length += item.own.text.length;
        isCut ||= replies > mostReplies || length > mostText;
        if (replies > mostReplies || length > mostText) break;
      }
      items.push(item);
    } catch {
      unread += 1;
    }
  }
  // What was not looked at may be there as well as not.
  const isAll = !isCut && unread === 0;
  return {
    site: site.site,
    page: (address.origin + address.pathname).slice(0, addressLimit),
    items,
    anchors: isAll ? anchors.all(patterns, read).slice(0, 2 * mostItems) : [],
    isCut,
    unread,
  };
}

function isOwnPage(
  page: Document,
  { ownPage }: PastPattern,
  { hostname }: URL,
  isName: (name: string) => boolean,
): boolean {
  if (!ownPage) return false;
  if (ownPage.hosts.some((host) => hostMatches(hostname, host))) return true;
  return ownPage.title.some((selector) =>
    [...page.querySelectorAll(selector)].some((one) => isName(one.textContent)),
  );
}

const handle = /^\s*@([\p{L}\p{N}._]{1,60})/u;

function itemOf(one: Read, all: readonly Read[], anchors: Anchors, address: URL): CollectedItem {
  const { pattern, link, part, author, text } = one;
  const pageKey = keyOf(address, []);
  const key = link ? keyOf(link, pattern.linkParams) : pattern.answers === null ? pageKey : "";
  const parent = parentOf(one, all);
  const held = anchors.of(one);
  const anchor = (parent?.key ?? held?.key ?? "").slice(0, keyLimit);
  if (!one.isOwn) return { key: key.slice(0, keyLimit), anchor, own: null };
  const answered = parent?.read ?? named(one, all) ?? held;
  const isTooLong = text.length > draftLimit;
  const shown = new URL(link ?? address);
  shown.hash = "";
  return {
    key: key.slice(0, keyLimit),
    anchor,
    own: {
      surface: pattern.surface,
      text: isTooLong ? "" : text,
      isTooLong,
      isCut: hasControl(one.textElement.parentElement ?? part, pattern.rest, ofOthers(pattern.except)),
      author: author.name.slice(0, authorLimit),
      date: dateOf(one),
      link: shown.href.length <= addressLimit ? shown.href : null,
      isSingle: pattern.answers?.single === true,
      thread: answered
        ? {
            author: ("name" in answered ? answered.name : answered.author.name).slice(0, authorLimit),
            text: answered.text.slice(0, threadLimit),
          }
        : null,
    },
  };
}

function dateOf({ part, byline, link, pattern }: Read): string {
  const date = dateIn(part, { after: byline?.line });
  if (date !== "" || !link) return date;
  const shown = [...part.querySelectorAll(pattern.link.join(", "))].at(-1);
  return oneLine(shown?.textContent ?? "").slice(0, 60);
}

/** Of a reply whose link names what it answers. */
function parentOf(
  { pattern, link }: Read,
  all: readonly Read[],
): { key: string; read: Read | undefined } | undefined {
  const { replyParam, linkParams } = pattern;
  if (replyParam === undefined || !link?.searchParams.has(replyParam)) return undefined;
  const key = keyOf(link, linkParams, replyParam);
  return { key, read: all.find((other) => other.link && keyOf(other.link, linkParams) === key) };
}

/** The last one before it by the person whose handle the text begins with. */
function named(one: Read, all: readonly Read[]): Read | undefined {
  const name = one.pattern.byHandle ? handle.exec(one.text)?.[1]?.toLowerCase() : undefined;
  if (name === undefined) return undefined;
  return all.slice(0, all.indexOf(one)).findLast(({ author }) => author.handle.toLowerCase() === name);
}
