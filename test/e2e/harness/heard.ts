/** A page as it reaches somebody who hears it: what the browser's own accessibility tree has, in both browsers alike. */

export type HeardState =
  | "checked"
  | "collapsed"
  | "disabled"
  | "expanded"
  | "invalid"
  | "pressed"
  | "required"
  | "selected";

/** One thing of the tree. Texts are "" where there is none. */
export interface HeardNode {
  /** Of WAI-ARIA (https://www.w3.org/TR/wai-aria/); `text` for a run of text, "" for what has no role there. */
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly value: string;
  readonly states: readonly HeardState[];
}

export interface Heard {
  /** What has the focus; of a list or grid that says which of its rows is the active one, that row. */
  focus(): Promise<HeardNode>;
  /** The same, once it is another than at the last call; where it stays the same, after a second. */
  nextFocus(): Promise<HeardNode>;
  /** All there is, in the order in which it is read. */
  tree(): Promise<readonly HeardNode[]>;
  /** From now on, in this document, what is said without being asked for is kept. */
  listen(): Promise<void>;
  /** Texts of live regions since `listen`, each whole, each time that it changed. */
  said(): Promise<readonly string[]>;
}

/** What a browser calls otherwise than WAI-ARIA. */
const sameRoles: Readonly<Record<string, string>> = {
  Date: "group",
  DisclosureTriangle: "button",
  DescriptionListDetail: "definition",
  DescriptionListTerm: "term",
  InlineTextBox: "",
  RootWebArea: "document",
  "password text": "textbox",
  StaticText: "text",
  "text leaf": "text",
  summary: "button",
  sectionheader: "banner",
  sectionfooter: "contentinfo",
};

export const commonRole = (role: string): string => sameRoles[role] ?? role;

const spaces = /\s+/g;
export const plainText = (text: string | null | undefined): string =>
  (text ?? "").replaceAll(spaces, " ").trim();
