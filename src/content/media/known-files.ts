/** What is known of the files that were chosen in this page: until it is left, and of the last ones only. */
import type { MediaKind } from "../../contract/media-kind.ts";
import type { Attachment } from "../../engine/model.ts";
import type { Carried } from "./finds.ts";

/** `reading`: it is being looked at; `unseen`: it was not chosen here, and is known by its preview alone. */
export type Known = Carried | "reading" | "unseen";

export interface KnownFiles {
  add(files: readonly File[]): void;
  of(attachment: Attachment): Known;
}

/** What all of them say together. */
export interface Summary {
  readonly reading: number;
  readonly unseen: number;
  /** Files of which not everything could be read. */
  readonly unread: number;
  /** Files that carry something. */
  readonly carrying: number;
  readonly kinds: readonly MediaKind[];
  readonly texts: readonly string[];
}

const mostKnown = 200;

/** A page names at most so many letters of a file. */
const longestName = 500;

export function createKnownFiles(read: (file: File) => Promise<Carried>, changed: () => void): KnownFiles {
  const known = new Map<string, Carried | "reading">();
  // One after the other: a person who chooses fifty has one disk.
  let line: Promise<void> = Promise.resolve();

  /** Two files of one name are one to the card: what either carries counts. */
  function keep(name: string, carried: Carried): void {
    const before = known.get(name);
    const all = typeof before === "object" ? [before, carried] : [carried];
    known.delete(name);
    known.set(name, {
      kinds: [...new Set(all.flatMap(({ kinds }) => kinds))],
      texts: [...new Set(all.flatMap(({ texts }) => texts))],
      isWhole: all.every(({ isWhole }) => isWhole),
    });
    for (const oldest of known.keys()) {
      if (known.size <= mostKnown) break;
      known.delete(oldest);
    }
    changed();
  }

  return {
    add(files) {
      for (const file of files) {
        const name = file.name.slice(0, longestName);
        if (typeof known.get(name) !== "object") known.set(name, "reading");
        line = line.then(async () => keep(name, await read(file)));
      }
      changed();
    },
    of: ({ name }) => known.get(name) ?? "unseen",
  };
}

const order: readonly MediaKind[] = ["place", "time", "device", "person", "caption", "keywords", "preview"];

export function summaryOf(all: readonly Known[]): Summary {
  const read = all.filter((one) => typeof one === "object");
  const kinds = new Set(read.flatMap((one) => one.kinds));
  return {
    reading: all.filter((one) => one === "reading").length,
    unseen: all.filter((one) => one === "unseen").length,
    unread: read.filter(({ isWhole }) => !isWhole).length,
    carrying: read.filter((one) => one.kinds.length > 0).length,
    kinds: order.filter((kind) => kinds.has(kind)),
    texts: [...new Set(read.flatMap((one) => one.texts))],
  };
}

/** The words of a file's name, as one would write them: `maria_gomezBefore-2.jpg` names somebody. */
export const wordsOfName = (name: string): string =>
  name
    .replace(/\.[A-Za-z0-9]{2,5}$/, "")
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replaceAll(/[_+.-]+/g, " ")
    .trim();
