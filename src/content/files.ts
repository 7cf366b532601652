/**
 * Remembers pictures and videos that were chosen, pasted or dropped: sites empty the file input at once and show the
 * preview later, or never in a way we know. A file counts until its draft was sent or its preview is gone.
 */
import type { Attachment } from "../engine/model.ts";

export interface Files {
  /** @param composer the box's name, as in `Observed` */
  add(composer: string, files: Iterable<File>): void;
  /** What is attached: remembered files, and what the page shows beyond them. */
  merge(composer: string, shown: readonly Attachment[]): readonly Attachment[];
  /** The draft was let go; once its box is empty, its files are gone too. */
  sent(composer: string): void;
  emptied(composer: string): void;
}

interface Kept {
  readonly files: Attachment[];
  /** By size and name: what is pasted has one name for all, and a site may hand on the same file, with another date. */
  readonly known: Set<string>;
  /** Previews seen so far: when they fall to none, the person took the picture out again. */
  shownBefore: number;
  isSent: boolean;
}

/** Of a phone's picture not every computer knows the type: then its name says it. */
const picture = /^image\/|\.(hei[cf]|avif|tiff?|dng)$/i;
const film = /^video\/|\.(mov|m4v|mp4|3gp|mkv)$/i;
const kindOf = (told: string): Attachment["kind"] | undefined =>
  picture.test(told) ? "image" : film.test(told) ? "video" : undefined;

export function createFiles(): Files {
  const kept = new Map<string, Kept>();
  return {
    add(composer, files) {
      const entry = kept.get(composer) ?? { files: [], known: new Set(), shownBefore: 0, isSent: false };
      for (const { name, type, size } of files) {
        const kind = kindOf(type || name);
        const file = `${size} ${name}`;
        if (kind && !entry.known.has(file)) entry.files.push({ kind, name: name.slice(0, 500) });
        entry.known.add(file);
      }
      if (entry.files.length > 0) kept.set(composer, { ...entry, isSent: false });
    },

    merge(composer, shown) {
      const entry = kept.get(composer);
      if (!entry) return shown;
      if (entry.shownBefore > 0 && shown.length === 0) {
        kept.delete(composer);
        return shown;
      }
      entry.shownBefore = Math.max(entry.shownBefore, shown.length);
      const named = shown.filter(
        ({ name }) => name !== "" && !entry.files.some((file) => file.name === name),
      );
      // Previews without a name are most likely the files we know; only more of them than that are news.
      const nameless = shown.filter(({ name }) => name === "").slice(entry.files.length);
      return [...entry.files, ...named, ...nameless];
    },

    sent(composer) {
      const entry = kept.get(composer);
      if (entry) entry.isSent = true;
    },

    emptied(composer) {
      if (kept.get(composer)?.isSent) kept.delete(composer);
    },
  };
}
