/**
 * Between the card and its part for pictures and films, which is a file of its own: the worker puts it into a frame when the first
 * picture is there. Content scripts of one extension in one frame share their global scope; the page's own is another one.
 */
import type { plural, t } from "../../platform/i18n.ts";
import type { Ask } from "../../platform/ask.ts";
import type { Draft } from "../../engine/model.ts";

/** What the card lends to it; it draws in the slot, in front of what is there. */
export interface MediaHost {
  readonly slot: HTMLElement;
  /** At the authorization. */
  readonly tick: HTMLInputElement;
  readonly ask: Ask["ask"];
  readonly t: typeof t;
  readonly plural: typeof plural;
  readonly draft: () => Draft | undefined;
  readonly isAttested: () => boolean;
  /** It is on record that somebody attests the authorization for what is attached now; or they take that back. */
  readonly attest: (isGiven: boolean) => void;
  readonly say: (words: string) => void;
  /** The card has become higher or lower. */
  readonly resized: () => void;
}

export interface MediaPart {
  /** Shows in the slot, unless it is hidden, what is known of the draft at hand; `files` were chosen, pasted or dropped since. */
  draw(files: readonly File[]): void;
  /** The tick was set or taken out by this event. */
  press(event: Event): void;
}

declare global {
  var replyGuardMedia: ((host: MediaHost) => MediaPart) | undefined;
}
