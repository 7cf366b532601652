import { embeddedLimit } from "../../contract/limits.ts";
import type { MediaKind } from "../../contract/media-kind.ts";

/** What one file carries: kinds for the person and the record, texts for the check. Nothing of it outlives the page. */
export interface Carried {
  readonly kinds: readonly MediaKind[];
  readonly texts: readonly string[];
  /** False: it may carry more than could be read. */
  readonly isWhole: boolean;
}

/** Takes in what is found while a file is read. */
export interface Finds {
  add(kind: MediaKind): void;
  /** A text that stands in the file: blank ones count for nothing. */
  say(kind: MediaKind, text: string): void;
  /** A part that was there could not be read. */
  miss(): void;
  /** So many bytes are taken apart now. @throws where it is enough for one file */
  spend(bytes: number): void;
  /** Takes a part of the file apart after those that are waiting already: each in a task of its own, where they take long. */
  later(job: () => void | Promise<void>): void;
  /** In a long job: lets the page go on, if it has waited long enough. */
  pause(): Promise<void>;
  /** Does what is waiting, and what comes of it. */
  rest(): Promise<void>;
  result(): Carried;
}

/** Most texts of one file that go to the check. */
const mostTexts = 30;

/** Bytes of one file that are taken apart, over all that it is made of: more would be felt in the page. */
const mostSpent = 1_500_000;

/** Longest that is worked without a pause, in milliseconds: a page feels what takes 50. */
const mostMs = 12;

/** Control signs and what was no text in this encoding: what a person reads has letters or digits. */
const clean = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cs}\uFFFD]+/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

export function createFinds(now: () => number): Finds {
  const jobs: (() => void | Promise<void>)[] = [];
  let since = now();
  const kinds = new Set<MediaKind>();
  const texts = new Set<string>();
  let isWhole = true;
  let spent = 0;
  return {
    add: (kind) => void kinds.add(kind),
    say(kind, whole) {
      const text = whole.trim();
      const said = clean(text.slice(0, 4 * embeddedLimit));
      if (!/[\p{L}\p{N}]/u.test(said)) return;
      kinds.add(kind);
      const isTooLong = said.length > embeddedLimit || text.length > 4 * embeddedLimit;
      if (isTooLong || (texts.size >= mostTexts && !texts.has(said))) isWhole = false;
      if (texts.size < mostTexts) texts.add(said.slice(0, embeddedLimit));
    },
    miss() {
      isWhole = false;
    },
    spend(bytes) {
      spent += bytes;
      if (spent > mostSpent) throw new Error("enough was read");
    },
    later: (job) => void jobs.push(job),
    async pause() {
      if (now() - since < mostMs) return;
      await new Promise((resolve) => setTimeout(resolve));
      since = now();
    },
    async rest() {
      for (let job = jobs.shift(); job; job = jobs.shift()) {
        await this.pause();
        // What comes of it is done before the others, which may be too much.
        const others = jobs.splice(0);
        await job();
        jobs.push(...others);
      }
    },
    result: () => ({ kinds: [...kinds], texts: [...texts], isWhole }),
  };
}
