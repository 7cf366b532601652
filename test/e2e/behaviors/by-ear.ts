/** What somebody does who neither sees the page nor has a pointer: they press keys, and hear. */
import { expect } from "vitest";
import type { PageHandle } from "../harness/driver.ts";
import type { HeardNode } from "../harness/heard.ts";
import { poll } from "../harness/wait.ts";

/** What can be done something with; whatever else has the focus says nothing of what a key would do. */
const controls: ReadonlySet<string> = new Set([
  "button",
  "checkbox",
  "combobox",
  "grid",
  "gridcell",
  "link",
  "listbox",
  "option",
  "radio",
  "row",
  "searchbox",
  "slider",
  "spinbutton",
  "switch",
  "tab",
  "textbox",
]);

/** A table that is wider than its place can be moved by keys, and a heading is told when what it heads has come. */
const places: ReadonlySet<string> = new Set(["document", "group", "heading", "region"]);

const said = ({ role, name }: HeardNode): string => `${role} "${name}"`;

export const isNamed = ({ role, name }: HeardNode): boolean =>
  (controls.has(role) && name !== "") || (places.has(role) && (name !== "" || role === "document"));

export function matches(node: HeardNode, role: string, name: string | RegExp): boolean {
  return node.role === role && (typeof name === "string" ? node.name === name : name.test(node.name));
}

export interface Reach {
  readonly by?: "Tab" | "Shift+Tab";
  /** Of stops on the way. */
  readonly most?: number;
  /** Told by what stands beside it, where several have one name. */
  readonly about?: string | RegExp;
}

/** By Tab, until it has the focus and is heard; all on the way is heard as well, and has to say what it is. */
export async function reach(
  page: PageHandle,
  role: string,
  name: string | RegExp,
  { by = "Tab", most = 80, about = "" }: Reach = {},
): Promise<HeardNode> {
  const onTheWay: string[] = [];
  const isIt = (node: HeardNode): boolean =>
    matches(node, role, name) &&
    (typeof about === "string" ? node.description.includes(about) : about.test(node.description));
  for (let stop = 0; stop <= most; stop += 1) {
    const node = await page.heard.focus();
    if (isIt(node)) return node;
    if (stop > 0) {
      if (!isNamed(node))
        throw new Error(`${said(node)} has the focus after ${onTheWay.at(-1) ?? "nothing"}`);
      onTheWay.push(said(node));
    }
    await page.press(by);
    await page.heard.nextFocus();
  }
  throw new Error(`no ${role} ${String(name)} by ${by}; on the way were ${onTheWay.join(", ")}`);
}

/** The focus comes to it without a key, as after something has been done. */
export async function comesTo(page: PageHandle, role: string, name: string | RegExp): Promise<HeardNode> {
  let last: HeardNode | undefined;
  const found = await poll(async () => {
    last = await page.heard.focus().catch(() => undefined);
    return last && matches(last, role, name) ? last : undefined;
  });
  if (!found) throw new Error(`waited for ${role} ${String(name)}; the focus was on ${last && said(last)}`);
  return found;
}

/** It is said without being asked for. */
export async function isTold(page: PageHandle, words: string | RegExp): Promise<string> {
  let last: readonly string[] = [];
  const found = await poll(async () => {
    last = await page.heard.said();
    return last.find((one) => (typeof words === "string" ? one.includes(words) : words.test(one)));
  });
  if (found === undefined) throw new Error(`waited to hear ${String(words)}; said was ${last.join(" | ")}`);
  return found;
}

/** It is there to be read. */
export async function canBeRead(page: PageHandle, role: string, name: string | RegExp): Promise<HeardNode> {
  const found = await poll(async () => (await page.heard.tree()).find((node) => matches(node, role, name)));
  if (!found) throw new Error(`no ${role} ${String(name)} to be read`);
  return found;
}

/** What a field says of what is wrong with it, once it is that which has the focus. */
export async function isRefused(page: PageHandle, role: string, name: string, words: string): Promise<void> {
  let last: HeardNode | undefined;
  const found = await poll(async () => {
    last = await page.heard.focus();
    const isSaid = last.states.includes("invalid") && last.description.includes(words);
    return (matches(last, role, name) && isSaid) || undefined;
  });
  expect(found, `${name} is wrong for: ${words}; heard was ${JSON.stringify(last)}`).toBe(true);
}
