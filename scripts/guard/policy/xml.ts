/** Just enough XML 1.0: writing with escapes, and reading into a tree. */
import { Parser } from "saxen";
import { Problem } from "../problem.ts";

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

export const element = (
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly (Element | string)[] = [],
): Element => ({ name, attributes, children });

/** A reader makes one line feed of each end of a line, and a space of what breaks a line in an attribute: those are named. */
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\r", "&#13;");
const escapedValue = (text: string): string =>
  escaped(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");

/** Text stands on the line of its element; elements within elements each on their own, two spaces in. */
export function xmlText(root: Element, indent = ""): string {
  const attributes = Object.entries(root.attributes).map(
    ([name, value]) => ` ${name}="${escapedValue(value)}"`,
  );
  const open = `${indent}<${root.name}${attributes.join("")}`;
  if (root.children.length === 0) return `${open}/>\n`;
  if (root.children.every((child) => typeof child === "string"))
    return `${open}>${root.children.map(escaped).join("")}</${root.name}>\n`;
  const inside = root.children.map((child) =>
    typeof child === "string" ? `${indent}  ${escaped(child)}\n` : xmlText(child, `${indent}  `),
  );
  return `${open}>\n${inside.join("")}${indent}</${root.name}>\n`;
}

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (Element | string)[];
}

/** Throws a `Problem` that names `file`. Whitespace between elements is left out. */
export function readXml(text: string, file: string): Element {
  const top: Open = { name: "", attributes: {}, children: [] };
  const stack: Open[] = [top];
  const parser = new Parser();
  const add = (child: Element | string): void => void stack.at(-1)?.children.push(child);
  parser
    .on("openTag", (name, attributesOf, decode) => {
      const attributes = Object.entries(attributesOf()).map(([key, value]) => [key, decode(value)] as const);
      const open: Open = { name, attributes: Object.fromEntries(attributes), children: [] };
      add(open);
      stack.push(open);
    })
    .on("closeTag", () => void stack.pop())
    .on("text", (value, decode) => add(decode(value.replaceAll(/\r\n?/g, "\n"))))
    .on("cdata", (value) => add(value))
    .on("error", () => {
      throw new Problem(
        `${file}: this is not well-formed XML`,
        "Name the file that guard policy emit wrote.",
      );
    });
  parser.write(text);
  parser.end();
  const root = top.children.find((child) => typeof child !== "string");
  if (root === undefined || typeof root === "string" || stack.length !== 1)
    throw new Problem(`${file}: this is not XML`, "Name the file that guard policy emit wrote.");
  return root;
}

export const elementsOf = (parent: Element): Element[] =>
  parent.children.filter((child) => typeof child !== "string");
export const childOf = (parent: Element, name: string): Element | undefined =>
  elementsOf(parent).find((child) => child.name === name);
export const contentOf = (one: Element | undefined): string =>
  one === undefined ? "" : one.children.filter((child) => typeof child === "string").join("");
/** The first element of that name anywhere below. */
export function descendants(parent: Element, name: string): Element[] {
  return elementsOf(parent).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendants(child, name),
  ]);
}
