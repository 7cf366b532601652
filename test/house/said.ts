/** What a source says to a person in words of its own, told apart from what only the browser or a programmer reads. */
import { parseSync } from "vite";

interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

const childrenOf = (node: Node): [string, Node][] =>
  Object.entries(node).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).filter(isNode).map((child): [string, Node] => [name, child]),
  );

const parse = (path: string, source: string): Node => {
  const { program, errors } = parseSync(path, source);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  return program as unknown as Node;
};

/** Selectors, a sheet, and what the browser calls a key. */
const isForBrowser = (text: string): boolean =>
  /\[[a-z-]+[=\]]|[{}]/.test(text) || ["Enter", "Escape", "Tab", "Home", "End"].includes(text);
/** Two words, or one with a capital: nothing else that stands in code looks like that. */
const isSaid = (text: string): boolean =>
  !isForBrowser(text) && /\p{L}{2,}\S* \p{L}|^ ?\p{Lu}\p{Ll}{2,}[.:…]? ?$/u.test(text);
/** A part between two values of a template. */
const isSaidPart = (text: string): boolean =>
  isSaid(text) || (!isForBrowser(text) && /^ \p{L}{3,}|\p{L}{3,}:? $/u.test(text));

/** Attributes and settings whose values are lists of names for the browser. */
const names = new Set([
  "class",
  "aria-describedby",
  "aria-labelledby",
  "d",
  "viewBox",
  "style",
  "accept",
  "rel",
]);
/** Calls that take selectors. */
const selecting = new Set(["querySelector", "querySelectorAll", "closest", "matches"]);

const nameOf = (node: unknown): string => {
  if (!isNode(node)) return "";
  if (node.type === "Identifier") return String(node["name"]);
  if (node.type === "Literal") return String(node["value"]);
  return node.type === "MemberExpression" ? nameOf(node["property"]) : "";
};

/** No person reads what is in it. */
function isUnread(node: Node): boolean {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportAllDeclaration":
    case "ImportExpression":
    case "TSLiteralType":
    case "TSTypeReference":
      return true;
    case "BinaryExpression":
      return /[=<>]/.test(String(node["operator"]));
    case "NewExpression":
      return nameOf(node["callee"]).endsWith("Error") || nameOf(node["callee"]) === "Set";
    case "CallExpression":
      return selecting.has(nameOf(node["callee"]));
    case "Property":
      return names.has(nameOf(node["key"]));
    default:
      return false;
  }
}

function visitRead(path: string, source: string, see: (node: Node) => void): void {
  const visit = (node: Node): void => {
    if (isUnread(node)) return;
    see(node);
    for (const [name, child] of childrenOf(node))
      if (node.type !== "SwitchCase" || name !== "test") visit(child);
  };
  visit(parse(path, source));
}

/** As they are written: an escape in what is said is one that a person types. */
const partsOf = (template: Node): string[] =>
  (template["quasis"] as { value: { raw: string } }[]).map(({ value }) => value.raw);

/** Texts of the code at `path` that a person would read, in their order; of templates, their parts. */
export function saidInCode(path: string, source: string): string[] {
  const said: string[] = [];
  visitRead(path, source, (node) => {
    if (node.type === "Literal" && typeof node["value"] === "string" && isSaid(node["value"]))
      said.push(node["value"]);
    if (node.type === "TemplateLiteral") said.push(...partsOf(node).filter(isSaidPart));
  });
  return said;
}

/** The same as whole sentences: `$1` to `$9` are the values of a template. */
export function sentencesIn(path: string, source: string): string[] {
  const said: string[] = [];
  visitRead(path, source, (node) => {
    if (node.type === "Literal" && typeof node["value"] === "string" && isSaid(node["value"]))
      said.push(node["value"].trim());
    if (node.type !== "TemplateLiteral" || !partsOf(node).some(isSaidPart)) return;
    said.push(
      partsOf(node)
        .map((part, at) => (at === 0 ? part : `$${at}${part}`))
        .join("")
        .trim(),
    );
  });
  return said;
}

/** The texts of a page, and the attributes that are read out, which do not come from a catalog. */
export function saidInHtml(html: string): string[] {
  const plain = html.replaceAll(/<!--.*?-->|<(script|style)\b.*?<\/\1>/gs, "");
  return [...plain.matchAll(/>([^<>]+)<|\b(?:aria-label|placeholder|title|alt)="([^"]+)"/g)]
    .map(([, text, attribute]) => (text ?? attribute ?? "").replaceAll(/\s+/g, " ").trim())
    .filter((text) => /\p{L}/u.test(text) && text !== "ReplyGuard");
}

export interface Said {
  readonly text?: string;
  /** Of a template: what it can become. */
  readonly pattern?: RegExp;
}

/** Every string of a source, every name after a dot, and every template as what it may become. */
export function literalsIn(path: string, source: string): Said[] {
  const found: Said[] = [];
  const visit = (node: Node): void => {
    if (node.type === "Literal" && typeof node["value"] === "string") found.push({ text: node["value"] });
    if (node.type === "MemberExpression") found.push({ text: nameOf(node["property"]) });
    if (node.type === "TemplateLiteral") {
      const parts = partsOf(node);
      // One that begins with a value could become anything.
      if (/^[a-z]+_/.test(parts[0] ?? ""))
        found.push({ pattern: new RegExp(`^${parts.join("[a-z0-9_]+")}$`) });
    }
    for (const [, child] of childrenOf(node)) visit(child);
  };
  visit(parse(path, source));
  return found;
}

export interface MessageCall {
  readonly key: string;
  readonly values: number;
  /** It is made while the module loads, when nobody knows the language yet. */
  readonly isAtLoad: boolean;
}

/** Calls of `t("KEY", …)` and `plural("KEY", …)`, with how many values they put in; those of a key that is worked out are left out. */
export function messageCallsIn(path: string, source: string): MessageCall[] {
  const found: MessageCall[] = [];
  const visit = (node: Node, isAtLoad: boolean): void => {
    const [first, ...values] = node.type === "CallExpression" ? (node["arguments"] as Node[]) : [];
    const isOne =
      isNode(first) && first.type === "Literal" && ["t", "plural"].includes(nameOf(node["callee"]));
    if (isOne && !values.some(({ type }) => type === "SpreadElement"))
      found.push({ key: String(first["value"]), values: values.length, isAtLoad });
    const isInside = /Function|Method/.test(node.type);
    for (const [, child] of childrenOf(node)) visit(child, isAtLoad && !isInside);
  };
  visit(parse(path, source), true);
  return found;
}
