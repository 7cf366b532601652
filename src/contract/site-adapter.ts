/**
 * What we know of a site, as data. No function here: new behavior is a new field that `content/locate/` reads.
 * Structure and ARIA come first; labels, in whatever languages were seen, are hints; hashed classes are never used. What
 * each pattern rests on is in `adapters/evidence/`.
 */
import { z } from "./zod.ts";
import { site, surface } from "./draft.ts";

/** A key press by which the site sends. A modifier that is not named must be up; `any` does not matter. */
const chord = z.strictObject({
  key: z.literal("Enter"),
  ctrl: z.optional(z.union([z.boolean(), z.literal("any")])),
  meta: z.optional(z.union([z.boolean(), z.literal("any")])),
  shift: z.optional(z.union([z.boolean(), z.literal("any")])),
  alt: z.optional(z.union([z.boolean(), z.literal("any")])),
});

const attachments = z.strictObject({
  /** File inputs and previews inside the scope. */
  inputs: z.array(z.string()),
  previews: z.array(z.string()),
  /** The site posts nothing here without a picture or video, so there is one even where none is seen. */
  implied: z.optional(z.enum(["image", "video"])),
});

const composerPattern = z.strictObject({
  /** `site/kind`, unique. */
  id: z.string(),
  surface,
  /** Regular expression over `location.pathname + location.search`; left out: any path. */
  path: z.optional(z.string()),
  /** Hosts of this adapter to which the pattern is limited, by the same suffix rule as `hosts`. */
  hosts: z.optional(z.array(z.string())),
  /** CSS selector of the editing element itself: a textarea or the root of a contenteditable. */
  box: z.string(),
  /** CSS selectors of ancestors that must all exist / must not exist (`Element.closest`, across shadow roots). */
  within: z.optional(z.array(z.string())),
  outside: z.optional(z.array(z.string())),
  /**
   * Label hints, lower case, without trailing dots or ellipsis: matched as a prefix of aria-label, placeholder or
   * aria-placeholder. They choose between patterns whose structure is the same; alone they never make a composer.
   * `{author}` stands for the name of the person who is answered ("reply to {author}").
   */
  labels: z.optional(z.array(z.string())),
  /** A broad pattern: it holds only where a send control can be made out; otherwise the box stays unknown. */
  needsControl: z.optional(z.boolean()),
  /** `closest` selectors, tried in order: the part of the page that belongs to this box (send control, files). */
  scope: z.array(z.string()),
  send: z.strictObject({
    keys: z.array(chord),
    /** Selectors inside the scope. Each names candidates; where it leaves several, the labels choose if they can. */
    controls: z.array(z.string()),
    /** Label hints, lower case, exact: a control in the scope that bears one is a send control. */
    labels: z.array(z.string()),
    /** Where neither finds any: selectors of which the matches nearest to the box (fewest steps up) are taken. */
    nearest: z.optional(z.array(z.string())),
    /** Labels of the site's own second question ("Send anyway"), which may stand anywhere on the page. */
    confirm: z.optional(z.array(z.string())),
    /** `with-text`: exists only while the box has text. `optional`: some layouts have none. `none`: keys only. */
    presence: z.enum(["always", "with-text", "optional", "none"]),
    /** One gesture sends what is written in all boxes of the scope (the parts of a thread on X). */
    together: z.optional(z.literal(true)),
  }),
  attachments,
  thread: z.nullable(
    z.strictObject({
      /** `closest` selectors from the box, tried in order: what holds the thing being answered. */
      container: z.array(z.string()),
      /** Tried in order. `@labelledby`: the element that the container's `aria-labelledby` names. */
      author: z.array(z.string()),
      text: z.array(z.string()),
      /** Which match of a `text` selector is read; left out: the first. */
      pick: z.optional(z.enum(["first", "last", "longest"])),
      /** What lies inside one of these, below the container, is neither author nor text (nested comments). */
      except: z.optional(z.array(z.string())),
      /**
       * The box answers one of these inside the container. Templates of the box's own label, with `{author}` where
       * the name stands, say which; without a name it is the nearest.
       */
      rows: z.optional(z.array(z.string())),
      labelTemplates: z.optional(z.array(z.string())),
      /**
       * A draft that begins with `@handle` answers that person (Instagram): selectors of the author's link in a row,
       * with `{handle}`; the row is the smallest part of the container that holds the link and a text.
       */
      handleRows: z.optional(z.array(z.string())),
    }),
  ),
  /** Longest text that the site takes, in UTF-16 units; null: not known. */
  limit: z.nullable(z.int()),
});

export const adapter = z.strictObject({
  site,
  /** Equality or `.`-suffix, never a substring. */
  hosts: z.array(z.string()),
  /** The day on which somebody last compared this file with its evidence. */
  checked: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  /**
   * Not every box of this site is known: one that no pattern knows is guarded as well as can be, and card and popup say so.
   */
  further: z.optional(z.literal(true)),
  /** Tried in order; the first that matches wins. */
  composers: z.array(composerPattern),
  /** How a box that no pattern knows is guarded as well as can be, while the card says `not watching`. */
  unknown: z.strictObject({
    surface,
    keys: z.array(chord),
    scope: z.array(z.string()),
    controls: z.array(z.string()),
    labels: z.array(z.string()),
    attachments,
  }),
  /** Controls beside a box that do not send: by structure, and by label (lower case; a prefix). A send label wins. */
  notSend: z.strictObject({ controls: z.array(z.string()), labels: z.array(z.string()) }),
  /** Editable things that are not composers: search fields, filters, autosize clones. */
  ignore: z.array(z.string()),
});

export type Adapter = z.infer<typeof adapter>;
export type ComposerPattern = z.infer<typeof composerPattern>;
export type Chord = z.infer<typeof chord>;
