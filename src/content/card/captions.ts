/** What stands on the card whatever it is about, in the language of the moment. */
import type { MessageKey } from "../../platform/i18n.ts";
import { t } from "../../platform/i18n.ts";

export interface Captions {
  /** The message is the element's text. */
  readonly named: <E extends HTMLElement>(key: MessageKey, element: E) => E;
  /** The message is what a screen reader calls it. */
  readonly labelled: <E extends HTMLElement>(key: MessageKey, element: E) => E;
  /** Fills them in. Not before there is something to show: the first message that a page asks for makes the browser read a file. */
  say(): void;
  readonly keys: () => readonly MessageKey[];
}

export function createCaptions(): Captions {
  const all: { readonly key: MessageKey; readonly fill: (words: string) => void }[] = [];
  return {
    named(key, element) {
      all.push({ key, fill: (words) => (element.textContent = words) });
      return element;
    },
    labelled(key, element) {
      all.push({ key, fill: (words) => element.setAttribute("aria-label", words) });
      return element;
    },
    say() {
      for (const { key, fill } of all) fill(t(key));
    },
    keys: () => all.map(({ key }) => key),
  };
}
