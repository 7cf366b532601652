import type { Span } from "../../engine/rule.ts";
import { contenteditable } from "./contenteditable.ts";
import { textarea } from "./textarea.ts";

/** How text is read from, found in and put into one kind of box. Everything takes the node of the moment. */
export interface Editor {
  /** The draft as the site would send it: lines separated by "\n". */
  read(box: HTMLElement): string;
  /**
   * Replaces the whole draft, so that the site's own state follows, and reads it back.
   * @param current finds the box again after the site has replaced its node
   * @returns whether the box now holds exactly `text`
   */
  replace(current: () => HTMLElement | undefined, text: string): Promise<boolean>;
  /** Where spans of the draft stand on the page; empty where the text has no nodes of its own (a textarea). */
  ranges(box: HTMLElement, spans: readonly Span[]): Range[];
}

export const editors: Readonly<Record<"textarea" | "contenteditable", Editor>> = {
  textarea,
  contenteditable,
};
