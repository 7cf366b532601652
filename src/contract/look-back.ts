/**
 * Looking back: what the practice has published, checked as drafts are. The channels of the page that shows it, and what the script
 * is told and tells that reads a site's page for it.
 */
import { finding, site, surface, thread } from "./draft.ts";
import { authorLimit, draftLimit } from "./limits.ts";
import { addressLimit, batchReplies, dateLimit, keyLimit, mostItems } from "./look-back-limits.ts";
import { count, token } from "./record-fields.ts";
import { z } from "./zod.ts";

const selectors = z.array(z.string());

/** What one comment, reply or post of somebody's looks like on a page. Selectors are CSS, tried in order. */
export const pastPattern = z.strictObject({
  /** `site/past-kind`, unique. */
  id: z.string(),
  surface,
  /** As in the patterns of composers. */
  hosts: z.optional(z.array(z.string())),
  path: z.optional(z.string()),
  /**
   * One of them each; with `climb` a part of one, which is then the smallest part of the page around it that has a text and does
   * not hold any of `without`.
   */
  item: z.string(),
  climb: z.optional(z.literal(true)),
  without: z.optional(z.string()),
  /**
   * Instead of by what `item` matches alone: by a line of the site's, below which the reply stands, in the same part as what it
   * answers. What that line says, lower case, with `{person}` and `{practice}` for names. The text is what follows it there.
   */
  bylines: z.optional(z.array(z.string())),
  /** Where a line that names no practice stands below reviews of this practice alone: on these hosts, or under this title. */
  ownPage: z.optional(z.strictObject({ hosts: z.array(z.string()), title: selectors })),
  /** `@labelledby`: what the item's `aria-labelledby` names. A link's first path segment is taken for the handle. */
  author: selectors,
  text: selectors,
  /** `all`: every match of a selector is part of the text. */
  pick: z.enum(["all", "longest"]),
  /** What lies inside one of these, below the item, is none of its own. */
  except: selectors,
  /** Links to the item itself; of several the last is taken. */
  link: selectors,
  /** Parts of the link's query that name the item, together with its path. */
  linkParams: z.array(z.string()),
  /** A link with this in its query answers the item whose link is the same without. */
  replyParam: z.optional(z.string()),
  /** A text that begins with `@handle` answers the last item before it by that person. */
  byHandle: z.optional(z.literal(true)),
  /** What holds the thing that is answered; null: nothing is. */
  answers: z.nullable(
    z.strictObject({
      container: selectors,
      /** Each such thing has one: what it is told by; with `climb`, it is the smallest part around with a text. */
      seed: z.string(),
      climb: z.optional(z.literal(true)),
      author: selectors,
      text: selectors,
      except: selectors,
      /** Its name in the path of the item's link or of the page; left out: it is known by its author and text. */
      path: z.optional(z.string()),
      /** There is one reply of the practice to it at most. */
      single: z.optional(z.literal(true)),
    }),
  ),
  /** Closest part around a thing that is answered in which the replies to it stand. */
  repliesIn: selectors,
  /** Name of a control that shows more replies, and of one that shows the rest of a text: regular expressions, lower case. */
  more: z.string(),
  rest: z.string(),
});
export type PastPattern = z.infer<typeof pastPattern>;

export interface PastSite {
  readonly site: z.infer<typeof site>;
  /** By the suffix rule of adapters. */
  readonly hosts: readonly string[];
  readonly patterns: readonly PastPattern[];
}

/** What the script is told: JSON. */
export interface LookBackTask {
  readonly sites: readonly PastSite[];
  /** Names and handles of the practice, as its profile has them. */
  readonly names: readonly string[];
  readonly handles: readonly string[];
}

/** A page of ours offers it to be opened: a page's process must not choose where else that leads. */
const link = z.nullable(
  z.string().check(
    z.maxLength(addressLimit),
    z.refine((text) => URL.canParse(text) && new URL(text).protocol === "https:"),
  ),
);

/** A comment, reply or post on the page. What is not the practice's own has a key alone, which tells that it is there. */
const collectedItem = z.strictObject({
  /** Name of the item by its link; "": it has none. */
  key: z.string().check(z.maxLength(keyLimit)),
  /** Name of what it answers; "": nothing, or not to be told. */
  anchor: z.string().check(z.maxLength(keyLimit)),
  own: z.nullable(
    z.strictObject({
      surface,
      /** Whole, or "" where it is longer than a draft may be. */
      text: z.string().check(z.maxLength(draftLimit)),
      isTooLong: z.boolean(),
      /** The page shows its beginning only. */
      isCut: z.boolean(),
      author: z.string().check(z.maxLength(authorLimit)),
      /** As the site writes it. */
      date: z.string().check(z.maxLength(dateLimit)),
      /** Of the site. */
      link,
      isSingle: z.boolean(),
      thread,
    }),
  ),
});

/** What the script tells of one frame; null: it is on none of the sites. A page is not to be trusted with its form. */
export const collectedFrame = z.nullable(
  z.strictObject({
    site,
    /** Origin and path. */
    page: z.string().check(z.maxLength(addressLimit)),
    items: z.array(collectedItem).check(z.maxLength(mostItems)),
    /** What can be answered and is on the page; `isWhole`: with all of its replies. None where not all was looked at. */
    anchors: z
      .array(z.strictObject({ key: z.string().check(z.maxLength(keyLimit)), isWhole: z.boolean() }))
      .check(z.maxLength(2 * mostItems)),
    /** There is more on the page than was looked at. */
    isCut: z.boolean(),
    /** So many could not be read. */
    unread: count,
  }),
);
export type CollectedFrame = z.infer<typeof collectedFrame>;
export type CollectedItem = z.infer<typeof collectedItem>;

/** One reply of the practice's, for the page that shows it. Its text is kept nowhere. */
export const pastReply = z.strictObject({
  site,
  surface,
  text: z.string().check(z.maxLength(draftLimit)),
  isTooLong: z.boolean(),
  isCut: z.boolean(),
  author: z.string().check(z.maxLength(authorLimit)),
  date: z.string().check(z.maxLength(dateLimit)),
  link,
  thread,
  /** Keyed digests: of where it stands, of what it answers, and of the page. */
  place: token,
  anchor: z.nullable(token),
  page: token,
});
export type PastReply = z.infer<typeof pastReply>;

/** What the check says of one of them. */
export const pastChecked = z.strictObject({
  verdict: z.enum(["allow", "warn", "block"]),
  findings: z.array(z.extend(finding, { quote: z.string() })),
  alternatives: z.array(z.string()),
  /** `failed`: it should be, and could not be written. */
  record: z.enum(["none", "standing", "edited", "failed"]),
});
export type PastChecked = z.infer<typeof pastChecked>;

const lookedBack = z.strictObject({
  /**
   * `no-tab`: the tab is closed, or the browser does not let us see it; `no-site`: it shows none of the sites on which replies can
   * be found; `no-practice`: the profile has no name or handle to know them by.
   */
  problem: z.nullable(z.enum(["no-tab", "no-site", "no-practice"])),
  replies: z.array(pastReply),
  /** Comments and posts of others that are on the page. */
  others: count,
  isCut: z.boolean(),
  unread: count,
  /** Replies that were found here before and are gone, which is on record; `goneFailed`: it could not be written. */
  gone: z.array(z.strictObject({ site, surface })),
  goneFailed: count,
  /** Replies that were found on this page before, of which the page does not show now whether they are there. */
  unseen: count,
  /** These are not looked for, by the policy. */
  surfacesOff: z.array(surface),
});
export type LookedBack = z.infer<typeof lookedBack>;

/** page → worker */
export const lookBackChannels = {
  /** What of the practice's own is on the page in this tab. What is gone since the last time is put on record. */
  "look-back.collect": {
    from: "page",
    request: z.strictObject({ tabId: z.int() }),
    response: lookedBack,
  },
  /**
   * The check, as for drafts, but for a `monitor` of the policy. What is found is put on record once for each reply; that one which
   * was found before was edited, and passes now, too.
   */
  "look-back.check": {
    from: "page",
    request: z.strictObject({ replies: z.array(pastReply).check(z.maxLength(batchReplies)) }),
    response: z.strictObject({ checked: z.array(pastChecked) }),
  },
} as const;
